"""Does an attacker who combines all that is released win more than five points above the best blind guess?

A sample under one secret, by three filters; `python -m tests.disclosure.attacks.measure` attacks by all seven.
"""

from collections.abc import Callable, Iterator

import pytest

from tests.disclosure.attacks import (
    across,
    averaging,
    dummies,
    gibbs,
    lattice,
    nested,
    programming,
    recovered,
    versions,
)
from tests.disclosure.attacks.released import AGAIN, ON_EVERY_PAGE
from tests.disclosure.attacks.success import BAR
from tests.support.examples import PROFILE

FILTERS = ("cohort", "gender", "age_band")

soak = pytest.mark.skipif(PROFILE != "soak", reason="minutes: in `make soak`")


def test_cells_of_few_are_not_rebuilt_from_all_that_is_released() -> None:
    assert lattice.cells_of_few([lattice.posterior("diffusion", 0, FILTERS)]).gain <= BAR


def test_nor_are_flows_of_few_from_one_wave_to_the_next() -> None:
    two = FILTERS[:2]
    assert lattice.cells_of_few([lattice.posterior("diffusion", 0, two, AGAIN)]).gain <= BAR
    assert lattice.cells_of_few([lattice.posterior("seuil", 0, two, AGAIN)]).gain > 6 * BAR


def test_the_same_attack_rebuilds_tables_with_a_threshold() -> None:
    assert lattice.cells_of_few([lattice.posterior("seuil", 0, FILTERS)]).gain > 6 * BAR


@soak
def test_what_is_suppressed_tells_nothing_of_how_many() -> None:
    assert lattice.suppressed_pattern("diffusion", range(1)).gain <= BAR


def test_a_free_choice_of_values_would_average_the_rounding_out() -> None:
    assert averaging.free_unions("diffusion", range(1), sets=30).gain > 2 * BAR


def test_published_groupings_do_not() -> None:
    assert averaging.published_groupings("diffusion", range(1)).gain <= BAR


def test_a_linear_program_does_not_rebuild_cells_from_margins() -> None:
    assert programming.rebuilt("seuil", range(1)).gain > 8 * BAR
    assert programming.rebuilt("diffusion", range(1)).gain <= BAR


def test_conditions_that_change_nobody_meet_the_same_rounding() -> None:
    assert dummies.cloned("diffusion", range(1)).gain <= BAR


def test_weights_and_exact_ages_tell_no_more_than_counts() -> None:
    assert recovered.by_weights(range(1)).gain <= BAR
    assert recovered.by_ages(range(1)).gain <= BAR


def test_nothing_is_certain_of_those_by_whom_a_set_is_larger_than_one_in_it() -> None:
    before = nested.certain("before", range(1), nested.people_pairs())
    assert before.share > BAR
    assert before.alone
    assert nested.certain("diffusion", range(1), nested.people_pairs()).cells == 0


@pytest.mark.parametrize("tried", [across.blanks, across.jobless, across.years])
def test_nothing_is_certain_of_one_person_by_categories_that_hold_another_variable_s(
    tried: Callable[[], Iterator[across.Pair]],
) -> None:
    assert across.certain("before", range(1), tried()).alone
    assert not across.certain("diffusion", range(1), tried()).alone


@soak
def test_who_they_are_is_not_rebuilt_from_all_pairs_of_sets() -> None:
    assert gibbs.attributes_of_few("before", range(4), nested.people_pairs()).gain > 3 * BAR
    assert gibbs.attributes_of_few("diffusion", range(4), nested.people_pairs()).gain <= BAR
    assert gibbs.attributes_of_few("diffusion", range(2), nested.answer_pairs()).gain <= BAR


@soak
def test_what_is_certain_of_answers_is_never_about_one_person() -> None:
    assert nested.certain("before", range(2), nested.answer_pairs()).alone
    assert not nested.certain("diffusion", range(2), nested.answer_pairs()).alone


@soak
def test_people_alone_are_not_told_by_all_filters() -> None:
    believed = [lattice.posterior("diffusion", seed) for seed in range(10, 13)]
    assert lattice.cells_of_few(believed).gain <= BAR
    assert lattice.people_alone(believed).gain <= BAR


@soak
def test_two_answers_crossed_do_not_tell_more() -> None:
    believed = [
        lattice.posterior("diffusion", seed, ON_EVERY_PAGE, AGAIN) for seed in range(10, 12)
    ]
    assert lattice.cells_of_few(believed).gain <= BAR
    assert lattice.people_alone(believed).gain <= BAR


@soak
def test_an_integer_program_does_not_rebuild_cells_from_margins() -> None:
    assert programming.rebuilt("diffusion", range(10, 14), whole=True).gain <= BAR


@soak
def test_single_ages_do_not_tell_of_who_is_alone_of_theirs() -> None:
    assert recovered.by_single_ages(range(1)).gain <= BAR


@soak
def test_groups_alike_and_who_sees_one_region_do_not_tell_of_the_others() -> None:
    believed = [lattice.posterior("diffusion", seed) for seed in range(10, 13)]
    assert lattice.groups_alike(believed).gain <= BAR
    assert recovered.by_own_region("52", range(10, 13)).gain <= BAR


@soak
def test_few_people_are_betrayed_by_two_versions_and_those_of_a_whole_cohort_are_not() -> None:
    assert versions.status_of_who_came("diffusion", 3, range(8)).gain > 4 * BAR
    assert versions.status_of_a_cohort("diffusion", versions.COHORTS, range(2)).gain <= BAR
