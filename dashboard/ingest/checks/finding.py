"""What did a named check find, how grave is it, and where?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dashboard.text.typography import unbroken

Stage = Literal["reading", "shape", "cells", "relations"]
"""Can it be read; what shape has it; do cells fit; do tables fit each other. A stage that fails stops the next."""

STAGES: tuple[Stage, ...] = ("reading", "shape", "cells", "relations")

STAGE_NAMES: Mapping[Stage, str] = {
    "reading": "Lecture",
    "shape": "Forme",
    "cells": "Cellules",
    "relations": "Relations",
}

Level = Literal["pass", "warning", "failure"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the files: each part is empty, or 0, where it says nothing; `line` as an editor or a sheet counts."""

    file: str = ""
    sheet: str = ""
    line: int = 0
    column: str = ""

    def __str__(self) -> str:
        """`centre.xlsx, feuille Inscrits, ligne 12, colonne Genre`."""
        parts = (
            self.file,
            f"feuille {self.sheet}" if self.sheet else "",
            f"ligne {self.line}" if self.line else "",
            f"colonne {self.column}" if self.column else "",
        )
        return ", ".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of one named check; `message` says in French what is there and what to do, never a person's data.

    `place` is not told again in `message`; `cells` is how many cells it is about, 0 where it is about none.
    """

    stage: Stage
    check: str
    level: Level
    message: str = ""
    place: Place = Place()
    cells: int = 0

    def __str__(self) -> str:
        """`units.csv, ligne 3, colonne level : « V » ; attendu : I ou II.`"""
        return unbroken(f"{self.place} : {self.message}") if str(self.place) else self.message

    @property
    def named(self) -> str:
        """`taux de réponse : survey.csv : …`: the check, then what it says, which may begin with the check's own name.

        A file that is checked is named once: `codebook.toml, ligne 1 : …`.
        """
        said = str(self)
        if not said:
            return self.check
        if said.startswith((f"{self.check},", f"{self.check}\u00a0:")):
            return said
        return unbroken(f"{self.check} : {said}")
