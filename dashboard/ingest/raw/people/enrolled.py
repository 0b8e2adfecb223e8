"""Which units were funded to whom, each told once, and in which year did each person enrol first?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.domain.codebook import Codebook
from dashboard.ingest.checks.cells import PERSON
from dashboard.ingest.raw.cleaning.absent_cells import absence_of, is_known, not_applicable
from dashboard.ingest.raw.ledger import Ledger
from dashboard.ingest.raw.people.earlier import Earlier
from dashboard.ingest.raw.record import Record
from dashboard.ingest.raw.rule import Rule

YEAR, COHORT, PATHWAY = "academic_year", "cohort", "pathway"

TWICE = Rule(
    "unité inscrite deux fois",
    "merged",
    "La même unité, la même année, pour la même personne compte une fois : la première ligne est gardée, et complétée "
    "par les suivantes.",
)
KNOWN = Rule(
    "unité déjà connue",
    "merged",
    "Une unité que le jeu précédent a déjà n'est pas ajoutée.",
)
UNIT_DIFFERS = Rule(
    "unité décrite de deux façons",
    "decided",
    "Deux lignes de la même unité se contredisent : la première décide.",
)
BEFORE_COHORT = Rule(
    "inscription avant la promotion connue",
    "refused",
    "Une personne du jeu précédent garde sa promotion : une inscription d'une année antérieure est refusée.",
)
OTHER_COHORT = Rule(
    "promotion contredite",
    "decided",
    "Un fichier donne une autre promotion que l'année de la première unité financée : cette année décide.",
)
RULES = (TWICE, KNOWN, UNIT_DIFFERS, BEFORE_COHORT, OTHER_COHORT)

Key = tuple[str, str, str]
"""A person, an academic year, a unit."""


@dataclass(frozen=True)
class Enrolled:
    """The units, by key, as the codebook's columns have them; the cohort of each person; the rows of each person.

    People who are known from earlier have a cohort too, whether they enrol again or not.
    """

    units: Mapping[Key, Mapping[str, str]]
    cohorts: Mapping[str, str]
    records: Mapping[str, Sequence[Record]]


def enrolled(
    records: Iterable[Record], earlier: Earlier, book: Codebook, ledger: Ledger
) -> Enrolled:
    """The units that `records` add to those that are known from earlier."""
    units: dict[Key, dict[str, str]] = {}
    by_person: dict[str, list[Record]] = {}
    for record in records:
        person, year = record.person, record.value(YEAR)
        known = earlier.cohorts.get(person)
        if known is not None and year < known:
            ledger.close(BEFORE_COHORT, record.origin)
            continue
        by_person.setdefault(person, []).append(record)
        key = (person, year, record.value("unit"))
        if key in earlier.units:
            ledger.close(KNOWN, record.origin)
        elif key in units:
            _complete(units[key], record, book, ledger)
            ledger.close(TWICE, record.origin)
        else:
            units[key] = _unit(record, book)
    cohorts = {
        person: earlier.cohorts.get(person) or min(r.value(YEAR) for r in rows)
        for person, rows in by_person.items()
    }
    filled = {of: _filled(unit, book) for of, unit in units.items()}
    return Enrolled(filled, {**earlier.cohorts, **cohorts}, by_person)


def tell_other_cohorts(
    records: Iterable[Record], cohorts: Mapping[str, str], ledger: Ledger
) -> None:
    """Tells of the rows that give another cohort than the year of the first unit."""
    for record in records:
        given = record.value(COHORT)
        if given and given != cohorts.get(record.person, given) and ledger.is_open(record.origin):
            ledger.tell(OTHER_COHORT, record.origin)


def _unit(record: Record, book: Codebook) -> dict[str, str]:
    columns = book.tables["units"].columns
    return {PERSON: record.person} | {n: record.value(n) for n in columns if n != PERSON}


def _filled(unit: Mapping[str, str], book: Codebook) -> dict[str, str]:
    """`unit` with an absence where nothing is said; what a degree alone has is not applicable to any other unit."""
    outside = _is_outside_a_degree(unit, book)
    filled = {}
    for name, said in unit.items():
        variable = book.variables[name]
        apart = not_applicable(variable) if outside else None
        filled[name] = said or apart or absence_of(variable) or ""
    return filled


def _is_outside_a_degree(unit: Mapping[str, str], book: Codebook) -> bool:
    """Whether the pathway of a unit is known, and none that leads to a degree; False where the codebook names none."""
    pathway = book.variables.get(PATHWAY)
    if pathway is None or PATHWAY not in unit:
        return False
    degrees = pathway.codes_with("degree")
    return bool(degrees) and is_known(pathway, unit[PATHWAY]) and unit[PATHWAY] not in degrees


def _complete(unit: dict[str, str], record: Record, book: Codebook, ledger: Ledger) -> None:
    for name, before in unit.items():
        said, variable = record.value(name), book.variables[name]
        if name == PERSON or not is_known(variable, said) or said == before:
            continue
        if is_known(variable, before):
            ledger.tell(UNIT_DIFFERS, record.origin, variable.label)
        else:
            unit[name] = said
