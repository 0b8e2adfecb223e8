"""How does the share employed of each group of respondents differ from that of the others?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from dashboard.content.view import Scene
from dashboard.domain.dimension import Dimension
from dashboard.domain.statistics.comparisons import Difference, judged, share_difference
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.views.kit.employment import Employed, employed
from dashboard.views.kit.group_names import group_name, short_group_name
from dashboard.views.kit.item_nonresponse import is_mostly_unanswered
from dashboard.views.kit.nonresponse_weighting import correction_switch
from dashboard.views.kit.survey_bases import ANSWERED, base_switch
from dashboard.views.kit.wave_switch import wave_switch

WAVE = wave_switch("emploi-groupes")
BASE = base_switch("emploi-groupes", surveyed=False, answered=True)
CORRECTION = correction_switch("emploi-groupes")

PAIR = 2
"""Two groups that face each other: comparing either with the rest is one comparison."""


@dataclass(frozen=True)
class EmployedGroup:
    """The respondents of one category, and how their share employed differs from that of the other categories.

    `difference` is None where one of the sides has nobody.
    """

    key: Dimension
    code: str
    part: Employed
    difference: Difference | None = None

    @property
    def stands_apart(self) -> bool:
        """Whether its difference from the others is established."""
        return self.difference is not None and self.difference.conclusive

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
    """The groups of every characteristic, whose differences are judged together."""
    keys = compared(scene.vocabulary)
    return judged_together([group for key in keys for group in _groups(scene, tables, key)])


def judged_together(groups: list[EmployedGroup]) -> list[EmployedGroup]:
    """The groups, whose differences are judged among all; two groups that face each other are one comparison."""
    sizes = Counter(group.key for group in groups)
    named = {f"{group.key} {group.code}": group for group in groups}
    differences = judged(
        {name: group.difference for name, group in named.items() if group.difference},
        {name: str(group.key) for name, group in named.items() if sizes[group.key] == PAIR},
    )
    return [replace(group, difference=differences.get(name)) for name, group in named.items()]


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
            groups.append(EmployedGroup(key, code, part, _difference(part, rest, base)))
    return groups


def _difference(part: Employed, rest: Employed, base: str) -> Difference | None:
    """How far a group stands from the others; not judged where silence may make up the gap."""
    difference = share_difference(part.counted, rest.counted)
    if difference is None or base == ANSWERED:
        return difference
    silent = any(is_mostly_unanswered(side.item_nonresponse) for side in (part, rest))
    return replace(difference, tested=difference.tested and not silent)
