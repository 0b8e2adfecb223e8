"""Where did the partnership reach people, year after year? (study, carte 1)"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.content.charts.classes import Classes, count_classes, count_labels
from dashboard.content.charts.small_maps import SmallMap, SmallPlace, small_maps
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Row
from dashboard.content.page import TERRITORIES
from dashboard.content.view import Canvas, Scene, View
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.selection import Selection
from dashboard.domain.switches import Choice, Switch, fixed
from dashboard.domain.tables import ReleasedTable
from dashboard.text.numbers import count
from dashboard.text.words import capital, counted, listed
from dashboard.views.territories.regions import (
    REGION,
    of_regions,
    opened,
    region_click,
    region_named,
)

EVERY, FIRST = "inscrits", "premieres"
COUNTED = Switch(
    "deploiement.compte",
    "Compter",
    EVERY,
    fixed(Choice(EVERY, "Tous les inscrits de l'année"), Choice(FIRST, "Premières inscriptions")),
)
ALL = "Ensemble"
NEW = (
    "Une région est dite nouvelle l'année où le partenariat y compte ses premiers inscrits, "
    "toutes personnes confondues : les filtres n'y changent rien."
)
_YEAR, _RANK = Dimension("academic_year"), Dimension("enrolment_rank")


@dataclass(frozen=True)
class _Years:
    """The people enrolled in each region and academic year, and since when each region is open."""

    scene: Scene
    tables: Mapping[str, ReleasedTable]

    @cached_property
    def years(self) -> tuple[str, ...]:
        return self.scene.vocabulary.academic_years

    @cached_property
    def since(self) -> dict[str, str]:
        return opened(self.tables["everybody"], str(_YEAR))

    @cached_property
    def inside(self) -> frozenset[str]:
        """The regions that the selection looks at."""
        return frozenset(r for r, n in self.tables["inside"].by_code(str(REGION)).items() if n)

    def open_in(self, year: str) -> list[str]:
        """The regions looked at that are open in `year`."""
        codes = self.scene.vocabulary.codes(REGION)
        return [r for r in codes if r in self.inside and self.since[r] <= year]

    def new_in(self, year: str) -> list[str]:
        return [r for r in self.open_in(year) if self.since[r] == year]

    def people(self, year: str, region: str = "", *, rank: str = "") -> int:
        """Those enrolled in `year`; with `region` or `rank`, those of that region or rank alone."""
        only = rank or ("first" if self.scene.position(COUNTED) == FIRST else "")
        where = {str(_YEAR): year, str(REGION): region, str(_RANK): only}
        return self.tables["enrolled"].count({name: code for name, code in where.items() if code})

    def units(self, year: str, region: str = "") -> int:
        where = {str(_YEAR): year, str(REGION): region}
        return self.tables["units"].count({name: code for name, code in where.items() if code})

    @cached_property
    def classes(self) -> Classes:
        return count_classes([self.people(y, r) for y in self.years for r in self.open_in(y)])


def ask(scene: Scene) -> Mapping[str, Query]:
    """Enrolments and units by region and year; and everybody's, which tell since when a region is open."""
    return {
        "beneficiaries": Query((), scene.selection),
        "enrolled": Query((REGION, _YEAR, _RANK), scene.selection, "enrolment"),
        "units": Query((REGION, _YEAR), scene.selection, "unit"),
        "everybody": Query((REGION, _YEAR), Selection(), "enrolment"),
        "inside": Query((REGION,), of_regions(scene.selection)),
    }


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """One small map a year, the regions of the year's extension outlined."""
    found = _Years(scene, tables)
    first = scene.position(COUNTED) == FIRST
    return Content(
        title="Déploiement du partenariat, année par année",
        base=tables["beneficiaries"].total(),
        population="bénéficiaires, comptés l'année de leur première inscription"
        if first
        else "bénéficiaires, comptés une fois dans chaque année universitaire où ils sont inscrits",
        figure=small_maps(
            "study",
            [_map(found, year) for year in found.years],
            found.classes,
            count_labels(found.classes, count),
            narrow=scene.narrow,
            projected=scene.projected,
        ),
        data_table=DataTable(
            ("région", "année universitaire", "ouverture"),
            "premières inscriptions" if first else "inscrits",
            tuple(row for year in found.years for row in _rows(found, year)),
            ("dont premières inscriptions", "UE financées"),
        ),
        reading=_reading(found),
        alternative=_alternative(found),
        source=scene.vocabulary.codebook.study.source_enrolment,
        notes=(NEW,),
        nothing="Aucun bénéficiaire dans cette sélection.",
    )


def _map(found: _Years, year: str) -> SmallMap:
    here, new = found.open_in(year), found.new_in(year)
    people = found.people(year)
    covered = counted(len(here), "région", feminine=True)
    if not people:
        # How far the partnership had spread tells nothing of a selection that has nobody enrolled that year.
        subtitle = _in_words(found, people)
    elif found.scene.narrow:
        subtitle = f"{count(people)} · {covered}"
    elif 0 < len(new) < len(here):
        extended = counted(len(new), "nouvelle", feminine=True)
        subtitle = f"{_in_words(found, people)}<br>{covered}, dont {extended}"
    else:
        subtitle = f"{_in_words(found, people)}<br>{covered}"
    if found.scene.projected:
        # Beside its map, a line has room for two words.
        subtitle = re.sub(r"(,|premières?) ", r"\1<br>", subtitle)
    codes = found.scene.vocabulary.codes(REGION)
    return SmallMap(year, subtitle, {region: _place(found, year, region) for region in codes})


def _in_words(found: _Years, people: int) -> str:
    if found.scene.position(COUNTED) == FIRST:
        return counted(people, "première inscription", "premières inscriptions", feminine=True)
    return counted(people, "inscrit")


def _place(found: _Years, year: str, region: str) -> SmallPlace:
    name = f"<b>{region_named(found.scene, region).label}</b>, {year}"
    target = region_click(found.scene, region)
    since = found.since.get(region)
    if since is None or since > year:
        return SmallPlace("uncovered", 0, "", f"{name}<br>Région non couverte", {})
    if region not in found.inside:
        return SmallPlace("outside", 0, "", f"{name}<br>Hors de la sélection", target)
    people, new = found.people(year, region), since == year
    lines = [
        name,
        capital(_in_words(found, people)),
        f"dont {count(found.people(year, region, rank='first'))} pour la première fois",
        capital(counted(found.units(year, region), "UE financée", "UE financées", feminine=True)),
        *(["Nouvelle région"] if new else []),
    ]
    label = count(people) if people else ""
    return SmallPlace("shown", people, label, "<br>".join(lines), target, new)


def _rows(found: _Years, year: str) -> list[Row]:
    rows = [
        Row(
            (
                region_named(found.scene, region).label,
                year,
                "nouvelle" if found.since[region] == year else "déjà couverte",
            ),
            found.people(year, region),
            None,
            (found.people(year, region, rank="first"), found.units(year, region)),
            region_click(found.scene, region),
        )
        for region in found.open_in(year)
    ]
    total = (found.people(year, rank="first"), found.units(year))
    return [*rows, Row((ALL, year, ""), found.people(year), None, total)]


def _reading(found: _Years) -> str:
    """The last year with anybody, and where most of its people live."""
    year = next((y for y in reversed(found.years) if found.people(y)), None)
    if year is None:
        return ""
    region = max(found.open_in(year), key=lambda code: found.people(year, code))
    people, everywhere = found.people(year, region), found.people(year)
    verb = "est inscrit" if people == 1 else "sont inscrits"
    if found.scene.position(COUNTED) == FIRST:
        verb += " pour la première fois"
    return (
        f"En {year}, {counted(people, 'bénéficiaire')} {verb} "
        f"{region_named(found.scene, region).locative}, "
        f"sur {count(everywhere)} au total."
    )


def _alternative(found: _Years) -> str:
    steps = []
    for year in found.years:
        new = [region_named(found.scene, region).label for region in found.new_in(year)]
        word = "nouvelle" if len(new) == 1 else "nouvelles"
        added = f", {word} : {listed(new)}" if new and found.people(year) else ""
        steps.append(f"{year}, {_in_words(found, found.people(year))}{added}")
    return f"Petites cartes de France, une par année universitaire : {' ; '.join(steps)}."


VIEW = View(
    name="deploiement",
    page=TERRITORIES,
    place=1,
    title="Déploiement année par année",
    ask=ask,
    tell=tell,
    options=(COUNTED,),
    height=380,
    canvas=Canvas("clamp(340px, 26vw, 500px)", "620px", spread=True),
    wide=True,
)
