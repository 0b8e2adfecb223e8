"""What is one category of a variable: its code, its words, its colour, and what it is for?"""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from typing import Literal

from pydantic import Field, computed_field

from dashboard.domain.codebook.entry import Entry
from dashboard.domain.codebook.study import Word

Absence = Literal[
    "no_information",
    "unknown",
    "not_employed",
    "not_applicable",
    "non_respondent",
    "not_yet_surveyed",
    "out_of_scope",
]
Role = Literal["employed", "stable", "precarious", "degree", "other"]
"""What a category, or a group of them, is for.

employed: who has it is employed (status). stable, precarious: kinds of contract. degree: a pathway that leads to a
diploma. other: all that the codebook does not name by itself, such as the other teaching teams.
"""

NO_COLOUR = "#8d969f"
"""What a category is drawn in that is never drawn beside others."""


def slug(text: str) -> str:
    """`text` in lower case ASCII with hyphens, as it stands in an address."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text.lower()).strip("-")


class Apart(Entry):
    """How a category is named that a reader may take out of its group.

    For example self-employment, out of the stable contracts: `label` names it on the switch (`Indépendants`), `people`
    who they are (`les indépendants et chefs d'entreprise`), `being` what they are after "être" (`en emploi
    indépendant`), `among` where they stand otherwise (`Parmi les stables`; by itself, `Dans leur groupe`); `remark`
    says why one may want to (`il se discute de les y compter`); `feminine` that `people` is feminine.
    """

    label: str
    people: str
    being: str
    among: str = ""
    remark: str = ""
    feminine: bool = False


class Category(Entry):
    """One category, or one absence where `absence` is given, of a variable.

    `derived` absences are computed at load and never stand in a table; `group` names the wider category it belongs to;
    `lower` and `upper` bound a band, both inclusive; `rank` orders diploma levels. `waves` keeps it for some waves, at
    which nothing else is observed. `role` says what it is for, `apart` that a reader may take it out of its group.

    `alone` is its name where its variable does not stand beside it, if that is not its phrase: `Statut cadre inconnu`,
    whose phrase is `au statut cadre inconnu`. `noun` is what one case of it is called: `un parcours diplômant`.
    `predicate` is what its people aim at, in a sentence: `le niveau II`, `le même niveau que {possessive} diplôme
    d'entrée`, where `{possessive}` agrees with their number (`son`, `leur`). `genitive` stands after a noun: `(un
    diplôme) de niveau II`, `(les bénéficiaires) d'Alsace`. `covered_since` is the academic year from which a region is
    offered what is funded; where some regions have one, those without are not covered. `synonyms` are the answers that
    mean it in raw exports: `Féminin`, `Mme`.
    """

    code: str
    label: str
    colour: str = NO_COLOUR
    short: str = ""
    synonyms: tuple[str, ...] = ()
    address: str = ""
    phrase: str = ""
    alone: str = ""
    noun: Word | None = None
    predicate: str = ""
    feminine: str = ""
    locative: str = ""
    genitive: str = ""
    covered_since: str = Field(default="", pattern=r"^(\d{4}-\d{4})?$")
    group: str = ""
    rank: int = 0
    lower: int | None = None
    upper: int | None = None
    waves: tuple[str, ...] = ()
    absence: Absence | None = None
    derived: bool = False
    role: Role | None = None
    apart: Apart | None = None

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
