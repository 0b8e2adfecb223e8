"""Do so few people differ between two versions that comparing both would tell of them?

The same people are rounded the same way in every version (`dashboard.disclosure`). So a number that changes says that
somebody of it came, left or was changed; where only a few did, it says something of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from dashboard.disclosure.thresholds import LEAST_CHANGED
from dashboard.domain.errors import DatasetError, TableError
from dashboard.ingest.checks.cells import PERSON
from dashboard.ingest.checks.finding import Finding
from dashboard.ingest.reading.text import has_table, read_whole_table
from dashboard.text.typography import unbroken

CHECK = "personnes changées"

PEOPLE = "beneficiaries"


@dataclass(frozen=True)
class Changes:
    """How many people there are in the later version alone, in the earlier one alone, and in both with other cells."""

    added: int
    removed: int
    altered: int

    @property
    def people(self) -> int:
        """All of them."""
        return self.added + self.removed + self.altered

    @property
    def few(self) -> bool:
        """Whether they are too few to be one of many; nobody is not few."""
        return 0 < self.people < LEAST_CHANGED


def few_changes(
    before: Path, staged: Path, tables: Iterable[str], *, confirmed: bool
) -> Iterator[Finding]:
    """What is to be told where few people differ between the version in `before` and the tables in `staged`.

    Raises DatasetError where that is not `confirmed`. Where the earlier version cannot be read any more, that is told.
    """
    try:
        changes = changes_between(before, staged, tables)
    except TableError:
        told = (
            f"la version remplacée, {before.name}, est endommagée : les personnes changées n'ont pas pu être "
            "comptées."
        )
        yield Finding("relations", CHECK, "warning", unbroken(told))
        return
    if not changes.few:
        return
    told = (
        f"moins de {LEAST_CHANGED} personnes diffèrent de la version remplacée, {before.name} : {changes.people} en "
        f"tout ({changes.added} de plus, {changes.removed} de moins, {changes.altered} dont une donnée a changé)."
    )
    if not confirmed:
        raise DatasetError(
            unbroken(
                f"Rien n'a été publié : {told} Qui comparerait les deux versions en apprendrait quelque chose sur "
                "elles. Attendez d'autres changements, ou confirmez par --peu-de-changements, ce que l'historique dira."
            )
        )
    yield Finding("relations", CHECK, "warning", unbroken(told))


def changes_between(before: Path, after: Path, tables: Iterable[str]) -> Changes:
    """Who differs between the tables of two folders, in the columns that both have; raises TableError."""
    differing: set[str] = set()
    people: list[set[str]] = [set(), set()]
    for name in tables:
        # One that a study has not got yet, or no more, tells of everybody alike.
        if name != PEOPLE and not (has_table(before, name) and has_table(after, name)):
            continue
        texts = [read_whole_table(folder, name) for folder in (before, after)]
        if texts[0].digest == texts[1].digest:
            continue
        frames = [text.frame for text in texts]
        columns = frames[0].columns.intersection(frames[1].columns).tolist()
        rows = [_rows_of(frame, columns) for frame in frames]
        everybody = rows[0].index.union(rows[1].index)
        earlier, later = (of.reindex(everybody, fill_value=0) for of in rows)
        differing |= set(everybody[(earlier != later).to_numpy()])
        if name == PEOPLE:
            people = [set(of.index) for of in rows]
    added, removed = people[1] - people[0], people[0] - people[1]
    return Changes(len(added), len(removed), len(differing - added - removed))


def _rows_of(frame: pd.DataFrame, columns: list[str]) -> pd.Series[int]:
    """A number for each person that changes with any cell of any row of theirs, whatever order these stand in."""
    rows = pd.util.hash_pandas_object(frame[columns], index=False)
    return rows.groupby(frame[PERSON].astype(str).to_numpy()).sum()


def told_in_history(findings: Iterable[Finding]) -> str:
    """What the history keeps of a publication of few changes that was confirmed; empty of any other."""
    return next((finding.message for finding in findings if finding.check == CHECK), "")
