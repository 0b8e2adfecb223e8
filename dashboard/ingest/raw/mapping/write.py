"""How is a mapping written so that a person can read it, correct it and confirm it?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dashboard.domain.codebook import Codebook, Variable
from dashboard.ingest.raw.mapping.model import ColumnMapping, GridMapping, SourceMapping
from dashboard.ingest.reference.toml_text import inline, key, text
from dashboard.text.typography import unbroken

HEAD = Path(__file__).with_name("head.toml")
"""What each field is, once, at the top of every mapping."""

_FIELDS = (
    "variable",
    "wave",
    "option",
    "ticks",
    "date_format",
    "width",
    "kept",
    "to_confirm",
    "personal",
    "ignored",
)
"""The fields of a column but its answers, as they follow each other."""

_WHAT = {"enrolments": "une UE financée par ligne", "survey": "un questionnaire par ligne"}


def write_mapping(mapping: SourceMapping, codebook: Codebook) -> str:
    """`mapping` as TOML, the same for the same mapping; `# à confirmer` marks each line of which nobody is sure."""
    head = HEAD.read_text(encoding="utf-8").rstrip("\n")
    lines = [
        head,
        "",
        f"format = {mapping.format}",
        f"name = {text(mapping.name)}",
        f"version = {mapping.version}",
        f"codebook = {text(mapping.codebook)}",
    ]
    for table in mapping.tables:
        lines += ["", *_table(table, codebook)]
    return "\n".join([*lines, ""])


def _table(table: GridMapping, codebook: Codebook) -> Iterator[str]:
    yield "[[tables]]"
    yield f"files = {text(table.files)}"
    if table.sheet:
        yield f"sheet = {text(table.sheet)}"
    if not table.confirmed:
        yield _remark(_table_question(table))
        yield "confirmed = false"
    yield f"makes = {text(table.makes)}"
    if table.constants:
        yield f"constants = {inline(table.constants)}"
    if not table.columns:
        yield "columns = []"
    for column in table.columns:
        yield ""
        yield from _column(column, codebook.variables.get(column.variable))


def _table_question(table: GridMapping) -> str:
    """What there is to confirm of a whole table: what a row is, and its constants, of which some may be to fill in."""
    asked = [f"{_WHAT[table.makes]} ?"]
    if any(table.constants.values()):
        asked.append("les constantes sont-elles justes ?")
    if not all(table.constants.values()):
        asked.append('remplissez ce qui est vide, "".')
    return " ".join(asked)


def _column(column: ColumnMapping, variable: Variable | None) -> Iterator[str]:
    yield "[[tables.columns]]"
    yield f"column = {text(column.column)}"
    if not column.is_described:
        yield from _to_fill(column)
    elif not column.confirmed:
        yield _remark(_question(column, variable))
        yield "confirmed = false"
    yield from _fields(column, variable)
    if column.answers:
        yield "[tables.columns.answers]"
        for answer, code in column.answers.items():
            yield f"{key(answer)} = {text(code)}{_meaning(column, answer, code, variable)}"


def _to_fill(column: ColumnMapping) -> Iterator[str]:
    """The fields that nobody can guess, empty: a mapping in which one is left is not read."""
    several = ", et dans option quel code pour une coche" if column.ticks else ""
    codes = ", et quel code pour chaque réponse" if column.answers else ""
    yield unbroken(f"# à remplir : quelle variable du dictionnaire{several}{codes} ?")
    yield unbroken('# si elle ne sert à rien, remplacez ce qui suit par ignored = "pourquoi"')
    yield 'variable = ""'
    if column.ticks:
        yield 'option = ""'


def _fields(column: ColumnMapping, variable: Variable | None) -> Iterator[str]:
    """What the column is for, a field a line; those that say nothing are left out."""
    known = f"  # {_visible(variable.label)}" if variable is not None else ""
    for name in _FIELDS:
        value = getattr(column, name)
        if value is not None and value not in ("", [], False):
            yield f"{name} = {inline(value)}{known if name == 'variable' else ''}"


def _question(column: ColumnMapping, variable: Variable | None) -> str:
    if column.personal:
        return "est-ce bien une donnée personnelle, à ne jamais écrire ?"
    if variable is None:
        return "peut-on s'en passer ?"
    about = f"« {_visible(variable.label)} »"
    at = f" à {column.wave}" if column.wave else ""
    width = f", complété de zéros à {column.width} caractères" if column.width else ""
    return f"cette colonne donne-t-elle {about}{at}{width} ?"


def _meaning(column: ColumnMapping, answer: str, code: str, variable: Variable | None) -> str:
    """The label of the code of an answer, behind it; and that it is to be confirmed, where it is."""
    category = variable.by_code.get(code) if variable is not None else None
    label = _visible(category.label) if category is not None else ""
    if answer not in column.to_confirm:
        return f"  # {label}" if label else ""
    asked = f"« {label} » ?" if label else "quel code ?"
    return f"  {_remark(asked)}"


def _remark(words: str) -> str:
    return unbroken(f"# à confirmer : {words}")


def _visible(label: str) -> str:
    """A label as it may stand in a comment, which ends with its line."""
    return " ".join("".join(c if c.isprintable() else " " for c in label).split())
