"""What are the rules of `diffusion` with one of them taken away, and which check misses it?"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from dashboard.disclosure.rules.diffusion import Diffusion, Told
from dashboard.disclosure.rules.laid_out import Numbers
from dashboard.domain.combinations import Whole
from dashboard.domain.frequency_table import FrequencyTable, Where
from dashboard.domain.margins import Along
from dashboard.domain.selection import Selection
from dashboard.domain.tables import RawTable
from tests.disclosure import condition_checks as conditions
from tests.disclosure import rule_checks as checks
from tests.disclosure.rule_checks import Check


class Exact(Diffusion):
    """Nothing is rounded."""

    def rounded(self, numbers: Numbers, _keys: Whole) -> Numbers:
        return numbers


class ToTheNearest(Diffusion):
    """Whoever is in a group, its number is rounded to the nearest multiple."""

    def rounded(self, numbers: Numbers, _keys: Whole) -> Numbers:
        return 5 * np.rint(numbers / 5).astype(np.int64)


class ByTheNumber(Diffusion):
    """The key follows from how many there are, not from who they are."""

    def rounded(self, numbers: Numbers, _keys: Whole) -> Numbers:
        return super().rounded(numbers, np.asarray(numbers * 2_654_435_761, dtype=np.int64))


class Anew(Diffusion):
    """Each time another key is drawn."""

    def rounded(self, numbers: Numbers, keys: Whole) -> Numbers:
        draw = random.Random(str(len(drawn)))
        drawn.append(0)
        return super().rounded(numbers, keys + draw.getrandbits(32))


drawn: list[int] = []


class Wider(Diffusion):
    """Numbers are rounded to ten."""

    def rounded(self, numbers: Numbers, keys: Whole) -> Numbers:
        return 2 * super().rounded(numbers / 2, keys)


class WithoutParentsInTable(Diffusion):
    def parents_in_table(self, _table: RawTable, _along: Along) -> Iterator[Told]:
        yield from ()


class WithoutParentsOfSelection(Diffusion):
    def parents_of_selection(self, _table: RawTable, _along: Along) -> Iterator[Told]:
        yield from ()


class WithoutHeads(Diffusion):
    def enough_behind(self, _table: RawTable, _along: Along) -> Told:
        return np.array(True)


class ParentsOfRows(Diffusion):
    """A parent is as large as it has units."""

    def _enough(
        self,
        table: RawTable,
        counts: FrequencyTable,
        selection: Selection,
        along: Along,
        least: int,
    ) -> Told:
        return super()._enough(table, replace(counts, heads=None), selection, along, least)


class LargeFromTwenty(Diffusion):
    """A group of twenty is taken for large, whatever its parents are."""

    def large_themselves(self, table: RawTable, along: Along) -> bool:
        return not np.count_nonzero(table.counts.heads_over(along) < 20)


class ParentsUnrounded(Diffusion):
    """A parent is as large as it is, not as it is told."""

    def _enough(
        self,
        _table: RawTable,
        counts: FrequencyTable,
        _selection: Selection,
        along: Along,
        least: int,
    ) -> Told:
        return counts.heads_over(along) >= least


class WithoutUnions(Diffusion):
    """What is in a set of categories is told, whatever lies beside it."""

    def unions_told(self, _table: RawTable, _along: Along) -> Told:
        return np.array(True)


class KeysOfPeopleAlone(Diffusion):
    """A set of categories is rounded as its people are in any other one."""

    def keys(
        self, _table: RawTable, counts: FrequencyTable, _selection: Selection, along: Along
    ) -> Whole:
        return counts.keys_over(along)


class ResponseAsCondition(Diffusion):
    """That somebody responded is a detail of them, whatever they answered."""

    def idle(self, _table: RawTable, _along: Along) -> Told:
        return np.array(False)


class ResponseAsNoCondition(Diffusion):
    """That somebody responded is no detail of anybody."""

    def idle(self, _table: RawTable, _along: Along) -> Told:
        return np.array(True)


class WithoutBands(Diffusion):
    def in_bands(self, _table: RawTable, _names: Iterable[str]) -> bool:
        return False


class AgesAsConditions(Diffusion):
    """A single age is a parent as any condition is."""

    def _large(
        self,
        table: RawTable,
        counts: FrequencyTable,
        selection: Selection,
        along: Along,
        without: int | None,
    ) -> Told:
        whole = replace(table, values=frozenset())
        return super()._large(whole, counts, selection, along, without)


class WeightsOfAll(Diffusion):
    """Weights are told as they are."""

    def weight(self, table: RawTable, where: Where) -> float:
        return table.counts.weight(where)


class NobodyAsZero(Diffusion):
    """It is told where nobody is."""

    def count(self, table: RawTable, where: Where) -> int:
        return super().count(table, where) if table.counts.people(where) else 0


MUTANTS: tuple[tuple[type[Diffusion], Check], ...] = (
    (Exact, checks.numbers_are_multiples_of_five),
    (Wider, checks.a_number_is_within_four_of_what_it_stands_for),
    (ToTheNearest, checks.a_number_is_right_on_average_over_keys),
    (Anew, checks.the_same_people_are_rounded_the_same_way),
    (ByTheNumber, checks.other_people_are_rounded_by_themselves),
    (WithoutParentsInTable, checks.a_small_group_has_no_detail_in_a_table),
    (WithoutParentsInTable, checks.what_all_of_a_small_group_share_is_not_told),
    (LargeFromTwenty, conditions.what_all_of_a_parent_share_is_not_told),
    (ParentsUnrounded, conditions.a_parent_is_as_large_as_it_is_told),
    (WithoutParentsInTable, checks.a_share_of_what_is_suppressed_is_not_told),
    (WithoutParentsOfSelection, checks.a_small_group_has_no_detail_when_it_is_selected),
    (WithoutParentsOfSelection, checks.a_detail_of_a_selection_has_no_parent_left_unseen),
    (WithoutHeads, checks.units_of_few_people_are_not_told),
    (ParentsOfRows, checks.a_parent_of_units_has_so_many_people_not_units),
    (WithoutBands, checks.whole_numbers_that_people_gave_are_not_told),
    (WithoutParentsInTable, checks.ages_of_a_small_group_are_not_told),
    (AgesAsConditions, checks.ages_of_a_large_group_are_told_one_by_one),
    (WeightsOfAll, checks.a_weight_is_rounded),
    (WeightsOfAll, checks.a_weight_is_suppressed_where_its_people_are),
    (WithoutUnions, conditions.no_detail_of_a_set_is_told_beside_a_part_of_it),
    (KeysOfPeopleAlone, conditions.a_set_that_is_offered_is_rounded_by_itself),
    (ResponseAsCondition, conditions.an_answer_among_respondents_is_told_as_the_answer_is),
    (ResponseAsNoCondition, conditions.that_few_people_responded_is_not_told),
    (NobodyAsZero, checks.nobody_and_few_are_not_told_apart),
)
"""A rule that is taken away, and the check that fails then."""
