"""How does the share employed of each group of respondents differ from that of the others?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.content.view import Scene
from dashboard.domain.dimension import Dimension
from dashboard.domain.statistics.comparisons import Difference, difference_between
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.views.kit.employment import Employed, employed
from dashboard.views.kit.group_names import group_name, short_group_name
from dashboard.views.kit.nonresponse_weighting import correction_switch
from dashboard.views.kit.survey_bases import base_switch
from dashboard.views.kit.verdicts import verdict_of
from dashboard.views.kit.wave_switch import wave_switch

WAVE = wave_switch("emploi-groupes")
BASE = base_switch("emploi-groupes", surveyed=False, answered=True)
CORRECTION = correction_switch("emploi-groupes")


@dataclass(frozen=True)
class EmployedGroup:
    """The respondents of one category beside those of the other categories: `part` and `rest` share nobody."""

    key: Dimension
    code: str
    part: Employed
    rest: Employed

    @cached_property
    def difference(self) -> Difference | None:
        """How far its share is from that of the others; None where there are no others."""
        return difference_between(self.part.group, self.rest.group)

    @property
    def stands_apart(self) -> bool:
        """Whether its difference from the others is established."""
        return self.difference is not None and self.difference.conclusive

    @property
    def verdict(self) -> str:
        """What the numbers allow to conclude of it."""
        return verdict_of(self.difference)

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


def _groups(
    scene: Scene, tables: Mapping[str, ReleasedTable], key: Dimension
) -> list[EmployedGroup]:
    """The categories of `key` that hold somebody, each beside all the others; those unknown are in neither.

    `tables` holds, by the name of `key`, its crossing with the status at the wave.
    """
    wave, base = scene.position(WAVE), scene.position(BASE)
    plain, codes = {str(key): tables[str(key)]}, scene.vocabulary.real_codes(key)
    groups = []
    for code in codes:
        others = [other for other in codes if other != code]
        part = employed(scene, tables, str(key), wave, {str(key): code}, base)
        rest = employed(scene, plain, str(key), wave, {str(key): others}, base)
        if part.counted.base:
            groups.append(EmployedGroup(key, code, part, rest))
    return groups
