"""How does the share employed of each group of respondents differ from that of the others?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dashboard.content.view import Scene
from dashboard.domain.dimension import Dimension
from dashboard.domain.statistics.comparisons import (
    Difference,
    Group,
    difference_between,
    order_depends_on_silence,
)
from dashboard.domain.statistics.standardised import Standardised
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.views.kit.employment import Employed, employed
from dashboard.views.kit.group_names import group_name, short_group_name
from dashboard.views.kit.notes import COHORT
from dashboard.views.kit.survey_bases import base_switch
from dashboard.views.kit.verdicts import verdict_of
from dashboard.views.kit.wave_switch import wave_switch
from dashboard.views.outcomes.employed_groups.equal_cohorts import (
    CohortPair,
    EqualCohorts,
    at_equal_cohort,
)

WAVE = wave_switch("emploi-groupes")
BASE = base_switch("emploi-groupes", surveyed=False, answered=True)


@dataclass(frozen=True)
class EmployedGroup:
    """The respondents of one category beside those of the other categories: `part` and `rest` share nobody.

    `equal_cohorts` are the same cohort by cohort, where the reader asked to hold the cohort equal.
    """

    key: Dimension
    code: str
    part: Employed
    rest: Employed
    equal_cohorts: EqualCohorts | None = None

    @cached_property
    def gap_as_it_is(self) -> Difference | None:
        """How far its share is from that of the others; None where there are no others."""
        return difference_between(*self.sides)

    @cached_property
    def standardised(self) -> Standardised | None:
        """Both shares at equal cohort, where that was asked for and can be computed."""
        return self.equal_cohorts.compared if self.equal_cohorts else None

    @property
    def difference(self) -> Difference | None:
        """The gap that is drawn and judged: at equal cohort, where that was asked for."""
        if self.equal_cohorts is None:
            return self.gap_as_it_is
        return self.standardised.difference if self.standardised else None

    @property
    def has_others(self) -> bool:
        """Whether there is anybody to compare it with: not where a filter keeps this group alone."""
        return bool(self.rest.counted.base)

    @property
    def stands_apart(self) -> bool:
        """Whether its difference from the others is established."""
        return self.difference is not None and self.difference.conclusive

    @property
    def order_depends_on_silence(self) -> bool:
        """Whether it stands above the others among all respondents and below among those who told, or conversely."""
        return order_depends_on_silence(*self.sides)

    @property
    def verdict(self) -> str:
        """What the numbers allow to conclude of it."""
        return verdict_of(self.difference, *self.sides)

    @property
    def sides(self) -> tuple[Group, Group]:
        """The group and the others, as they are compared."""
        return self.part.group, self.rest.group

    def name(self, vocabulary: Vocabulary) -> str:
        """The group by itself: `En situation de handicap`."""
        return group_name(
            vocabulary.category(self.key, self.code), vocabulary.variable(self.key.variable)
        )

    def short_name(self, vocabulary: Vocabulary) -> str:
        """The group where room is short: `Femmes`, `Handicap : oui`."""
        return short_group_name(
            vocabulary.category(self.key, self.code), vocabulary.variable(self.key.variable)
        )


def compared(vocabulary: Vocabulary) -> tuple[Dimension, ...]:
    """The characteristics whose groups are compared, in the order of the codebook."""
    return tuple(map(Dimension, vocabulary.codebook.uses.compared))


def all_groups(scene: Scene, tables: Mapping[str, ReleasedTable]) -> list[EmployedGroup]:
    """The groups of every characteristic, each beside the others of its own."""
    keys = compared(scene.vocabulary)
    return [group for key in keys for group in _groups(scene, tables, key)]


def comparable(groups: Sequence[EmployedGroup]) -> list[EmployedGroup]:
    """Those that have others beside them; all of them where none has, whose shares are then all there is to tell."""
    return [group for group in groups if group.has_others] or list(groups)


def _groups(
    scene: Scene, tables: Mapping[str, ReleasedTable], key: Dimension
) -> list[EmployedGroup]:
    """The categories of `key` that hold somebody, each beside all the others; those unknown are in neither.

    `tables` holds, by the name of `key`, its crossing with the status at the wave; and with the cohort, if that is held
    equal.
    """
    wave, base = scene.position(WAVE), scene.position(BASE)
    plain, codes = {str(key): tables[str(key)]}, scene.vocabulary.real_codes(key)
    groups = []
    for code in codes:
        others = [other for other in codes if other != code]
        part = employed(scene, tables, str(key), wave, {str(key): code}, base)
        rest = employed(scene, plain, str(key), wave, {str(key): others}, base)
        if part.counted.base:
            equal = _by_cohort(scene, plain, key, code) if at_equal_cohort(scene) else None
            groups.append(EmployedGroup(key, code, part, rest, equal))
    return groups


def _by_cohort(
    scene: Scene, tables: Mapping[str, ReleasedTable], key: Dimension, code: str
) -> EqualCohorts:
    """The people of `code` and those of the other categories, cohort by cohort."""
    wave, base, codes = scene.position(WAVE), scene.position(BASE), scene.vocabulary.real_codes(key)
    sides = {"group": (code,), "others": tuple(other for other in codes if other != code)}
    if key == COHORT:
        return EqualCohorts(())
    return EqualCohorts(
        tuple(
            CohortPair(
                cohort,
                **{
                    side: employed(
                        scene, tables, str(key), wave, {str(COHORT): cohort, str(key): of}, base
                    ).group
                    for side, of in sides.items()
                },
            )
            for cohort in scene.vocabulary.cohorts
        )
    )
