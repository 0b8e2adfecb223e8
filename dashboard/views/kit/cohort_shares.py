"""How is a whole made up, cohort by cohort? What the views that answer so share: bars, table and words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dashboard.content.charts.bars import Series, stacked_bars
from dashboard.content.click_filter import ClickFilter
from dashboard.content.data_table import Row
from dashboard.content.view import Scene
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.rates import Share
from dashboard.domain.tables import ReleasedTable
from dashboard.text.nouns import Noun
from dashboard.text.numbers import count, share
from dashboard.views.kit.notes import (
    absence_notes,
    absent_rows,
    click_of,
    fragile_note,
    low_coverage,
    low_coverage_notes,
    marked_share,
)

ALL = "Ensemble"
UNITS_HAVE_NO_INTERVAL = (
    "Parts d'UE sans intervalle de confiance : le registre les compte toutes, et les UE d'un même "
    "bénéficiaire ne sont pas indépendantes."
)


@dataclass(frozen=True)
class Group:
    """One cohort, or all of them together where `cohort` is empty: its known cases by category."""

    cohort: str
    counts: dict[str, int]

    @property
    def base(self) -> int:
        """The cases whose category is known."""
        return sum(self.counts.values())

    @property
    def fragile(self) -> bool:
        """Whether its base is small."""
        return Share(0, self.base).fragile

    @property
    def label(self) -> str:
        """Its name in a table."""
        return self.cohort or ALL

    @property
    def where(self) -> str:
        """Its name in a sentence, capitalised."""
        return f"Dans la promotion {self.cohort}" if self.cohort else "Toutes promotions confondues"

    @property
    def tick(self) -> str:
        """Its name on an axis, with its base."""
        return f"{self.label}<br>n\u00a0=\u00a0{count(self.base)}"

    def part(self, code: str) -> Share:
        """The share of one category among the known cases."""
        return Share(self.counts[code], self.base)


@dataclass(frozen=True)
class CohortShares:
    """The known categories of `along` within each cohort of `table`; cases without a category stay aside.

    Too little is known of the cohorts `also_patchy` for another reason than the table's own.
    """

    scene: Scene
    table: ReleasedTable
    along: Dimension
    noun: Noun
    also_low_coverage: Collection[str] = ()

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The cohorts with a known case, then all of them together where there are several."""
        codes = self.scene.vocabulary.real_codes(self.along)
        found = [Group(cohort, self._counts(cohort, codes)) for cohort in self._cohorts]
        known = [group for group in found if group.base]
        if len(known) < 2:  # noqa: PLR2004 - two is several
            return tuple(known)
        together = {code: sum(group.counts[code] for group in known) for code in codes}
        return (*known, Group("", together))

    @cached_property
    def base(self) -> int:
        """All cases whose category is known."""
        return self.groups[-1].base if self.groups else 0

    @property
    def categories(self) -> tuple[Category, ...]:
        """The categories, without absences."""
        vocabulary = self.scene.vocabulary
        return tuple(
            vocabulary.category(self.along, code) for code in vocabulary.real_codes(self.along)
        )

    def figure(self) -> dict[str, Any]:
        """One bar a cohort, filled to 100 % by the categories."""
        return stacked_bars(
            [group.tick for group in self.groups],
            [self._series(category) for category in self.categories],
            percent=True,
            narrow=self.scene.narrow,
        )

    def rows(self) -> tuple[Row, ...]:
        """The bars' numbers, then the cases that stand aside, without a share."""
        untested = {*low_coverage(self.scene, self.table, self.along), *self.also_low_coverage}
        told = (
            Row(
                (group.label, category.label),
                group.counts[category.code],
                group.base,
                target=self.click(group, category.code),
                tested=group.cohort not in untested,
            )
            for group in self.groups
            for category in self.categories
        )
        return (*told, *absent_rows(self.scene, self.table, self.along))

    def click(self, group: Group, code: str) -> ClickFilter:
        """What a click filters on: the cohort, and the category where it describes people."""
        return click_of(self.scene, group.cohort, self.along, code)

    def reading(self, sentence: Callable[[Share, Category], str]) -> str:
        """`sentence` of the largest category of the latest cohort."""
        latest = next((group for group in reversed(self.groups) if group.cohort), None)
        if latest is None:
            return ""
        category = max(self.categories, key=lambda one: latest.counts[one.code])
        return f"{latest.where}, {sentence(latest.part(category.code), category)}."

    def alternative(self, subject: str) -> str:
        """The figure in words: its subject, then the shares of the last bar."""
        if not self.groups:
            return ""
        last = self.groups[-1]
        parts = ", ".join(f"{c.label} {share(last.part(c.code), 0)}" for c in self.categories)
        return f"Barres empilées à 100 %, une par promotion : {subject}. {last.label} : {parts}."

    def notes(self) -> tuple[str, ...]:
        """Who stands aside, where too little is known, and which bases are small."""
        return (
            *absence_notes(self.scene, self.table, self.along, self.noun),
            *low_coverage_notes(self.scene, self.table, self.along),
            *fragile_note([group.label for group in self.groups if group.fragile]),
        )

    @property
    def _cohorts(self) -> tuple[str, ...]:
        return self.scene.vocabulary.cohorts

    def _counts(self, cohort: str, codes: Sequence[str]) -> dict[str, int]:
        return {code: self.table.count({"cohort": cohort, str(self.along): code}) for code in codes}

    def _series(self, category: Category) -> Series:
        parts = [group.part(category.code) for group in self.groups]
        return Series(
            name=category.short_label if self.scene.narrow else category.label,
            colour=category.colour,
            values=tuple(part.percent for part in parts),
            labels=tuple(marked_share(part) for part in parts),
            hovers=tuple(
                f"<b>{category.label}</b><br>{group.label} : {self.noun.of_base(part)}"
                for group, part in zip(self.groups, parts, strict=True)
            ),
            clicks=tuple(dict(self.click(group, category.code)) for group in self.groups),
        )
