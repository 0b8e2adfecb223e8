"""Do so few people differ between two versions that comparing both would tell of them?

The same people are rounded the same way in every version (`dashboard.disclosure`). So a number that changes says that
somebody of it came, left or was changed; where only a few did, it says something of them. What matters is who changes
*in one part* of the tables: a wave that a whole cohort answers hides nobody whose region was corrected.
Measured in docs/adr/disclosure/0063-what-was-attacked.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from dashboard.disclosure.thresholds import LEAST_CHANGED, LEAST_SHARE_CHANGED
from dashboard.domain.codebook import Codebook
from dashboard.domain.errors import DatasetError, TableError
from dashboard.ingest.checks.cells import PERSON
from dashboard.ingest.checks.finding import Finding
from dashboard.ingest.reading.text import has_table, read_whole_table
from dashboard.text.typography import unbroken

CHECK = "personnes changées"

PEOPLE, COHORT = "beneficiaries", "cohort"

MOST_TOLD = 4
"""Parts with few changes that a message names; the others are counted."""


@dataclass(frozen=True)
class Part:
    """What a campaign brings whole: a wave of a cohort, an academic year of units, a column of a cohort's people.

    `changed` of the `people` that either version has there differ.
    """

    name: str
    changed: int
    people: int

    @property
    def few(self) -> bool:
        """Whether those are too few to be one of many; nobody is not few."""
        whole = self.changed >= LEAST_CHANGED and self.changed >= LEAST_SHARE_CHANGED * self.people
        return self.changed > 0 and not whole

    def __str__(self) -> str:
        """`promotion 2013-2014, survey T1 : 3 personnes sur 245`."""
        return f"{self.name} : {self.changed} sur {self.people}"


@dataclass(frozen=True)
class Changes:
    """How many people there are in the later version alone, in the earlier one alone, and in both with other cells.

    `few`: the parts in which too few people differ.
    """

    added: int
    removed: int
    altered: int
    few: tuple[Part, ...] = ()

    @property
    def people(self) -> int:
        """All of them."""
        return self.added + self.removed + self.altered


def few_changes(
    before: Path | None, staged: Path, book: Codebook, *, confirmed: bool
) -> Iterator[Finding]:
    """What is to be told where few people differ between the version in `before` and the tables in `staged`.

    Raises DatasetError where that is not `confirmed`. Where the earlier version cannot be read any more, or None is
    left that everybody was shown, that is told.
    """
    if before is None:
        told = "aucune version ouverte à la diffusion n'est gardée : les personnes changées n'ont pas pu être comptées."
        yield Finding("relations", CHECK, "warning", unbroken(told))
        return
    try:
        changes = changes_between(before, staged, book)
    except TableError:
        told = (
            f"la dernière version ouverte à la diffusion, {before.name}, est endommagée : les personnes changées n'ont "
            "pas pu être comptées."
        )
        yield Finding("relations", CHECK, "warning", unbroken(told))
        return
    if not changes.few:
        return
    told = (
        f"trop peu de personnes diffèrent de la dernière version ouverte à la diffusion, {before.name}, pour se cacher "
        f"parmi d'autres ({_named(changes.few)}). En tout : {changes.added} de plus, {changes.removed} de moins, "
        f"{changes.altered} dont une donnée a changé."
    )
    if not confirmed:
        raise DatasetError(
            unbroken(
                f"Rien n'a changé : {told} Qui comparerait les deux versions apprendrait quelque chose sur elles : "
                f"dans chaque partie, personne ne doit changer, ou {LEAST_CHANGED} personnes et la moitié au moins. "
                "Pour montrer cette version aux seules personnes qui voient les effectifs exacts, la diffusion étant "
                "fermée : --peu-de-changements. Pour l'ouvrir quand même, sur décision du responsable après avis du "
                "délégué : --ouvrir-la-diffusion. L'historique le dira."
            )
        )
    yield Finding("relations", CHECK, "warning", unbroken(told))


def changes_between(before: Path, after: Path, book: Codebook) -> Changes:
    """Who differs between the tables of two folders, in the columns that both have; raises TableError."""
    cohorts = _cohorts(before, after)
    differing: set[str] = set()
    people: list[set[str]] = [set(), set()]
    few: list[Part] = []
    for name in book.tables:
        # One that a study has not got yet, or no more, tells of everybody alike.
        if name != PEOPLE and not (has_table(before, name) and has_table(after, name)):
            continue
        texts = [read_whole_table(folder, name) for folder in (before, after)]
        if name == PEOPLE:
            people = [set(text.frame[PERSON].astype(str)) for text in texts]
        if texts[0].digest == texts[1].digest:
            continue
        frames = [text.frame for text in texts]
        columns = frames[0].columns.intersection(frames[1].columns).tolist()
        earlier, later = (_rows_of(frame[columns], name, book) for frame in frames)
        everybody = earlier.index.union(later.index)
        compared = pd.DataFrame(
            {"changed": earlier.reindex(everybody) != later.reindex(everybody)}, index=everybody
        ).reset_index()
        differing |= set(compared[PERSON][compared["changed"]])
        few += [part for part in _parts(compared, name, cohorts, book) if part.few]
    added, removed = people[1] - people[0], people[0] - people[1]
    return Changes(len(added), len(removed), len(differing - added - removed), tuple(few))


def _cohorts(before: Path, after: Path) -> pd.Series[str]:
    """The cohort of each person, by the later version where that has them."""
    of = [
        read_whole_table(folder, PEOPLE).frame.astype(str).set_index(PERSON)[COHORT]
        for folder in (after, before)
    ]
    both: pd.Series[str] = pd.concat(of)
    return both.loc[~both.index.duplicated()]


def _rows_of(frame: pd.DataFrame, name: str, book: Codebook) -> pd.Series[int]:
    """A number for each person and part of their rows that changes with any cell, in whatever order these stand."""
    text = frame.astype(str)
    within = _within(text.columns, name, book)
    if name == PEOPLE:
        cells = text.melt(id_vars=PERSON, var_name="part")
        return pd.Series(
            pd.util.hash_pandas_object(cells, index=False).to_numpy(),
            index=pd.MultiIndex.from_frame(cells[[PERSON, "part"]]),
        )
    part = text[within] if within else pd.Series("", index=text.index)
    rows = pd.util.hash_pandas_object(text, index=False)
    summed: pd.Series[int] = rows.groupby([text[PERSON], part.rename("part")]).sum()
    return summed


def _within(columns: Iterable[str], name: str, book: Codebook) -> str:
    """The column by which a campaign brings the rows of a table: their wave, or their year; empty where none does."""
    kinds = {column: book.variable(column).kind for column in columns if column != PERSON}
    by = [column for column, kind in kinds.items() if kind in ("wave", "academic_year")]
    return by[0] if by and name != PEOPLE else ""


def _parts(
    compared: pd.DataFrame, name: str, cohorts: pd.Series[str], book: Codebook
) -> Iterator[Part]:
    """How many people differ in each part of a table."""
    # Those who go on are few of each cohort: a year of units comes whole for all of them.
    within = {column.name: column.kind for column in map(book.variable, book.tables[name].columns)}
    of_years = name != PEOPLE and "academic_year" in within.values()
    cohort = pd.Series("", index=compared.index) if of_years else compared[PERSON].map(cohorts)
    for (group, part), rows in compared.groupby([cohort.rename("cohort"), "part"]):
        told = name if of_years else f"promotion {group}, {name}"
        yield Part(
            " ".join((told, str(part))).strip(),
            int(rows.loc[rows["changed"], PERSON].nunique()),
            int(rows[PERSON].nunique()),
        )


def _named(parts: tuple[Part, ...]) -> str:
    told = [str(part) for part in parts[:MOST_TOLD]]
    more = len(parts) - len(told)
    return " ; ".join([*told, *([f"et {more} autres parties"] if more else [])])


def told_in_history(findings: Iterable[Finding]) -> str:
    """What the history keeps of a publication of few changes that was confirmed; empty of any other."""
    return next((finding.message for finding in findings if finding.check == CHECK), "")
