"""Does one presentation hold every view, as light as a deck can be, in the dashboard's theme?"""

from __future__ import annotations

import sys
import time
from io import BytesIO

import pptx
import pytest

from dashboard.content.theme import INK, PAPER, SEQUENTIAL
from dashboard.outputs.deck.presentation import Cover, Shown, write_deck
from dashboard.outputs.deck.template import own_template
from dashboard.publication import Publication
from dashboard.views.registry import views
from tests.outputs.taken import composed, parts


@pytest.fixture
def cover(publication: Publication) -> Cover:
    key = composed("chiffres-cles", "", publication)
    return Cover("Commission sociale", "Partenariat", "Tous : 1 044", key, ("Population : x.",))


def test_a_deck_of_every_view_has_no_picture_and_is_light(
    publication: Publication, cover: Cover, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = [Shown(composed(name, "", publication)) for name in views()]
    start = time.perf_counter()
    content = write_deck(shown, cover, own_template())
    spent = time.perf_counter() - start
    with capsys.disabled():
        sys.stdout.write(f"\n{len(shown)} views: {spent:.1f} s, {len(content) / 1e6:.2f} MB\n")
    assert len(content) < 1_000_000
    files = parts(content)
    types = files["[Content_Types].xml"]
    assert b"image/" not in types
    assert not [name for name in files if "/media/" in name]
    assert len(pptx.Presentation(BytesIO(content)).slides) == len(shown) + 2


def test_slides_follow_the_list_and_bear_the_speaker_s_titles(
    publication: Publication, cover: Cover
) -> None:
    shown = [
        Shown(composed("statut", "genre=F", publication), "Que deviennent-elles ?"),
        Shown(composed("carte", "", publication)),
    ]
    deck = pptx.Presentation(BytesIO(write_deck(shown, cover, own_template())))
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert titles[0] == "Commission sociale"
    assert titles[2] == "Que deviennent-elles ?"
    assert titles[3].startswith("243 bénéficiaires résident")
    assert titles[4] == "Sources et méthode"
    others = [shape.text_frame.text for shape in deck.slides[1].placeholders]
    assert "Diapositive 3 : Femmes" in others


def test_key_figures_are_not_told_twice(publication: Publication, cover: Cover) -> None:
    women = Shown(composed("chiffres-cles", "genre=F", publication))
    same = Shown(composed("chiffres-cles", "", publication))
    sizes = [
        len(pptx.Presentation(BytesIO(write_deck(shown, cover, own_template()))).slides)
        for shown in ([same], [women])
    ]
    # Cover, exhibit, method; and the key figures of all before those of women.
    assert sizes == [3, 4]


def test_the_notes_of_each_exhibit_stand_by_the_number_of_its_slide(
    publication: Publication, cover: Cover
) -> None:
    shown = [Shown(composed(name, "", publication)) for name in ("emploi", "cout")]
    deck = pptx.Presentation(BytesIO(write_deck(shown, cover, own_template())))
    *_, last = deck.slides
    lines = last.notes_slide.notes_text_frame.text.split("\n")
    for number, item in enumerate(shown, start=3):
        caption = item.exhibit.caption
        begin = lines.index(f"Diapositive {number} : {caption.title}") + 1
        notes = [f"- {note}" for note in caption.notes]
        assert notes
        assert lines[begin : begin + len(notes)] == notes
    body = " ".join(shape.text_frame.text for shape in last.placeholders)
    assert not any(note in body for item in shown for note in item.exhibit.caption.notes)


def test_the_theme_is_the_dashboard_s_and_shapes_follow_it(publication: Publication) -> None:
    content = write_deck(
        [Shown(composed("carte", "", publication))],
        Cover("T", "S", "H", composed("chiffres-cles", "", publication)),
        own_template(),
    )
    files = parts(content)
    theme = files["ppt/theme/theme1.xml"].decode()
    for colour in (INK, PAPER, SEQUENTIAL[-1]):
        assert colour[1:].upper() in theme
    slide = next(data for name, data in files.items() if name == "ppt/slides/slide3.xml").decode()
    assert slide.count('schemeClr val="accent1"') > 10
    assert "accent2" in slide
