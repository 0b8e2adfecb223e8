"""Which columns of the tables can be no variable of a study, and why?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dashboard.cli.new_study.found import NEEDED, Column, Found
from dashboard.cli.new_study.kinds import kind_of
from dashboard.cli.new_study.known import known
from dashboard.domain.codebook import slug
from dashboard.domain.errors import TableError
from dashboard.ingest.checks.report import cell_in_words, quoted
from dashboard.ingest.derive.analysis import PERSON, WEIGHT
from dashboard.text.words import listed

LINK = "beneficiary_id"
"""The column that every table has."""

_NAME = re.compile(r"[a-z][a-z0-9_]*")


def refuse_unfit(found: Found) -> None:
    """Raises TableError, in French, with every column that is missing, badly named or that no variable can hold."""
    faults = [fault for table in found.files for fault in _faults(found, table)]
    faults += _told_twice(found)
    if faults:
        raise TableError("\n".join(faults))


def _faults(found: Found, table: str) -> Iterator[str]:
    file, columns = found.files[table], found.columns[table]
    present = [column.name for column in columns]
    missing = [name for name in NEEDED[table] if name not in present]
    if missing:
        yield (
            f"{file}\u00a0: il manque {_in_words(missing)}, dont le tableau de bord a besoin\u202f; "
            f"la table a {_in_words(present) if present else 'une première ligne vide'}."
        )
    for column in columns:
        why = _misnamed(column) or _unlisted(column)
        if why:
            yield f"{file}, colonne {quoted(column.name)}\u00a0: {why}."


def _misnamed(column: Column) -> str:
    """Why no variable of that table can have that name; nothing where one can."""
    name, variable = column.name, known().variable(column.name)
    if not _NAME.fullmatch(name):
        proposed = slug(name).replace("-", "_")
        example = f", par exemple en {quoted(proposed)}" if _NAME.fullmatch(proposed) else ""
        return (
            "un nom de colonne a des lettres de a à z sans accent, des chiffres ou « _ »\u202f; "
            f"renommez-la{example}"
        )
    if name in (PERSON, WEIGHT):
        return "le tableau de bord se réserve ce nom\u202f; renommez-la"
    if variable.get("derived") and variable["kind"] not in ("band", "group"):
        return "le tableau de bord calcule lui-même ce qui porte ce nom\u202f; renommez-la ou retirez-la"
    if variable and name != LINK and variable["table"] != column.table:
        return f"ce nom est celui d'une variable de la table {variable['table']}\u202f; renommez-la"
    return ""


def _unlisted(column: Column) -> str:
    """Why what stands in a column cannot be counted; nothing where it can."""
    kind = kind_of(column)
    if column.table == "survey" and kind == "identifier" and column.name != LINK:
        return "ni une liste de codes, ni des nombres entiers\u202f; retirez-la"
    wrong = [text for text in column.in_order if not _is_code(text)]
    if kind == "category" and wrong:
        code = "un code sans virgule, sans espace autour, fait de lettres visibles"
        return f"{cell_in_words(wrong[0])}\u202f; attendu\u00a0: {code}"
    return ""


def _is_code(text: str) -> bool:
    return "," not in text and text == text.strip() and text.isprintable()


def _told_twice(found: Found) -> Iterator[str]:
    """Columns of one name in two tables, beside the one that links them."""
    homes: dict[str, list[str]] = {}
    for table, columns in found.columns.items():
        for column in columns:
            homes.setdefault(column.name, []).append(found.files[table])
    for name, files in homes.items():
        if len(files) > 1 and name != LINK and not known().variable(name):
            yield f"La colonne {quoted(name)} est dans {listed(files)}\u00a0: renommez l'une des deux."


def _in_words(names: Sequence[str]) -> str:
    article = "la colonne" if len(names) == 1 else "les colonnes"
    return f"{article} {listed(list(map(quoted, names)))}"
