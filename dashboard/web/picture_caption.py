"""What stands around a chart in its picture, and what else does the menu « Exporter » need to know of a card?"""

from __future__ import annotations

from typing import Any

from dashboard.exhibit import Exhibit
from dashboard.text.numbers import count, day
from dashboard.text.typography import unbroken
from dashboard.web.unlinked import unlinked


def picture_caption(exhibit: Exhibit) -> dict[str, Any]:
    """The words of a picture of `exhibit`, its height, where its files come from: as `assets/export.js` reads them."""
    content = exhibit.content
    return {
        "title": content.title,
        "selection": unbroken(exhibit.selection),
        "lines": [f"{name} : {text}" for name, text in caption_lines(exhibit)],
        "notes": list(content.notes),
        "date": f"Données au {day(exhibit.dated)}, version {exhibit.version}",
        "alternative": content.alternative,
        "height": exhibit.view.height,
        "nothing": content.nothing if exhibit.empty else "",
        "export": f"/export/{exhibit.view.name}",
        "address": exhibit.address,
        "filters": exhibit.filters,
        "file": exhibit.file_stem,
        # Key figures are tiles on a page, and a figure only in a picture.
        "figure": unlinked(content.figure) if exhibit.view.tiled else None,
    }


def caption_lines(exhibit: Exhibit) -> list[tuple[str, str]]:
    """Champ, Lecture and Source, where there is something to say."""
    content = exhibit.content
    champ = f"{exhibit.selection} ; {content.population}, n = {count(content.base)}."
    lines = [("Champ", unbroken(champ))]
    if content.reading and not exhibit.empty:
        lines.append(("Lecture", content.reading))
    lines.append(("Source", f"{content.source}. {exhibit.stamp}."))
    return lines
