"""How does a part of a drawing answer to a pointer and a keyboard?"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from dashboard.content.charts.rich_text import RichText
from dashboard.content.click_filter import ClickFilter
from dashboard.outputs.svg.markup import Value
from dashboard.outputs.svg.plane import Plane

ClickWriter = Callable[[ClickFilter], Mapping[str, str]]
"""How a click is written into an address: parameters and their values."""

_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def mark(
    plane: Plane, hover: RichText, click: ClickFilter, clicks: ClickWriter, named: str | None = None
) -> dict[str, Value]:
    """The attributes of a mark that says `hover` and keeps what `click` keeps; none in a picture.

    `named`: by what the words that name it refer to it, where they stand on something else (`naming`).

    Its name is what stands under the pointer, line by line: scripts show it (`assets/scripts/charts/marks.js`). The
    tabulator reaches one mark of a drawing, and arrows the others.
    """
    if not plane.live:
        return {}
    target = dict(clicks(click)) if click else {}
    return {
        "role": "button" if target else "img",
        "aria_label": "\n".join("".join(run.text for run in line) for line in hover.lines) or None,
        "tabindex": "-1",
        "data_mark": "",
        "data_named": named,
        "data_target": _written(target) if target else None,
    }
