"""How is an entry of a reference file written in TOML, a category a line, so that a person can fill it in?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Entry = dict[str, Any]
"""A table of a TOML file: what `tomllib` reads, and what is written here."""

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def key(name: str) -> str:
    """`name` as the name of a field; between quotation marks where it has spaces or accents."""
    return name if _BARE.fullmatch(name) else text(name)


def text(words: str) -> str:
    """`words` between quotation marks."""
    # A text of JSON is one of TOML, but for the one control character that JSON writes as it is.
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")


def inline(value: object) -> str:
    """`value` on one line."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            return text(value)
        case Mapping():
            return f"{{ {', '.join(f'{key(name)} = {inline(v)}' for name, v in value.items())} }}"
        case Sequence():
            return f"[{', '.join(map(inline, value))}]"
        case _:
            return str(value)


def listed(name: str, entries: Sequence[object]) -> str:
    """A list of tables, each on a line of its own."""
    if not entries:
        return f"{key(name)} = []"
    return "\n".join([f"{key(name)} = [", *(f"  {inline(entry)}," for entry in entries), "]"])


def fields(entry: Mapping[str, object]) -> str:
    """The fields of a table, a line each; lists of tables take a line for each of them."""
    return "\n".join(_field(name, value) for name, value in entry.items())


def tables(heads: Iterable[tuple[str, Mapping[str, object]]]) -> str:
    """Tables, each under its head: `[waves.T1]`, `[[measures]]`."""
    return "\n".join(f"{head}\n{fields(entry)}" for head, entry in heads)


def _field(name: str, value: object) -> str:
    holds_tables = isinstance(value, list) and any(isinstance(part, Mapping) for part in value)
    return (
        listed(name, value)
        if holds_tables and isinstance(value, list)
        else f"{key(name)} = {inline(value)}"
    )
