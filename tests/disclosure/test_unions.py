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
)


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


def test_whoever_sets_absences_aside_meets_the_rounding_of_the_same_people() -> None:
    assert UNIONS.key(dimension("status@T1"), list(STATUS)) == 0


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
