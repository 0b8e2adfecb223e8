"""Which words does the figure of an exhibit write, that its picture has to hold?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from dashboard.exhibits.exhibit import Exhibit
from dashboard.outputs.plotly.figure import draw

Figure = dict[str, Any]
"""A figure as plotly takes it: pictures are made of it in the browser."""


def figure_of(exhibit: Exhibit) -> Figure:
    """The figure of `exhibit` as its page draws it, without what clicks do."""
    chart = exhibit.content.chart
    if exhibit.empty or chart is None:
        return {"data": [], "layout": {}}
    return dict(draw(chart, "page", lambda _: {}))


def words_of(figure: Figure) -> Counter[str]:
    """Every text that can be read in `figure` without a mouse, bare: legend, axes, labels, what stands around."""
    return bared((*_around(figure), *_notes(figure), *_labels(figure)))


def bared(texts: Iterable[str]) -> Counter[str]:
    """How often each of `texts` comes, without markup and without space; one that says nothing is none."""
    plain = (unescape(re.sub(r"<[^>]*>|\s", "", text)) for text in texts)
    return Counter(text for text in plain if text)


def _labels(figure: Figure) -> Iterator[str]:
    """The texts of bars and points: what is written of the values."""
    for trace in figure["data"]:
        if trace["type"] == "bar" or "text" in trace.get("mode", ""):
            texts = trace.get("text", ())
            points = zip(texts, trace["x"], trace["y"], strict=True) if texts else ()
            # What may not be told is written where its bar would begin; of a point nothing is.
            least = 1 if trace["type"] == "bar" else 2
            yield from (text for text, *at in points if len(at) - at.count(None) >= least)


def _notes(figure: Figure) -> Iterator[str]:
    yield from (note["text"] for note in figure["layout"].get("annotations", ()))


def _around(figure: Figure) -> Iterator[str]:
    layout = figure["layout"]
    for name in ("xaxis", "yaxis"):
        axis = layout.get(name, {})
        if axis.get("visible", bool(axis)):
            low, high = sorted(axis["range"])
            marks = zip(axis["tickvals"], axis["ticktext"], strict=True)
            yield from (text for value, text in marks if low <= value <= high)
            yield axis.get("title", {}).get("text", "")
    if layout.get("showlegend"):
        yield layout.get("legend", {}).get("title", {}).get("text", "")
        # A legend does not name what has no point.
        listed = (t for t in figure["data"] if t.get("showlegend", True) and len(t["x"]))
        yield from (trace.get("name", "") for trace in listed)
