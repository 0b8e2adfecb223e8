"""Has a table of a mapping what its rows need, once, and do its constants fit?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dashboard.domain.codebook import Codebook
from dashboard.ingest.checks.report import quoted
from dashboard.ingest.raw.mapping.faults.variables import KEYS, name_fault, value_expected
from dashboard.ingest.raw.mapping.model import GridMapping
from dashboard.ingest.raw.mapping.places import column_place, table_place
from dashboard.ingest.reference.faults import Fault, visible, written
from dashboard.text.words import listed


def table_faults(table: GridMapping, codebook: Codebook) -> Iterator[Fault]:
    """Columns named twice, variables fed twice, constants that do not fit, keys that nothing gives."""
    yield from _twice(table)
    yield from _constants(table, codebook)
    fed = {column.variable for column in table.columns} | table.constants.keys()
    for keys in KEYS[table.makes]:
        if not fed.intersection(keys) and keys[0] in codebook.variables:
            variable = codebook.variable(keys[0])
            what = f"rien ne donne « {variable.name} » ({variable.label})"
            how = "une colonne" if variable.kind == "identifier" else "une colonne ou une constante"
            expected = f"{how} pour {listed([quoted(key) for key in keys], 'ou')}"
            yield Fault(table_place(table), what, expected)


def _twice(table: GridMapping) -> Iterator[Fault]:
    names = Counter(column.column for column in table.columns)
    for name, times in names.items():
        if times > 1:
            what = "cette colonne est décrite plusieurs fois"
            yield Fault(column_place(table, name), what, "une seule fois")
    owners: dict[tuple[str, str, str], str] = {(v, "", ""): "" for v in table.constants}
    for column in table.columns:
        if not column.variable or column.option:
            continue
        key = (column.variable, column.wave, column.option)
        if key not in owners:
            owners[key] = column.column
            continue
        owner = owners[key]
        first = f"la colonne {quoted(visible(owner))}" if owner else "une constante"
        at = f" à {column.wave}" if column.wave else ""
        what = f"« {column.variable} »{at} est déjà donnée par {first}"
        yield Fault(column_place(table, column.column), what, "une seule colonne pour une variable")


def _constants(table: GridMapping, codebook: Codebook) -> Iterator[Fault]:
    for name, value in table.constants.items():
        place = f"{table_place(table)}, constante {quoted(visible(name))}"
        fault = name_fault(place, name, table.makes, codebook)
        if fault is not None:
            yield Fault(place, fault.what, fault.expected)
            continue
        if codebook.variable(name).kind == "identifier":
            yield Fault(
                place, "un identifiant n'est pas le même sur toutes les lignes", "une colonne"
            )
            continue
        expected = value_expected(codebook.variable(name), value, codebook)
        if expected and (value or table.confirmed):
            yield Fault(place, written(value), expected)
