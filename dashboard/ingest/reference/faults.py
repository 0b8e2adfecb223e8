"""In which words does a message say what is wrong in a reference file, and where?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.domain.errors import DashboardError
from dashboard.ingest.checks.report import HIDDEN, LONGEST, SHOWN, quoted
from dashboard.ingest.personal.values import kind_of_whole
from dashboard.text.numbers import count
from dashboard.text.typography import unbroken

NEW_STUDY = "ce qu'écrit « python -m dashboard new-study »"
"""What is expected where something is missing that every study has."""

SPACES = "\u00a0\u202f"
"""Spaces at which no line breaks, which French texts have."""


@dataclass(frozen=True)
class Fault:
    """One mistake: the place in the file, what is wrong there, and what was expected (empty where that says it all)."""

    place: str
    what: str
    expected: str = ""

    def line(self, file: str) -> str:
        """`codebook.toml, variable « gender », catégorie « F » : … ; attendu : ….`"""
        where = f"{file}, {self.place}" if self.place else file
        wanted = f" ; attendu : {self.expected}" if self.expected else ""
        return unbroken(f"{where} : {self.what}{wanted}.")


def raise_faults(faults: Iterable[Fault], file: str, error: type[DashboardError]) -> None:
    """Raises `error` where there is a fault."""
    lines = list(dict.fromkeys(fault.line(file) for fault in faults))
    if lines:
        raise error(told(lines))


def told(lines: list[str]) -> str:
    """The first lines, and how many others there are."""
    more = len(lines) - SHOWN
    others = [f"… et {count(more)} {'autres' if more > 1 else 'autre'}."] if more > 0 else []
    return "\n".join([*lines[:SHOWN], *others])


def written(value: object) -> str:
    """A value of the file as a message quotes it: short, and with letters alone that can be seen."""
    if isinstance(value, bool):
        return quoted(str(value).lower())
    if isinstance(value, list | tuple):
        return "une liste"
    if isinstance(value, dict):
        return "une section"
    text = str(value)
    if not text.strip():
        return "un texte vide"
    if kind_of_whole(text):
        return HIDDEN
    return quoted(visible(text if len(text) <= LONGEST else f"{text[:LONGEST]}…"))


def visible(text: str) -> str:
    """`text` with each letter that cannot be seen written as its number."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in SPACES else f"\\u{ord(c):04x}" for c in text)
