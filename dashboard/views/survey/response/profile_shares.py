"""Which share of respondents, and of those who did not answer, has each category of one variable?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from dashboard.content.view import Scene
from dashboard.domain.dimension import Dimension
from dashboard.domain.statistics.comparisons import Difference, Group, difference_between
from dashboard.domain.statistics.rates import Share
from dashboard.domain.tables import ReleasedTable

RESPONSE = Dimension("response")
GROUPS = ("respondent", "non_respondent")


@dataclass(frozen=True)
class Profile:
    """Respondents and non-respondents by category of one variable, `key`; `table` crosses it with the response."""

    scene: Scene
    table: ReleasedTable
    key: Dimension

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The categories that anybody has."""
        counts = self.table.by_code(str(self.key))
        return tuple(c for c in self.scene.vocabulary.real_codes(self.key) if counts[c])

    @cached_property
    def bases(self) -> dict[str, int]:
        """The people of each group whose category is known."""
        return {group: self._count(group, self.codes) for group in GROUPS}

    @cached_property
    def base(self) -> int:
        """The people of both groups whose category is known."""
        return self._count(GROUPS, self.codes)

    @cached_property
    def unknown(self) -> dict[str, int]:
        """The people of each group whose category is not known."""
        real = self.scene.vocabulary.real_codes(self.key)
        codes = [code for code in self.scene.vocabulary.codes(self.key) if code not in real]
        return {group: self._count(group, codes) for group in GROUPS}

    def part(self, group: str, code: str) -> Share:
        """The share of a category in a group."""
        return Share(self._count(group, code), self.bases[group])

    @cached_property
    def differences(self) -> dict[str, Difference]:
        """How far the groups are apart in each category."""
        made = {
            code: difference_between(*(Group(self.part(group, code)) for group in GROUPS))
            for code in self.codes
        }
        return {code: difference for code, difference in made.items() if difference is not None}

    def label(self, code: str) -> str:
        return self.scene.vocabulary.category(self.key, code).label

    def group_label(self, group: str) -> str:
        return self.scene.vocabulary.category(RESPONSE, group).label

    def _count(self, groups: str | Collection[str], codes: str | Collection[str]) -> int:
        return self.table.count({str(RESPONSE): groups, str(self.key): codes})
