"""Do a codebook's words stay words in every figure, where plotly would make links and tags of them?"""

import re
from collections.abc import Iterator

import pytest

from dashboard.content.charts import Chart
from dashboard.content.charts.rich_text import Run, bold, rich
from dashboard.content.medium import Medium
from dashboard.outputs.plotly.figure import draw
from dashboard.outputs.plotly.markup import markup
from tests.outputs.plotly.described import LABEL, kind_of, plotted, written

OUR_OWN = re.compile(r'</?b>|<br>|<span style="color:#[0-9a-f]{6}">|</span>')


def texts(part: object) -> Iterator[str]:
    """Every text at any depth of a figure, but for the names of its parts."""
    if isinstance(part, dict):
        for inner in part.values():
            yield from texts(inner)
    elif isinstance(part, list | tuple):
        for inner in part:
            yield from texts(inner)
    elif isinstance(part, str):
        yield part


def test_lines_bold_parts_and_colours_are_tags() -> None:
    assert markup(rich(bold("Femmes"), ["12 sur 40 ", Run("30 %", bold=True)])) == (
        "<b>Femmes</b><br>12 sur 40 <b>30 %</b>"
    )
    assert markup(Run("●", colour="#1f5f9e")) == '<span style="color:#1f5f9e">●</span>'


def test_what_a_label_says_is_text() -> None:
    assert markup("R&D <a href='x'>&lt;") == "R&amp;D &lt;a href='x'&gt;&amp;lt;"
    assert markup(bold("a < b")) == "<b>a &lt; b</b>"


@pytest.mark.parametrize("medium", ["page", "phone", "room"])
@pytest.mark.parametrize("chart", plotted(), ids=kind_of)
def test_no_figure_has_a_tag_or_an_entity_of_a_label_s_own(chart: Chart, medium: Medium) -> None:
    drawn_texts = list(texts(draw(chart, medium, written)))
    assert any("evil.example" in text for text in drawn_texts)
    for text in drawn_texts:
        template = text.startswith("%{")
        assert template or not re.search("[<>]", OUR_OWN.sub("", text)), text
        assert not re.search(r"&(?!amp;|lt;|gt;)", text), text


def test_the_label_is_hostile() -> None:
    assert "<a" in LABEL
    assert "&" in LABEL
