"""Which exhibits does a presentation show, each of whom, whatever its bar filters?"""

from urllib.parse import quote

import pytest

from dashboard.publication import Publication
from dashboard.text.selections import selection_in_words
from dashboard.web.pages import read
from dashboard.web.presentation import PRESENTATION, usual
from dashboard.web.slots import Slot, slots_of
from tests.support.pages import answer_to, parts_at


def screens(search: str, publication: Publication) -> tuple[Slot, ...]:
    return slots_of(PRESENTATION, read(search, publication), publication)


def sentences_of(search: str, publication: Publication) -> list[str]:
    """Whom each screen is about, in words."""
    return [
        selection_in_words(slot.address.selection, publication.vocabulary)
        for slot in screens(search, publication)
    ]


def test_without_a_list_the_usual_exhibits_follow_the_page(publication: Publication) -> None:
    slots = screens("?genre=F", publication)
    assert [slot.view for slot in slots] == list(usual(publication.vocabulary))
    assert set(sentences_of("?genre=F", publication)) == {"Femmes"}


def test_who_comes_from_a_comparison_begins_with_it(publication: Publication) -> None:
    first, *others = screens("?genre=F&b.genre=H&comparer.vue=emploi", publication)
    assert first.view.name == "comparer"
    assert first.over.startswith("A : Femmes")
    assert " – B : Hommes" in first.over
    assert [slot.view for slot in others] == list(usual(publication.vocabulary))
    listed = screens("?genre=F&b.genre=H&expo=carte", publication)
    assert [slot.view.name for slot in listed] == ["carte"]


def test_each_exhibit_keeps_its_own_selection_and_switches(publication: Publication) -> None:
    search = "?expo=carte~genre%3DF%26carte.mesure%3Due&expo=statut~region%3Dcorse"
    assert sentences_of(search, publication) == ["Femmes", "Corse"]
    assert screens(search, publication)[0].address.switches == {"carte.mesure": "ue"}


def test_the_bar_s_filter_takes_the_place_of_each_screen_s_own(publication: Publication) -> None:
    search = "?genre=H&expo=carte~genre%3DF%26region%3Dcorse&expo=statut~region%3Dcorse&expo=csp"
    assert sentences_of(search, publication) == ["Hommes, Corse", "Hommes, Corse", "Hommes"]


def test_the_bar_filters_both_sides_of_a_comparison(publication: Publication) -> None:
    search = "?region=corse&expo=comparer~genre%3DF%26b.genre%3DH"
    (slot,) = screens(search, publication)
    assert slot.over.startswith("A : Femmes, Corse")
    assert " – B : Hommes, Corse" in slot.over


def test_a_view_may_come_twice(publication: Publication) -> None:
    slots = screens("?expo=carte~genre%3DF&expo=carte~genre%3DH", publication)
    assert [slot.name for slot in slots] == ["carte", "carte-2"]


def test_a_screen_tells_its_own_selection_and_the_speaker_s_title() -> None:
    search = "?expo=carte~genre%3DF~Où vivent-elles ?&expo=methode~genre%3DF~Méthode"
    parts = parts_at("/presentation", search)
    heads = [parts[name]["head"] for name in ("carte", "methode")]
    assert "Femmes" in heads[0]
    assert "543" in heads[0]
    assert "Où vivent-elles\u202f?" in heads[0]
    assert "Toutes les promotions" in heads[1]
    assert "Femmes" not in heads[1]


@pytest.mark.parametrize(("bar", "kept"), [("", True), ("genre=F", True), ("genre=H", False)])
def test_what_was_written_of_some_people_goes_when_a_live_filter_brings_others(
    bar: str, kept: bool
) -> None:
    words = quote("Où vivent-elles ?\nUne sur cinq en Alsace.")
    screens = f"expo=carte~genre%3DF~{words}&expo=methode~~{quote('Comment compter')}"
    parts = parts_at("/presentation", f"?{bar}&{screens}")
    head = parts["carte"]["head"]
    assert ("Où vivent-elles" in head) is kept
    assert ('<p class="comment">Une sur cinq en Alsace.</p>' in head) is kept
    assert ('<h2 id="titre-carte" tabindex="-1">Bénéficiaires par région</h2>' in head) is not kept
    # No filter changes whom the method speaks of.
    assert "Comment compter" in parts["methode"]["head"]


def test_above_screens_of_several_selections_stands_none_of_them() -> None:
    search = "?expo=carte~genre%3DF"
    assert answer_to("/presentation", search).bar.headline == "Chaque écran dit sa sélection."
    assert answer_to("/", search).bar.headline.endswith("bénéficiaires")


def test_a_collected_presentation_is_kept_in_the_best_address() -> None:
    search = (
        "?genre=F&titre=Bilan%20%C3%A0%20lire&expo=carte~genre%3DF%26carte.mesure%3Due~Un%20titre"
    )
    assert answer_to("/", search).best == search
