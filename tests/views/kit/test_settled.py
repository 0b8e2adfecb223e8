"""What does a filter settle?"""

import pytest

from dashboard.content.view import Scene
from dashboard.domain.address import parse_address
from dashboard.domain.dimension import Dimension
from dashboard.views.kit.settled import is_decided, is_foregone_at, is_settled, is_settled_at
from dashboard.views.registry import all_switches
from tests.support.exhibits import opened, shown

GENDER = Dimension("gender")


def _scene(search: str) -> Scene:
    address = parse_address(search, opened().vocabulary, all_switches())
    assert not address.problems, address.problems
    return Scene(address.selection, {}, opened().vocabulary)


@pytest.mark.parametrize(
    ("search", "along", "settled"),
    [
        ("", GENDER, False),
        ("?genre=F", GENDER, True),
        ("?promotion=2015-2016", GENDER, False),
        # The bands are made of the age, and the age lies in them.
        ("?age=50-ans-et-plus", Dimension("age_at_enrolment"), True),
    ],
)
def test_a_filter_settles_its_dimension_and_what_its_bands_are_made_of(
    search: str, along: Dimension, settled: bool
) -> None:
    assert is_settled(_scene(search), along) is settled


@pytest.mark.parametrize(
    ("search", "decided"),
    [
        ("", False),
        ("?genre=F", True),
        ("?genre=H", True),
        ("?genre=F,H", False),
        ("?cadre=oui", False),
    ],
)
def test_a_share_is_decided_where_a_filter_keeps_its_codes_alone_or_none_of_them(
    search: str, decided: bool
) -> None:
    assert is_decided(_scene(search), GENDER, ("F",)) is decided


@pytest.mark.parametrize(
    ("search", "foregone"),
    [
        ("", False),
        ("?situation.T1=en-emploi-salarie,independant-chef-d-entreprise", True),
        ("?situation.T1=en-recherche-d-emploi,en-etude", True),
        ("?situation.T1=en-recherche-d-emploi,sans-information", True),
        ("?situation.T1=sans-information,non-repondant", True),
        ("?situation.T1=en-recherche-d-emploi,en-emploi-salarie", False),
        ("?contrat.T1=cdi,cdd", True),
        ("?contrat.T1=sans-emploi", True),
        ("?contrat.T1=cdi,sans-emploi", False),
        # Who does not say what the job is like may have one.
        ("?contrat.T1=sans-information", False),
        ("?situation.T2=en-emploi-salarie", False),
    ],
)
def test_employment_at_a_wave_is_foregone_by_what_a_filter_keeps(
    search: str, foregone: bool
) -> None:
    assert is_foregone_at(_scene(search), "T1") is foregone


def test_any_answer_about_a_wave_settles_employment_at_it() -> None:
    scene = _scene("?situation.T1=en-recherche-d-emploi")
    assert is_settled_at(scene, "T1")
    assert not is_settled_at(scene, "T2")


@pytest.mark.parametrize(
    ("view", "search", "reading"),
    [
        (
            "reponses",
            "?genre=F&reponses.selon=genre",
            "Le groupe « Femmes » réunit 393 répondants et 135 non répondants.",
        ),
        (
            "cadres",
            "?cadre=oui",
            "La promotion 2016-2017 compte 213 bénéficiaires ayant cotisé en tant que cadres.",
        ),
        ("emploi-groupes", "?situation.T1=en-emploi-salarie", ""),
    ],
)
def test_no_lecture_states_as_a_share_what_a_filter_has_settled(
    view: str, search: str, reading: str
) -> None:
    assert shown(view, search).content.reading == reading


@pytest.mark.parametrize("view", ["emploi", "reponses"])
def test_a_lecture_is_of_a_wave_that_no_filter_settles(view: str) -> None:
    reading = shown(view, "?situation.T1=en-emploi-salarie").content.reading
    assert reading
    assert "100,0" not in reading
