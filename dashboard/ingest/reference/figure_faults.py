"""Does a published figure give what its statistic needs, in the codebook's terms?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from dashboard.domain.codebook import Codebook, Variable
from dashboard.domain.dimension import dimension
from dashboard.domain.published.figures import PublishedFigure
from dashboard.domain.query import Counted

_NEEDS: Mapping[str, tuple[str, ...]] = {
    "share": ("numerator",),
    "mean": ("dimension",),
    "minimum": ("dimension",),
    "maximum": ("dimension",),
    "agreement": ("dimensions",),
    "order": ("dimension", "codes"),
    "categories": ("dimension",),
    "added": ("dimension", "codes", "reference"),
    "difference": ("of", "reference", "apart"),
    "participation": ("date",),
    "budget": ("date",),
}
_PEOPLE = ("beneficiaries", "survey")
_OWN_TABLE: Mapping[str, tuple[str, ...]] = {"unit": ("units",), "answer": ("benefits",)}
_OF_ENROLMENTS = ("academic_year", "enrolment_rank")
_YEARS = re.compile(r"\d{4}-\d{4}")


def figure_faults(figure: PublishedFigure, codebook: Codebook) -> Iterator[str]:
    """What is missing from `figure`, or names what the codebook does not know."""
    head = f"figure « {figure.id} »"
    for field in _needed(figure):
        if getattr(figure, field) in ("", None, (), {}):
            yield f"{head} : la statistique « {figure.statistic} » demande le champ « {field} »."
    if bool(figure.contradiction) != bool(figure.resolution):
        yield f"{head} : « contradiction » et « resolution » vont ensemble."
    for name, codes in _named(figure):
        yield from (f"{head} : {fault}" for fault in _unknown(name, codes, figure, codebook))


def _needed(figure: PublishedFigure) -> Iterator[str]:
    for field in _NEEDS.get(figure.statistic, ()):
        # An empty reference is everybody.
        if field != "reference" or figure.reference is None:
            yield field
    if figure.statistic == "difference" and figure.of is not None:
        yield from _NEEDS[figure.of]
    if figure.precision == "bounds":
        if figure.low is None and figure.high is None:
            yield "low"
    elif figure.statistic != "order":
        yield "value"


def _named(figure: PublishedFigure) -> Iterator[tuple[str, tuple[str, ...]]]:
    for where in (figure.where, figure.numerator, figure.reference or {}):
        yield from where.items()
    yield from ((name, ()) for name in figure.dimensions)
    if figure.dimension:
        yield figure.dimension, figure.codes


def _unknown(
    name: str, codes: tuple[str, ...], figure: PublishedFigure, codebook: Codebook
) -> Iterator[str]:
    key = dimension(name)
    variable = codebook.variables.get(key.variable)
    if variable is None:
        yield f"la variable « {key.variable} » n'est pas au dictionnaire."
        return
    if variable.per_wave != (key.wave is not None) or (key.wave or "T0") not in codebook.waves:
        yield f"« {name} » : vague absente, inconnue ou de trop."
    if not _is_counted(variable, figure.counted):
        yield f"« {name} » ne se croise pas avec le décompte « {figure.counted} »."
    for code in codes:
        if not _has_code(variable, code):
            yield f"le code « {code} » n'existe pas pour la variable « {variable.name} »."


def _is_counted(variable: Variable, counted: Counted) -> bool:
    if counted == "enrolment" and variable.name in _OF_ENROLMENTS:
        return True
    return variable.table in (*_PEOPLE, *_OWN_TABLE.get(counted, ()))


def _has_code(variable: Variable, code: str) -> bool:
    if variable.kind == "academic_year":
        return bool(_YEARS.fullmatch(code))
    return code in variable.by_code
