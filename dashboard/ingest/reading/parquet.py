"""How does a Parquet file become columns of text?"""

from __future__ import annotations

import io
from collections.abc import Collection

import pyarrow as pa
import pyarrow.parquet

from dashboard.domain.codebook import Kind, Variable
from dashboard.domain.errors import TableError
from dashboard.ingest.checks.report import quoted

WANTED: dict[Kind, str] = {"integer": "un entier", "date": "une date ou un texte"}
"""What a column must be of, in French; text where its kind is not named."""


def from_parquet(file: str, content: bytes, few: Collection[str] = ()) -> pa.Table:
    """The columns of `content`, as they are; raises TableError where it cannot be read.

    Those of `few`, where they are texts, come as the file has them: each distinct text once, and numbers.
    """
    try:
        schema = pa.parquet.read_schema(io.BytesIO(content))
        coded = [field.name for field in schema if field.name in few and _is_text(field.type)]
        return pa.parquet.read_table(io.BytesIO(content), read_dictionary=coded)
    except (pa.ArrowInvalid, OSError) as error:
        raise TableError(f"{file}\u00a0: fichier Parquet illisible ({error}).") from error


def type_faults(file: str, table: pa.Table, variables: list[Variable]) -> list[str]:
    """The columns of a type that does not say its variable without loss, each in a line."""
    faults = []
    for variable in variables:
        column_type = table.schema.field(variable.name).type
        if not _holds(column_type, variable.kind):
            faults.append(
                f"{file}, colonne {variable.name}\u00a0: de type {quoted(str(column_type))}\u202f; "
                f"attendu\u00a0: {WANTED.get(variable.kind, 'un texte')}."
            )
    return faults


def _holds(column_type: pa.DataType, kind: Kind) -> bool:
    """Floats never hold an integer: 34.0 may be 33.6, rounded by whoever wrote it."""
    if pa.types.is_dictionary(column_type):
        column_type = column_type.value_type
    if pa.types.is_null(column_type):
        return True
    if kind == "integer":
        return bool(pa.types.is_integer(column_type))
    if kind == "date" and pa.types.is_date32(column_type):
        return True
    return _is_text(column_type)


def _is_text(column_type: pa.DataType) -> bool:
    return any(
        is_text(column_type)
        for is_text in (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view)
    )
