"""How does the share employed of each group of respondents differ from that of the others?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from dashboard.domain.comparisons import Difference, judged, share_difference
from dashboard.domain.dimension import Dimension
from dashboard.domain.rates import Share
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.words import capital, inside
from dashboard.views.employment import Employed, employed
from dashboard.views.view import Scene

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
    shares = [part.counted for part in parts.values()]
    together = Share(sum(s.count for s in shares), sum(s.base for s in shares))
    return [
        Group(key, code, part, _beside_rest(part.counted, together))
        for code, part in parts.items()
        if part.counted.base
    ]


def _beside_rest(part: Share, together: Share) -> Difference | None:
    rest = Share(together.count - part.count, together.base - part.base)
    return share_difference(part, rest)


def judged_together(groups: list[Group]) -> list[Group]:
    """The groups, whose differences are judged among all; two groups that face each other are one comparison."""
    sizes = Counter(group.key for group in groups)
    names = [str(g.key) if sizes[g.key] == PAIR else f"{g.key} {g.code}" for g in groups]
    made = {n: g.difference for n, g in zip(names, groups, strict=True) if g.difference}
    verdicts = judged(made)
    return [
        replace(
            group,
            difference=replace(
                group.difference,
                adjusted=verdicts[name].adjusted,
                conclusive=verdicts[name].conclusive,
            ),
        )
        if group.difference
        else group
        for name, group in zip(names, groups, strict=True)
    ]
