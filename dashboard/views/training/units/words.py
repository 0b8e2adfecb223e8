"""In which words are the units per beneficiary described?"""

from __future__ import annotations

from dashboard.content.data_table import TOTAL
from dashboard.content.notes import Caution, Concern
from dashboard.domain.statistics.rates import LEAST_ROUNDED_PEOPLE, Share
from dashboard.text.nouns import PEOPLE, agreed
from dashboard.text.numbers import count, decimal
from dashboard.text.words import capital, inside, listed
from dashboard.views.kit.notes import fragile_note
from dashboard.views.training.units.spreads import Spread, Units, as_many

KEY = (
    "La surface d'un cercle est la part des bénéficiaires de la promotion, le losange leur moyenne, "
    "le trait vertical leur médiane."
)


def median_of(spread: Spread) -> str:
    """`2`, `2,5`."""
    median = spread.median
    return count(int(median)) if median == int(median) else decimal(median)


def reading(units: Units) -> str:
    """The most frequent number of units of the latest cohort, and the cohort's mean."""
    cohorts = [spread for spread in units.drawn if spread.cohort != TOTAL]
    if not cohorts:
        return ""
    latest = cohorts[-1]
    value = max(latest.values, key=lambda number: latest.people[number])
    of_cohort = latest.share(value)
    return (
        f"Dans la promotion {latest.cohort}, {PEOPLE.of_base(of_cohort)} "
        f"{agreed(of_cohort, 'a eu', 'ont eu')} {units.unit.counted(value, 'financé')} "
        f"{units.when} ; la moyenne de la promotion "
        f"est de {as_many(latest.mean, units.unit, decimal(latest.mean))}."
    )


def alternative(units: Units) -> str:
    """The chart for those who do not see it: range, mean and median of each row."""
    rows = [
        f"{spread.label} : {spread.range_in_words}, {decimal(spread.mean)} en moyenne, "
        f"médiane {median_of(spread)}"
        for spread in units.drawn
    ]
    number = f"nombre {units.unit.of_several}"
    return (
        f"Distribution du {number} par bénéficiaire, {units.when}. {'. '.join(map(capital, rows))}."
    )


def notes(units: Units) -> tuple[str, ...]:
    """How to read the marks, which cohorts are not shown, and which bases are small."""
    small = [inside(spread.label) for spread in units.spreads if Share(0, spread.base).fragile]
    return (KEY, *_left_out_note(units), *_not_drawn(units), *fragile_note(small))


def _not_drawn(units: Units) -> tuple[str, ...]:
    """Of whom there is no row: too few for a mean and a median to be told."""
    if not units.not_drawn:
        return ()
    names = listed([inside(spread.label) for spread in units.not_drawn])
    text = f"Moyenne et médiane non diffusées, faute de personnes : {names}."
    return (Caution(text, Concern.NOT_SHOWN),)


def _left_out_note(units: Units) -> tuple[str, ...]:
    if not units.left_out:
        return ()
    cohorts = listed(units.left_out)
    only_year = f"Une seule année universitaire pour la promotion {cohorts}"
    number = f"le nombre {units.unit.of_several}"
    text = f"{only_year} : {number} de toutes les années n'y est pas montré."
    return (Caution(text, Concern.NOT_SHOWN),)


def nothing(units: Units) -> str:
    """Why there is nobody to show."""
    if units.not_drawn:
        return (
            f"Moins de {LEAST_ROUNDED_PEOPLE} bénéficiaires dans chaque promotion de cette sélection : ni moyenne ni "
            "médiane n'en est diffusée."
        )
    if units.left_out:
        return (
            f"La promotion {listed(units.left_out)} n'a connu qu'une année universitaire : "
            "rien ne peut être dit de toutes ses années. Choisissez « Première année »."
        )
    return "Aucun bénéficiaire dans cette sélection."
