"""Which words does a drawing of a chart have to write, and which may it write where there is room?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import singledispatch
from itertools import chain

from dashboard.content.charts import (
    Distributions,
    Dots,
    FlowDiagram,
    Matrix,
    RegionMap,
    SmallMaps,
    Tiles,
)
from dashboard.content.charts.dots import LOOKS
from dashboard.text.numbers import MINUS

AXIS_MARK = re.compile(rf"{MINUS}?\d+(?:,\d+)?%?")
"""A number of an axis, bare: charts are described without it."""

KINDS_OF_REGIONS = (
    "aucun",
    "aucun bénéficiaire",
    "hors de la sélection",
    "non couverte",
    "nouvelle",
    "sans base (n = 0)",
    "s : non diffusé",
)
"""What the legends of maps say of regions without a value."""


@dataclass(frozen=True)
class Words:
    """What a drawing of a chart has to write, and what else it may write where there is room."""

    required: Counter[str]
    possible: frozenset[str]

    def missing(self, written: Counter[str]) -> Counter[str]:
        """What is left out of `written`."""
        return self.required - written

    def invented(self, written: Counter[str]) -> list[str]:
        """What stands in `written`, and the chart does not say."""
        others = set(written - self.required) - self.possible
        return [text for text in others if not AXIS_MARK.fullmatch(text)]


@singledispatch
def words_of(chart: object) -> Words:
    """The words of a chart that is drawn as shapes or as a table; raises TypeError for one drawn from numbers."""
    raise TypeError(f"add {type(chart).__name__} to `words_of` in tests/outputs/chart_words.py")


@words_of.register
def _(chart: Matrix) -> Words:
    cells = (cell.text.plain for row in chart.cells for cell in row)
    names = (name.plain for name in (*chart.rows, *chart.columns))
    return _words((chart.row_title, chart.column_title, *names, *cells))


@words_of.register
def _(chart: Dots) -> Words:
    rows = [text for row in chart.rows for text in (row.label, row.datum.text)]
    rows += [chart.band_name] if any(row.band for row in chart.rows) else []
    if chart.reference is None:
        return _words((chart.axis_title, *rows))
    # A legend does not name what has no point.
    drawn = {row.look for row in chart.rows if row.datum.value is not None}
    verdicts = chart.verdicts
    legend = [getattr(verdicts, look) for look in LOOKS if look in drawn] if verdicts else []
    return _words((chart.axis_title, chart.reference.name, *legend, *rows))


@words_of.register
def _(chart: Distributions) -> Words:
    rows = ((row.label.plain, row.text.plain) for row in chart.rows)
    points = (point.label for row in chart.rows for point in row.points)
    means = (row.mean_label for row in chart.rows)
    return _words((chart.axis_title, *chain(*rows)), (*points, *means))


@words_of.register
def _(chart: FlowDiagram) -> Words:
    nodes = chain(*((node.label, node.name, node.number) for node in chart.nodes))
    return _words((step.plain for step in chart.steps), nodes)


@words_of.register
def _(chart: RegionMap) -> Words:
    legend = chart.legend
    places = chain(*((p.name + p.number, p.name, p.number) for p in chart.places))
    symbols = (legend.symbol_title, legend.short_symbol_title)
    circles = (text for _, text in legend.symbols)
    return _words(
        (legend.title, *legend.class_labels), (*symbols, *circles, *places, *KINDS_OF_REGIONS)
    )


@words_of.register
def _(chart: SmallMaps) -> Words:
    heads = (f"{small.title} {small.subtitle.plain}" for small in chart.maps)
    labels = (place.label for small in chart.maps for place in small.places)
    return _words((*heads, *chart.class_labels), (*labels, *KINDS_OF_REGIONS))


@words_of.register
def _(chart: Tiles) -> Words:
    # What stands below a value is one text, in lines.
    return _words(
        chain(*((tile.label, tile.value, " ".join(tile.small_print)) for tile in chart.tiles))
    )


def _words(required: Iterable[str], possible: Iterable[str] = ()) -> Words:
    return Words(bared(required), frozenset(bared(possible)))


def bared(texts: Iterable[str]) -> Counter[str]:
    """How often each of `texts` comes, without space; one that says nothing is none."""
    plain = (re.sub(r"\s", "", text) for text in texts)
    return Counter(text for text in plain if text)
