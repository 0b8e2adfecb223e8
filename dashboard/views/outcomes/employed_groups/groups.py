"""How does the share employed of each group of respondents differ from that of the others?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.content.view import Scene
from dashboard.domain.comparisons import Difference, judged, share_difference
from dashboard.domain.dimension import Dimension
from dashboard.domain.rates import Share
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.words import capital, inside
from dashboard.views.kit.employment import Employed, employed
from dashboard.views.kit.item_nonresponse import mostly_silent
from dashboard.views.kit.survey_bases import ANSWERED

PAIR = 2
"""Two groups that face each other: comparing either with the rest is one comparison."""


@dataclass(frozen=True)
class Group:
    """The respondents of one category, and how their share employed differs from that of the other categories."""

    key: Dimension
    code: str
    found: Employed
    difference: Difference | None = None

    def name(self, vocabulary: Vocabulary) -> str:
        """The group by itself: « Oui » says nothing without its variable, where the codebook has a phrase."""
        category = vocabulary.category(self.key, self.code)
        if vocabulary.variable(self.key.variable).kind == "band":
            return category.label
        return capital(category.phrase or category.label)

    def short_name(self, vocabulary: Vocabulary) -> str:
        """The group where room is short: `Femmes`, `Statut cadre : oui`."""
        category = vocabulary.category(self.key, self.code)
        if self.code not in ("yes", "no") or category.short:
            return category.short_label
        variable = vocabulary.variable(self.key.variable).label
        return f"{variable} : {inside(category.label)}"


def groups_along(
    scene: Scene, tables: Mapping[str, ReleasedTable], key: Dimension, wave: str, base: str
) -> list[Group]:
    """The categories of `key` that hold somebody, each beside all the others; those unknown are in neither.

    `tables` holds, by the name of `key`, its crossing with the status at `wave`, of the people of `base`.
    """
    parts = {
        code: employed(scene, tables, str(key), wave, {str(key): code}, base)
        for code in scene.vocabulary.real_codes(key)
    }
    return [
        Group(
            key, code, part, _beside_rest(part, [p for p in parts.values() if p is not part], base)
        )
        for code, part in parts.items()
        if part.counted.base
    ]


def _beside_rest(part: Employed, others: Sequence[Employed], base: str) -> Difference | None:
    """How far a group stands from the others; not judged where silence may make up the gap."""
    rest = _together(one.counted for one in others)
    found = share_difference(part.counted, rest)
    if found is None or base == ANSWERED:
        return found
    heavy = any(map(mostly_silent, (part.silence, _together(one.silence for one in others))))
    return replace(found, tested=found.tested and not heavy)


def _together(shares: Iterable[Share]) -> Share:
    listed = list(shares)
    return Share(sum(one.count for one in listed), sum(one.base for one in listed))


def judged_together(groups: list[Group]) -> list[Group]:
    """The groups, whose differences are judged among all; two groups that face each other are one comparison."""
    sizes = Counter(group.key for group in groups)
    named = {f"{group.key} {group.code}": group for group in groups}
    found = judged(
        {name: group.difference for name, group in named.items() if group.difference},
        {name: str(group.key) for name, group in named.items() if sizes[group.key] == PAIR},
    )
    return [replace(group, difference=found.get(name)) for name, group in named.items()]
