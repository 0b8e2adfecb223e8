"""Which texts of a codebook has nobody filled in yet?"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from dashboard.cli.to_fill import TO_FILL

_NAMES = ("code", "name", "term", "variable")
"""What an entry of a list is recognised by."""

NAMED = ("variables", "waves", "tables")
"""The sections that hold a table for each name."""


def unfilled(codebook: Path) -> dict[str, list[str]]:
    """By section (`variables.handicap`), the fields that are still to be filled in: `label`, `categories « 1 », « 2 »`.

    Of a category that has only its label to be filled in, its code.
    """
    raw = tomllib.loads(codebook.read_text(encoding="utf-8-sig"))
    places: dict[str, list[str]] = {}
    for path in _empty(raw, ()):
        length = 2 if path[0] in NAMED or path[1].startswith("«") else 1
        fields = places.setdefault(_written(path[:length]), [])
        listed, name, *_ = (*path[length:], "")
        if fields and name and fields[-1].startswith(f"{listed} «"):
            fields[-1] += f", {name}"
        else:
            fields.append(_written(path[length:]).removesuffix(" label"))
    return places


def _empty(value: object, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The path to each text that is to be filled in."""
    if isinstance(value, str) and TO_FILL in value:
        yield path
    elif isinstance(value, dict):
        for name, inside in value.items():
            yield from _empty(inside, (*path, name))
    elif isinstance(value, list):
        for number, inside in enumerate(value, 1):
            yield from _empty(inside, (*path, f"« {_named(inside, number)} »"))


def _named(entry: object, number: int) -> object:
    named = entry if isinstance(entry, dict) else {}
    return next((named[field] for field in _NAMES if field in named), number)


def _written(path: tuple[str, ...]) -> str:
    """`variables.handicap`, `categories « yes » label`."""
    return "".join(
        part if not i else f" {part}" if "«" in part or "«" in path[i - 1] else f".{part}"
        for i, part in enumerate(path)
    )
