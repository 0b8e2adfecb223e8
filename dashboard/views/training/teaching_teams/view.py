"""Which teaching teams gave the funded units, pathway by pathway?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dashboard.content.charts.bars import GroupedBars
from dashboard.content.charts.datum import Datum, Series
from dashboard.content.charts.rich_text import bold, rich
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Key, Row
from dashboard.content.page import TRAINING
from dashboard.content.view import Scene, View
from dashboard.domain.codebook import Category
from dashboard.domain.needs import variable
from dashboard.domain.query import Query
from dashboard.domain.tables import ReleasedTable
from dashboard.text.nouns import funded
from dashboard.text.numbers import share
from dashboard.text.variables import short_name, variable_of
from dashboard.views.kit.notes import marks_of
from dashboard.views.training.teaching_teams.counts import PATHWAY, SPLIT, TEAM, Bar, Teams
from dashboard.views.training.teaching_teams.words import (
    alternative,
    notes,
    nothing,
    population,
    reading,
    title,
    view_title,
)


def ask(scene: Scene) -> Mapping[str, Query]:
    """Units by team and, where it is known, pathway."""
    along = tuple(filter(scene.vocabulary.has, (PATHWAY, TEAM)))
    return {"units": Query(along, scene.selection, "unit")}


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """A bar a team, beside each other for the pathways; the named teams together first."""
    teams = Teams(scene, tables["units"])
    vocabulary = scene.vocabulary
    columns = [along for along in (PATHWAY, TEAM) if vocabulary.has(along)]
    return Content(
        title=title(teams),
        base=teams.base,
        population=population(teams),
        chart=GroupedBars(
            categories=tuple(rich(bar.label) for bar in teams.bars),
            series=tuple(_series(teams, pathway) for pathway in teams.pathways),
            unit="percent",
            horizontal=True,
        ),
        data_table=DataTable(
            tuple(short_name(variable_of(along, vocabulary)) for along in columns),
            funded(vocabulary).several("financé"),
            (*_rows(teams), *_unknown_rows(teams)),
            independent=False,
        ),
        reading=reading(teams),
        alternative=alternative(teams),
        source=vocabulary.codebook.study.source_enrolment,
        notes=notes(teams),
        nothing=nothing(teams),
    )


def _series(teams: Teams, pathway: Category) -> Series:
    units = funded(teams.scene.vocabulary)
    base = teams.share(pathway, teams.bars[0]).base
    return Series(
        name=f"{pathway.label} ({units.counted(base)})",
        colour=pathway.colour,
        data=tuple(_datum(teams, pathway, bar) for bar in teams.bars),
    )


def _datum(teams: Teams, pathway: Category, bar: Bar) -> Datum:
    of_pathway = teams.share(pathway, bar)
    units = funded(teams.scene.vocabulary)
    hover = rich(bold(bar.label), f"{pathway.label} : {units.of_base(of_pathway)}")
    return Datum(of_pathway.percent, share(of_pathway, 0), hover, marks=marks_of(of_pathway))


def _rows(teams: Teams) -> Iterator[Row]:
    """The bars' numbers."""
    for pathway in teams.pathways:
        for bar in teams.bars:
            of_pathway = teams.share(pathway, bar)
            key = Key(PATHWAY, pathway.code, pathway.label)
            yield _row(teams, key, bar.key, of_pathway.count, of_pathway.base)


def _unknown_rows(teams: Teams) -> Iterator[Row]:
    """The units of each team whose pathway is not known, then those of which the team is not known."""
    vocabulary = teams.scene.vocabulary
    for code in teams.of_no_pathway:
        pathway = Key(PATHWAY, code, vocabulary.category(PATHWAY, code).label)
        for team in teams.teams_of(pathway):
            yield _row(teams, pathway, teams.team(team), teams.units(pathway, team))
    for team in teams.of_no_team:
        for pathway in teams.pathway_keys:
            yield _row(teams, pathway, teams.team(team), teams.units(pathway, team))


def _row(teams: Teams, pathway: Key, team: Key, units: int, base: int | None = None) -> Row:
    return Row((pathway, team) if teams.has_pathways else (team,), units, base)


VIEW = View(
    "equipes",
    TRAINING,
    3,
    view_title,
    ask,
    tell,
    switches=(SPLIT,),
    needs=(variable("teaching_team"),),
)
