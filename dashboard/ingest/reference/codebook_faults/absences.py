"""Is it said of each variable how nothing known is written, under the codes that the dashboard writes?"""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.domain.codebook import Absence, Codebook, Variable
from dashboard.ingest.checks.report import quoted
from dashboard.ingest.derive.columns import UNKNOWN, is_number
from dashboard.ingest.reference.codebook_faults.entries import each_entry
from dashboard.ingest.reference.faults import Fault, written
from dashboard.ingest.reference.places import Places

UNANSWERED: Absence = "no_information"
UNASKED: tuple[Absence, ...] = ("non_respondent", "not_yet_surveyed", "out_of_scope")
"""Why nothing is known of somebody at a wave. The last three are computed, and stand in no table."""


def absence_faults(book: Codebook, places: Places) -> Iterator[Fault]:
    """Absences among categories and the other way round; those that are missing, or could be taken for a number."""
    for entry in each_entry(book, places):
        is_absence = entry.category.absence is not None
        if is_absence and entry.listed != "absences":
            yield Fault(
                f"{entry.place}, champ « absence »",
                "une absence parmi les catégories",
                "la liste « absences »",
            )
        if entry.listed == "absences" and not is_absence:
            yield Fault(
                entry.place, "le champ « absence » manque", 'par exemple absence = "unknown"'
            )
        if entry.variable.kind == "integer" and is_number(entry.category.code):
            yield Fault(
                f"{entry.place}, champ « code »", "un nombre", "un mot, tel que « unknown »"
            )
    for variable in book.variables.values():
        yield from _missing(variable, places)
    yield from _status_faults(book, places)


def _missing(variable: Variable, places: Places) -> Iterator[Fault]:
    place = places.variable(variable.name)
    known = {absence.code: absence for absence in variable.absences}
    for kind in _written(variable):
        absence = known.get(kind)
        if absence is None or absence.absence != kind:
            what = f"l'absence {quoted(kind)} manque, que le tableau de bord écrit"
            yield Fault(place, what, absence_written(kind))
        elif kind in UNASKED and not absence.derived:
            where = places.category(variable.name, "absences", kind)
            yield Fault(f"{where}, champ « derived »", written(absence.derived), written(True))


def _written(variable: Variable) -> tuple[str, ...]:
    """The absences that are written into the variable, under the code of their kind."""
    if variable.per_wave:
        return (UNANSWERED, *UNASKED)
    return (UNKNOWN,) if variable.kind == "integer" and variable.nullable else ()


def absence_written(code: str) -> str:
    """An absence as the codebook has it."""
    return f'{{ code = "{code}", absence = "{code}", label = "…" }}'


def _status_faults(book: Codebook, places: Places) -> Iterator[Fault]:
    """Waves after enrolment at which nobody can be employed."""
    status = book.variables.get("status")
    if status is None:
        return
    employed = [status.by_code[code] for code in status.codes_with("employed")]
    if not employed:
        what = "aucune catégorie ne dit qui est en emploi"
        yield Fault(
            places.variable("status"), what, 'role = "employed" à une catégorie ou à un groupe'
        )
        return
    for wave in book.waves:
        if wave != "T0" and not any(category.exists_at(wave) for category in employed):
            what = f"aucune catégorie de rôle « employed » n'existe à {wave}"
            yield Fault(places.variable("status"), what, f"une telle catégorie, à {wave} aussi")
