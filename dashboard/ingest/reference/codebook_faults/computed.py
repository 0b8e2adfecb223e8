"""Can each variable that is computed at load be computed, and has it the codes that are written into it?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from dashboard.domain.codebook import Codebook, Variable
from dashboard.ingest.checks.report import quoted
from dashboard.ingest.derive.columns import UNKNOWN
from dashboard.ingest.derive.pathways import (
    AIM,
    DERIVED_FROM,
    DIPLOMA,
    LEVEL,
    MAIN,
    NOT_APPLICABLE,
    PATHWAY,
    STEP,
    STEPS,
)
from dashboard.ingest.reference.codebook_faults.absences import absence_written
from dashboard.ingest.reference.codebook_faults.required import REQUIRED
from dashboard.ingest.reference.faults import NEW_STUDY, Fault, visible
from dashboard.ingest.reference.places import Places

_COMPUTED = {*DERIVED_FROM, *(name for name, shape in REQUIRED.items() if shape.derived)}

_CODES: Mapping[str, tuple[str, ...]] = {
    "response": ("respondent",),
    "enrolment_rank": ("first", "later"),
    "continuation": ("none", "continuous", "interrupted"),
    STEP: STEPS,
}
"""The codes that are written into each variable."""

_UNASKED = ("non_respondent", "not_yet_surveyed", "out_of_scope")


def computed_faults(book: Codebook, places: Places) -> Iterator[Fault]:
    """Variables that nothing computes, or from what is not there, and codes that are missing."""
    for name, variable in book.variables.items():
        place = places.variable(name)
        if variable.derived and variable.kind not in ("band", "group") and name not in _COMPUTED:
            what = "le tableau de bord ne sait pas calculer cette variable"
            yield Fault(place, what, "une colonne d'une table, sans « derived »")
        for source in DERIVED_FROM.get(name, ()):
            if source not in book.variables:
                what = f"elle est calculée à partir de {quoted(source)}, qui manque"
                yield Fault(place, what, "les deux variables, ou aucune")
        yield from _missing_codes(variable, book, place)
    if {LEVEL, AIM} <= book.variables.keys():
        yield from _level_faults(book, places)


def _missing_codes(variable: Variable, book: Codebook, place: str) -> Iterator[Fault]:
    codes = [category.code for category in variable.categories]
    for code in _codes_of(variable.name, book):
        if code not in codes:
            expected = (
                f"les catégories de {quoted(PATHWAY)}" if variable.name == MAIN else NEW_STUDY
            )
            yield Fault(place, f"la catégorie {quoted(visible(code))} manque", expected)
    absences = [(absence.code, absence.absence) for absence in variable.absences]
    for code in _absences_of(variable.name, book):
        if (code, code) not in absences:
            yield Fault(place, f"l'absence {quoted(code)} manque", absence_written(code))


def _codes_of(name: str, book: Codebook) -> tuple[str, ...]:
    """The codes of real categories that are written into the variable."""
    if name == MAIN:
        pathway = book.variables.get(PATHWAY)
        return tuple(c.code for c in pathway.categories) if pathway else ()
    return _CODES.get(name, ())


def _absences_of(name: str, book: Codebook) -> tuple[str, ...]:
    """The codes of absences that are written into the variable: each is of the kind of that name."""
    if name == "response":
        return _UNASKED
    if name == MAIN:
        return (UNKNOWN,)
    if name in (AIM, STEP):
        return (UNKNOWN, NOT_APPLICABLE) if PATHWAY in book.variables else (UNKNOWN,)
    return ()


def _level_faults(book: Codebook, places: Places) -> Iterator[Fault]:
    """Levels that cannot be ordered, and pathways of which none leads to a level."""
    pathway = book.variables.get(PATHWAY)
    if pathway is not None and not pathway.codes_with("degree"):
        what = f"aucun parcours ne mène au niveau que dit la variable {quoted(LEVEL)}"
        yield Fault(places.variable(PATHWAY), what, 'role = "degree" à une catégorie')
    named = (LEVEL, AIM, DIPLOMA) if STEP in book.variables else (LEVEL, AIM)
    for variable in (book.variables[name] for name in named if name in book.variables):
        yield from _rank_faults(variable, places)
    known = {c.rank for c in book.variables[AIM].categories}
    for category in book.variables[LEVEL].categories:
        if category.rank not in known:
            what = f"aucune catégorie de {quoted(AIM)} n'a ce rang, {category.rank}"
            place = places.category(LEVEL, "categories", category.code)
            yield Fault(place, what, f"les mêmes niveaux dans {quoted(AIM)}")


def _rank_faults(variable: Variable, places: Places) -> Iterator[Fault]:
    used = Counter(category.rank for category in variable.categories)
    for category in variable.categories:
        if category.rank < 1 or used[category.rank] > 1:
            place = places.category(variable.name, "categories", category.code)
            what = "sans rang" if category.rank < 1 else f"deux niveaux de rang {category.rank}"
            yield Fault(
                f"{place}, champ « rank »",
                what,
                "1 pour le niveau le plus bas, puis 2, 3 et ainsi de suite",
            )
