"""Does a published figure give what its statistic needs, in the codebook's terms?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from dashboard.domain.codebook import Codebook, Variable
from dashboard.domain.dimension import dimension
from dashboard.domain.published.figures import PublishedFigure
from dashboard.domain.query import Counted
from dashboard.ingest.checks.report import quoted
from dashboard.ingest.reference.faults import visible
from dashboard.text.words import listed

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
_OF_NUMBERS = ("mean", "minimum", "maximum")
_PEOPLE = ("beneficiaries", "survey")
_OWN_TABLE: Mapping[str, tuple[str, ...]] = {"unit": ("units",), "answer": ("benefits",)}
_OF_ENROLMENTS = ("academic_year", "enrolment_rank")
_UNCOUNTED = ("identifier", "wave", "date")
_YEARS = re.compile(r"\d{4}-\d{4}")

Said = tuple[str, str]
"""What is wrong, and what was expected."""


def figure_faults(figure: PublishedFigure, codebook: Codebook) -> Iterator[Said]:
    """What is missing from `figure`, or names what the codebook does not know."""
    for field in _needed(figure):
        if getattr(figure, field) in ("", None, (), {}):
            statistic = quoted(figure.statistic)
            yield f"la statistique {statistic} demande le champ {quoted(field)}", ""
    if bool(figure.contradiction) != bool(figure.resolution):
        yield "« contradiction » et « resolution » vont ensemble", "les deux, ou aucun"
    yield from _unfit(figure, codebook)
    for name, codes in _named(figure):
        yield from _unknown(name, codes, figure, codebook)


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
    elif figure.statistic not in ("order", "untold"):
        yield "value"


def _unfit(figure: PublishedFigure, codebook: Codebook) -> Iterator[Said]:
    """What is given, and is not what the statistic can be computed from."""
    if figure.statistic == "surveys" and not figure.where.keys() <= {"cohort"}:
        yield "les enquêtes se comptent par promotion", "« cohort » seul dans « where », ou rien"
    if figure.statistic == "agreement" and len(figure.dimensions) not in (0, 2):
        yield "« dimensions » compare deux variables", "deux noms"
    if figure.statistic == "difference" and figure.apart:
        codes = [code for name in figure.apart for code in figure.where[name]]
        if len(figure.apart) != 1 or len(codes) != 1:
            expected = "dans « where », une variable de plus que dans « reference », avec un code"
            yield f"la différence est celle de {len(codes)} catégories", expected
    if figure.statistic in _OF_NUMBERS or figure.of == "mean":
        measured = codebook.variables.get(dimension(figure.dimension).variable)
        if measured is not None and measured.kind != "integer":
            yield f"{quoted(visible(figure.dimension))} n'est pas un nombre", 'kind = "integer"'


def _named(figure: PublishedFigure) -> Iterator[tuple[str, tuple[str, ...]]]:
    for where in (figure.where, figure.numerator, figure.reference or {}):
        yield from where.items()
    yield from ((name, ()) for name in figure.dimensions)
    if figure.dimension:
        yield figure.dimension, figure.codes


def _unknown(
    name: str, codes: tuple[str, ...], figure: PublishedFigure, codebook: Codebook
) -> Iterator[Said]:
    key, shown = dimension(name), quoted(visible(name))
    variable = codebook.variables.get(key.variable)
    if variable is None:
        yield f"la variable {quoted(visible(key.variable))} n'est pas au dictionnaire", ""
        return
    waves = listed([f"{variable.name}@{wave}" for wave in codebook.waves], "ou")
    if variable.per_wave != (key.wave is not None):
        yield (
            f"{shown} : vague absente ou de trop",
            waves if variable.per_wave else variable.name,
        )
    elif key.wave is not None and key.wave not in codebook.with_waves([key.wave]).waves:
        yield f"{shown} : vague inconnue", waves
    if not _is_counted(variable, figure.counted):
        yield f"{shown} ne se croise pas avec le décompte {quoted(figure.counted)}", ""
    for code in codes:
        if not _has_code(variable, code):
            known = "" if variable.kind == "academic_year" else listed(list(variable.by_code), "ou")
            what = f"le code {quoted(visible(code))} n'existe pas pour la variable {quoted(variable.name)}"
            yield what, known or "une année universitaire telle que 2014-2015"


def _is_counted(variable: Variable, counted: Counted) -> bool:
    if variable.kind in _UNCOUNTED:
        return False
    if counted == "enrolment" and variable.name in _OF_ENROLMENTS:
        return True
    return variable.table in (*_PEOPLE, *_OWN_TABLE.get(counted, ()))


def _has_code(variable: Variable, code: str) -> bool:
    if variable.kind == "academic_year":
        return bool(_YEARS.fullmatch(code))
    return code in variable.by_code
