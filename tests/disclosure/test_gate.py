"""Does a count leave the sources under a policy that has rules, and under no other?"""

from dataclasses import replace

import pytest

from dashboard.disclosure.gate import release
from dashboard.disclosure.policy import DIFFUSION, INTERNAL, POLICIES, Policy, internal_of
from dashboard.domain.tables import RawTable
from tests.support.population import NoUnions, people
from tests.support.released import counted

TABLE = counted("""
    gender  cohort     n
    F       2013-2014  1
    M       2013-2014  0
    F       2014-2015  7
""")


def test_the_internal_policy_shows_exact_counts_and_signs_them() -> None:
    released = release(RawTable(TABLE), INTERNAL)
    assert dict(released.cells()) == {
        ("F", "2013-2014"): 1,
        ("F", "2014-2015"): 7,
        ("M", "2013-2014"): 0,
        ("M", "2014-2015"): 0,
    }
    assert released.policy == "interne"


@pytest.mark.parametrize("name", ["publique", "", "Interne"])
def test_a_policy_without_rules_releases_nothing(name: str) -> None:
    with pytest.raises(ValueError, match="no disclosure rule"):
        release(RawTable(TABLE), Policy(name, "Sans règles."))


def test_every_policy_is_described_in_words() -> None:
    for name, policy in POLICIES.items():
        assert policy.name == name
        assert policy.description.endswith(".")


@pytest.mark.parametrize("policy", [DIFFUSION, internal_of(("52",))])
def test_a_policy_that_protects_releases_nothing_without_keys_parents_or_unions(
    policy: Policy,
) -> None:
    groups = {("F", "x"): 30, ("M", "x"): 40}
    whole = people(groups, "gender", "one", unions=NoUnions()).raw("one", gender="F")
    assert release(whole, policy).total() == 30
    for lacking in (
        replace(whole, wider={}),
        replace(whole, unions=None),
        replace(whole, counts=replace(whole.counts, keys=None)),
    ):
        with pytest.raises(ValueError, match="lacks what it needs"):
            release(lacking, policy)
