"""What does the companion file `data.toml` say of the tables beside it?"""

from __future__ import annotations

import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dashboard.domain.errors import TableError
from dashboard.ingest.checks.report import quoted
from dashboard.ingest.files import COMPANION
from dashboard.ingest.reference.toml_file import read_toml


class Companion(BaseModel):
    """The day that the tables stand for, whether they are a demonstration, and the stamp of what is made from them.

    A field's description says, in French, what is valid.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    date: datetime.date = Field(description="une date sans guillemets, telle que 2017-10-31")
    demonstration: bool = Field(description="true ou false")
    label: str = Field(description="un texte entre guillemets, qui peut être vide")


def read_companion(folder: Path) -> Companion | None:
    """The `[data]` of `folder`'s companion, None where it has none; raises TableError where it is malformed."""
    path = folder / COMPANION
    if not path.exists():
        return None
    data = read_toml(path, TableError).get("data")
    if not isinstance(data, dict):
        raise TableError(f"{COMPANION}\u00a0: la section [data] manque.")
    try:
        return Companion.model_validate(data)
    except ValidationError as error:
        raise TableError("\n".join(_faults(error))) from error


def _faults(error: ValidationError) -> list[str]:
    lines = []
    for fault in error.errors():
        name = ".".join(str(part) for part in fault["loc"])
        field = Companion.model_fields.get(name)
        if field is None:
            lines.append(f"{COMPANION}\u00a0: champ inconnu {quoted(name)}.")
            continue
        written = "absent" if fault["type"] == "missing" else quoted(str(fault["input"]))
        lines.append(
            f"{COMPANION}, champ {name}\u00a0: {written}\u202f; attendu\u00a0: {field.description}."
        )
    return lines
