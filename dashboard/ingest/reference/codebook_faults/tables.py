"""Are the tables those that the dashboard reads, and is each variable where it is said to be?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dashboard.domain.codebook import Codebook, TableSchema, Variable
from dashboard.ingest.checks.cells import PERSON
from dashboard.ingest.checks.report import quoted
from dashboard.ingest.reference.codebook_faults.entries import is_legible
from dashboard.ingest.reference.faults import NEW_STUDY, Fault, visible
from dashboard.ingest.reference.places import Places
from dashboard.text.words import listed


@dataclass(frozen=True)
class _Table:
    """The columns that a table has in every study, and those that tell its rows apart, or some of them."""

    columns: tuple[str, ...]
    key: tuple[str, ...]
    key_is_whole: bool = True


TABLES: Mapping[str, _Table] = {
    "beneficiaries": _Table((PERSON, "cohort"), (PERSON,)),
    "units": _Table((PERSON, "academic_year", "unit"), (PERSON, "unit"), key_is_whole=False),
    "survey": _Table((PERSON, "wave", "surveyed_on", "status"), (PERSON, "wave")),
    "benefits": _Table((PERSON, "benefit"), (PERSON, "benefit")),
}
OPTIONAL = ("benefits",)


def table_faults(book: Codebook, places: Places) -> Iterator[Fault]:
    """Tables that are missing or unknown, columns that are no variables, variables without a column."""
    for name in TABLES:
        used = any(variable.table == name for variable in book.variables.values())
        if name not in book.tables and (used or name not in OPTIONAL):
            yield Fault("", f"la section [tables.{name}] manque", NEW_STUDY)
    for name, table in book.tables.items():
        if name not in TABLES:
            names = listed([quoted(known) for known in TABLES], "ou")
            yield Fault(_named(name), "cette table n'est pas lue", names)
            continue
        if not is_legible(table.label):
            yield Fault(f"{_named(name)}, champ « label »", "un texte vide", "un texte")
        yield from _column_faults(name, table, book)
        yield from _key_faults(name, table)
    for variable in book.variables.values():
        yield from _home_faults(variable, book, places.variable(variable.name))


def _home_faults(variable: Variable, book: Codebook, place: str) -> Iterator[Fault]:
    """A variable of a table that is not there, or that has no such column."""
    schema, table = book.tables.get(variable.table), quoted(visible(variable.table))
    if schema is None and variable.table not in TABLES:
        names = listed([quoted(visible(name)) for name in book.tables], "ou")
        yield Fault(f"{place}, champ « table »", f"la table {table} n'existe pas", names)
    elif schema is not None and not variable.derived and variable.name not in schema.columns:
        wanted = f"son nom dans « columns » de [tables.{visible(variable.table)}]"
        yield Fault(place, f"elle n'est pas une colonne de la table {table}", wanted)


def _column_faults(name: str, table: TableSchema, book: Codebook) -> Iterator[Fault]:
    place = f"{_named(name)}, champ « columns »"
    for column, times in Counter(table.columns).items():
        variable, shown = book.variables.get(column), quoted(visible(column))
        if times > 1:
            yield Fault(place, f"la colonne {shown} est donnée {times} fois", "une seule")
        if variable is None:
            what = f"la colonne {shown} n'est pas une variable"
            yield Fault(place, what, f"une section [variables.{visible(column)}]")
        elif variable.derived:
            what = f"la variable {shown} est calculée"
            yield Fault(place, what, "seulement des variables sans « derived = true »")
        elif variable.table != name and column != PERSON:
            what = f"la variable {shown} est d'une autre table, {quoted(visible(variable.table))}"
            yield Fault(place, what, f'table = "{name}" dans [variables.{visible(column)}]')
    for column in TABLES[name].columns:
        if column not in table.columns:
            yield Fault(place, f"la colonne {quoted(column)} manque", NEW_STUDY)


def _key_faults(name: str, table: TableSchema) -> Iterator[Fault]:
    wanted, given = TABLES[name], set(table.key)
    place = f"{_named(name)}, champ « key »"
    whole = given == set(wanted.key) or (not wanted.key_is_whole and given >= set(wanted.key))
    if not whole or len(given) < len(table.key):
        among = "" if wanted.key_is_whole else ", et d'autres colonnes s'il le faut"
        names = listed([quoted(visible(column)) for column in table.key]) if table.key else "rien"
        yield Fault(place, names, f"{listed([quoted(column) for column in wanted.key])}{among}")
    for column in table.key:
        if column not in (*table.columns, *wanted.columns):
            yield Fault(place, f"{quoted(visible(column))} n'est pas une colonne", "une colonne")


def _named(name: str) -> str:
    return f"table {quoted(visible(name))}"
