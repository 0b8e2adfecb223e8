"""What does each rule of `diffusion` keep? Each check is about one of them, and fails without it.

A check is given the rules that it is tried on: those of the policy, or the same with one taken away.
"""

from __future__ import annotations

from collections.abc import Callable
from math import isnan

from dashboard.disclosure.rules.diffusion import Diffusion
from dashboard.disclosure.rules.regional import Regional
from dashboard.domain.counts import Count, Rounded, Suppressed
from dashboard.domain.statistics.rates import Share
from dashboard.domain.statistics.weighting import UNITS_OF_WEIGHT
from dashboard.domain.tables import RawTable, Rules
from tests.support.population import Population, people

Check = Callable[[Diffusion], None]

SECRETS = [f"{number:0>32}" for number in range(200)]

NORTH = {("F", "north", "job"): 41, ("M", "north", "none"): 47, ("F", "north", "none"): 33}

TOWN = {
    ("F", "north", "job"): 25,
    ("F", "north", "none"): 19,
    ("F", "south", "job"): 4,
    ("F", "south", "none"): 3,
    ("M", "north", "job"): 31,
    ("M", "north", "none"): 28,
    ("M", "south", "job"): 7,
    ("M", "south", "none"): 0,
}
"""In the south are 7 women, of whom 4 have a job, and 7 men, all of whom have one."""

NAMES = ("gender", "region", "work")


def town(secret: str = SECRETS[0], weights: list[int] | None = None) -> Population:
    return people(TOWN, *NAMES, secret=secret, weights=weights)


def numbers_are_multiples_of_five(rules: Diffusion) -> None:
    table = town().raw("gender", "region", "work")
    told = [rules.count(table, where) for where in ({}, {"gender": "F"}, {"region": "north"})]
    assert all(isinstance(number, Rounded) and number % 5 == 0 for number in told)


def a_number_is_within_four_of_what_it_stands_for(rules: Diffusion) -> None:
    for secret in SECRETS:
        table = town(secret).raw("gender", "region")
        assert abs(rules.count(table, {}) - 117) <= 4
        assert abs(rules.count(table, {"gender": "M"}) - 66) <= 4


def a_number_is_right_on_average_over_keys(rules: Diffusion) -> None:
    told = [rules.count(town(secret).raw("gender"), {"gender": "M"}) for secret in SECRETS]
    # 66 is 65 with four keys of five, else 70: of 200 means, four standard deviations are 0.57.
    assert abs(sum(told) / len(told) - 66) < 0.57
    assert set(told) == {65, 70}


def the_same_people_are_rounded_the_same_way(rules: Diffusion) -> None:
    for secret in SECRETS[:20]:
        by_table = rules.count(town(secret).raw("region"), {"region": "north"})
        by_selection = rules.count(town(secret).raw("work", region="north"), {})
        both = rules.count(
            town(secret).raw("region", "gender", region="north"), {"region": "north"}
        )
        assert by_table == by_selection == both


def other_people_are_rounded_by_themselves(rules: Diffusion) -> None:
    """Otherwise two groups of as many people, of which one has somebody more, would differ as they really do."""
    ways = set()
    for secret in SECRETS[:40]:
        table = people(
            {("a", "x"): 41, ("b", "x"): 41, ("b", "y"): 1}, "group", "one", secret=secret
        )
        raw = table.raw("group")
        ways.add(rules.count(raw, {"group": "b"}) - rules.count(raw, {"group": "a"}))
    assert ways == {-5, 0, 5}


def a_small_group_has_no_detail_in_a_table(rules: Diffusion) -> None:
    table = town().raw("gender", "region", "work")
    for work in ("job", "none"):
        assert secret(rules.count(table, {"gender": "F", "region": "south", "work": work}))
        assert secret(rules.count(table, {"region": "south", "work": work}))
    assert not secret(rules.count(table, {"gender": "M", "region": "north", "work": "job"}))


def a_small_group_has_no_detail_when_it_is_selected(rules: Diffusion) -> None:
    table = town().raw("work", region="south", gender="F")
    assert secret(rules.count(table, {"work": "job"}))
    assert secret(rules.count(town().raw(region="south", gender="F", work="job"), {}))


def a_detail_of_a_selection_has_no_parent_left_unseen(rules: Diffusion) -> None:
    """Women of the south are asked of a table of women: their parent without the condition is the south."""
    assert secret(rules.count(town().raw("region", gender="F", work="job"), {"region": "south"}))
    assert secret(rules.count(town().raw(region="south", work="none"), {}))


def what_all_of_a_small_group_share_is_not_told(rules: Diffusion) -> None:
    table = town().raw("gender", "region", "work")
    men = {"gender": "M", "region": "south"}
    assert secret(rules.count(table, men | {"work": "job"}))


def nobody_and_few_are_not_told_apart(rules: Diffusion) -> None:
    table = town().raw("gender", "region", "work")
    men = {"gender": "M", "region": "south"}
    assert secret(rules.count(table, men | {"work": "none"}))
    assert secret(rules.count(table, men | {"work": "job"}))
    of_two = {rules.count(handful(secret), {"group": "b"}) for secret in SECRETS[:20]}
    of_nobody = {rules.count(handful(secret), {"group": "c"}) for secret in SECRETS[:20]}
    assert of_two == {0, 5}
    assert of_nobody == {0}


def units_of_few_people_are_not_told(rules: Diffusion) -> None:
    groups = {("F", "law"): 5, ("F", "art"): 40, ("M", "law"): 60, ("X", "art"): 30}
    table = people(groups, "gender", "subject", rows=[6] * 135).raw("gender", "subject")
    assert secret(rules.count(table, {"gender": "F", "subject": "law"}))
    assert secret(rules.count(table, {"gender": "X", "subject": "law"}))
    assert not secret(rules.count(table, {"gender": "F", "subject": "art"}))


def a_parent_of_units_has_so_many_people_not_units(rules: Diffusion) -> None:
    groups = {("F", "law"): 11, ("F", "art"): 4, ("M", "law"): 60, ("M", "art"): 60}
    table = people(groups, "gender", "subject", rows=[6] * 135).raw("gender", "subject")
    assert secret(rules.count(table, {"gender": "F", "subject": "law"}))


def whole_numbers_that_people_gave_are_not_told(rules: Diffusion) -> None:
    salaries = {("F", "1500"): 50, ("F", "1600"): 50, ("M", "1500"): 50}
    asked = people(salaries, "gender", "salary", answers=frozenset({"salary"}))
    assert secret(rules.count(asked.raw("gender", "salary"), {"salary": "1500"}))
    assert secret(rules.count(asked.raw("gender", salary="1500"), {"gender": "F"}))
    assert not secret(rules.count(asked.raw("gender", "salary"), {"gender": "F"}))


def ages_of_a_large_group_are_told_one_by_one(rules: Diffusion) -> None:
    """Else no mean age would be: an age is a value, and its details are those of a group of one age."""
    ages = {(gender, str(age)): 2 for gender in "FM" for age in range(20, 50)}
    table = people(ages, "gender", "age", values=frozenset({"age"})).raw("gender", "age")
    assert not secret(rules.count(table, {"gender": "F", "age": "30"}))


def ages_of_a_small_group_are_not_told(rules: Diffusion) -> None:
    """Whoever is alone of their age would be told as 5 once in five, with whatever they share with the group."""
    ages = {("F", str(age)): 1 for age in range(20, 65)} | {("M", "30"): 80}
    table = people(ages, "gender", "age", values=frozenset({"age"})).raw("gender", "age")
    assert secret(rules.count(table, {"gender": "F", "age": "30"}))
    assert not secret(rules.count(table, {"gender": "M", "age": "30"}))


def a_weight_is_rounded(rules: Diffusion) -> None:
    table = weighed().raw("gender", "region")
    assert rules.weight(table, {"gender": "F"}) % 5 == 0
    assert abs(rules.weight(table, {"gender": "F"}) - 1.3 * 51) < 5


def a_weight_is_suppressed_where_its_people_are(rules: Diffusion) -> None:
    table = weighed().raw("gender", "region", "work")
    assert isnan(rules.weight(table, {"gender": "F", "region": "south", "work": "job"}))
    assert isnan(rules.weight(weighed().raw("work", region="south", gender="F"), {"work": "job"}))


def a_share_has_no_small_base(rules: Diffusion) -> None:
    base = rules.count(people({("a",): 15, ("b",): 60}, "group").raw("group"), {"group": "a"})
    assert base == 15
    assert Share(rules.count(town().raw(), {}), base).percent is None
    assert Share(0, base).hidden


def a_share_of_what_is_suppressed_is_not_told(rules: Diffusion) -> None:
    table = town().raw("gender", "region", "work")
    part = rules.count(table, {"region": "south", "work": "job"})
    assert Share(part, rules.count(table, {"gender": "F"})).percent is None


def another_region_is_rounded(rules: Diffusion) -> None:
    manager = regional(rules)
    table = town().raw("region", "gender")
    for where in ({}, {"region": "south"}, {"region": "north"}, {"gender": "F"}):
        assert manager.count(table, where) == rules.count(table, where)
        assert manager.count(table, where) % 5 == 0
    wider = town().raw("gender", region=("north", "south"))
    assert manager.count(wider, {"gender": "F"}) % 5 == 0
    assert manager.count(town().raw("gender", region="south"), {"gender": "F"}) == 7


def regional(rules: Diffusion) -> Rules:
    manager = Regional(("south",))
    manager._others = rules
    return manager


def weighed() -> Population:
    return town(weights=[int(1.3 * UNITS_OF_WEIGHT)] * 117)


def handful(secret: str) -> RawTable:
    codes = {"group": ("a", "b", "c")}
    return people({("a",): 60, ("b",): 2}, "group", secret=secret, codes=codes).raw("group")


def secret(number: Count) -> bool:
    return isinstance(number, Suppressed)


CHECKS: tuple[Check, ...] = (
    numbers_are_multiples_of_five,
    a_number_is_within_four_of_what_it_stands_for,
    a_number_is_right_on_average_over_keys,
    the_same_people_are_rounded_the_same_way,
    other_people_are_rounded_by_themselves,
    a_small_group_has_no_detail_in_a_table,
    a_small_group_has_no_detail_when_it_is_selected,
    a_detail_of_a_selection_has_no_parent_left_unseen,
    what_all_of_a_small_group_share_is_not_told,
    nobody_and_few_are_not_told_apart,
    units_of_few_people_are_not_told,
    a_parent_of_units_has_so_many_people_not_units,
    whole_numbers_that_people_gave_are_not_told,
    ages_of_a_large_group_are_told_one_by_one,
    ages_of_a_small_group_are_not_told,
    a_weight_is_rounded,
    a_weight_is_suppressed_where_its_people_are,
    a_share_has_no_small_base,
    a_share_of_what_is_suppressed_is_not_told,
    another_region_is_rounded,
)
