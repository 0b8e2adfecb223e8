"""Does one presentation hold every view, as light as a deck can be, in the dashboard's theme or the institution's?"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pptx
import pytest
from pptx.presentation import Presentation

from dashboard.charts.theme import INK, PAPER, SEQUENTIAL
from dashboard.domain.errors import SettingError
from dashboard.outputs.deck.presentation import Cover, Shown, write_deck
from dashboard.outputs.deck.skeleton import skeleton
from dashboard.outputs.deck.template import Template, own_template, template_from
from dashboard.publication import Publication
from dashboard.views.catalogue import views
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
    found = parts(content)
    types = found["[Content_Types].xml"]
    assert b"image/" not in types
    assert not [name for name in found if "/media/" in name]
    assert len(pptx.Presentation(BytesIO(content)).slides) == len(shown) + 3


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


def test_the_theme_is_the_dashboard_s_and_shapes_follow_it(publication: Publication) -> None:
    content = write_deck(
        [Shown(composed("carte", "", publication))],
        Cover("T", "S", "H", composed("chiffres-cles", "", publication)),
        own_template(),
    )
    found = parts(content)
    theme = found["ppt/theme/theme1.xml"].decode()
    for colour in (INK, PAPER, SEQUENTIAL[-1]):
        assert colour[1:].upper() in theme
    slide = next(data for name, data in found.items() if name == "ppt/slides/slide3.xml").decode()
    assert slide.count('schemeClr val="accent1"') > 10
    assert "accent2" in slide


def _renamed(change: Callable[[str], str]) -> bytes:
    out = BytesIO()
    with ZipFile(BytesIO(skeleton())) as given, ZipFile(out, "w") as written:
        for name in given.namelist():
            text = given.read(name).decode()
            written.writestr(name, change(text))
    return out.getvalue()


def test_the_institution_s_template_is_used_without_its_slides(
    tmp_path: Path, publication: Publication, cover: Cover
) -> None:
    theirs = pptx.Presentation(BytesIO(_renamed(lambda text: text.replace("Segoe UI", "Arial"))))
    theirs.slides.add_slide(theirs.slide_layouts[0])
    path = tmp_path / "modele.pptx"
    theirs.save(str(path))
    content = write_deck([Shown(composed("statut", "", publication))], cover, template_from(path))
    deck = _opened(content)
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
    path.write_bytes(_renamed(change))
    assert isinstance(template_from(path), Template)


def test_a_template_without_a_layout_is_refused_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "modele.pptx"
    path.write_bytes(_renamed(lambda text: text.replace('name="Titre seul"', 'name="Autre"')))
    with pytest.raises(SettingError, match=r"« Titre seul ».*Ses dispositions.*« Autre »"):
        template_from(path)


@pytest.mark.parametrize("content", [b"", b"not a package", b"PK\x05\x06" + bytes(18)])
def test_a_file_that_is_no_template_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "modele.pptx"
    path.write_bytes(content)
    with pytest.raises(SettingError, match="DASHBOARD_DECK_TEMPLATE"):
        template_from(path)


def _opened(content: bytes) -> Presentation:
    return pptx.Presentation(BytesIO(content))
