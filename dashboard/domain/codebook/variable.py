"""What is one variable: what it means, how it is named, and which categories it has?"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import ClassVar, Literal

from dashboard.domain.codebook.category import Category, Role
from dashboard.domain.codebook.entry import Entry
from dashboard.domain.codebook.grouping import Grouping, grouping_of
from dashboard.domain.codebook.study import Word

Kind = Literal[
    "identifier", "wave", "date", "category", "academic_year", "integer", "band", "group"
]


class Variable(Entry):
    """One variable of the tables or derived from them. `absences` are kept apart from `categories`.

    `all` is what its filter shows when nothing is chosen: « Tous » or « Toutes ». `noun` names it in a sentence (`dont
    la durée de chômage est connue`), `short` where room is short, or where that is clear enough (`durée`); `heading`
    heads a view about it (`Cotisation en tant que cadre`). `synonyms` are the names of the columns that hold it in raw
    exports: `Sexe`, `Civilité`. Each category may belong to one of `groups`; `groupings` are other sets of them that a
    filter
    offers as one choice.
    """

    filled_in: ClassVar[frozenset[str]] = frozenset({"name"})

    name: str
    label: str
    kind: Kind
    table: str
    definition: str
    plural: str = ""
    all: str = "Toutes"
    parameter: str = ""
    source: str = ""
    phrase: str = ""
    about: str = ""
    unit: str = ""
    of: str = ""
    noun: Word | None = None
    short: Word | None = None
    heading: str = ""
    synonyms: tuple[str, ...] = ()
    derived: bool = False
    per_wave: bool = False
    nullable: bool = False
    minimum: int | None = None
    maximum: int | None = None
    categories: tuple[Category, ...] = ()
    absences: tuple[Category, ...] = ()
    groups: tuple[Category, ...] = ()
    groupings: tuple[Grouping, ...] = ()

    @property
    def title(self) -> str:
        """What heads a view about it."""
        return self.heading or self.label

    @cached_property
    def by_code(self) -> Mapping[str, Category]:
        """Categories and absences by code."""
        return {category.code: category for category in (*self.categories, *self.absences)}

    def codes_of_group(self, group: str) -> tuple[str, ...]:
        """The codes of the categories that belong to `group`, in order."""
        return tuple(category.code for category in self.categories if category.group == group)

    def codes_with(self, role: Role) -> tuple[str, ...]:
        """The codes of the categories that are for `role`, by themselves or by their group, in order."""
        groups = {group.code for group in self.groups if group.role == role}
        return tuple(c.code for c in self.categories if c.role == role or c.group in groups)

    def kept_for(self, wave: str) -> tuple[str, ...]:
        """The codes of categories that are kept for some waves, `wave` among them: nothing else is observed there."""
        return tuple(category.code for category in self.categories if wave in category.waves)

    def of_everybody(self, wave: str) -> tuple[str, ...]:
        """The only category that there can be at `wave`, which says nothing of anybody: being a jobseeker before."""
        kept = self.kept_for(wave)
        return kept if len(kept) == 1 else ()

    def groupings_at(self, wave: str | None) -> tuple[Grouping, ...]:
        """What a filter offers as one choice at `wave`: its groups, then its groupings, of the codes that exist there.

        What gathers, or leaves out, fewer than two of them is no choice beside its categories; nor is a group that is
        called as one of them.
        """
        exist = {c.code: c for c in self.by_code.values() if c.exists_at(wave)}
        named = {category.parameter_value for category in exist.values()}
        groups = (
            grouping_of(group, self.codes_of_group(group.code))
            for group in self.groups
            if group.parameter_value not in named
        )
        kept = (
            each.model_copy(update={"gathers": tuple(c for c in each.gathers if c in exist)})
            for each in (*groups, *self.groupings)
        )
        return tuple(g for g in kept if 1 < len(g.gathers) < len(exist) - 1)

    @property
    def table_codes(self) -> tuple[str, ...]:
        """The codes that may stand in a table: the derived ones may not."""
        return tuple(c.code for c in (*self.categories, *self.absences) if not c.derived)
