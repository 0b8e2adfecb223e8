"""What stands around a chart in its picture, and what else does the menu « Exporter » need to know of a card?"""

from __future__ import annotations

from dashboard.exhibit import Exhibit
from dashboard.outputs.plotly.figure import draw
from dashboard.web.attributes import Property


def picture_caption(exhibit: Exhibit) -> dict[str, Property]:
    """The words of a picture of `exhibit`, its height, where its files come from.

    As `assets/scripts/export.js` reads them.
    """
    caption = exhibit.caption
    return {
        "title": caption.title,
        "selection": caption.selection,
        "lines": [f"{name} : {text}" for name, text in caption.lines],
        "notes": list(caption.notes),
        "date": caption.dated,
        "alternative": caption.alternative,
        "height": exhibit.view.height,
        "nothing": caption.nothing,
        "export": f"/export/{exhibit.view.name}",
        "address": exhibit.address,
        "filters": exhibit.filters,
        "file": exhibit.file_stem,
        "figure": _figure(exhibit),
    }


def _figure(exhibit: Exhibit) -> Property:
    """Key figures are tiles on a page, and a figure only in a picture; None for charts, which the page has drawn."""
    chart = exhibit.content.chart
    if not exhibit.view.tiled or exhibit.empty or chart is None:
        return None
    return draw(chart, "page", lambda _: {})
