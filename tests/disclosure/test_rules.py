"""Is whatever a view may ask of a table released by itself, under whichever rules?

Two made-up policies stand for those to come: one rounds counts to 5, the other suppresses those under 3.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import product
from math import isnan, nan

import pytest

from dashboard.disclosure.policy import INTERNAL, Policy
from dashboard.domain.counts import Count, Suppressed
from dashboard.domain.frequency_table import Where
from dashboard.domain.query import Query, crossing, narrowed
from dashboard.domain.selection import Selection
from dashboard.domain.tables import RawTable, ReleasedTable, Rules
from dashboard.domain.transitions import flows_between
from dashboard.publication import Publication
from tests.support.publications import demonstration
from tests.support.released import released

BASE, LEAST = 5, 3

QUERIES: dict[str, Query] = {
    "map": crossing("region", "cohort", "gender"),
    "status": crossing("status@T1", "status@T2"),
    "occupation": crossing("csp@T0", "csp@T1", "response"),
    "enrolments": crossing("cohort", "academic_year", "enrolment_rank", counted="enrolment"),
    "units": crossing("teaching_team", "pathway", counted="unit"),
    "benefits": crossing("cohort", "benefit", counted="answer"),
    "ages": crossing("cohort", "gender", "age_at_enrolment"),
    "headline": crossing(),
}
"""As views ask for them."""


def rounded(people: int) -> Count:
    return BASE * round(people / BASE)


def hidden(people: int) -> Count:
    return Suppressed() if 0 < people < LEAST else people


class Rounding(Rules):
    """Each sum to the nearest multiple of 5, whoever is in it."""

    def count(self, table: RawTable, where: Where) -> Count:
        return rounded(table.counts.people(where))

    def weight(self, table: RawTable, where: Where) -> float:
        return BASE * round(table.counts.weight(where) / BASE)


class Suppression(Rules):
    """Each sum as it is, but of one or two people."""

    def count(self, table: RawTable, where: Where) -> Count:
        return hidden(table.counts.people(where))

    def weight(self, table: RawTable, where: Where) -> float:
        told = table.counts.weight(where)
        return nan if isinstance(self.count(table, where), Suppressed) else told


ROUNDING = Policy("arrondi", "Arrondis à 5.", Rounding())
SUPPRESSION = Policy("secret", "Moins de 3 : secret.", Suppression())
POLICIES = ((ROUNDING, rounded), (SUPPRESSION, hidden))
"""Each policy, and what it makes of a count."""

Rule = Callable[[int], Count]

TABLE = """
    gender  status@T1  n
    F       salaried   2
    F       searching  2
    F       studying   2
    M       salaried   7
    M       searching  1
    M       studying   0
"""


def under(policy: Policy) -> Mapping[str, ReleasedTable]:
    """What the queries give of few people."""
    few = narrowed(Selection(), region=["43", "24"])
    publication = Publication(demonstration()._source, policy)
    return publication.tabulate_all({n: replace(q, selection=few) for n, q in QUERIES.items()})


def sums(table: ReleasedTable) -> dict[object, Count]:
    """Cells, margins along each dimension and each two, the total, and groups of codes."""
    names = [str(dimension) for dimension in table.dimensions]
    made: dict[object, Count] = {"total": table.total()} | dict(table.cells())
    for axis, name in enumerate(names):
        made |= {(name, code): n for code, n in table.by_code(name).items()}
        made |= {(name, "count", code): table.count({name: code}) for code in table.codes[axis]}
        made[name, "all but one"] = table.count({name: table.codes[axis][1:]})
    for first in names:
        for second in names:
            if first != second:
                made |= {(first, second, *c): n for c, n in table.margin(first, second).cells()}
    return made


@pytest.mark.parametrize(("policy", "rule"), POLICIES, ids=("rounding", "suppression"))
def test_each_sum_is_that_of_its_people_under_the_rule(policy: Policy, rule: Rule) -> None:
    exact, protected = under(INTERNAL), under(policy)
    changed = 0
    for name in QUERIES:
        people = sums(exact[name])
        assert sums(protected[name]) == {what: rule(n) for what, n in people.items()}
        changed += sums(protected[name]) != people
    assert changed >= len(QUERIES) - 1


def test_a_margin_is_not_the_sum_of_its_cells() -> None:
    table = released(TABLE, ROUNDING)
    assert [table.count({"gender": "F", "status@T1": code}) for code in table.codes[1]] == [0] * 3
    assert table.by_code("gender") == {"F": 5, "M": 10}
    assert table.total() == 15


def test_a_margin_of_suppressed_cells_may_be_released() -> None:
    table = released(TABLE, SUPPRESSION)
    women = table.margin("status@T1", "gender")
    assert all(isinstance(n, Suppressed) for (_, g), n in women.cells() if g == "F")
    assert table.count({"gender": "F"}) == 6
    assert isinstance(
        table.count({"gender": "M", "status@T1": ("searching", "studying")}), Suppressed
    )
    assert table.collapsed("gender", {"all": ("F", "M")}).by_code("status@T1") == {
        "salaried": 9,
        "searching": 3,
        "studying": Suppressed(),
    }


def test_only_crossings_with_a_number_above_zero_are_occupied() -> None:
    told = dict(released(TABLE, SUPPRESSION).occupied())
    assert told == {("M", "salaried"): 7}
    assert dict(released(TABLE, ROUNDING).occupied()) == {("M", "salaried"): 5}


def test_flows_are_of_those_whose_number_may_be_told() -> None:
    flows = flows_between(released(TABLE, SUPPRESSION))
    assert [node.count for node in flows.nodes] == [6, 8, 9, 3]
    assert flows.base == 14


def test_a_weight_is_released_only_with_its_people() -> None:
    query = replace(crossing("region", "cohort"), weighted=True)
    exact, protected = (
        Publication(demonstration()._source, policy).tabulate(query)
        for policy in (INTERNAL, SUPPRESSION)
    )
    people = demonstration().tabulate(
        replace(query, weighted=False, selection=narrowed(Selection(), response=["respondent"]))
    )
    hidden_ones = 0
    for region, cohort in product(*people.codes):
        here = {"region": region, "cohort": cohort}
        if 0 < people.count(here) < LEAST:
            assert isnan(protected.weight(here))
            hidden_ones += 1
        else:
            assert protected.weight(here) == exact.weight(here)
    assert hidden_ones
    assert protected.weight({}) == exact.weight({})
