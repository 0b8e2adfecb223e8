"""How is a line drawn for each series, from one time to the next?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from dashboard.content.charts import Lines
from dashboard.content.charts.lines import LineSeries
from dashboard.content.charts.rich_text import RichText, Run, bold, rich
from dashboard.content.medium import Medium
from dashboard.content.theme import BEHIND, INK
from dashboard.outputs.layout.label_spread import spread
from dashboard.outputs.layout.text_width import letter_width, width_of_rich
from dashboard.outputs.layout.wrapping import wrapped
from dashboard.outputs.plotly.axes import (
    LEAST_LETTERS,
    PHONE_LETTERS,
    SIZE,
    beside,
    category_axis,
    level_title,
    title_above,
    value_axis,
)
from dashboard.outputs.plotly.base import HOVER, Figure, Trace, layout
from dashboard.outputs.plotly.benchmark_lines import at_categories
from dashboard.outputs.plotly.clicks import ClickWriter, point_targets
from dashboard.outputs.plotly.markup import markup
from dashboard.outputs.plotly.whiskers import ends_of, whiskers

LABEL_WIDTH, LABEL_WIDTH_ROOM = 13, 24
"""How many letters a line of a name has in the right margin."""

LINE_HEIGHT, LINE_HEIGHT_ROOM = 0.055, 0.075
"""Height of a line of text as a part of the height of the plot."""

DODGE, DODGE_ROOM, DODGE_FEW = 0.05, 0.22, 0.34
"""Between two series at the same time, so that their whiskers stand side by side; their values too, for a room, and
where they are few."""

NAME_LETTERS = 80
"""How many letters stand side by side under the axis, where the page is no phone's."""

FEW = 2
"""Lines whose values stand side by side on a page; those of more would be written over each other."""


def lines(chart: Lines, medium: Medium, clicks: ClickWriter) -> Figure:
    """Lines named at their right end, with their last value.

    A line that is alone has its values on its points; so have two, but for a phone, and all for a room, which has
    nothing to point with.
    """
    phone, room = medium == "phone", medium == "room"
    top = _top(chart)
    # A number over the first point would run into those of the axis.
    before = 0.45 if phone and len(chart.series) == 1 else 0.2
    valued = (room or len(chart.series) <= (1 if phone else FEW)) and not chart.behind
    dodge = DODGE_ROOM if room and valued else DODGE_FEW if valued else DODGE
    spread_out = dodge * max(0, len(chart.named) - 1) / 2
    shifted = [(series, dodge * i - spread_out) for i, series in enumerate(chart.named)]
    traces = [_line_behind(series) for series in chart.behind]
    traces += [_line(series, shift) for series, shift in shifted]
    behind = [(series, 0.0) for series in chart.behind]
    pieces = [
        _pieces(trace, *each) for trace, each in zip(traces, [*behind, *shifted], strict=True)
    ]
    if valued:
        traces += [_values(series, shift, 0.012 * top) for series, shift in shifted]
    ends = _ends(chart, top, medium, valued=valued)
    longest = max((width_of_rich(end.text, SIZE) for end in ends), default=0)
    many = len(chart.categories)
    room_on_phone = PHONE_LETTERS - int(longest / letter_width(SIZE))
    across = category_axis(chart.categories, max(LEAST_LETTERS, room_on_phone // max(many, 1)))
    letters = PHONE_LETTERS if medium == "phone" else NAME_LETTERS
    told = [line for name in chart.told_below for line in wrapped(name, letters)]
    below = {"title": level_title(rich(*told))} if told else {}
    targets = point_targets(
        ([datum.click for datum in series.data] for series in chart.series), clicks
    )
    return {
        # Clicks are told by the place of a trace: those that only draw come last.
        "data": [*traces, *(piece for of_line in pieces for piece in of_line)],
        "layout": layout(
            xaxis=across
            | {"range": [-before - spread_out, many - 1 + before + spread_out]}
            | below,
            yaxis=value_axis(0, top, chart.unit),
            annotations=[
                title_above(chart.axis_title),
                *(beside(end.centre, end.text) for end in ends),
            ],
            shapes=at_categories(chart.benchmarks),
            margin={"l": 4, "r": 16 + longest, "t": 32, "b": 4},
            meta={"targets": targets},
        ),
    }


def _top(chart: Lines) -> float:
    """Where the axis ends: a little over the highest whisker; of shares at a round one, 100 % at most."""
    top = 1.08 * (chart.highest if chart.top is None else chart.top) or 1
    return min(100, 10 * ceil(top / 10)) if chart.unit == "percent" else top


def _line(series: LineSeries, shift: float) -> Trace:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": markup(series.name),
        "x": [i + shift for i in range(len(series.data))],
        "y": [datum.value for datum in series.data],
        "connectgaps": False,
        "line": {"color": series.colour, "width": 2.4},
        "marker": {"color": series.colour, "size": 9},
        "error_y": whiskers(series.data) | {"color": series.colour},
        "customdata": [markup(datum.hover) for datum in series.data],
        "hovertemplate": HOVER,
        "cliponaxis": False,
    }


def _pieces(line: Trace, series: LineSeries, shift: float) -> list[Trace]:
    """The pieces of a line that is dotted somewhere, which is then left to its points: solid ones, and dotted ones."""
    if not series.dotted:
        return []
    line["mode"] = "markers"
    many = range(1, len(series.data))
    solid = [i for i in many if i not in series.dotted]
    looks = ((solid, line["line"]), (series.dotted, line["line"] | {"dash": "dot"}))
    return [_piece(series, shift, ends, look) for ends, look in looks if ends]


def _piece(series: LineSeries, shift: float, ends: Sequence[int], look: dict[str, Any]) -> Trace:
    """What leads to each of the points at `ends`; what is not there parts two of them."""
    values = [datum.value for datum in series.data]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [x for i in ends for x in (i - 1 + shift, i + shift, None)],
        "y": [y for i in ends for y in (values[i - 1], values[i], None)],
        "connectgaps": False,
        "line": look,
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _line_behind(series: LineSeries) -> Trace:
    """A grey line without intervals: what it says stands under the mouse, and in the table."""
    return _line(series, 0) | {
        "line": {"color": BEHIND, "width": 1.2},
        "marker": {"color": BEHIND, "size": 5},
        "error_y": {"visible": False},
    }


def _values(series: LineSeries, shift: float, above: float) -> Trace:
    ends = ends_of(series.data)
    return {
        "type": "scatter",
        "mode": "text",
        "x": [i + shift for i in range(len(ends))],
        "y": [None if end is None else end + above for end in ends],
        "text": [markup(datum.text) for datum in series.data],
        "textposition": "top center",
        "textfont": {"size": 13, "color": INK},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


@dataclass(frozen=True, slots=True)
class _End:
    """What stands beside the end of a line, at the height of its middle."""

    centre: float
    text: RichText


def _ends(chart: Lines, top: float, medium: Medium, *, valued: bool) -> list[_End]:
    """What stands beside each line, at the height of its last value, pushed apart where they touch."""
    line_height = LINE_HEIGHT_ROOM if medium == "room" else LINE_HEIGHT
    letters = LABEL_WIDTH_ROOM if medium == "room" else LABEL_WIDTH
    ends = []
    for series in chart.named:
        known = [datum for datum in series.data if datum.value is not None]
        if known and known[-1].value is not None:
            value = "" if valued else series.last_label or known[-1].text
            ends.append(_End(known[-1].value, _name(series, value, letters)))
    ends += _end_behind(chart)
    ends.sort(key=lambda end: end.centre)
    heights = [line_height * len(end.text.lines) * top for end in ends]
    centres = spread([end.centre for end in ends], heights, top)
    return [_End(centre, end.text) for centre, end in zip(centres, ends, strict=True)]


def _end_behind(chart: Lines) -> list[_End]:
    """What the grey lines are, where the middle one of them ends."""
    last = [
        [datum.value for datum in series.data if datum.value is not None][-1:]
        for series in chart.behind
    ]
    values = sorted(value for known in last for value in known)
    if not values:
        return []
    text = rich([Run("●", colour=BEHIND), f" {_behind_in_words(chart)}"])
    return [_End(values[len(values) // 2], text)]


def _behind_in_words(chart: Lines) -> str:
    many = len(chart.behind)
    return "1 plus ancienne" if many == 1 else f"{many} plus anciennes"


def _name(series: LineSeries, value: str, letters: int) -> RichText:
    """The name of a line, its last value where it has no label of its own, and what is to come."""
    first, *others = wrapped(series.name, letters)
    # The dot carries the colour: a pale one could not be read as text.
    dot: Sequence[str | Run] = [Run("●", colour=series.colour), f" {first}"]
    return rich(dot, *others, *([bold(value)] if value else []), *series.to_come)
