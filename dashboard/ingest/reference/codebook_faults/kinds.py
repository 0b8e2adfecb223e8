"""Has each variable what its kind asks for, and nothing that its kind has no use for?"""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.domain.codebook import Codebook, Variable
from dashboard.ingest.checks.report import quoted
from dashboard.ingest.reference.codebook_faults.required import REQUIRED
from dashboard.ingest.reference.faults import Fault
from dashboard.ingest.reference.places import Places

CATEGORICAL = ("category", "band", "group")
LARGEST = 10**15
"""Tables hold no whole number beyond."""

_COMPUTED = ("band", "group")
_ONLY_REQUIRED = ("academic_year", "wave")
_UNCOUNTED = ("identifier", "wave", "date")


def kind_faults(book: Codebook, places: Places) -> Iterator[Fault]:
    """Variables whose fields do not go with their kind or their table."""
    for variable in book.variables.values():
        place = places.variable(variable.name)
        for what, expected in (
            *_of_categories(variable),
            *_of_integers(variable),
            *_of_survey(variable),
        ):
            yield Fault(place, what, expected)
        if variable.kind in _ONLY_REQUIRED and variable.name not in REQUIRED:
            names = [n for n, shape in REQUIRED.items() if variable.kind in shape.kinds]
            what = f'une variable de kind = "{variable.kind}"'
            yield Fault(place, what, f"seulement {' et '.join(map(quoted, names))}")
        if variable.kind in _COMPUTED and not variable.derived:
            what = f'une variable de kind = "{variable.kind}" est calculée'
            yield Fault(place, what, "derived = true")


def _of_categories(variable: Variable) -> Iterator[tuple[str, str]]:
    if variable.kind in CATEGORICAL:
        if not variable.categories:
            yield "aucune catégorie", "une liste « categories »"
        return
    for field in ("categories", "groups"):
        if getattr(variable, field):
            what = f'une variable de kind = "{variable.kind}" n\'a pas de champ « {field} »'
            yield what, 'kind = "category", ou pas de ce champ'
    if variable.absences and variable.kind != "integer":
        what = f'une variable de kind = "{variable.kind}" n\'a pas de champ « absences »'
        yield what, "pas de ce champ"


def _of_integers(variable: Variable) -> Iterator[tuple[str, str]]:
    if variable.kind != "integer":
        if variable.nullable:
            yield "« nullable » n'est permis qu'aux nombres entiers", "une absence, avec son code"
        return
    low, high = variable.minimum, variable.maximum
    if low is None or high is None:
        yield "un nombre entier sans bornes", "« minimum » et « maximum »"
    elif not 0 <= low <= high <= LARGEST:
        yield f"minimum = {low} et maximum = {high}", "0 ≤ minimum ≤ maximum"


def _of_survey(variable: Variable) -> Iterator[tuple[str, str]]:
    in_survey = variable.table == "survey" and variable.kind not in _UNCOUNTED
    if variable.per_wave and variable.table != "survey":
        yield "« per_wave = true » hors de la table « survey »", 'table = "survey"'
    elif in_survey and not variable.per_wave:
        yield "une variable de la table « survey » a une valeur à chaque vague", "per_wave = true"
    elif variable.per_wave and variable.kind not in (*CATEGORICAL, "integer"):
        yield f'kind = "{variable.kind}" à chaque vague', 'kind = "category" ou "integer"'
