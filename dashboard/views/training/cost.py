"""What did the training cost, per beneficiary and per unit, in the years whose budget is known?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.content.charts.bars import GroupedBars
from dashboard.content.charts.datum import Datum, Series
from dashboard.content.charts.rich_text import RichText, bold, rich
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Key, Row
from dashboard.content.page import TRAINING
from dashboard.content.theme import AMOUNT
from dashboard.content.view import Scene, View
from dashboard.domain.budgets import Budget
from dashboard.domain.codebook import slug
from dashboard.domain.dimension import Dimension
from dashboard.domain.needs import budgets
from dashboard.domain.query import Query
from dashboard.domain.switches import Choice, Switch
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import Noun, funded
from dashboard.text.numbers import NARROW, count, decimal, rounded
from dashboard.text.words import counted, listed
from dashboard.views.training.cost_notes import note_on, unfiltered

YEAR = Dimension("academic_year")
WHOLE, PER_PERSON = "total", "beneficiaire"


def _choices(vocabulary: Vocabulary) -> tuple[Choice, ...]:
    """The whole, by person, and by what is funded, whose position is named after it."""
    unit = funded(vocabulary).singular
    return (
        Choice(WHOLE, "Total"),
        Choice(PER_PERSON, "Par bénéficiaire"),
        Choice(slug(unit), f"Par {unit}"),
    )


MEASURE = Switch("cout.montant", "Montant", WHOLE, _choices)


@dataclass(frozen=True)
class _Year:
    """An academic year whose budget is known: whom and what it paid for."""

    budget: Budget
    people: int
    units: int

    @property
    def name(self) -> str:
        return self.budget.academic_year

    @property
    def is_paid_for(self) -> bool:
        """Whether the people of the tables are those whom the budget has paid for."""
        return self.budget.pays_for(self.people)

    @property
    def per_person(self) -> float:
        return self.budget.amount / self.people

    @property
    def per_unit(self) -> float:
        return self.budget.amount / self.units

    def amount(self, measure: str) -> float:
        if measure == WHOLE:
            return self.budget.amount
        return self.per_person if measure == PER_PERSON else self.per_unit


def ask(scene: Scene) -> Mapping[str, Query]:
    """Everybody enrolled in each academic year, and what was funded."""
    return {
        "people": Query((YEAR,), scene.selection, "enrolment"),
        "units": Query((YEAR,), scene.selection, "unit"),
    }


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """A bar for each year whose budget is known and of these people; the others are named in sentences."""
    known = _known(scene, tables)
    years = [year for year in known if year.is_paid_for]
    others = [year for year in known if not year.is_paid_for]
    measure, units = scene.position(MEASURE), funded(scene.vocabulary)
    enrolments = scene.vocabulary.codebook.study.source_enrolment
    return Content(
        title=f"{_title(measure, units)}, par année universitaire",
        base=tables["people"].count({str(YEAR): [year.name for year in years]}),
        population=_population(scene, years, others),
        chart=_chart(scene, years, measure),
        data_table=DataTable(
            ("année universitaire",),
            "bénéficiaires inscrits",
            tuple(_row(year) for year in years),
            (
                units.several("financé"),
                "budget (€)",
                "€ par bénéficiaire",
                f"€ par {units.singular}",
            ),
        ),
        reading=_reading(years, units),
        alternative=_alternative(years, units),
        source=" ; ".join([*dict.fromkeys(year.budget.source for year in years), enrolments]),
        notes=_notes(scene, years, others),
        nothing=" ".join(map(_of_others, others))
        or "Le budget d'aucune des années universitaires des tables n'est connu.",
    )


def _known(scene: Scene, tables: Mapping[str, ReleasedTable]) -> list[_Year]:
    budgets = {budget.academic_year: budget for budget in scene.vocabulary.codebook.budgets}
    people = tables["people"].by_code(str(YEAR))
    units = tables["units"].by_code(str(YEAR))
    return [
        _Year(budgets[year], people[year], units[year])
        for year in scene.vocabulary.academic_years
        if year in budgets and people[year] and units[year]
    ]


def _title(measure: str, units: Noun) -> str:
    if measure == WHOLE:
        return "Budget de la formation"
    return f"Budget par {'bénéficiaire' if measure == PER_PERSON else units.one('financé')}"


def _population(scene: Scene, years: list[_Year], others: list[_Year]) -> str:
    if not years:
        return "bénéficiaires inscrits"
    people = f"bénéficiaires inscrits en {listed([year.name for year in years])}"
    if not others and not _unknown(scene, years):
        return people
    only = "seule année" if len(years) == 1 else "seules années"
    return f"{people}, {only} dont le {'coût est calculé' if others else 'budget est connu'}"


def _of_others(year: _Year) -> str:
    """Why no cost is calculated: the budget is that of more people than the tables have, or of fewer."""
    return (
        f"Le budget de {year.name} porte sur {counted(year.budget.beneficiaries or 0, 'bénéficiaire')} ; les tables en "
        f"ont {count(year.people)} : aucun coût n'est calculé."
    )


def _unknown(scene: Scene, known_years: list[_Year]) -> list[str]:
    """The academic years whose budget nobody gives."""
    known = {year.name for year in known_years}
    return [year for year in scene.vocabulary.academic_years if year not in known]


def _chart(scene: Scene, years: list[_Year], measure: str) -> GroupedBars:
    units = funded(scene.vocabulary)
    return GroupedBars(
        categories=tuple(rich(year.name) for year in years),
        series=(
            Series(
                name="Budget",
                colour=AMOUNT,
                data=tuple(_datum(year, measure, units) for year in years),
            ),
        ),
        unit="number",
        axis_title="euros",
        horizontal=True,
    )


def _datum(year: _Year, measure: str, units: Noun) -> Datum:
    amount = year.amount(measure)
    return Datum(amount, euros(amount), _hover(year, units))


def _hover(year: _Year, units: Noun) -> RichText:
    return rich(
        bold(year.name),
        euros(year.budget.amount),
        f"{counted(year.people, 'bénéficiaire')} : {euros(year.per_person)} par bénéficiaire",
        f"{units.counted(year.units)} : {euros(year.per_unit)} par {units.singular}",
    )


def _row(year: _Year) -> Row:
    return Row(
        (Key(YEAR, year.name, year.name),),
        year.people,
        None,
        (year.units, year.budget.amount, rounded(year.per_person, 2), rounded(year.per_unit, 2)),
    )


def _reading(years: list[_Year], units: Noun) -> str:
    if not years:
        return ""
    year = years[-1]
    return (
        f"En {year.name}, {euros(year.budget.amount)} pour {counted(year.people, 'bénéficiaire')} et "
        f"{units.counted(year.units)} font {euros(year.per_person)} par bénéficiaire et "
        f"{euros(year.per_unit)} par {units.singular}."
    )


def _alternative(years: list[_Year], units: Noun) -> str:
    costs = [
        f"{year.name} : {euros(year.budget.amount)}, soit {euros(year.per_person)} par "
        f"bénéficiaire et {euros(year.per_unit)} par {units.singular}"
        for year in years
    ]
    return f"Barres : budget des années où il est connu. {' ; '.join(costs)}."


def _notes(scene: Scene, years: list[_Year], others: list[_Year]) -> tuple[str, ...]:
    unknown = _unknown(scene, [*years, *others])
    notes: list[str] = [
        unfiltered(scene.vocabulary),
        *map(_of_others, others),
        *(note_on(year.budget) for year in years if year.budget.note),
    ]
    if unknown:
        notes.append(f"Budget inconnu, et non nul : {listed(unknown)}.")
    return tuple(notes)


def euros(amount: float) -> str:
    """`1 065 000 €`, to the nearest euro."""
    return f"{decimal(amount, 0)}{NARROW}€"


VIEW = View(
    "cout",
    TRAINING,
    6,
    "Coût",
    ask,
    tell,
    switches=(MEASURE,),
    filtered=False,
    needs=(budgets,),
)
