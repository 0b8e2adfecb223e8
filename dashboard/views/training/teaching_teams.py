"""Which teaching teams gave the funded units, pathway by pathway? (study, text before figure 3)"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.content.charts.bars import Series, grouped_bars
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Row
from dashboard.content.page import TRAINING
from dashboard.content.view import Scene, View
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.rates import Share
from dashboard.domain.switches import Choice, Switch, fixed
from dashboard.domain.tables import ReleasedTable
from dashboard.text.nouns import UNITS, agreed
from dashboard.text.numbers import count, share
from dashboard.text.words import listed
from dashboard.views.kit.cohort_shares import UNITS_HAVE_NO_INTERVAL
from dashboard.views.kit.notes import fragile_note, marked_share

TEAM, PATHWAY = Dimension("teaching_team"), Dimension("pathway")
UNNAMED = "other"
"""The code of the teams that the study does not name."""

SPLIT = Switch(
    "equipes.parcours",
    "UE",
    "separes",
    fixed(Choice("separes", "Par parcours"), Choice("tous", "Tous parcours")),
)
_TOGETHER = Category(code="", label="Toutes les UE", colour="#4f9aa0")


@dataclass(frozen=True)
class _Bar:
    """One team, or the named ones together: its label and its codes."""

    label: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class _Teams:
    scene: Scene
    table: ReleasedTable

    @cached_property
    def pathways(self) -> tuple[Category, ...]:
        """The pathways that are compared; one for all where they are not told apart."""
        if self.scene.position(SPLIT) == "tous":
            return (_TOGETHER,)
        vocabulary = self.scene.vocabulary
        return tuple(vocabulary.category(PATHWAY, code) for code in vocabulary.real_codes(PATHWAY))

    @cached_property
    def bars(self) -> tuple[_Bar, ...]:
        vocabulary = self.scene.vocabulary
        codes = vocabulary.real_codes(TEAM)
        named = tuple(code for code in codes if code != UNNAMED)
        return (
            _Bar(f"Les {len(named)} équipes nommées", named),
            *(_Bar(vocabulary.category(TEAM, code).label, (code,)) for code in codes),
        )

    @cached_property
    def base(self) -> int:
        return sum(self._count(pathway) for pathway in self.pathways)

    @cached_property
    def unknown(self) -> int:
        """Units that no bar counts, since their pathway is unknown."""
        return self.table.total() - self.base

    def part(self, pathway: Category, bar: _Bar) -> Share:
        return Share(self._count(pathway, bar.codes), self._count(pathway))

    def series(self, pathway: Category) -> Series:
        parts = [self.part(pathway, bar) for bar in self.bars]
        base = UNITS.counted(parts[0].base)
        return Series(
            name=f"{pathway.label} ({base})",
            colour=pathway.colour,
            values=tuple(part.percent for part in parts),
            labels=tuple(marked_share(part) for part in parts),
            hovers=tuple(
                f"<b>{bar.label}</b><br>{pathway.label} : {UNITS.of_base(part)}"
                for bar, part in zip(self.bars, parts, strict=True)
            ),
        )

    def _count(self, pathway: Category, codes: tuple[str, ...] = ()) -> int:
        where: dict[str, str | tuple[str, ...]] = {}
        if pathway.code:
            where[str(PATHWAY)] = pathway.code
        if codes:
            where[str(TEAM)] = codes
        return self.table.count(where)


def ask(scene: Scene) -> Mapping[str, Query]:
    """Units by team and pathway."""
    return {"units": Query((PATHWAY, TEAM), scene.selection, "unit")}


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """A bar a team, beside each other for the pathways; the named teams together first."""
    teams = _Teams(scene, tables["units"])
    known = [pathway for pathway in teams.pathways if teams.part(pathway, teams.bars[0]).base]
    apart = scene.position(SPLIT) != "tous"
    return Content(
        title="Équipes pédagogiques nationales" + (", par parcours" if apart else ""),
        base=teams.base,
        population="UE financées dont le parcours est connu" if apart else "UE financées",
        figure=grouped_bars(
            [bar.label for bar in teams.bars],
            [teams.series(pathway) for pathway in known],
            percent=True,
            horizontal=True,
        ),
        data_table=DataTable(
            ("parcours", "équipe"), "UE financées", _rows(teams, known), independent=False
        ),
        reading=_reading(teams, known),
        alternative=_alternative(teams, known),
        source=scene.vocabulary.codebook.study.source_enrolment,
        notes=_notes(teams, known),
        nothing="Le parcours d'aucune UE financée n'est connu dans cette sélection."
        if teams.table.total()
        else "Aucune UE financée dans cette sélection.",
    )


def _rows(teams: _Teams, known: list[Category]) -> tuple[Row, ...]:
    rows = [
        Row((pathway.label, bar.label), part.count, part.base)
        for pathway in known
        for bar in teams.bars
        for part in (teams.part(pathway, bar),)
    ]
    vocabulary = teams.scene.vocabulary
    unknown = [c for c in vocabulary.categories(PATHWAY) if c.absence] if teams.unknown else []
    rows += [
        Row((absent.label, vocabulary.category(TEAM, code).label), number, None)
        for absent in unknown
        for code in vocabulary.real_codes(TEAM)
        for number in (teams.table.count({str(PATHWAY): absent.code, str(TEAM): code}),)
    ]
    return tuple(rows)


def _reading(teams: _Teams, known: list[Category]) -> str:
    if not known:
        return ""
    pathway, bar = known[0], teams.bars[0]
    part = teams.part(pathway, bar)
    verb = agreed(part, "relève", "relèvent")
    those = f"UE de la catégorie « {pathway.label} »" if pathway.code else "UE financées"
    return (
        f"Parmi les {those}, {count(part.count)} sur {count(part.base)} ({share(part)}) {verb} des "
        f"équipes nommées dans le bilan ({_listed(teams)})."
    )


def _listed(teams: _Teams) -> str:
    vocabulary = teams.scene.vocabulary
    return listed([f"« {vocabulary.category(TEAM, code).label} »" for code in teams.bars[0].codes])


def _alternative(teams: _Teams, known: list[Category]) -> str:
    told = [
        f"{pathway.label} : "
        + ", ".join(f"{bar.label} {marked_share(teams.part(pathway, bar))}" for bar in teams.bars)
        for pathway in known
    ]
    return f"Barres : part des UE de chaque équipe pédagogique. {' ; '.join(told)}."


def _notes(teams: _Teams, known: list[Category]) -> tuple[str, ...]:
    unknown = (
        (f"Hors de la base, parcours inconnu : {UNITS.counted(teams.unknown)}.",)
        if teams.unknown
        else ()
    )
    fragile = [p.label for p in known if teams.part(p, teams.bars[0]).fragile]
    return (*unknown, *fragile_note(fragile), UNITS_HAVE_NO_INTERVAL)


VIEW = View("equipes", TRAINING, 3, "Équipes pédagogiques", ask, tell, options=(SPLIT,))
