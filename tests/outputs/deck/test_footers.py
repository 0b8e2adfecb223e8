"""Does the foot of a slide say where its numbers come from, and how to find them again?"""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pptx
import pytest

from dashboard.content.content import Content
from dashboard.content.data_table import DataTable
from dashboard.exhibits.exhibit import Exhibit
from dashboard.outputs.deck.presentation import Cover, Shown, write_deck
from dashboard.outputs.deck.template import BODIES, held_by, own_template
from dashboard.outputs.xml_safe import flat
from dashboard.publication import Publication
from dashboard.views.registry import views
from tests.outputs.deck.described import tiles
from tests.outputs.taken import composed, slide_of
from tests.support.exhibits import handmade


def footers(deck: bytes) -> list[list[str]]:
    """The lines of each slide's footer; the cover has none."""
    shapes = (shape for slide in pptx.Presentation(BytesIO(deck)).slides for shape in slide.shapes)
    frames = (shape.text_frame for shape in shapes if shape.name == "Pied de page")
    return [[paragraph.text for paragraph in frame.paragraphs] for frame in frames]


def _of_others(exhibit: Exhibit) -> Exhibit:
    """Key figures of another selection than the exhibit's: they open the deck."""
    return replace(exhibit, selection="Toutes")


def test_a_footer_of_tables_without_a_stamp_has_no_sentence_without_words() -> None:
    content = Content("T", 10, "bénéficiaires", tiles(), DataTable((), "", ()), "", "", "DNF-OEC")
    exhibit = handmade(content, stamp="")
    deck = write_deck([Shown(exhibit)], Cover("T", "S", "H", _of_others(exhibit)), own_template())
    key_figures, chart, method = footers(deck)
    last = f"{exhibit.caption.dated} · {exhibit.link}"
    assert key_figures == chart == ["Source : DNF-OEC.", last]
    assert method == [last]
    cover = pptx.Presentation(BytesIO(deck)).slides[0]
    lines = held_by(cover.placeholders, BODIES).text_frame.text.split("\n")
    assert lines == ["S", "H", exhibit.caption.dated]


def test_a_footer_of_demonstration_tables_says_once_that_they_are_synthetic() -> None:
    content = Content("T", 10, "bénéficiaires", tiles(), DataTable((), "", ()), "", "", "DNF-OEC")
    exhibit = handmade(content, stamp="Données synthétiques")
    deck = write_deck([Shown(exhibit)], Cover("T", "S", "H", _of_others(exhibit)), own_template())
    key_figures, chart, method = footers(deck)
    assert key_figures[0] == chart[0] == "Source : DNF-OEC. Données synthétiques."
    assert method[0] == "Données synthétiques."


def test_the_footer_s_address_leads_back_to_the_page(publication: Publication) -> None:
    exhibit = replace(composed("emploi", "genre=F", publication), site="https://bord.example")
    footer = next(s for s in slide_of(exhibit).shapes if s.name == "Pied de page")
    run = footer.text_frame.paragraphs[-1].runs[-1]
    assert (
        run.text
        == run.hyperlink.address
        == f"https://bord.example/devenir?genre=F&version={publication.version}#emploi"
    )


@pytest.mark.parametrize("name", views())
def test_a_slide_has_its_one_warning_and_keeps_the_rest_in_its_comments(
    name: str, publication: Publication
) -> None:
    exhibit = composed(name, "region=alsace", publication, medium="room")
    slide = slide_of(exhibit)
    footer = next(s for s in slide.shapes if s.name == "Pied de page").text_frame
    warning = [flat(exhibit.caption.warning)] if exhibit.caption.warning else []
    assert [p.text for p in footer.paragraphs][:-2] == warning
    comments = slide.notes_slide.notes_text_frame.text
    assert all(note in comments for note in exhibit.caption.notes)
