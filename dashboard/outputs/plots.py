"""Which bars or lines does a figure hold, that an office program can draw from numbers?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from dashboard.outputs.xml_safe import one_line
from dashboard.text.numbers import NARROW, decimal

LETTER = 0.54
"""Width of a letter as a part of the size of the font."""

FEW = 4
"""An axis that ends below this has marks between its whole numbers."""


@dataclass(frozen=True)
class PlotSeries:
    """One colour: for each category a value, its label, and how far its interval reaches; None where there is none.

    An empty label is none at all.
    """

    name: str
    colour: str
    hatched: bool
    values: tuple[float | None, ...]
    labels: tuple[str, ...]
    below: tuple[float | None, ...] = ()
    above: tuple[float | None, ...] = ()


@dataclass(frozen=True)
class Plot:
    """Bars or lines as numbers; percentages are parts of 1. `mirrored`: the first series grows to the left."""

    kind: Literal["bars", "lines"]
    categories: tuple[str, ...]
    series: tuple[PlotSeries, ...]
    percent: bool
    top: float | None
    title: str = ""
    stacked: bool = False
    horizontal: bool = False
    mirrored: bool = False

    @property
    def number_format(self) -> str:
        """The format of values and labels, as spreadsheets store it whatever their language."""
        if self.percent:
            return "0.0 %" if self._fine else "0 %"
        positive = "#,##0.0" if self._fine else "#,##0"
        return f"{positive};{positive}" if self.mirrored else positive

    @property
    def axis_format(self) -> str:
        """The format of the axis, whose numbers are round."""
        if self.percent:
            return "0 %"
        if self.mirrored:
            return "#,##0;#,##0"
        most = max((abs(v) for one in self.series for v in one.values if v is not None), default=0)
        return "#,##0" if most >= FEW else "0.0"

    def has_room(self, value: float, label: str, length: float, size: float) -> bool:
        """Whether a bar of `value` holds its label in letters of `size`, where the longest stack is `length` long."""
        if not self.stacked:
            return True
        whole = self.top or max(
            (sum(one.values[i] or 0 for one in self.series) for i in range(len(self.categories))),
            default=0,
        )
        return value * length >= (LETTER * len(label) + 0.5) * size * whole

    def written(self, value: float) -> str:
        """`value` as `number_format` shows it in French."""
        shown = abs(value) if self.mirrored else value
        scaled = 100 * shown if self.percent else shown
        text = decimal(scaled, 1) if self._fine else decimal(scaled, 0)
        return f"{text}{NARROW}%" if self.percent else text

    @property
    def _fine(self) -> bool:
        return any("," in label for one in self.series for label in one.labels)


def plot_of(figure: Figure) -> Plot | None:
    """The bars or lines of `figure`; None where it is drawn otherwise."""
    traces = [trace for trace in figure.get("data", ()) if trace.get("type") == "bar"]
    if traces and len(traces) == len(figure["data"]):
        return _bars(traces, figure["layout"])
    traces = [t for t in figure.get("data", ()) if t.get("mode") == "lines+markers"]
    if traces and all(t.get("type") == "scatter" and "fill" not in t for t in figure["data"]):
        return _lines(traces, figure)
    return None


def _bars(traces: Sequence[dict[str, Any]], layout: dict[str, Any]) -> Plot:
    horizontal = traces[0].get("orientation") == "h"
    numbers, names = _axes(layout, horizontal=horizontal)
    percent = _in_percent(numbers)
    shown = [trace for trace in traces if trace.get("hoverinfo") != "skip"]
    # Where labels stand beyond a whisker, they are the texts of invisible bars that follow the others.
    told = [trace for trace in traces if trace.get("hoverinfo") == "skip"] or shown
    along = "x" if horizontal else "y"
    mode = layout.get("barmode")
    return Plot(
        kind="bars",
        categories=_categories(names),
        series=tuple(
            _series(
                trace, trace[along], texts.get("meta") or texts.get("text", ()), percent=percent
            )
            for trace, texts in zip(shown, told, strict=True)
        ),
        percent=percent,
        top=_top(numbers, percent=percent),
        title=_axis_title(numbers, layout),
        stacked=mode == "stack",
        horizontal=horizontal,
        mirrored=mode == "overlay",
    )


def _lines(traces: Sequence[dict[str, Any]], figure: Figure) -> Plot:
    layout = figure["layout"]
    numbers, names = _axes(layout, horizontal=False)
    percent = _in_percent(numbers)
    values = [trace["text"] for trace in figure["data"] if trace.get("mode") == "text"]
    texts = [[_value(text) for text in listed] for listed in values]
    ends = [_end_label(trace, layout) for trace in traces]
    labels = texts if len(texts) == len(traces) else ends
    return Plot(
        kind="lines",
        categories=_categories(names),
        series=tuple(
            _series(trace, trace["y"], told, percent=percent)
            for trace, told in zip(traces, labels, strict=True)
        ),
        percent=percent,
        top=_top(numbers, percent=percent),
        title=_axis_title(numbers, layout),
    )


def _end_label(trace: dict[str, Any], layout: dict[str, Any]) -> list[str]:
    """A label for the last point of a line: what stands beside its name in the right margin."""
    name = one_line(trace.get("name", ""))
    told = (note["text"] for note in layout.get("annotations", ()) if "<b>" in note.get("text", ""))
    text = next((text for text in told if one_line(text).startswith(f"● {name} ")), "")
    label = _value(re.sub(r".*<b>|</b>.*", "", text))
    known = [i for i, value in enumerate(trace["y"]) if value is not None]
    return [label if known and i == known[-1] else "" for i in range(len(trace["y"]))]


def _value(text: str) -> str:
    """A label without its wave, which an axis names: `38 % à T1` is `38 %`."""
    return re.sub(r"\s+à\s.*", "", text)


def _axes(layout: dict[str, Any], *, horizontal: bool) -> tuple[dict[str, Any], dict[str, Any]]:
    across, upright = layout.get("xaxis", {}), layout.get("yaxis", {})
    return (across, upright) if horizontal else (upright, across)


def _series(
    trace: dict[str, Any],
    values: Sequence[float | None],
    texts: Sequence[str],
    *,
    percent: bool,
) -> PlotSeries:
    scale = 100 if percent else 1
    bars: dict[str, Any] = trace.get("error_y") or trace.get("error_x") or {}
    drawn = bool(bars.get("visible"))
    marker = trace.get("marker", {})
    return PlotSeries(
        name=one_line(trace.get("name", "")),
        colour=marker.get("color", ""),
        hatched="pattern" in marker,
        values=_scaled(values, scale),
        labels=tuple(one_line(text) for text in texts),
        below=_scaled(bars.get("arrayminus", ()), scale) if drawn else (),
        above=_scaled(bars.get("array", ()), scale) if drawn else (),
    )


def _scaled(values: Sequence[float | None], scale: float) -> tuple[float | None, ...]:
    return tuple(None if value is None else value / scale for value in values)


def _categories(axis: dict[str, Any]) -> tuple[str, ...]:
    return tuple(one_line(text) for text in axis.get("ticktext", ()))


def _in_percent(axis: dict[str, Any]) -> bool:
    return any("%" in text for text in axis.get("ticktext", ()))


def _top(axis: dict[str, Any], *, percent: bool) -> float | None:
    """The end of the axis where it means something: the whole of a share; an office program finds others itself."""
    high = max(axis.get("range", (0, 0)))
    return min(high / 100, 1) if percent else None


def _axis_title(axis: dict[str, Any], layout: dict[str, Any]) -> str:
    """What is counted: beside the axis, in the legend, or level above the plot."""
    titles = [axis.get("title", {}).get("text", "")]
    titles.append(layout.get("legend", {}).get("title", {}).get("text", ""))
    titles += [
        note.get("text", "")
        for note in layout.get("annotations", ())
        if note.get("yanchor") == "bottom" and note.get("x") == 0 and note.get("xref") == "paper"
    ]
    return next((one_line(re.sub("<br>", " ", title)) for title in titles if title), "")
