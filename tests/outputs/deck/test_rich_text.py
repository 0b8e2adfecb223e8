"""Do the words of a chart reach a slide as they are, whatever they are, in their styles?"""

from __future__ import annotations

import pytest
from lxml import etree

from dashboard.content.charts.rich_text import Run, bold, rich
from dashboard.outputs.deck.drawing import NAMESPACES
from dashboard.outputs.deck.rich_text import extent, lines_of, paragraphs, plain
from tests.outputs.taken import HOSTILE


def runs(xml: str) -> list[list[tuple[str, str | None]]]:
    """Each line's words, with whether they are bold."""
    root = etree.fromstring(f"<p:txBody {NAMESPACES}>{xml}</p:txBody>")
    return [
        [(run.findtext("{*}t"), run.find("{*}rPr").get("b")) for run in line.iterfind("{*}r")]
        for line in root.iterfind("{*}p")
    ]


def test_lines_and_bold_parts_become_paragraphs_and_runs() -> None:
    text = rich(bold("Femmes"), ["12 sur 40 ", bold("30 %")])
    written = paragraphs(lines_of(text), size=12, colour="#1c2733")
    assert runs(written) == [[("Femmes", "1")], [("12 sur 40 ", None), ("30 %", "1")]]


def test_a_run_has_its_own_colour_or_that_of_its_text() -> None:
    text = rich([Run("blanc", colour="#ffffff"), " encre"])
    written = paragraphs(lines_of(text), size=12, colour="#1c2733")
    assert [part for part in ("bg1", "tx1") if f'val="{part}"' in written] == ["bg1", "tx1"]


@pytest.mark.parametrize("text", [*HOSTILE, "<b>gras</b>", "un<br>deux", "&amp;"])
def test_markup_in_a_label_stays_words(text: str) -> None:
    ((run,),) = runs(paragraphs(lines_of(rich(text)), size=12, colour="#1c2733"))
    shown = "".join(c for c in text if c in "\t\n" or (c >= " " and c not in "\ufffe\uffff"))
    assert run == (shown, None)


def test_plain_text_keeps_its_own_lines() -> None:
    assert [line[0].text for line in plain("un\ndeux")] == ["un", "deux"]


def test_the_longest_line_is_as_wide_as_a_text() -> None:
    width, height = extent(lines_of(rich("un", ["trois ", "mots"])), 10)
    assert width == pytest.approx(0.54 * 10 * len("trois mots"))
    assert height == pytest.approx(2 * 1.22 * 10)
