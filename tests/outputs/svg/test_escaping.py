"""Do a codebook's words stay words in every drawing, and is none too small to be read from the back of a room?"""

import pytest

from dashboard.content.charts import Chart
from dashboard.content.medium import Medium
from dashboard.outputs.svg.chart import drawing
from dashboard.outputs.svg.drawing import Drawing
from tests.outputs.plotly.described import LABEL, described, kind_of, written
from tests.outputs.svg.drawn import letters, marks, page, picture

SMALLEST = 12
"""Pixels of a text before a room doubles them: 24 on a screen of 1920 by 1080."""

OURS = {"div", "svg", "g", "rect", "path", "line", "circle", "use", "text", "tspan"}
CONTROLS = "bell\x07 null\x00 \ufffe"

every_kind = pytest.mark.parametrize(
    "chart",
    [chart for chart in described() if drawing(chart, "page", written) is not None],
    ids=kind_of,
)
every_medium = pytest.mark.parametrize("medium", ["page", "phone", "room"])


def drawn(chart: Chart, medium: Medium) -> Drawing:
    found = drawing(chart, medium, written)
    assert found is not None
    return found


@every_medium
@every_kind
def test_no_label_becomes_a_part_of_a_drawing(chart: Chart, medium: Medium) -> None:
    for root in (page(drawn(chart, medium)), picture(drawn(chart, medium))):
        said = ["".join(text.itertext()) for text in root.iter("text")]
        said += [mark.get("aria-label", "") for mark in marks(root)]
        assert any("evil.example" in text for text in said)
        assert {part.tag for part in root.iter()} <= OURS


@pytest.mark.parametrize("chart", described(CONTROLS), ids=kind_of)
def test_what_xml_cannot_hold_is_left_out(chart: Chart) -> None:
    if found := drawing(chart, "page", written):
        page(found)
        picture(found)


@every_kind
def test_no_text_of_a_room_is_small(chart: Chart) -> None:
    assert min(letters(page(drawn(chart, "room")))) >= SMALLEST


def test_the_label_is_hostile() -> None:
    assert "<a" in LABEL
    assert "&" in LABEL
