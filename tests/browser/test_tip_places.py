"""Where does a tip stand, and to which mark does a key go, by numbers alone?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.marked_page import marked_page
from tests.browser.modules import called

ROOM = {"width": 400, "height": 300}
SIZE = {"width": 100, "height": 40}
BESIDE = ["right", "left", "below", "above"]
ABOVE = ["above", "below", "right", "left"]


@pytest.fixture(scope="module")
def modules(browser: Browser, base_url: str) -> Iterator[Page]:
    context = browser.new_context(base_url=base_url)
    yield marked_page(context)
    context.close()


def box(left: float, top: float, right: float, bottom: float) -> dict[str, float]:
    return {"left": left, "top": top, "right": right, "bottom": bottom}


@pytest.mark.parametrize(
    ("anchor", "sides", "place"),
    [
        (box(100, 100, 120, 120), BESIDE, {"x": 128, "y": 90}),
        (box(350, 100, 370, 120), BESIDE, {"x": 242, "y": 90}),
        (box(100, 0, 120, 10), BESIDE, {"x": 128, "y": 6}),
        (box(100, 290, 120, 300), BESIDE, {"x": 128, "y": 254}),
        (box(10, 100, 390, 120), BESIDE, {"x": 150, "y": 128}),
        (box(10, 200, 390, 290), BESIDE, {"x": 150, "y": 152}),
        (box(100, 100, 120, 120), ABOVE, {"x": 60, "y": 52}),
        (box(100, 20, 120, 40), ABOVE, {"x": 60, "y": 48}),
        (box(0, 100, 20, 120), ABOVE, {"x": 6, "y": 52}),
        (box(0, 0, 400, 300), BESIDE, {"x": 294, "y": 130}),
    ],
)
def test_a_tip_stands_on_the_first_side_that_has_room_for_it(
    modules: Page, anchor: dict[str, float], sides: list[str], place: dict[str, float]
) -> None:
    placed = "(tip, [anchor, size, room, sides]) => tip.placed(anchor, size, room, sides)"
    assert called(modules, "charts/tip.js", placed, [anchor, SIZE, ROOM, sides]) == place


PLACES = [(0, 0), (50, 0), (100, 0), (0, 50), (50, 50), (100, 50), (0, 0)]
"""Two rows of three, and a circle on the first."""


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        (1, "ArrowRight", 2),
        (1, "ArrowLeft", 0),
        (1, "ArrowDown", 4),
        (4, "ArrowUp", 1),
        (0, "ArrowRight", 6),
        (6, "ArrowRight", 1),
        (6, "ArrowLeft", 0),
        (2, "ArrowRight", 3),
        (3, "ArrowLeft", 2),
        (0, "ArrowUp", 0),
        (6, "ArrowDown", 3),
        (3, "Home", 0),
        (3, "End", 6),
    ],
)
def test_an_arrow_goes_to_the_nearest_mark_ahead_or_to_the_next_one(
    modules: Page, start: int, key: str, end: int
) -> None:
    places = [{"x": x, "y": y} for x, y in PLACES]
    asked = "(keys, [places, start, key]) => keys.neighbour(places, start, key)"
    assert called(modules, "charts/neighbours.js", asked, [places, start, key]) == end
