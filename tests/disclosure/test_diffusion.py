"""Does `diffusion` keep each of its rules, and does a check fail where one of them is taken away?"""

from __future__ import annotations

from itertools import product

import pytest

from dashboard.disclosure.rules import diffusion, told_along
from dashboard.disclosure.rules.diffusion import Diffusion
from dashboard.disclosure.rules.regional import Regional
from dashboard.domain.statistics import rates
from dashboard.domain.tables import EXACT, RawTable, ReleasedTable, Rules
from tests.disclosure import rule_checks as checks
from tests.disclosure.condition_checks import CHECKS_OF_CONDITIONS
from tests.disclosure.rule_checks import CHECKS, Check
from tests.disclosure.rule_mutants import MUTANTS

ALL = (*CHECKS, *CHECKS_OF_CONDITIONS)


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.__name__)
def test_the_policy_keeps_its_rules(check: Check) -> None:
    check(Diffusion())


@pytest.mark.parametrize(
    ("mutant", "check"), MUTANTS, ids=[f"{m.__name__}-{c.__name__}" for m, c in MUTANTS]
)
def test_a_rule_that_is_taken_away_is_missed(mutant: type[Diffusion], check: Check) -> None:
    with pytest.raises(AssertionError):
        check(mutant())


@pytest.mark.parametrize(
    ("module", "threshold", "check"),
    [
        (rates, "LEAST_ROUNDED_BASE", checks.a_share_has_no_small_base),
        (diffusion, "LEAST_DETAILED", checks.a_small_group_has_no_detail_in_a_table),
        (diffusion, "LEAST_VALUED", checks.ages_of_a_small_group_are_not_told),
        (diffusion, "LEAST_BEHIND", checks.units_of_few_people_are_not_told),
    ],
)
def test_a_threshold_that_is_taken_away_is_missed(
    module: object, threshold: str, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, threshold, 0)
    with pytest.raises(AssertionError):
        check(Diffusion())


def test_of_very_many_crossings_each_is_told_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """So is one of a code that there is not: nobody, and not the people of another one."""
    asked = [
        {"gender": gender, "region": region, "work": work}
        for gender in ("F", "M", "X")
        for region in ("north", ("north", "south"), "east")
        for work in ("job", "none")
    ]
    expected = [Diffusion().count(checks.town().raw(*checks.NAMES), where) for where in asked]
    monkeypatch.setattr(told_along, "MOST_CELLS", 1)
    table = checks.town().raw(*checks.NAMES)
    assert [Diffusion().count(table, where) for where in asked] == expected
    assert [n for codes, n in ReleasedTable(table, Diffusion(), "diffusion").cells()] == [
        Diffusion().count(table, dict(zip(checks.NAMES, codes, strict=True)))
        for codes in product(*table.counts.codes)
    ]


def test_a_manager_who_is_told_everything_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def exact(_self: Regional, _table: RawTable) -> Rules:
        return EXACT

    monkeypatch.setattr(Regional, "_rules_of", exact)
    with pytest.raises(AssertionError):
        checks.another_region_is_rounded(Diffusion())


def test_every_check_is_missed_by_some_mutant() -> None:
    """But for those of a share's base and of regions, which are above."""
    elsewhere = {checks.a_share_has_no_small_base, checks.another_region_is_rounded}
    assert {check for _, check in MUTANTS} | elsewhere == set(ALL)
