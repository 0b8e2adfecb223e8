"""Which sets of categories are told in detail, of those that everybody may ask for?"""

from __future__ import annotations

from copy import copy

import pytest

from dashboard.disclosure.policy import DIFFUSION
from dashboard.disclosure.unions import Unions, offers
from dashboard.domain.counts import Suppressed
from dashboard.domain.dimension import dimension
from dashboard.domain.keys import UnionKeys
from dashboard.domain.query import Query, crossing, narrowed
from dashboard.domain.selection import Selection
from dashboard.publication import Publication
from tests.support.diffused import diffused

REGIONS = {
    "42": 128,
    "72": 78,
    "91": 118,
    "73": 5,
    "74": 4,
    "54": 33,
    "82": 220,
    "43": 10,
    "52": 243,
}
"""People of some regions: Occitanie is 91 and 73, Nouvelle-Aquitaine 72, 74 and 54, the south-west both but 91."""

STATUS = {"salaried": 222, "self_employed": 25, "searching": 396, "studying": 23, "inactive": 20}

UNIONS = Unions(
    lambda key: STATUS if key.variable == "status" else REGIONS,
    diffused().vocabulary,
    UnionKeys("x" * 32),
    lambda one, other: {},
)


JOBS = tuple(
    dimension(f"{name}@{wave}")
    for name in ("contract", "csp", "sector", "working_time", "salary_band")
    for wave in ("T0", "T1", "T2", "T3")
)

ENOUGH_BLANK = {"salary_band@T1", "salary_band@T2"}
"""After enrolment, thirty or more left these blank, beside those of whom the situation is not known either."""

FEW_BLANK = {str(key) for key in JOBS if key.wave != "T0"} - ENOUGH_BLANK


@pytest.mark.parametrize(
    ("along", "code", "withheld"),
    [
        ("current_region", "76", True),  # five more than 91
        ("current_region", "75", True),  # five fewer than the south-west, which comes first
        ("current_region", "84", False),  # the same people as 82: nobody of 83
        ("current_region", "27", False),  # the same people as 43
        ("region", "73", False),  # a value, however small
    ],
)
def test_a_set_that_differs_by_few_from_what_comes_before_is_withheld(
    along: str, code: str, withheld: bool
) -> None:
    assert UNIONS.withheld(dimension(along), [code]) is withheld


def test_what_a_study_is_about_is_told_and_rounded_by_itself() -> None:
    key = dimension("status@T1")
    employed = UNIONS.key(key, ["salaried", "self_employed"])
    assert not UNIONS.withheld(key, ["salaried", "self_employed"])
    assert 0 < employed < 1 << 32
    assert employed != UNIONS.key(dimension("status@T2"), ["salaried", "self_employed"])
    assert UNIONS.key(key, ["salaried"]) == 0


def test_those_who_told_are_rounded_by_themselves_beside_all_respondents() -> None:
    assert UNIONS.key(dimension("status@T1"), list(STATUS)) > 0


@pytest.mark.parametrize("of", ["contract", "csp", "sector", "working_time", "salary_band"])
@pytest.mark.parametrize("wave", ["T1", "T2", "T3"])
def test_whoever_has_no_job_is_rounded_the_same_way_whichever_variable_says_so(
    of: str, wave: str
) -> None:
    jobless = ["searching", "studying", "inactive"]
    key = UNIONS.key(dimension(f"status@{wave}"), jobless)
    assert UNIONS.key(dimension(f"{of}@{wave}"), ["not_employed"]) == key > 0
    assert UNIONS.key(dimension(f"{of}@T0"), ["not_employed"]) == 0
    assert UNIONS.concern(dimension(f"{of}@{wave}"), by_itself=True)


def test_a_category_that_holds_another_variable_s_and_few_people_more_is_withheld() -> None:
    """Five of those who enrolled in 2013-2014 had come before; at T2 eight of the employed left their CSP blank."""
    years = diffused().withheld(dimension("academic_year"))
    assert years == {"2013-2014"}
    blank = {str(key): diffused().withheld(key) for key in JOBS}
    assert blank == {name: {"no_information"} if name in FEW_BLANK else set() for name in blank}


def test_a_year_of_enrolments_is_told_in_total_and_nothing_else_of_it() -> None:
    table = diffused().tabulate(Query((dimension("academic_year"),), counted="enrolment"))
    assert table.count({"academic_year": "2013-2014"}) > 200
    by_gender = crossing("academic_year", "gender", counted="enrolment")
    numbers = diffused().tabulate(by_gender).count({"academic_year": "2013-2014", "gender": "F"})
    assert isinstance(numbers, Suppressed)


def test_the_same_categories_have_one_number_whichever_division_names_them() -> None:
    south_west = ["72", "74", "73", "54"]
    assert (
        UNIONS.key(dimension("region"), south_west)
        == UNIONS.key(dimension("region"), south_west[::-1])
        > 0
    )
    assert (
        UNIONS.key(dimension("current_region"), ["84"])
        == UNIONS.key(dimension("region"), ["82"])
        == 0
    )


def test_nothing_is_told_of_midi_pyrenees_by_what_lies_around_it() -> None:
    for along in ("gender", "status@T1", "cohort"):
        for of in ({"current_region": ["76"]}, {"current_region": ["75"]}):
            table = diffused().tabulate(crossing(along, of=narrowed(Selection(), **of)))
            assert {str(n) for n in table.by_code(along).values()} == {str(Suppressed())}


def test_lists_offer_what_is_told() -> None:
    assert diffused().withheld(dimension("current_region")) == {"75", "76"}
    assert not diffused().withheld(dimension("region"))
    region = dimension("region")
    assert diffused().groupings(region) == diffused().vocabulary.groupings(region)


def test_an_untold_union_is_one_of_the_offers() -> None:
    finer = dimension("region")
    assert frozenset({"91", "73"}) in set(offers(finer, diffused().vocabulary))


def test_nothing_is_told_without_the_secret_numbers() -> None:
    bare = copy(diffused()._source)
    object.__setattr__(bare, "union_keys", None)
    with pytest.raises(ValueError, match="lacks what it needs"):
        Publication(bare, DIFFUSION).tabulate(Query(()))
