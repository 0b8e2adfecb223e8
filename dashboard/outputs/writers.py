"""In which formats can an exhibit be taken away?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dashboard.content.medium import Medium
from dashboard.exhibits.exhibit import Exhibit
from dashboard.outputs.csv import write_csv
from dashboard.outputs.deck.presentation import write_pptx
from dashboard.outputs.deck.template import Template, own_template
from dashboard.outputs.svg.picture import left_to_browser, write_svg
from dashboard.outputs.xlsx.workbook import write_xlsx

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SVG = "image/svg+xml"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


@dataclass(frozen=True, slots=True)
class Writer:
    """One format: its media type, and the function that writes an exhibit in it, drawn for `medium`.

    `refuses` tells, in French, why an exhibit is not written in it; nothing where it is.
    """

    media_type: str
    write: Callable[[Exhibit], bytes]
    medium: Medium = "page"
    refuses: Callable[[Exhibit], str] = lambda _: ""


def writers(template: Template) -> Mapping[str, Writer]:
    """Suffix of the file -> how it is written; slides go into `template`."""
    return {
        "csv": Writer("text/csv; charset=utf-8", write_csv),
        "xlsx": Writer(XLSX, write_xlsx),
        "svg": Writer(SVG, write_svg, refuses=left_to_browser),
        "pptx": Writer(PPTX, lambda exhibit: write_pptx(exhibit, template), medium="room"),
    }


WRITERS = writers(own_template())
"""The writers into our own template."""
