"""Does every view hold in fifty random selections: something drawn, and a Lecture that reads a cell of its table?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import assert_never

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.content.charts import (
    Chart,
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
from dashboard.content.data_table import Row
from dashboard.content.glance import MOST_WORDS, glance_at
from dashboard.domain.vocabulary import Vocabulary
from dashboard.exhibits.composition import compose
from dashboard.exhibits.exhibit import Exhibit
from dashboard.publication import Publication
from dashboard.text.numbers import count, decimal
from dashboard.views.registry import view_named, views
from tests.properties.addresses import addresses
from tests.support.examples import examples

RANDOM_SELECTIONS = 50
"""How many random selections each view holds for."""

NUMBER = re.compile(r"(?<![\d-])\d[\d\u202f]*(?:,\d+)?(?![\d-])")


@examples(RANDOM_SELECTIONS)
@given(data=st.data())
@pytest.mark.parametrize("name", views())
def test_a_view_draws_something_and_reads_a_cell(
    name: str, publication: Publication, data: st.DataObject
) -> None:
    address = data.draw(addresses(publication.vocabulary))
    exhibit = compose(view_named(name), address, publication)
    assert glance_at(exhibit.caption).words <= MOST_WORDS
    if exhibit.empty:
        assert exhibit.content.nothing
        return
    shares = [row.share for row in exhibit.content.data_table.rows if row.share]
    if exhibit.content.chart is None:
        # Where no number may be drawn, a sentence says so.
        assert exhibit.content.undrawn
        assert any(share.hidden for share in shares)
    else:
        assert is_drawn(exhibit.content.chart)
    assert exhibit.content.data_table.rows
    said = set(NUMBER.findall(exhibit.content.reading))
    if not said:
        # Of fewer than ten people no share is read. A filter on a wave may settle a part of what a share tells.
        if any(share.hidden for share in shares):
            return
        on_a_wave = any(condition.dimension.wave for condition in address.selection)
        assert is_silent(exhibit, publication.vocabulary) or on_a_wave
        return
    assert any(said & set(cells(row)) for row in exhibit.content.data_table.rows)


def is_silent(exhibit: Exhibit, vocabulary: Vocabulary) -> bool:
    """Whether an exhibit has nothing to read aloud: absences alone, or what its filters on waves have decided."""
    if exhibit.content.reading:
        return False
    absences = {
        category.code
        for variable in vocabulary.codebook.variables.values()
        for category in (*variable.categories, *variable.absences)
        if category.absence is not None
    }
    told = [
        row
        for row in exhibit.content.data_table.rows
        if row.count and not any(absences & {*key.code.split("+")} for key in row.keys)
    ]
    decided = all(row.share is None or row.share.count in (0, row.share.base) for row in told)
    is_flows = isinstance(exhibit.content.chart, FlowDiagram)
    return not told or (".T" in exhibit.address and (is_flows or decided))


def is_drawn(chart: Chart) -> bool:  # noqa: C901, PLR0911, PLR0912 - one branch a kind
    """Whether the chart has a value, and not axes alone."""
    match chart:
        case StackedBars() | GroupedBars() | Lines():
            return any(datum.value is not None for series in chart.series for datum in series.data)
        case Dots():
            return any(row.datum.value is not None for row in chart.rows)
        case Matrix():
            return any(cell.text for row in chart.cells for cell in row)
        case FlowDiagram():
            return bool(chart.links)
        case RegionMap():
            return any(place.state in ("shown", "baseless") for place in chart.places)
        case SmallMaps():
            return any(
                place.state == "shown" for small_map in chart.maps for place in small_map.places
            )
        case Pyramid():
            return any((*chart.left.values, *chart.right.values))
        case Distributions():
            return any(row.points for row in chart.rows)
        case Tiles():
            return bool(chart.tiles)
        case _:
            assert_never(chart)


def cells(row: Row) -> Iterator[str]:
    """What the table writes of a row."""
    if row.count is not None:
        yield count(row.count)
    if row.base is not None:
        yield count(row.base)
    if row.share is not None and row.share.percent is not None:
        yield decimal(row.share.percent)
    for value in row.measures:
        if value is not None:
            # The table writes hundredths, a Lecture often tenths.
            yield from (
                (count(value),) if isinstance(value, int) else map(decimal, (value,) * 2, (1, 2))
            )
    yield from (number for text in (*row.labels, *row.remarks) for number in NUMBER.findall(text))
