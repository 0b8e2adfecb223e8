"""Is no text of a figure for a room too small to be read from its back?"""

from collections.abc import Iterator

import pytest

from dashboard.content.charts import Chart
from dashboard.outputs.plotly.base import SMALLEST, letters
from dashboard.outputs.plotly.figure import draw
from tests.outputs.plotly.described import kind_of, plotted, written


def sizes(part: object, *, font: bool = False) -> Iterator[float]:
    """The sizes of every font at any depth of a figure."""
    if isinstance(part, dict):
        for name, inner in part.items():
            if font and name == "size":
                yield from inner if isinstance(inner, list) else [inner]
            else:
                yield from sizes(inner, font=str(name).endswith("font"))
    elif isinstance(part, list | tuple):
        for inner in part:
            yield from sizes(inner, font=font)


def test_only_a_room_raises_what_is_small() -> None:
    assert [letters(11, "page"), letters(11, "phone"), letters(11, "room")] == [11, 11, SMALLEST]
    assert letters(14, "room") == 14


@pytest.mark.parametrize("chart", plotted("57 %"), ids=kind_of)
def test_no_text_of_a_room_is_small(chart: Chart) -> None:
    assert min(sizes(draw(chart, "room", written))) >= SMALLEST
