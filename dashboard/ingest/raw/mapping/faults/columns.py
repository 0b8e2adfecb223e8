"""Does one column of a mapping say what it is for, and do its fields fit its variable?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from dashboard.domain.codebook import Codebook, Variable
from dashboard.ingest.checks.report import quoted
from dashboard.ingest.personal.values import WORDS, kind_of
from dashboard.ingest.raw.cleaning.ages import AGE
from dashboard.ingest.raw.mapping.faults.variables import name_fault, value_expected
from dashboard.ingest.raw.mapping.model import ColumnMapping, GridMapping
from dashboard.ingest.raw.mapping.places import answer_name, column_place
from dashboard.ingest.reference.faults import Fault, written
from dashboard.text.folded import folded
from dashboard.text.words import listed

_OF_A_VARIABLE = (
    "wave",
    "answers",
    "to_confirm",
    "option",
    "ticks",
    "date_format",
    "width",
)
_PROBE = datetime(1999, 12, 31)  # noqa: DTZ001, a day has no time zone


def column_faults(table: GridMapping, column: ColumnMapping, codebook: Codebook) -> Iterator[Fault]:
    """Every fault of `column`: what it is for, then each of its fields."""
    place = column_place(table, column.column)
    uses = [n for n in ("variable", "personal", "ignored") if getattr(column, n)]
    if not uses and "variable" in column.model_fields_set:
        expected = "une variable du dictionnaire, ou ignored à sa place"
        yield Fault(f"{place}, champ « variable »", "à remplir", expected)
        return
    if len(uses) != 1:
        what = f"{listed(uses)} à la fois" if uses else "rien ne dit à quoi elle sert"
        yield Fault(place, what, "un seul champ parmi variable, personal et ignored")
        return
    if column.kept and not column.ignored:
        yield Fault(f"{place}, champ « kept »", "ce champ va avec « ignored »", "rien")
    if not column.variable:
        for name in _OF_A_VARIABLE:
            if getattr(column, name):
                yield Fault(f"{place}, champ « {name} »", "ce champ va avec « variable »", "rien")
        return
    fault = name_fault(place, column.variable, table.makes, codebook)
    if fault is not None:
        yield fault
        return
    variable = codebook.variable(column.variable)
    yield from _wave(place, column, variable, codebook)
    yield from _answers(place, column, variable, codebook)
    yield from _choice(place, column, variable)
    yield from _format(place, column, variable)


def _wave(
    place: str, column: ColumnMapping, variable: Variable, codebook: Codebook
) -> Iterator[Fault]:
    if not column.wave:
        return
    where = f"{place}, champ « wave »"
    if column.wave not in codebook.waves:
        expected = listed([quoted(name) for name in codebook.waves], "ou")
        yield Fault(where, written(column.wave), expected)
    elif not variable.per_wave:
        yield Fault(where, f"« {variable.name} » n'a pas une valeur par vague", "rien")


def _answers(
    place: str, column: ColumnMapping, variable: Variable, codebook: Codebook
) -> Iterator[Fault]:
    if column.answers and variable.kind not in ("category", "wave", "academic_year"):
        what = f"« {variable.name} » n'a pas de catégories"
        yield Fault(f"{place}, champ « answers »", what, "rien")
        return
    meant: dict[str, str] = {}
    for rank, (text, code) in enumerate(column.answers.items(), 1):
        kind = kind_of(text)
        if kind is not None:
            what = f"elle a la forme d'une donnée personnelle ({WORDS[kind]})"
            yield Fault(f"{place}, réponse n° {rank}", what, "rien : effacez cette réponse")
            continue
        where = f"{place}, {answer_name(text)}"
        expected = value_expected(variable, code, codebook)
        if expected and (code or (column.confirmed and text not in column.to_confirm)):
            yield Fault(where, written(code), expected)
        if meant.setdefault(folded(text), code) != code:
            what = "la même réponse, à la casse et aux accents près, a déjà un autre code"
            yield Fault(where, what, "un seul code")
    for text in column.to_confirm:
        if text not in column.answers:
            what = f"{written(text)} n'est pas dans answers"
            yield Fault(f"{place}, champ « to_confirm »", what, "des réponses de answers")


def _choice(place: str, column: ColumnMapping, variable: Variable) -> Iterator[Fault]:
    if not column.option:
        if column.ticks:
            what = "des coches sans l'apport qu'elles désignent"
            yield Fault(f"{place}, champ « ticks »", what, "le champ « option »")
        return
    where = f"{place}, champ « option »"
    if variable.table != "benefits":
        what = f"« {variable.name} » n'a qu'une réponse par ligne"
        yield Fault(where, what, "answers, pour chaque réponse")
    elif column.option not in variable.table_codes:
        expected = listed([quoted(code) for code in variable.table_codes], "ou")
        yield Fault(where, written(column.option), expected)
    if not column.ticks:
        yield Fault(f"{place}, champ « ticks »", "une liste vide", "les textes qui sont une coche")
    if column.answers:
        yield Fault(f"{place}, champ « answers »", "ce champ ne va pas avec « option »", "rien")


def _format(place: str, column: ColumnMapping, variable: Variable) -> Iterator[Fault]:
    if column.width is not None and variable.kind != "identifier":
        what = f"« {variable.name} » n'est pas un identifiant"
        yield Fault(f"{place}, champ « width »", what, "rien")
    if not column.date_format:
        return
    where = f"{place}, champ « date_format »"
    if variable.kind != "date" and variable.name != AGE:
        yield Fault(where, f"« {variable.name} » n'est pas une date", "rien")
    elif not _gives_a_day(column.date_format):
        yield Fault(where, written(column.date_format), "un format de jour tel que %d/%m/%Y")


def _gives_a_day(date_format: str) -> bool:
    """Whether a day can be written by `date_format`, and read again."""
    try:
        written_day = _PROBE.strftime(date_format)
        return datetime.strptime(written_day, date_format) == _PROBE  # noqa: DTZ007
    except ValueError:
        return False
