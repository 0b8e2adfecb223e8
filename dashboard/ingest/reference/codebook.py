"""How does `codebook.toml`, with the budgets beside it, become the codebook?"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from pydantic import ValidationError

from dashboard.domain.codebook import Codebook
from dashboard.domain.errors import CodebookError
from dashboard.ingest.reference.budgets import read_budgets

Entry = dict[str, object]
"""A table of a TOML file, before it is validated."""


def read_codebook(path: Path) -> Codebook:
    """The codebook at `path` (TOML); raises CodebookError, in French, where it is malformed.

    Its budgets are those of `budgets.toml` in the same folder; there are none without that file.
    """
    try:
        raw = _expanded(tomllib.loads(path.read_text(encoding="utf-8")))
        budgets = read_budgets(path.with_name("budgets.toml"))
        return Codebook.model_validate(raw | {"budgets": budgets})
    except (tomllib.TOMLDecodeError, ValidationError, KeyError) as error:
        raise CodebookError(f"Dictionnaire illisible ({path.name}) : {error}") from error


def _expanded(raw: Entry) -> Entry:
    """`raw` with each variable named, and the lists that several variables share written out.

    For example `categories = "yes_no"` becomes the list that stands under `[shared.categories]` as `yes_no`.
    """
    shared = cast(dict[str, Entry], raw.get("shared", {}))
    variables = {
        name: {**variable, "name": name, **dict(_written_out(variable, shared))}
        for name, variable in cast(dict[str, Entry], raw["variables"]).items()
    }
    return {name: value for name, value in raw.items() if name != "shared"} | {
        "variables": variables
    }


def _written_out(variable: Entry, shared: dict[str, Entry]) -> Iterator[tuple[str, object]]:
    """The fields of `variable` that name a shared list, each with that list."""
    for field in ("categories", "absences"):
        listed = variable.get(field)
        if isinstance(listed, str):
            yield field, shared[field][listed]
