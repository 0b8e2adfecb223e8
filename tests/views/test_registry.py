"""Does the registry find every view, in the order of the pages, under names that fit an address?"""

import pytest

from dashboard.content.page import OVERVIEW, PAGES
from dashboard.domain.codebook import slug
from dashboard.domain.errors import AddressError
from dashboard.publication import Publication
from dashboard.views.registry import all_switches, view_named, views, views_of


def test_the_overview_has_its_views_in_order() -> None:
    names = [view.name for view in views_of(OVERVIEW)]
    assert names == [
        "chiffres-cles",
        "carte",
        "statut",
        "csp",
        "secteur",
        "evolution",
        "derniere-edition",
    ]


def test_views_stand_in_the_order_of_pages_and_places() -> None:
    places = [(PAGES.index(view.page), view.place) for view in views().values()]
    assert places == sorted(places)
    assert len(set(places)) == len(places)
    assert [view for page in PAGES for view in views_of(page)] == list(views().values())


def test_names_of_views_are_words_of_an_address() -> None:
    for name, view in views().items():
        assert name == view.name == slug(name)


def test_switches_bear_the_name_of_their_view_and_do_not_meet_variables(
    publication: Publication,
) -> None:
    parameters = [switch.parameter for switch in all_switches()]
    assert len(parameters) == len(set(parameters))
    for view in views().values():
        for switch in view.switches:
            assert switch.parameter.startswith(f"{view.name}.")
    assert not set(parameters) & set(publication.vocabulary.codebook.by_parameter)


def test_a_switch_stands_at_one_of_its_positions_by_itself(publication: Publication) -> None:
    for switch in all_switches():
        values = [choice.value for choice in switch.choices(publication.vocabulary)]
        assert switch.first(publication.vocabulary) in values
        assert len(values) == len(set(values))


def test_a_view_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(AddressError, match=r"La vue « meteo » n'existe pas.*chiffres-cles"):
        view_named("meteo")
