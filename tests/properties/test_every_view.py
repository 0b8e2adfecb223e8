"""Does every view hold in fifty random selections: something drawn, and a Lecture that reads a cell of its table?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.content.data_table import Row
from dashboard.exhibit import Exhibit, compose
from dashboard.publication import Publication
from dashboard.text.numbers import count, decimal
from dashboard.views.registry import view_named, views
from tests.properties.addresses import addresses
from tests.support.examples import examples

RANDOM_SELECTIONS = 50
"""How many random selections each view holds for (the bar that issue 3 sets)."""

NUMBER = re.compile(r"(?<![\d-])\d[\d\u202f]*(?:,\d+)?(?![\d-])")


@examples(RANDOM_SELECTIONS)
@given(data=st.data())
@pytest.mark.parametrize("name", views())
def test_a_view_draws_something_and_reads_a_cell(
    name: str, publication: Publication, data: st.DataObject
) -> None:
    address = data.draw(addresses(publication.vocabulary))
    exhibit = compose(view_named(name), address, publication)
    if exhibit.empty:
        assert exhibit.content.nothing
        return
    assert is_drawn(exhibit)
    assert exhibit.content.data_table.rows
    said = set(NUMBER.findall(exhibit.content.reading))
    assert any(said & set(cells(row)) for row in exhibit.content.data_table.rows)


def is_drawn(exhibit: Exhibit) -> bool:
    """Whether the figure has a value, and not axes alone; key figures are texts."""
    return bool(exhibit.content.tiles) or any(map(has_values, exhibit.content.figure["data"]))


def has_values(trace: dict[str, Any]) -> bool:
    """Whether a bar, a point, a region, a cell or a ribbon of the trace has a number."""
    found = trace["link"]["value"] if trace["type"] == "sankey" else trace.get("z", trace.get("x"))
    listed = np.asarray(found, dtype=float)
    return bool(np.isfinite(listed).any())


def cells(row: Row) -> Iterator[str]:
    """What the table writes of a row."""
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
    yield from (number for text in (*row.labels, *row.texts) for number in NUMBER.findall(text))
