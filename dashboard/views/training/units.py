"""How many units was a beneficiary funded, in the first year and in all? (study, tableau 2)"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.content.charts.distributions import Distribution, Point, distributions
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Row
from dashboard.content.page import TRAINING
from dashboard.content.theme import SYMBOL
from dashboard.content.view import Canvas, Scene, View
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.rates import Share, mean, median
from dashboard.domain.switches import Choice, Switch, fixed
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import PEOPLE, UNITS, agreed
from dashboard.text.numbers import count, decimal, percent, rounded, share
from dashboard.text.words import listed
from dashboard.views.kit.notes import COHORT, click_of, fragile_note

FIRST, ALL = "premiere", "toutes"
YEARS = Switch(
    "unites.annees",
    "Années",
    FIRST,
    fixed(Choice(FIRST, "Première année"), Choice(ALL, "Toutes les années")),
)
TOGETHER = "Ensemble"
KEY = (
    "Surface du cercle : part des bénéficiaires de la promotion ; losange : moyenne ; "
    "trait vertical : médiane."
)


@dataclass(frozen=True)
class _Spread:
    """How many units the people of one cohort had, or of all cohorts where `cohort` is empty."""

    cohort: str
    people: dict[int, int]

    @property
    def base(self) -> int:
        return sum(self.people.values())

    @property
    def label(self) -> str:
        return self.cohort or TOGETHER

    @property
    def values(self) -> list[int]:
        return sorted(value for value, number in self.people.items() if number)

    @property
    def mean(self) -> float:
        return mean(self.people) or 0.0

    @property
    def median(self) -> float:
        return median(self.people) or 0.0

    @property
    def range_in_words(self) -> str:
        low, high = self.values[0], self.values[-1]
        return f"{UNITS.counted(low)}" if low == high else f"de {low} à {high} UE"


@dataclass(frozen=True)
class _Units:
    """The distributions to show: of every cohort, for all years of those only that have had several."""

    scene: Scene
    table: ReleasedTable

    @property
    def along(self) -> Dimension:
        return _along(self.scene)

    @property
    def when(self) -> str:
        return "la première année" if self.first else "toutes années confondues"

    @property
    def first(self) -> bool:
        return self.scene.position(YEARS) == FIRST

    @cached_property
    def spreads(self) -> tuple[_Spread, ...]:
        cohorts = self.scene.vocabulary.cohorts
        left_out = () if self.first else one_year_cohorts(self.scene.vocabulary)
        found = [self._of(cohort) for cohort in cohorts if cohort not in left_out]
        known = [spread for spread in found if spread.base]
        if len(known) < 2:  # noqa: PLR2004 - two make a whole
            return tuple(known)
        values = sorted({value for spread in known for value in spread.people})
        together = {value: sum(s.people.get(value, 0) for s in known) for value in values}
        return (*known, _Spread("", together))

    @cached_property
    def left_out(self) -> list[str]:
        """The cohorts of the selection that have had one academic year only, where all years are asked for."""
        if self.first:
            return []
        return [c for c in one_year_cohorts(self.scene.vocabulary) if self._of(c).base]

    def _of(self, cohort: str) -> _Spread:
        real = self.scene.vocabulary.real_codes(self.along)
        name = str(self.along)
        return _Spread(
            cohort, {int(code): self.table.count({"cohort": cohort, name: code}) for code in real}
        )


def one_year_cohorts(vocabulary: Vocabulary) -> tuple[str, ...]:
    """The cohorts that have had one academic year only: nothing can be said of all their years."""
    return tuple(
        cohort
        for cohort in vocabulary.cohorts
        if not any(year > cohort for year in vocabulary.academic_years)
    )


def ask(scene: Scene) -> Mapping[str, Query]:
    """The people of each cohort by number of units."""
    return {"people": Query((COHORT, _along(scene)), scene.selection)}


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """A row a cohort: range, mean, median and distribution."""
    units = _Units(scene, tables["people"])
    spreads = units.spreads
    return Content(
        title=f"UE financées par bénéficiaire, {units.when}",
        base=spreads[-1].base if spreads else 0,
        population="bénéficiaires"
        if units.first
        else "bénéficiaires des promotions qui ont connu plusieurs années universitaires",
        figure=distributions(
            [_drawn(units, spread) for spread in spreads],
            colour=SYMBOL,
            axis_title="UE par bénéficiaire",
            narrow=scene.narrow,
            projected=scene.projected,
        ),
        data_table=DataTable(
            ("promotion", "UE par bénéficiaire"),
            "bénéficiaires",
            tuple(row for spread in spreads for row in _rows(units, spread)),
            ("minimum", "maximum", "moyenne", "médiane"),
            partition_by=1,
        ),
        reading=_reading(units),
        alternative=_alternative(units),
        source=scene.vocabulary.codebook.study.source_enrolment,
        notes=_notes(units),
        nothing=_nothing(units),
    )


def _along(scene: Scene) -> Dimension:
    first = scene.position(YEARS) == FIRST
    return Dimension("units_first_year" if first else "units_all_years")


def _drawn(units: _Units, spread: _Spread) -> Distribution:
    average = decimal(spread.mean)
    return Distribution(
        label=f"{spread.label}<br>n\u00a0=\u00a0{count(spread.base)}",
        points=tuple(
            Point(value, part.percent or 0, _rounded(part), _hover(units, spread, value))
            for value in spread.values
            for part in (Share(spread.people[value], spread.base),)
        ),
        mean=spread.mean,
        median=spread.median,
        mean_label="" if units.scene.narrow or units.scene.projected else average,
        text=_beside(units.scene, spread),
        target=click_of(units.scene, spread.cohort, units.along, ""),
    )


def _rounded(part: Share) -> str:
    """A share without decimals; never 0 % of somebody."""
    least = 0.5
    return f"< {percent(1, 0)}" if 0 < (part.percent or 0) < least else share(part, 0)


def _beside(scene: Scene, spread: _Spread) -> str:
    """What stands at the right of a row: on a phone two numbers, for a room fewer lines than on a page."""
    average = decimal(spread.mean)
    if scene.narrow:
        return f"<b>{average}</b><br>{spread.values[0]} à {spread.values[-1]}"
    between = ", " if scene.projected else "<br>"
    return (
        f"<b>{average}</b> en moyenne{between}médiane {_plain(spread.median)}<br>"
        f"{spread.range_in_words}"
    )


def _hover(units: _Units, spread: _Spread, value: int) -> str:
    part = Share(spread.people[value], spread.base)
    return f"<b>{spread.label}</b><br>{UNITS.counted(value)} {units.when} : {PEOPLE.of_base(part)}"


def _rows(units: _Units, spread: _Spread) -> Iterator[Row]:
    target = click_of(units.scene, spread.cohort, units.along, "")
    for value in spread.values:
        blank = (None, None, None, None)
        labels = (spread.label, UNITS.counted(value))
        yield Row(labels, spread.people[value], spread.base, blank, target)
    low, high = spread.values[0], spread.values[-1]
    measures = (low, high, rounded(spread.mean, 2), spread.median)
    yield Row((spread.label, "Tous"), spread.base, None, measures, target)


def _plain(number: float) -> str:
    return count(int(number)) if number == int(number) else decimal(number)


def _reading(units: _Units) -> str:
    latest = next((s for s in reversed(units.spreads) if s.cohort), None)
    if latest is None:
        return ""
    value = max(latest.values, key=lambda one: latest.people[one])
    part = Share(latest.people[value], latest.base)
    return (
        f"Dans la promotion {latest.cohort}, {PEOPLE.of_base(part)} "
        f"{agreed(part, 'a eu', 'ont eu')} {UNITS.counted(value)} "
        f"{'financée' if value == 1 else 'financées'} {units.when} ; la moyenne de la promotion "
        f"est de {decimal(latest.mean)} UE."
    )


def _alternative(units: _Units) -> str:
    told = [
        f"{s.label} : {s.range_in_words}, {decimal(s.mean)} en moyenne, médiane {_plain(s.median)}"
        for s in units.spreads
    ]
    return f"Distribution du nombre d'UE par bénéficiaire, {units.when}. {' ; '.join(told)}."


def _notes(units: _Units) -> tuple[str, ...]:
    notes = [KEY]
    if units.left_out:
        notes.append(
            f"Une seule année universitaire pour la promotion {listed(units.left_out)} : "
            "le nombre d'UE de toutes les années n'y est pas montré."
        )
    fragile = [s.label for s in units.spreads if Share(0, s.base).fragile]
    return (*notes, *fragile_note(fragile))


def _nothing(units: _Units) -> str:
    if units.left_out:
        return (
            f"La promotion {listed(units.left_out)} n'a connu qu'une année universitaire : "
            "rien ne peut être dit de toutes ses années. Choisissez « Première année »."
        )
    return "Aucun bénéficiaire dans cette sélection."


VIEW = View(
    name="unites",
    page=TRAINING,
    place=1,
    title="UE par bénéficiaire",
    ask=ask,
    tell=tell,
    options=(YEARS,),
    canvas=Canvas(veiled=True),
)
