"""Does what is counted of the same tables take the room of one policy, under however many they are shown?"""

from __future__ import annotations

import gc
import weakref

from dashboard.disclosure.policy import DIFFUSION, INTERNAL, Policy, internal_of
from dashboard.domain.query import crossing, narrowed
from dashboard.domain.selection import Selection
from dashboard.domain.tables import EXACT
from dashboard.kept import KEPT_TABLES
from dashboard.publication import KEPT_POLICIES, Publication
from tests.support.publications import keyed
from tests.test_publication import CountingSource, of_age

REGIONS = crossing("gender", of=narrowed(Selection(), region=["52"]))


def test_all_policies_share_one_room_of_tables() -> None:
    source = CountingSource()
    publication = Publication(source, INTERNAL)
    others = [publication.under(Policy(name, "Exacts.", EXACT)) for name in ("a", "b")]
    publication.tabulate(of_age(0))
    for age in range(KEPT_TABLES // 2):
        for other in others:
            other.tabulate(of_age(age))
    counted_so_far = len(source.asked)
    publication.tabulate(of_age(0))
    assert len(source.asked) == counted_so_far + 1


def test_a_publication_that_was_put_away_finds_what_it_has_counted() -> None:
    publication = keyed()
    policies = [internal_of((f"{code}", "52")) for code in range(KEPT_POLICIES + 2)]
    first = publication.under(policies[0]).tabulate(REGIONS)
    put_away = weakref.ref(publication.under(policies[0]))
    for policy in policies[1:]:
        assert publication.under(policy).tabulate(REGIONS) is not first
    gc.collect()
    assert put_away() is None
    assert publication.under(policies[0]).tabulate(REGIONS) is first


def test_no_table_of_one_policy_is_given_under_another() -> None:
    policies = (INTERNAL, DIFFUSION, internal_of(("52",)), internal_of(("24", "52")))
    tables = [keyed().under(policy).tabulate(REGIONS) for policy in policies]
    assert [table.policy for table in tables] == [policy.name for policy in policies]


def test_the_regions_of_a_manager_are_the_same_in_any_order_and_however_often() -> None:
    assert internal_of(("53", "28", "53")).key == internal_of(("28", "53")).key
    assert keyed().under(internal_of(("53", "28", "53"))) is keyed().under(
        internal_of(("28", "53"))
    )


def test_a_region_whose_code_looks_like_two_is_not_those_two() -> None:
    assert internal_of(("28, 53",)).key != internal_of(("28", "53")).key
