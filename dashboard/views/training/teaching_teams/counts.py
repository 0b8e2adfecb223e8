"""How many units did each teaching team give, in each pathway?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from dashboard.content.data_table import TOTAL, Key, total_along
from dashboard.content.theme import FUNDED
from dashboard.content.view import Scene
from dashboard.domain.codebook import Category
from dashboard.domain.counts import Count, is_told
from dashboard.domain.dimension import Dimension
from dashboard.domain.needs import variable
from dashboard.domain.statistics.rates import Share
from dashboard.domain.switches import Choice, Switch
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import funded
from dashboard.text.variables import category_noun, short_name, variable_of
from dashboard.text.words import capital

TEAM, PATHWAY = Dimension("teaching_team"), Dimension("pathway")

NAMED = "named"
"""The code of the keys of the teams that the codebook names, together."""

SEVERAL = 2
"""From so many named teams on, they have a bar together."""

TOLD_APART, TOGETHER = "separes", "tous"


KNOWS_PATHWAYS = (variable("pathway"),)


def _choices(vocabulary: Vocabulary) -> tuple[Choice, ...]:
    pathway = variable_of(PATHWAY, vocabulary)
    noun = category_noun(pathway)
    every = "Toutes" if noun.feminine else "Tous"
    return (
        Choice(TOLD_APART, f"Par {short_name(pathway)}", KNOWS_PATHWAYS),
        Choice(TOGETHER, f"{every} {noun.plural}"),
    )


SPLIT = Switch(
    "equipes.parcours",
    lambda vocabulary: capital(funded(vocabulary).plural),
    TOLD_APART,
    _choices,
)


@dataclass(frozen=True)
class Bar:
    """One team, or the named ones together: its key and the codes of its teams."""

    key: Key
    codes: tuple[str, ...]

    @property
    def label(self) -> str:
        """Its name."""
        return self.key.label


@dataclass(frozen=True)
class Teams:
    """The units of each team and pathway, where there are any; shares are of a pathway's units of a known team."""

    scene: Scene
    table: ReleasedTable

    @property
    def has_pathways(self) -> bool:
        """Whether the study knows the pathway of a unit."""
        return self.scene.vocabulary.has(PATHWAY)

    @property
    def told_apart(self) -> bool:
        """Whether pathways are compared."""
        return self.scene.position(SPLIT) == TOLD_APART

    @cached_property
    def pathways(self) -> tuple[Category, ...]:
        """The pathways with any units, if their number is told; one for all where they are not distinguished."""
        vocabulary = self.scene.vocabulary
        if not self.told_apart:
            every = capital(funded(vocabulary).every)
            return (Category(code=TOTAL, label=every, colour=FUNDED),) if self.base else ()
        pathways = [vocabulary.category(PATHWAY, code) for code in vocabulary.real_codes(PATHWAY)]
        return tuple(pathway for pathway in pathways if _tells_of_some(self._count(pathway)))

    @property
    def pathway_keys(self) -> tuple[Key, ...]:
        """The keys of all known pathways; that of all together where they are not distinguished."""
        vocabulary = self.scene.vocabulary
        if not self.told_apart:
            return (total_along(PATHWAY, capital(funded(vocabulary).every)),)
        codes = vocabulary.real_codes(PATHWAY)
        return tuple(Key(PATHWAY, c, vocabulary.category(PATHWAY, c).label) for c in codes)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The codes of the teams, whatever else is not known."""
        return self.scene.vocabulary.real_codes(TEAM)

    @cached_property
    def named(self) -> tuple[str, ...]:
        """The codes of the teams that are named one by one, where the codebook gathers the others; else none."""
        others = self.scene.vocabulary.codes_with(TEAM, "other")
        named = tuple(code for code in self.codes if code not in others)
        return named if others and len(named) >= SEVERAL else ()

    @cached_property
    def bars(self) -> tuple[Bar, ...]:
        """The named teams together, if there are several beside others, then each team."""
        each = tuple(Bar(self.team(code), (code,)) for code in self.codes)
        if not self.named:
            return each
        teams = category_noun(variable_of(TEAM, self.scene.vocabulary)).several("nommé")
        together = Key(TEAM, NAMED, f"Les {len(self.named)} {teams}")
        return (Bar(together, self.named), *each)

    def team(self, code: str) -> Key:
        """The key of one team, or of what is not known of it."""
        return Key(TEAM, code, self.scene.vocabulary.category(TEAM, code).label)

    @cached_property
    def base(self) -> int:
        """The units that bars count: of a known team, and of a known pathway where pathways are distinguished."""
        return self.table.count({str(TEAM): self.codes, **self._of_known_pathway})

    @cached_property
    def of_no_pathway(self) -> dict[str, int]:
        """The units of each absence of a pathway, by its code, where pathways are distinguished and there are any."""
        return self._absent(PATHWAY, {}) if self.told_apart else {}

    @cached_property
    def of_no_team(self) -> dict[str, int]:
        """The other units outside the base: those of each absence of a team, by its code, where there are any."""
        return self._absent(TEAM, self._of_known_pathway)

    def units(self, pathway: Key, team: str) -> int:
        """The units of a pathway and a team, or of an absence of either."""
        every = pathway.code == TOTAL
        return self.table.count(
            {str(TEAM): team, **({} if every else {str(PATHWAY): pathway.code})}
        )

    def teams_of(self, pathway: Key) -> tuple[str, ...]:
        """The codes of the teams, and of the absences of a team that any unit of `pathway` is in."""
        categories = self.scene.vocabulary.categories(TEAM)
        absent = [category.code for category in categories if category.absence]
        told = (code for code in absent if _tells_of_some(self.units(pathway, code)))
        return (*self.codes, *told)

    def share(self, pathway: Category, bar: Bar) -> Share:
        """The units of the bar's teams among those of the pathway."""
        return Share(self._count(pathway, bar.codes), self._count(pathway))

    def small(self, pathway: Category) -> bool:
        """Whether the pathway has so few units that their shares need care."""
        return Share(0, self._count(pathway)).fragile

    def _count(self, pathway: Category, teams: tuple[str, ...] = ()) -> int:
        """The units of a pathway that `teams` gave, or that all known ones did, where none is given."""
        conditions: dict[str, str | tuple[str, ...]] = {str(TEAM): teams or self.codes}
        if pathway.code != TOTAL:
            conditions[str(PATHWAY)] = pathway.code
        return self.table.count(conditions)

    @property
    def _of_known_pathway(self) -> dict[str, tuple[str, ...]]:
        """The condition on units whose pathway bars tell; none where they tell no pathway."""
        if not self.told_apart:
            return {}
        return {str(PATHWAY): self.scene.vocabulary.real_codes(PATHWAY)}

    def _absent(self, along: Dimension, where: dict[str, tuple[str, ...]]) -> dict[str, int]:
        units = {
            category.code: self.table.count({**where, str(along): category.code})
            for category in self.scene.vocabulary.categories(along)
            if category.absence
        }
        return {code: number for code, number in units.items() if _tells_of_some(number)}


def _tells_of_some(units: Count) -> bool:
    return is_told(units) and units > 0
