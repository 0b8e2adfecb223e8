"""Does the institution's template serve as it is, and does one that cannot serve say so when the dashboard starts?"""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from zipfile import ZipFile

import pptx
import pytest
from pptx.slide import Slide

from dashboard.domain.errors import SettingError
from dashboard.outputs.deck.frames import room_of
from dashboard.outputs.deck.presentation import Cover, Shown, write_deck
from dashboard.outputs.deck.skeleton import skeleton
from dashboard.outputs.deck.template import (
    BODIES,
    TITLES,
    Template,
    held_by,
    layout_named,
    own_template,
    template_from,
)
from dashboard.publication import Publication
from tests.outputs.taken import composed, parts

LONG = "Ce que deviennent les bénéficiaires du partenariat " * 4


@pytest.fixture
def cover(publication: Publication) -> Cover:
    key = composed("chiffres-cles", "", publication)
    return Cover(LONG[:190], "Partenariat", "Tous : 1 044", key, ("Population : x.",) * 40)


def changed(change: Callable[[str], str]) -> bytes:
    """Our own template, the text of each of its parts changed."""
    out = BytesIO()
    with ZipFile(BytesIO(skeleton())) as given, ZipFile(out, "w") as written:
        for name in given.namelist():
            text = given.read(name).decode()
            written.writestr(name, change(text))
    return out.getvalue()


def test_the_institution_s_template_is_used_without_its_slides(
    tmp_path: Path, publication: Publication, cover: Cover
) -> None:
    theirs = pptx.Presentation(BytesIO(changed(lambda text: text.replace("Segoe UI", "Arial"))))
    theirs.slides.add_slide(theirs.slide_layouts[0])
    path = tmp_path / "modele.pptx"
    theirs.save(str(path))
    content = write_deck([Shown(composed("statut", "", publication))], cover, template_from(path))
    deck = pptx.Presentation(BytesIO(content))
    assert len(deck.slides) == 4
    assert b"Arial" in parts(content)["ppt/theme/theme1.xml"]


def test_an_english_template_and_a_potx_serve_too(tmp_path: Path) -> None:
    english = {
        "Diapositive de titre": "Title Slide",
        "Titre et contenu": "Title and Content",
        "Titre seul": "Title Only",
    }

    def change(text: str) -> str:
        for french, named in english.items():
            text = text.replace(f'name="{french}"', f'name="{named}"')
        return text.replace("presentationml.presentation.main", "presentationml.template.main")

    path = tmp_path / "template.potx"
    path.write_bytes(changed(change))
    assert isinstance(template_from(path), Template)


def test_a_template_without_a_layout_is_refused_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "modele.pptx"
    path.write_bytes(changed(lambda text: text.replace('name="Titre seul"', 'name="Autre"')))
    with pytest.raises(SettingError, match=r"« Titre seul ».*Ses dispositions.*« Autre »"):
        template_from(path)


@pytest.mark.parametrize("content", [b"", b"not a package", b"PK\x05\x06" + bytes(18)])
def test_a_file_that_is_no_template_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "modele.pptx"
    path.write_bytes(content)
    with pytest.raises(SettingError, match="DASHBOARD_DECK_TEMPLATE"):
        template_from(path)


def saved(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def test_a_placeholder_may_have_any_number(
    tmp_path: Path, publication: Publication, cover: Cover
) -> None:
    path = saved(tmp_path / "modele.pptx", changed(lambda t: re.sub(r'idx="1"/>', 'idx="13"/>', t)))
    deck = pptx.Presentation(BytesIO(write_deck([], cover, template_from(path))))
    assert "Partenariat" in held_by(deck.slides[0].placeholders, BODIES).text_frame.text
    assert "Population : x." in held_by(deck.slides[2].placeholders, BODIES).text_frame.text


@pytest.mark.parametrize(
    ("kind", "layout", "missing"),
    [
        ("subTitle", "Diapositive de titre", "un sous-titre"),
        ("ctrTitle", "Diapositive de titre", "un titre"),
        ("title", "Titre et contenu", "un titre"),
    ],
)
def test_a_layout_without_a_place_for_what_is_written_is_refused(
    tmp_path: Path, kind: str, layout: str, missing: str
) -> None:
    content = changed(lambda text: text.replace(f'<p:ph type="{kind}"', '<p:ph type="pic"'))
    with pytest.raises(SettingError, match=rf"modele.pptx.*{missing} à.*« {layout} »\. Ajoutez-le"):
        template_from(saved(tmp_path / "modele.pptx", content))


def test_a_layout_of_any_master_serves() -> None:
    wanted = SimpleNamespace(name="Title Only")
    masters = [
        SimpleNamespace(slide_layouts=[SimpleNamespace(name="Autre")]),
        SimpleNamespace(slide_layouts=[wanted]),
    ]
    assert layout_named(SimpleNamespace(slide_masters=masters), "Titre seul") is wanted


def test_sections_and_shows_that_list_removed_slides_go_with_them(tmp_path: Path) -> None:
    stale = (
        '<p:custShowLst><p:custShow name="x" id="0"><p:sldLst/></p:custShow></p:custShowLst>'
        '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst '
        'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section '
        'name="Intro" id="{0}"><p14:sldIdLst><p14:sldId id="256"/></p14:sldIdLst></p14:section>'
        "</p14:sectionLst></p:ext></p:extLst></p:presentation>"
    )
    content = changed(lambda text: text.replace("</p:presentation>", stale))
    template = template_from(saved(tmp_path / "modele.pptx", content))
    out = BytesIO()
    template.opened().save(out)
    written = parts(out.getvalue())["ppt/presentation.xml"]
    assert b"sectionLst" not in written
    assert b"custShow" not in written


def stock(path: Path) -> Path:
    """A template as Office starts with: titles of 44 points, in a slide of 4:3."""
    pptx.Presentation().save(str(path))
    return path


@pytest.mark.parametrize("ours", [True, False])
def test_titles_and_texts_stay_in_their_boxes(
    tmp_path: Path, publication: Publication, cover: Cover, *, ours: bool
) -> None:
    template = own_template() if ours else template_from(stock(tmp_path / "modele.pptx"))
    shown = [Shown(composed("comparer", "", publication), LONG)]
    deck = pptx.Presentation(BytesIO(write_deck(shown, cover, template)))
    for slide in deck.slides:
        for shape in slide.placeholders:
            if shape.placeholder_format.type in (*TITLES, *BODIES):
                lines = [paragraph.text for paragraph in shape.text_frame.paragraphs]
                assert room_of(slide, shape).holds(lines, size_of(slide, shape)), shape.name


def size_of(slide: Slide, shape: pptx.shapes.placeholder.SlidePlaceholder) -> float:
    written = shape.text_frame.paragraphs[0].runs[0].font.size
    return written.pt if written is not None else room_of(slide, shape).size


def test_what_a_method_slide_leaves_out_it_announces(
    publication: Publication, cover: Cover
) -> None:
    deck = pptx.Presentation(BytesIO(write_deck([], cover, own_template())))
    slide = deck.slides[2]
    lines = held_by(slide.placeholders, BODIES).text_frame.text.split("\n")
    assert lines[-1] == "La suite est dans les commentaires de cette diapositive."
    assert slide.notes_slide.notes_text_frame.text.count("Population : x.") == 40


def test_key_figures_and_method_say_where_they_come_from(
    publication: Publication, cover: Cover
) -> None:
    deck = pptx.Presentation(BytesIO(write_deck([], cover, own_template())))
    for slide in (deck.slides[1], deck.slides[2]):
        footer = next(s for s in slide.shapes if s.name == "Pied de page").text_frame.text
        assert "#chiffres-cles" in footer
        assert "synthétiques" in footer
    figures = deck.slides[1]
    footer = next(s for s in figures.shapes if s.name == "Pied de page").text_frame.text
    assert "Source : " in footer
    assert "Taux de réponse" in figures.notes_slide.notes_text_frame.text
