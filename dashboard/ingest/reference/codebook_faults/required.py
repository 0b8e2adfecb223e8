"""Has a codebook the tables and variables that every study has, as the dashboard reads them?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dashboard.domain.codebook import Codebook, Kind, Variable
from dashboard.ingest.checks.report import quoted
from dashboard.ingest.reference.faults import NEW_STUDY, Fault, written
from dashboard.ingest.reference.places import Places
from dashboard.text.words import listed


@dataclass(frozen=True)
class Shape:
    """What a variable is that the dashboard knows by its name, and what it is for (a clause after "variable")."""

    kinds: tuple[Kind, ...]
    table: str
    purpose: str = ""
    derived: bool = False
    per_wave: bool = False


_CODES: tuple[Kind, ...] = ("category",)
_CATEGORICAL: tuple[Kind, ...] = ("category", "band", "group")
_NUMBER: tuple[Kind, ...] = ("integer",)
_PEOPLE, _UNITS, _SURVEY = "beneficiaries", "units", "survey"

REQUIRED: Mapping[str, Shape] = {
    "beneficiary_id": Shape(("identifier",), _PEOPLE, "qui relie les tables"),
    "cohort": Shape(("academic_year",), _PEOPLE, "qui dit l'année de la première inscription"),
    "response": Shape(_CODES, _PEOPLE, "qui dit qui a répondu à l'enquête", derived=True),
    "units_first_year": Shape(_NUMBER, _PEOPLE, "qui compte la première année", derived=True),
    "units_all_years": Shape(_NUMBER, _PEOPLE, "qui compte toutes les années", derived=True),
    "continuation": Shape(_CODES, _PEOPLE, "qui dit qui s'est réinscrit", derived=True),
    "academic_year": Shape(("academic_year",), _UNITS, "qui dit l'année de chaque inscription"),
    "unit": Shape(("identifier",), _UNITS, "qui nomme ce qui est financé"),
    "enrolment_rank": Shape(_CODES, _UNITS, "qui distingue la première inscription", derived=True),
    "wave": Shape(("wave",), _SURVEY, "qui nomme la vague de chaque réponse"),
    "surveyed_on": Shape(("date",), _SURVEY, "qui date chaque réponse"),
    "status": Shape(_CODES, _SURVEY, "qui dit la situation à chaque vague", per_wave=True),
}
"""What is counted, of whom, and when they were asked: nothing can be told without."""

KNOWN: Mapping[str, Shape] = {
    **dict.fromkeys(("main_pathway", "main_target_level", "level_step"), Shape(_CODES, _PEOPLE, derived=True)),
    **dict.fromkeys(("gender", "executive", "long_term_jobseeker", "interim"), Shape(_CODES, _PEOPLE)),
    **dict.fromkeys(("entry_diploma", "age_band"), Shape(_CATEGORICAL, _PEOPLE)),
    "age_at_enrolment": Shape(_NUMBER, _PEOPLE),
    **dict.fromkeys(("pathway", "target_level", "modality", "teaching_team"), Shape(_CATEGORICAL, _UNITS)),
    **dict.fromkeys(
        ("contract", "csp", "sector", "working_time", "salary_band"), Shape(_CATEGORICAL, _SURVEY, per_wave=True)
    ),
    "gross_monthly_salary": Shape(_NUMBER, _SURVEY, per_wave=True),
    "benefit": Shape(_CODES, "benefits", "qui dit ce que la formation a apporté"),
}  # fmt: skip
"""Variables that views know by their names: a study may do without them, and where it has one it is so."""


def required_faults(book: Codebook, places: Places) -> Iterator[Fault]:
    """Variables that are missing, or are not what the dashboard takes them for."""
    needed = dict(REQUIRED)
    if "benefits" in book.tables:
        needed["benefit"] = KNOWN["benefit"]
    for name, shape in needed.items():
        if name not in book.variables:
            yield Fault("", f"la variable {quoted(name)} manque, {shape.purpose}", NEW_STUDY)
    for name, shape in {**REQUIRED, **KNOWN}.items():
        if name in book.variables:
            yield from _differences(book.variables[name], shape, places.variable(name))


def _differences(variable: Variable, shape: Shape, place: str) -> Iterator[Fault]:
    if variable.kind not in shape.kinds:
        kinds = listed([quoted(kind) for kind in shape.kinds], "ou")
        yield Fault(f"{place}, champ « kind »", quoted(variable.kind), kinds)
    if variable.table != shape.table:
        yield Fault(f"{place}, champ « table »", written(variable.table), quoted(shape.table))
    if variable.per_wave != shape.per_wave:
        place = f"{place}, champ « per_wave »"
        yield Fault(place, written(variable.per_wave), written(shape.per_wave))
    if shape.derived and not variable.derived:
        place = f"{place}, champ « derived »"
        yield Fault(place, written(variable.derived), written(shape.derived))
