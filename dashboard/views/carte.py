"""Where do the beneficiaries live, and how many units were funded there? (study, carte 1)"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.charts.choropleth import Legend, Place, State, choropleth
from dashboard.charts.classes import (
    Classes,
    count_classes,
    count_labels,
    even_classes,
    even_labels,
)
from dashboard.domain.address import parameter_of, value_of
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.options import Choice, Option, fixed
from dashboard.domain.query import Counted, Query
from dashboard.domain.rates import SMALL_BASE, Share
from dashboard.domain.selection import Selection, selection_of
from dashboard.domain.tables import ReleasedTable
from dashboard.text.numbers import FRAGILE, count, decimal
from dashboard.text.words import capital, counted, in_two_lines, inside, listed
from dashboard.views.bases import nobody_because
from dashboard.views.map_measures import MEASURES, Measure, Part, measure_named
from dashboard.views.pages import OVERVIEW
from dashboard.views.view import Content, Row, Scene, Target, Twin, View

UNCOVERED = "non couverte"
ALL_YEARS = "toutes"
MEASURE = Option(
    "carte.mesure",
    "Indicateur",
    "beneficiaires",
    fixed(*(Choice(measure.name, measure.label) for measure in MEASURES)),
    form="list",
)
DIVISION = Option(
    "carte.decoupage",
    "Découpage",
    "etude",
    fixed(Choice("etude", "Régions de l'étude"), Choice("2016", "13 régions d'aujourd'hui")),
)
YEAR = Option(
    "carte.annee",
    "Année universitaire",
    ALL_YEARS,
    lambda vocabulary: (
        Choice(ALL_YEARS, "Toutes"),
        *(Choice(year, year) for year in vocabulary.academic_years),
    ),
    form="player",
)
_REGION, _CURRENT, _YEAR = (
    Dimension("region"),
    Dimension("current_region"),
    Dimension("academic_year"),
)


@dataclass(frozen=True)
class _Map:
    """The counts behind one map, region by region."""

    scene: Scene
    tables: Mapping[str, ReleasedTable]

    @cached_property
    def measure(self) -> Measure:
        return measure_named(self.scene.setting(MEASURE))

    @cached_property
    def where(self) -> Dimension:
        return _division(self.scene)

    def by_region(self, table: str) -> dict[str, int]:
        return self.tables[table].by_code(str(self.where))

    @cached_property
    def people(self) -> dict[str, int]:
        return self.by_region("people")

    @cached_property
    def units(self) -> dict[str, int]:
        return self.by_region("units")

    @cached_property
    def parts(self) -> dict[str, Part]:
        return self._parts("measure", self.people, self.units)

    @cached_property
    def classes(self) -> Classes:
        """Classes of all regions and years: neither a click on a region nor the player changes them."""
        around = self._parts(
            "all_measure", self.by_region("all_people"), self.by_region("all_units")
        )
        values = [value for part in around.values() if (value := self.measure.value(part))]
        if self.measure.is_count:
            return count_classes([int(value) for value in values])
        return even_classes(values)

    @cached_property
    def states(self) -> dict[str, State]:
        covered, inside = self.by_region("covered"), self.by_region("inside")
        return {
            code: "uncovered" if not n else "shown" if inside[code] else "outside"
            for code, n in covered.items()
        }

    @cached_property
    def shown(self) -> list[str]:
        """The regions of the selection, most beneficiaries first."""
        codes = [code for code, state in self.states.items() if state == "shown"]
        return sorted(codes, key=lambda code: -self.people[code])

    @cached_property
    def uncovered(self) -> list[str]:
        """The regions without any enrolment, unless the reader looks at some others."""
        looked_at = self.by_region("inside")
        some = self.scene.selection.codes(_REGION) or self.scene.selection.codes(_CURRENT)
        found = [code for code, state in self.states.items() if state == "uncovered"]
        return [code for code in found if looked_at[code]] if some else found

    def category(self, code: str) -> Category:
        return self.scene.vocabulary.category(self.where, code)

    def target(self, code: str) -> Target:
        vocabulary = self.scene.vocabulary
        return {parameter_of(self.where, vocabulary): value_of(self.where, code, vocabulary)}

    def _parts(self, table: str, people: dict[str, int], units: dict[str, int]) -> dict[str, Part]:
        return self.measure.parts(
            self.tables[table], str(self.where), people, units, self.scene.vocabulary
        )


def ask(scene: Scene) -> Mapping[str, Query]:
    """People, units and the measure by region; and the same for all regions and years, for the classes."""
    where, measure = _division(scene), measure_named(scene.setting(MEASURE))
    one_year = scene.setting(YEAR) != ALL_YEARS
    counted_people: Counted = "enrolment" if one_year else "beneficiary"
    here = _in_year(scene.selection, scene)
    around = scene.selection.without(_REGION, _CURRENT)
    regional = selection_of(c for c in scene.selection if c.dimension in (_REGION, _CURRENT))
    crossed = (where, measure.along) if measure.along else (where,)
    return {
        "covered": Query((where,), _in_year(Selection(), scene), counted_people),
        "inside": Query((where,), regional),
        "people": Query((where,), here, counted_people),
        "units": Query((where,), here, "unit"),
        "measure": Query(crossed, measure.of(here), counted_people),
        "all_people": Query((where,), around),
        "all_units": Query((where,), around, "unit"),
        "all_measure": Query(crossed, measure.of(around)),
    }


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """The map of the chosen measure, with a circle for funded units."""
    drawn = _Map(scene, tables)
    measure, year = drawn.measure, scene.setting(YEAR)
    study = scene.vocabulary.codebook.study
    return Content(
        title=f"{measure.title} par région" + ("" if year == ALL_YEARS else f", {year}"),
        base=_base(drawn),
        population=measure.base_words
        if year == ALL_YEARS
        else f"{measure.base_words}, inscrits en {year} (première inscription ou suivante)",
        figure=choropleth(
            "study" if drawn.where == _REGION else "current",
            {code: _place(drawn, code) for code in drawn.states},
            drawn.classes,
            _legend(drawn),
            narrow=scene.narrow,
            projected=scene.projected,
        ),
        twin=Twin(
            (scene.vocabulary.variable(drawn.where.variable).label,),
            measure.counted,
            (
                *(_row(drawn, code) for code in drawn.shown),
                *(_uncovered_row(drawn, code) for code in drawn.uncovered),
            ),
            ("bénéficiaires", "UE financées", "UE par bénéficiaire"),
            compared=measure.is_share,
            texts=("couverture",),
        ),
        reading=_reading(drawn),
        alternative=_alternative(drawn),
        source=study.source if measure.name == "emploi-t1" else study.source_enrolment,
        notes=_notes(drawn),
        nothing=nobody_because(scene.selection, scene.vocabulary)
        if measure.name == "emploi-t1"
        else "Personne à compter pour cet indicateur dans cette sélection.",
    )


def _base(drawn: _Map) -> int:
    """The people that the measure is about: for a share, those it is taken of, all regions together."""
    if drawn.measure.is_share:
        return sum(drawn.parts[code][1] for code in drawn.shown)
    if drawn.measure.is_count:
        return sum(drawn.parts[code][0] for code in drawn.shown)
    return sum(drawn.people[code] for code in drawn.shown)


def _division(scene: Scene) -> Dimension:
    return _REGION if scene.setting(DIVISION) == "etude" else _CURRENT


def _in_year(selection: Selection, scene: Scene) -> Selection:
    year = scene.setting(YEAR)
    return selection if year == ALL_YEARS else selection.keeping(_YEAR, (year,))


def _place(drawn: _Map, code: str) -> Place:
    state, people, units = drawn.states[code], drawn.people[code], drawn.units[code]
    name = drawn.category(code).label
    if state == "uncovered":
        return Place(state, None, 0, "", "", f"<b>{name}</b><br>Région {UNCOVERED}", {})
    if state == "outside":
        return Place(
            state, None, 0, "", "", f"<b>{name}</b><br>Hors de la sélection", drawn.target(code)
        )
    part = drawn.parts[code]
    fragile = drawn.measure.is_share and Share(*part).fragile
    value = f"{drawn.measure.write(part)}{' ' + FRAGILE if fragile else ''}"
    lines = [
        f"<b>{name}</b>",
        capital(counted(people, "bénéficiaire")),
        f"{count(units)} UE financées",
    ]
    if drawn.measure.is_share:
        lines.append(
            f"{drawn.measure.label} : {drawn.measure.write(part)} "
            f"({count(part[0])} sur {count(part[1])})"
        )
    return Place(
        state=state,
        value=drawn.measure.value(part) if people else 0,
        symbol=units,
        label=f"{in_two_lines(name)}<br><b>{value}</b>" if people else "",
        short_label=f"<b>{value}</b>" if people else "",
        tell="<br>".join(lines),
        target=drawn.target(code),
    )


def _legend(drawn: _Map) -> Legend:
    measure = drawn.measure
    return Legend(
        title=measure.legend,
        labels=count_labels(drawn.classes, count)
        if measure.is_count
        else even_labels(drawn.classes, measure.write_bound),
        symbol_title="UE financées" if drawn.scene.narrow else "UE financées (surface du cercle)",
        symbol_top=max(drawn.by_region("all_units").values(), default=0),
        write=count,
    )


def _row(drawn: _Map, code: str) -> Row:
    numerator, base = drawn.parts[code]
    people, units = drawn.people[code], drawn.units[code]
    return Row(
        labels=(drawn.category(code).label,),
        count=numerator,
        base=None if drawn.measure.ratio else base,
        more=(people, units, round(units / people, 2) if people else None),
        target=drawn.target(code),
        texts=("couverte",),
    )


def _uncovered_row(drawn: _Map, code: str) -> Row:
    """Nobody could be counted where nothing was offered: that is no zero."""
    label, nothing = drawn.category(code).label, (None, None, None)
    return Row((label,), 0, None, nothing, texts=(UNCOVERED,), tested=False, counted=False)


def _reading(drawn: _Map) -> str:
    if not drawn.shown or not drawn.people[drawn.shown[0]]:
        return ""
    code = drawn.shown[0]
    where = drawn.category(code).locative
    part, measure = drawn.parts[code], drawn.measure
    if measure.is_share:
        return (
            f"{capital(where)}, {inside(measure.label)} : {measure.write(part)} "
            f"({count(part[0])} sur {count(part[1])} {measure.base_words})."
        )
    lives = "réside" if drawn.people[code] == 1 else "résident"
    return (
        f"{capital(counted(drawn.people[code], 'bénéficiaire'))} {lives} {where} ; "
        f"{counted(drawn.units[code], 'UE', 'UE', feminine=True)} "
        f"{'y a été financée' if drawn.units[code] == 1 else 'y ont été financées'}, soit "
        f"{decimal(drawn.units[code] / drawn.people[code])} par bénéficiaire."
    )


def _alternative(drawn: _Map) -> str:
    leading = [
        f"{drawn.category(code).label} ({drawn.measure.write(drawn.parts[code])})"
        for code in drawn.shown[:3]
    ]
    return (
        f"Carte de France des régions : {inside(drawn.measure.title)}. "
        f"Dans les régions qui comptent le plus de bénéficiaires : {listed(leading)}."
    )


def _notes(drawn: _Map) -> tuple[str, ...]:
    notes = []
    uncovered = [
        drawn.category(c).label for c, state in drawn.states.items() if state == "uncovered"
    ]
    if uncovered:
        notes.append(f"Sans inscription : {listed(uncovered)}.")
    fragile = [
        drawn.category(code).label
        for code in drawn.shown
        if drawn.measure.is_share and Share(*drawn.parts[code]).fragile
    ]
    if fragile:
        notes.append(f"{FRAGILE} base inférieure à {SMALL_BASE} : {listed(fragile)}.")
    return tuple(notes)


VIEW = View(
    name="carte",
    page=OVERVIEW,
    place=2,
    title="Carte des régions",
    ask=ask,
    tell=tell,
    options=(MEASURE, DIVISION, YEAR),
    height=600,
)
