"""Which values does a chart write, and does the page's table hold them?"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import singledispatch
from itertools import chain

from dashboard.content.charts import (
    Distributions,
    Dots,
    FlowDiagram,
    GroupedBars,
    Lines,
    Matrix,
    Pyramid,
    RegionMap,
    SmallMaps,
    StackedBars,
    Tiles,
)
from dashboard.exhibits.exhibit import Exhibit
from dashboard.text.numbers import MINUS, NARROW
from dashboard.views.kit.flow_shares import OF_ALL
from dashboard.views.kit.nonresponse_weighting import CORRECTED_COLUMNS

NUMBER = re.compile(rf"(?<![\w-]){MINUS}?\d[\d{NARROW}]*(?:,\d+)?(?![\d-])")
"""A number as French writes it; not the one of a wave (T1) or of an academic year."""

NO_VALUE = re.compile(r"à 95\s%|\bsept\.\s\d{4}")
"""What has a number that no table holds: how sure an interval is, when a wave will be."""


@singledispatch
def values_of(chart: object) -> Iterator[str]:
    """What is written of the values of a chart: on bars and points, in cells, beside nodes and rows."""
    raise TypeError(f"add {type(chart).__name__} to `values_of` in tests/outputs/written.py")


@values_of.register
def _(chart: StackedBars) -> Iterator[str]:
    # A segment of nothing is not drawn, nor is what it says.
    yield from (datum.text for series in chart.series for datum in series.data if datum.value)


@values_of.register
def _(chart: GroupedBars | Lines) -> Iterator[str]:
    data = (datum for series in chart.series for datum in series.data)
    yield from (datum.text for datum in data if datum.value is not None)


@values_of.register
def _(chart: Lines) -> Iterator[str]:
    yield from (line.last_label for line in chart.series)


@values_of.register
def _(chart: Pyramid) -> Iterator[str]:
    yield from (datum.text for side in (chart.left, chart.right) for datum in side.data)


@values_of.register
def _(chart: Dots) -> Iterator[str]:
    yield from (row.datum.text for row in chart.rows)
    yield chart.reference.name if chart.reference else ""


@values_of.register
def _(chart: Matrix) -> Iterator[str]:
    yield from (cell.text.plain for row in chart.cells for cell in row)


@values_of.register
def _(chart: FlowDiagram) -> Iterator[str]:
    yield from (step.plain for step in chart.steps)
    yield from (node.label for node in chart.nodes)


@values_of.register
def _(chart: RegionMap) -> Iterator[str]:
    yield from (place.number for place in chart.places)


@values_of.register
def _(chart: SmallMaps) -> Iterator[str]:
    yield from (place.label for small in chart.maps for place in small.places)


@values_of.register
def _(chart: Distributions) -> Iterator[str]:
    yield from (row.text.plain for row in chart.rows)
    yield from (point.label for row in chart.rows for point in row.points)
    yield from (row.mean_label for row in chart.rows)


@values_of.register
def _(chart: Tiles) -> Iterator[str]:
    yield from chain(*((tile.value, *tile.small_print) for tile in chart.tiles))


def strangers(exhibit: Exhibit) -> list[str]:
    """The values that the chart writes, and the page's table or key figures do not, to the digit that is written."""
    chart, known = exhibit.content.chart, list(numbers_of(exhibit))
    texts = () if chart is None else values_of(chart)
    numbers = (number for text in texts for number in _numbers_in(text))
    return [number for number in numbers if not any(_writes(number, value) for value in known)]


def _numbers_in(text: str) -> list[str]:
    return NUMBER.findall(NO_VALUE.sub("", text))


def _writes(text: str, value: float) -> bool:
    digits = len(text.partition(",")[2])
    return abs(abs(value) - abs(_read(text))) <= 0.5 * 10.0**-digits + 1e-9


def _read(text: str) -> float:
    return float(text.replace(NARROW, "").replace(MINUS, "-").replace(",", "."))


def numbers_of(exhibit: Exhibit) -> Iterator[float]:
    """Counts, bases, shares, measures of the table; for nodes, the people of all rows alike, or their corrected share.

    Of a table that its chart sums up, the rows alike. And bases of key figures.
    """
    data_table = exhibit.content.data_table
    people: Counter[tuple[str, int, str]] = Counter()
    corrected: dict[tuple[str, int, str], float] = defaultdict(float)
    place = _corrected_share(exhibit)
    for row in data_table.rows:
        percent = row.share.percent if row.share else None
        numbers = (row.count, row.base, percent, *row.measures)
        yield from (value for value in numbers if value is not None)
        for i, label in enumerate(row.labels):
            people[row.labels[0], i, label] += row.count or 0
            if place is not None:
                corrected[row.labels[0], i, label] += row.measures[place] or 0
        if exhibit.view.tabular:
            people.update((_place(row.labels[0]), i, text) for i, text in enumerate(row.remarks))
    yield from people.values()
    yield from corrected.values()
    for tile in exhibit.content.tiles:
        yield from map(_read, chain(*map(_numbers_in, tile.small_print)))


def _corrected_share(exhibit: Exhibit) -> int | None:
    """Which measure of a flow's table is each row's share of everybody, corrected for nonresponse."""
    names = exhibit.content.data_table.measure_names
    of_all = OF_ALL if OF_ALL in names else CORRECTED_COLUMNS[0]
    flows = isinstance(exhibit.content.chart, FlowDiagram)
    return names.index(of_all) if flows and of_all in names else None


def _place(label: str) -> str:
    """`Annexe II` is one of the annexes, `Texte, apports (figure 9)` stands in that chapter."""
    return re.sub(r" [IVX\d]+$| \(.*", "", label)
