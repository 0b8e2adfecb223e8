"""What does each variable mean, which categories has it, and how is each kind of absence written?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict, computed_field

from dashboard.domain.budgets import Budget
from dashboard.domain.errors import CodebookError

Kind = Literal[
    "identifier", "wave", "date", "category", "academic_year", "integer", "band", "group"
]
Absence = Literal[
    "no_information",
    "unknown",
    "not_employed",
    "not_applicable",
    "non_respondent",
    "not_yet_surveyed",
    "out_of_scope",
]

_WAVE = re.compile(r"T(0|[1-9][0-9]?)")
"""How a wave is written in the tables."""


def slug(text: str) -> str:
    """`text` in lower case ASCII with hyphens, as it stands in an address."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text.lower()).strip("-")


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Category(_Entry):
    """One category, or one absence where `absence` is given, of a variable.

    `derived` absences are computed at load and never stand in a table; `group` names the wider category it belongs to;
    `lower` and `upper` bound a band, both inclusive; `rank` orders diploma levels.

    `alone` is its name where its variable does not stand beside it, if that is not its phrase: `Statut cadre inconnu`,
    whose phrase is `au statut cadre inconnu`. `predicate` is what its people aim at, in a sentence: `le même niveau que
    {possessive} diplôme d'entrée`, where `{possessive}` agrees with their number (`son`, `leur`).
    """

    code: str
    label: str
    colour: str = "#8d969f"
    short: str = ""
    address: str = ""
    phrase: str = ""
    alone: str = ""
    predicate: str = ""
    feminine: str = ""
    locative: str = ""
    genitive: str = ""
    group: str = ""
    rank: int = 0
    lower: int | None = None
    upper: int | None = None
    waves: tuple[str, ...] = ()
    absence: Absence | None = None
    derived: bool = False

    @property
    def short_label(self) -> str:
        """The label where room is short."""
        return self.short or self.label

    @computed_field  # type: ignore[prop-decorator]
    @cached_property
    def parameter_value(self) -> str:
        """How the category is written in an address."""
        return self.address or slug(self.label)

    def exists_at(self, wave: str | None) -> bool:
        """Whether the category can be observed at `wave` (all can, unless `waves` says otherwise)."""
        return wave is None or not self.waves or wave in self.waves


class Variable(_Entry):
    """One variable of the tables or derived from them. `absences` are kept apart from `categories`.

    `all` is what its filter shows when nothing is chosen: « Tous » or « Toutes ».
    """

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
    derived: bool = False
    per_wave: bool = False
    nullable: bool = False
    minimum: int | None = None
    maximum: int | None = None
    categories: tuple[Category, ...] = ()
    absences: tuple[Category, ...] = ()
    groups: tuple[Category, ...] = ()

    @cached_property
    def by_code(self) -> Mapping[str, Category]:
        """Categories and absences by code."""
        return {category.code: category for category in (*self.categories, *self.absences)}

    def codes_of_group(self, group: str) -> tuple[str, ...]:
        """The codes of the categories that belong to `group`, in order."""
        return tuple(category.code for category in self.categories if category.group == group)

    @property
    def table_codes(self) -> tuple[str, ...]:
        """The codes that may stand in a table: the derived ones may not."""
        return tuple(c.code for c in (*self.categories, *self.absences) if not c.derived)


class Wave(_Entry):
    """How a wave is named: `label` in full, `short` where room is short, `months` in a sentence."""

    label: str
    short: str
    months: str

    def later(self, years: int) -> Wave:
        """The wave that asks `years` later: the months that its names tell are twelve more a year."""
        names = {"label": self.label, "short": self.short, "months": self.months}
        return Wave(
            **{
                field: re.sub(r"\d+", lambda months: str(int(months[0]) + 12 * years), name)
                for field, name in names.items()
            }
        )


class TableSchema(_Entry):
    """The columns of one cleaned table, in order, and the columns that identify a row."""

    label: str
    columns: tuple[str, ...]
    key: tuple[str, ...]


class Study(_Entry):
    """The population studied and where its figures come from."""

    population: str
    source: str
    source_enrolment: str
    source_survey: str


class Term(_Entry):
    """A word explained to the reader; `forms` are its other spellings, `source` a nomenclature it comes from."""

    term: str
    definition: str
    forms: tuple[str, ...] = ()
    source: str = ""

    @property
    def anchor(self) -> str:
        """Its place on the method page."""
        return f"glossaire-{slug(self.term)}"


class Filters(_Entry):
    """The variables offered as filters, in order; those of `more` behind one button."""

    order: tuple[str, ...]
    more: tuple[str, ...]


class Codebook(_Entry):
    """Every variable, wave and table; the only place where categories are named, ordered and coloured.

    `budgets` stand in a file of their own beside it, `budgets.toml`.
    """

    study: Study
    filters: Filters
    waves: Mapping[str, Wave]
    variables: Mapping[str, Variable]
    tables: Mapping[str, TableSchema]
    budgets: tuple[Budget, ...] = ()
    glossary: tuple[Term, ...] = ()

    def variable(self, name: str) -> Variable:
        """The variable called `name`; raises CodebookError where there is none."""
        try:
            return self.variables[name]
        except KeyError:
            raise CodebookError(f"Variable inconnue du dictionnaire : « {name} ».") from None

    def with_waves(self, names: Iterable[object]) -> Codebook:
        """This codebook up to the latest wave of `names`: those beyond its own ask a year after one another."""
        last = len(self.waves) - 1
        ranks = [int(name[1:]) for name in map(str, names) if _WAVE.fullmatch(name)]
        final = self.waves[f"T{last}"]
        more = {
            f"T{rank}": final.later(rank - last)
            for rank in range(last + 1, max(ranks, default=0) + 1)
        }
        return self.model_copy(update={"waves": {**self.waves, **more}}) if more else self

    @cached_property
    def by_parameter(self) -> Mapping[str, Variable]:
        """Variables by their name in an address."""
        return {v.parameter: v for v in self.variables.values() if v.parameter}
