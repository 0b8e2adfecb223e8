"""Are the regions of both layers there, in the order of their codes?"""

import pytest

from dashboard.content.charts.region_map import Layer
from dashboard.outputs.layout.geography import regions


@pytest.mark.parametrize(("layer", "count"), [("study", 20), ("current", 13)])
def test_every_region_has_an_outline_and_a_name(layer: Layer, count: int) -> None:
    listed = regions(layer)
    assert [region.code for region in listed] == sorted({region.code for region in listed})
    assert len(listed) == count
    for region in listed:
        assert len(region.x) == len(region.y)
        assert region.name
