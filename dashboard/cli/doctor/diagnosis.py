"""What does one examination of `doctor` find, and what is to be done?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.ingest.checks.finding import Level


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """How one thing stands, in French; `remedy` is what to do about it, empty where it is well."""

    level: Level
    what: str
    remedy: str = ""

    def __str__(self) -> str:
        return f"{self.what}\n→ {self.remedy}" if self.remedy else self.what


Diagnoses = Iterator[Diagnosis]


def well(what: str) -> Diagnosis:
    """What is as it has to be."""
    return Diagnosis("pass", what)


def doubtful(what: str, remedy: str) -> Diagnosis:
    """What works, and may not be meant so."""
    return Diagnosis("warning", what, remedy)


def wrong(what: str, remedy: str) -> Diagnosis:
    """What keeps the dashboard from working."""
    return Diagnosis("failure", what, remedy)
