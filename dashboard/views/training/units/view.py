"""How many units was a beneficiary funded, in the first year and in all?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dashboard.content.charts.distributions import Distribution, DistributionPoint, Distributions
from dashboard.content.charts.rich_text import RichText, bold, rich
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Key, Row, total_along
from dashboard.content.page import TRAINING
from dashboard.content.theme import SYMBOL
from dashboard.content.view import Canvas, Scene, View
from dashboard.domain.query import Query
from dashboard.domain.statistics.rates import Share
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import PEOPLE, funded
from dashboard.text.numbers import NO_BREAK, count, decimal, percent, rounded, share
from dashboard.text.words import capital
from dashboard.views.kit.cohorts.breakdown import cohort_key
from dashboard.views.kit.notes import COHORT, click_of
from dashboard.views.training.units.spreads import YEARS, Spread, Units, along_of
from dashboard.views.training.units.words import alternative, median_of, notes, nothing, reading


def ask(scene: Scene) -> Mapping[str, Query]:
    """The people of each cohort by number of units."""
    return {"people": Query((COHORT, along_of(scene)), scene.selection)}


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """A row a cohort: range, mean, median and distribution."""
    units = Units(scene, tables["people"])
    spreads = units.drawn
    per_person = f"{units.unit.plural} par bénéficiaire"
    return Content(
        title=f"{capital(units.unit.several('financé'))} par bénéficiaire, {units.when}",
        base=spreads[-1].base if spreads else 0,
        population="bénéficiaires"
        if units.first
        else "bénéficiaires des promotions qui ont connu plusieurs années universitaires",
        chart=Distributions(
            rows=tuple(_distribution(units, spread) for spread in spreads),
            colour=SYMBOL,
            axis_title=per_person,
        ),
        data_table=DataTable(
            ("promotion", per_person),
            "bénéficiaires",
            tuple(row for spread in units.spreads for row in _rows(units, spread)),
            ("minimum", "maximum", "moyenne", "médiane"),
            partition_by=1,
        ),
        reading=reading(units),
        alternative=alternative(units),
        source=scene.vocabulary.codebook.study.source_enrolment,
        notes=notes(units),
        nothing=nothing(units),
    )


def _distribution(units: Units, spread: Spread) -> Distribution:
    return Distribution(
        label=rich(spread.label, f"n{NO_BREAK}={NO_BREAK}{count(spread.base)}"),
        points=tuple(_point(units, spread, value) for value in spread.values),
        mean=spread.mean,
        median=spread.median,
        mean_label=decimal(spread.mean) if units.scene.medium == "page" else "",
        text=_beside(units.scene, spread),
        click=click_of(units.scene, spread.cohort, units.along, ""),
    )


def _point(units: Units, spread: Spread, value: int) -> DistributionPoint:
    of_cohort = spread.share(value)
    hover = rich(
        bold(spread.label),
        f"{units.unit.counted(value)} {units.when} : {PEOPLE.of_base(of_cohort)}",
    )
    return DistributionPoint(value, of_cohort.percent or 0, _rounded(of_cohort), hover)


def _rounded(of_cohort: Share) -> str:
    """A share without decimals; never 0 % of somebody."""
    least = 0.5
    few = 0 < (of_cohort.percent or 0) < least
    return f"< {percent(1, 0)}" if few else share(of_cohort, 0)


def _beside(scene: Scene, spread: Spread) -> RichText:
    """What stands at the right of a row: on a phone two numbers, for a room fewer lines than on a page."""
    average = bold(decimal(spread.mean))
    if scene.medium == "phone":
        return rich(average, f"{spread.values[0]} à {spread.values[-1]}")
    middle = f"médiane {median_of(spread)}"
    if scene.medium == "room":
        return rich([average, f" en moyenne, {middle}"], spread.range_in_words)
    return rich([average, " en moyenne"], middle, spread.range_in_words)


def _rows(units: Units, spread: Spread) -> Iterator[Row]:
    """The people at each number of units, then their extremes, mean and median."""
    click = click_of(units.scene, spread.cohort, units.along, "")
    cohort = cohort_key(spread.cohort)
    for value in spread.values:
        key = Key(units.along, str(value), units.unit.counted(value))
        blank = (None, None, None, None)
        yield Row((cohort, key), spread.people[value], spread.base, blank, click)
    average = (rounded(spread.mean, 2), spread.median) if spread.is_told else (None, None)
    measures = (spread.values[0], spread.values[-1], *average)
    yield Row((cohort, total_along(units.along, "Tous")), spread.base, None, measures, click)


def title(vocabulary: Vocabulary) -> str:
    """The noun of what is funded, by person."""
    return f"{capital(funded(vocabulary).plural)} par bénéficiaire"


VIEW = View(
    name="unites",
    page=TRAINING,
    place=1,
    title=title,
    ask=ask,
    tell=tell,
    switches=(YEARS,),
    canvas=Canvas(veiled=True),
)
