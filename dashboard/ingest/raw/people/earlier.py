"""What is already known from the tables of an earlier dataset?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from dashboard.domain.codebook import Codebook
from dashboard.ingest.checks.cells import PERSON
from dashboard.ingest.reading.tables import Tables

Row = Mapping[str, str]


@dataclass(frozen=True)
class Earlier:
    """The rows of an earlier dataset by their keys, and its cohorts; nothing where there is none."""

    people: Mapping[str, Row] = field(default_factory=dict)
    units: Mapping[tuple[str, ...], Row] = field(default_factory=dict)
    survey: Mapping[tuple[str, ...], Row] = field(default_factory=dict)
    benefits: Mapping[tuple[str, ...], Row] = field(default_factory=dict)

    @property
    def cohorts(self) -> Mapping[str, str]:
        """The cohort of each person."""
        return {person: row["cohort"] for person, row in self.people.items()}

    def owners(self, book: Codebook) -> Mapping[str, set[str]]:
        """The persons of each code that is written as it stands."""
        owners: defaultdict[str, set[str]] = defaultdict(set)
        for row in [*self.units.values(), *self.people.values()]:
            for name, code in row.items():
                if name != PERSON and book.variables[name].kind == "identifier":
                    owners[code].add(row[PERSON])
        return owners


def earlier_of(tables: Tables, book: Codebook) -> Earlier:
    """What `tables` hold, as texts."""
    by_key = {
        name: {tuple(row[column] for column in schema.key): row for row in _rows(tables, name)}
        for name, schema in book.tables.items()
    }
    return Earlier(
        {row[PERSON]: row for row in by_key["beneficiaries"].values()},
        by_key["units"],
        by_key["survey"],
        by_key.get("benefits", {}),
    )


def _rows(tables: Tables, name: str) -> list[dict[str, str]]:
    frame: pd.DataFrame = getattr(tables, name)
    texts = frame.astype("object").where(frame.notna(), "").astype(str)
    return [
        {str(column): str(cell) for column, cell in row.items()} for row in texts.to_dict("records")
    ]
