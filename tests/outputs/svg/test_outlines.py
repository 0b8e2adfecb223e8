"""Are outlines written once, small, the same as the layer's, and under an address that changes with them?"""

import os
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from dashboard.outputs.layout.geography import regions
from dashboard.outputs.svg.outlines import coarse_layer, outlines, path_data
from tests.support.outlines import CURRENT, FORMER, STUDY, squares, written

LAYERS = [STUDY, CURRENT, FORMER]
STEP = re.compile(r"-?\d+")


def points(data: str) -> list[np.ndarray]:
    """The points of each ring, from path data of relative steps."""
    pen, rings = np.zeros(2), []
    for ring in data.split("z")[:-1]:
        steps = np.array([int(step) for step in STEP.findall(ring)]).reshape(-1, 2)
        line = pen + np.cumsum(steps, axis=0)
        pen = line[0]
        rings.append(line)
    return rings


@pytest.mark.parametrize("layer", [*LAYERS, *map(coarse_layer, LAYERS)])
def test_each_region_has_a_path_of_its_own_whose_lines_keep_their_width(layer: str) -> None:
    drawn = outlines(layer)
    root = ET.fromstring(f"<defs>{drawn.markup}</defs>")
    assert [path.get("id") for path in root] == list(drawn.ids)
    assert {path.get("vector-effect") for path in root} == {"non-scaling-stroke"}
    assert all(id_.startswith(f"o{drawn.digest}-") for id_ in drawn.ids)


@pytest.mark.parametrize("layer", LAYERS)
def test_an_outline_stays_where_it_is_but_for_what_nobody_sees(layer: str) -> None:
    drawn = outlines(layer)
    for path, region in zip(ET.fromstring(f"<g>{drawn.markup}</g>"), regions(layer), strict=True):
        corners = np.concatenate(points(path.get("d", ""))) * drawn.unit
        west, south, east, north = region.box
        box = [corners[:, 0].min(), -corners[:, 1].max(), corners[:, 0].max(), -corners[:, 1].min()]
        assert box == pytest.approx([west, south, east, north], abs=drawn.unit)


def test_rings_are_parted_and_points_that_fall_together_are_one() -> None:
    gap = np.nan
    x = np.array([0, 4.1, 4, 0, 0, gap, 1, 2, 2, 1])
    y = np.array([0, 0, 0.1, 9, 0, gap, 1, 1, 2, 1])
    assert path_data(x, y, 1) == "m0 0l4 0-4-9zm1-1l1 0 0-1z"


@pytest.mark.parametrize("layer", LAYERS)
def test_small_maps_need_two_thirds_of_the_bytes(layer: str) -> None:
    assert 3 * len(outlines(coarse_layer(layer)).markup) < 2 * len(outlines(layer).markup)


def test_another_layer_another_detail_and_another_file_have_another_digest(tmp_path: Path) -> None:
    path = written(tmp_path, squares({"a": (0, 45), "b": (1, 45)}))
    before = outlines(str(path)).digest
    written(tmp_path, squares({"a": (0, 45), "b": (1, 46)}))
    os.utime(path, ns=(1, 1))
    layers = (STUDY, CURRENT, coarse_layer(STUDY), str(path))
    assert len({before, *(outlines(layer).digest for layer in layers)}) == len(layers) + 1
