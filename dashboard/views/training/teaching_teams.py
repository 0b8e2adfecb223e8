"""Which teaching teams gave the funded units, pathway by pathway? (study, text before figure 3)"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.content.charts.bars import GroupedBars
from dashboard.content.charts.datum import Datum, Series
from dashboard.content.charts.rich_text import bold, rich
from dashboard.content.content import Content
from dashboard.content.data_table import TOTAL, DataTable, Key, Row
from dashboard.content.page import TRAINING
from dashboard.content.view import Scene, View
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.statistics.rates import Share
from dashboard.domain.switches import Choice, Switch, fixed
from dashboard.domain.tables import ReleasedTable
from dashboard.text.nouns import UNITS, agreed
from dashboard.text.numbers import count, share
from dashboard.text.words import listed
from dashboard.views.kit.notes import fragile_note, marks_of
from dashboard.views.training.units_note import UNITS_HAVE_NO_INTERVAL

TEAM, PATHWAY = Dimension("teaching_team"), Dimension("pathway")
UNNAMED = "other"
"""The code of the teams that the study does not name."""

NAMED = "named"
"""The code of the keys of the teams that it names, together."""

TOLD_APART, TOGETHER = "separes", "tous"
SPLIT = Switch(
    "equipes.parcours",
    "UE",
    TOLD_APART,
    fixed(Choice(TOLD_APART, "Par parcours"), Choice(TOGETHER, "Tous parcours")),
)
ALL_PATHWAYS = Category(code=TOTAL, label="Toutes les UE", colour="#4f9aa0")


@dataclass(frozen=True)
class _Bar:
    """One team, or the named ones together: its key and the codes of its teams."""

    key: Key
    codes: tuple[str, ...]

    @property
    def label(self) -> str:
        return self.key.label


@dataclass(frozen=True)
class _Teams:
    """The units of each team and pathway; shares are of a pathway's units."""

    scene: Scene
    table: ReleasedTable

    @property
    def told_apart(self) -> bool:
        """Whether pathways are compared."""
        return self.scene.position(SPLIT) == TOLD_APART

    @cached_property
    def pathways(self) -> tuple[Category, ...]:
        """The pathways with any units; one for all where they are not distinguished."""
        if not self.told_apart:
            return (ALL_PATHWAYS,) if self.base else ()
        vocabulary = self.scene.vocabulary
        pathways = [vocabulary.category(PATHWAY, code) for code in vocabulary.real_codes(PATHWAY)]
        return tuple(pathway for pathway in pathways if self._count(pathway))

    @cached_property
    def bars(self) -> tuple[_Bar, ...]:
        """The named teams together, then each team."""
        codes = self.scene.vocabulary.real_codes(TEAM)
        named = tuple(code for code in codes if code != UNNAMED)
        together = Key(TEAM, NAMED, f"Les {len(named)} équipes nommées")
        return (_Bar(together, named), *(_Bar(self.team(code), (code,)) for code in codes))

    def team(self, code: str) -> Key:
        """The key of one team."""
        return Key(TEAM, code, self.scene.vocabulary.category(TEAM, code).label)

    @cached_property
    def base(self) -> int:
        """The units that bars count: those of a known pathway, where pathways are distinguished."""
        if not self.told_apart:
            return self.table.total()
        return self.table.count({str(PATHWAY): self.scene.vocabulary.real_codes(PATHWAY)})

    @cached_property
    def unknown(self) -> int:
        """Units that no bar counts, since their pathway is unknown."""
        absent = [category.code for category in self.absences]
        return self.table.count({str(PATHWAY): absent})

    @cached_property
    def absences(self) -> tuple[Category, ...]:
        """What is not known of a pathway, where pathways are distinguished."""
        if not self.told_apart:
            return ()
        categories = self.scene.vocabulary.categories(PATHWAY)
        return tuple(category for category in categories if category.absence)

    def share(self, pathway: Category, bar: _Bar) -> Share:
        """The units of the bar's teams among those of the pathway."""
        return Share(self._count(pathway, bar.codes), self._count(pathway))

    def small(self, pathway: Category) -> bool:
        """Whether the pathway has so few units that their shares need care."""
        return Share(0, self._count(pathway)).fragile

    def _count(self, pathway: Category, teams: tuple[str, ...] = ()) -> int:
        """The units of a pathway that `teams` gave, or that all of them did, where none is given."""
        conditions: dict[str, str | tuple[str, ...]] = {}
        if pathway.code != TOTAL:
            conditions[str(PATHWAY)] = pathway.code
        if teams:
            conditions[str(TEAM)] = teams
        return self.table.count(conditions)


def ask(scene: Scene) -> Mapping[str, Query]:
    """Units by team and pathway."""
    return {"units": Query((PATHWAY, TEAM), scene.selection, "unit")}


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """A bar a team, beside each other for the pathways; the named teams together first."""
    teams = _Teams(scene, tables["units"])
    return Content(
        title="Équipes pédagogiques nationales" + (", par parcours" if teams.told_apart else ""),
        base=teams.base,
        population="UE financées dont le parcours est connu"
        if teams.told_apart
        else "UE financées",
        chart=GroupedBars(
            categories=tuple(rich(bar.label) for bar in teams.bars),
            series=tuple(_series(teams, pathway) for pathway in teams.pathways),
            unit="percent",
            horizontal=True,
        ),
        data_table=DataTable(
            ("parcours", "équipe"), "UE financées", _rows(teams), independent=False
        ),
        reading=_reading(teams),
        alternative=_alternative(teams),
        source=scene.vocabulary.codebook.study.source_enrolment,
        notes=_notes(teams),
        nothing="Le parcours d'aucune UE financée n'est connu dans cette sélection."
        if teams.table.total()
        else "Aucune UE financée dans cette sélection.",
    )


def _series(teams: _Teams, pathway: Category) -> Series:
    base = UNITS.counted(teams.share(pathway, teams.bars[0]).base)
    return Series(
        name=f"{pathway.label} ({base})",
        colour=pathway.colour,
        data=tuple(_datum(teams, pathway, bar) for bar in teams.bars),
    )


def _datum(teams: _Teams, pathway: Category, bar: _Bar) -> Datum:
    of_pathway = teams.share(pathway, bar)
    hover = rich(bold(bar.label), f"{pathway.label} : {UNITS.of_base(of_pathway)}")
    return Datum(of_pathway.percent, share(of_pathway, 0), hover, marks=marks_of(of_pathway))


def _rows(teams: _Teams) -> tuple[Row, ...]:
    """The bars' numbers, then the units of each team whose pathway is not known."""
    known = [_row(teams, pathway, bar) for pathway in teams.pathways for bar in teams.bars]
    unknown = [
        Row(
            (Key(PATHWAY, absent.code, absent.label), teams.team(code)),
            teams.table.count({str(PATHWAY): absent.code, str(TEAM): code}),
            None,
        )
        for absent in (teams.absences if teams.unknown else ())
        for code in teams.scene.vocabulary.real_codes(TEAM)
    ]
    return (*known, *unknown)


def _row(teams: _Teams, pathway: Category, bar: _Bar) -> Row:
    of_pathway = teams.share(pathway, bar)
    return Row(
        (Key(PATHWAY, pathway.code, pathway.label), bar.key), of_pathway.count, of_pathway.base
    )


def _reading(teams: _Teams) -> str:
    """The named teams' part of the first pathway."""
    if not teams.pathways:
        return ""
    pathway = teams.pathways[0]
    of_pathway = teams.share(pathway, teams.bars[0])
    verb = agreed(of_pathway, "relève", "relèvent")
    those = f"UE de la catégorie « {pathway.label} »" if teams.told_apart else "UE financées"
    return (
        f"Parmi les {those}, {count(of_pathway.count)} sur {count(of_pathway.base)} "
        f"({share(of_pathway)}) {verb} des équipes nommées dans le bilan ({_named(teams)})."
    )


def _named(teams: _Teams) -> str:
    return listed([f"« {teams.team(code).label} »" for code in teams.bars[0].codes])


def _alternative(teams: _Teams) -> str:
    series = [
        f"{pathway.label} : "
        + ", ".join(f"{bar.label} {_datum(teams, pathway, bar).text}" for bar in teams.bars)
        for pathway in teams.pathways
    ]
    return f"Barres : part des UE de chaque équipe pédagogique. {' ; '.join(series)}."


def _notes(teams: _Teams) -> tuple[str, ...]:
    unknown = (
        (f"Hors de la base, parcours inconnu : {UNITS.counted(teams.unknown)}.",)
        if teams.unknown
        else ()
    )
    small = [pathway.label for pathway in teams.pathways if teams.small(pathway)]
    return (*unknown, *fragile_note(small), UNITS_HAVE_NO_INTERVAL)


VIEW = View("equipes", TRAINING, 3, "Équipes pédagogiques", ask, tell, switches=(SPLIT,))
