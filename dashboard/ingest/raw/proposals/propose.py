"""Which mapping do the files of a source suggest, and what is there to say of it?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from itertools import takewhile
from pathlib import PurePath

from dashboard.domain.codebook import Codebook
from dashboard.domain.errors import MappingError
from dashboard.ingest.checks.finding import Finding, Level, Place
from dashboard.ingest.personal.values import kind_of
from dashboard.ingest.raw.grid import Grid, RawFile
from dashboard.ingest.raw.mapping.digest import codebook_digest
from dashboard.ingest.raw.mapping.model import GridMapping, SourceMapping
from dashboard.ingest.raw.proposals.constants import answered_in, main_year
from dashboard.ingest.raw.proposals.evidence import Weighing
from dashboard.ingest.raw.proposals.table import Proposed, missing, proposed, with_constants
from dashboard.ingest.raw.proposals.width import with_common_width
from dashboard.text.folded import folded
from dashboard.text.typography import unbroken
from dashboard.text.words import counted, listed, some_of

SHORTEST_PREFIX = 3
"""How many characters the names of files share that are one table of a source."""


@dataclass(frozen=True)
class Proposal:
    """A mapping to be read by a person, and what was found while it was made."""

    mapping: SourceMapping
    findings: tuple[Finding, ...]


def propose(files: Sequence[RawFile], codebook: Codebook, name: str = "Source") -> Proposal:
    """The mapping that `files` suggest; raises MappingError, in French, where no table of them is recognised."""
    weighing = Weighing(codebook)
    grids = [grid for file in files for grid in file.grids]
    findings: list[Finding] = []
    groups: list[list[Grid]] = []
    for group in _of_one_header(grids):
        headless = _without_header(group[0])
        groups += [group] if headless is None else []
        findings += [headless] if headless is not None else []
    tables: list[GridMapping] = []
    every = with_common_width([proposed(group, weighing) for group in groups])
    for what, group in zip(every, groups, strict=True):
        if not what.kind.recognised:
            message = "aucun titre de colonne n'y est reconnu : laissée de côté."
            findings.append(_finding("recognised", "warning", message, group[0]))
            continue
        tables += _tables(what, group, grids, weighing)
        findings += _said(what, group)
    if not tables:
        raise MappingError(_nothing(files, grids))
    for table in tables:
        lacks = list(missing(table, weighing))
        if lacks:
            message = f"aucune colonne reconnue pour {some_of(lacks, 20)}."
            place = Place(table.files, table.sheet)
            findings.append(Finding("shape", "variables", "warning", unbroken(message), place))
    mapping = SourceMapping(name=name, version=1, codebook=codebook_digest(codebook), tables=tables)
    return Proposal(mapping, tuple(findings))


def _of_one_header(grids: Sequence[Grid]) -> list[list[Grid]]:
    """The tables, those with the same header together."""
    groups: dict[tuple[str, ...], list[Grid]] = {}
    for grid in grids:
        groups.setdefault(tuple(map(folded, grid.header)), []).append(grid)
    return list(groups.values())


def _without_header(grid: Grid) -> Finding | None:
    """The fault of a table whose header is a row of data: it holds somebody's address or number."""
    if not any(kind_of(name) is not None for name in grid.header):
        return None
    message = "l'en-tête porte une donnée personnelle : la table n'en a sans doute pas. Ajoutez-le au-dessus."
    return _finding("header", "failure", message, grid)


def _tables(
    what: Proposed, group: Sequence[Grid], every: Sequence[Grid], weighing: Weighing
) -> Iterator[GridMapping]:
    """One table for the files that have the same constants, named by a pattern that fits no other file."""
    alike: dict[tuple[tuple[str, str], ...], list[Grid]] = {}
    for grid in group:
        table = with_constants(what, grid, weighing, "*", "")
        alike.setdefault(tuple(sorted(table.constants.items())), []).append(grid)
    for grids in alike.values():
        files, sheet = _pattern([_file(g) for g in grids]), _pattern([g.sheet for g in grids])
        others = [grid for grid in every if all(grid is not own for own in grids)]
        if not any(_fits(grid, files, sheet) for grid in others):
            yield with_constants(what, grids[0], weighing, files, sheet)
            continue
        for grid in grids:
            own_files, own_sheet = literal(_file(grid)), literal(grid.sheet)
            yield with_constants(what, grid, weighing, own_files, own_sheet)


def literal(name: str) -> str:
    """The pattern that fits `name` alone."""
    return "".join(f"[{c}]" if c in "*?[" else c for c in name)


def _pattern(names: Sequence[str]) -> str:
    """One pattern for `names`: what they share at the beginning and at the end."""
    if len(set(names)) == 1:
        return literal(names[0])
    start = _shared(names)
    rest = [name[len(start) :] for name in names]
    end = _shared([name[::-1] for name in rest])[::-1]
    return (
        f"{literal(start)}*{literal(end)}" if len(start) >= SHORTEST_PREFIX else f"*{literal(end)}"
    )


def _shared(names: Sequence[str]) -> str:
    """What all of `names` begin with."""
    letters = takewhile(lambda of_each: len(set(of_each)) == 1, zip(*names, strict=False))
    return "".join(of_each[0] for of_each in letters)


def _fits(grid: Grid, files: str, sheet: str) -> bool:
    return fnmatchcase(_file(grid).casefold(), files.casefold()) and fnmatchcase(
        grid.sheet.casefold(), sheet.casefold()
    )


def _file(grid: Grid) -> str:
    return PurePath(grid.file).name


def _said(what: Proposed, group: Sequence[Grid]) -> Iterator[Finding]:
    """What was recognised, what is personal and left out, then what the columns have to say."""
    makes = (
        "un questionnaire par ligne" if what.kind.makes == "survey" else "une UE financée par ligne"
    )
    grid, others = group[0], len(group) - 1
    also = f" ; {counted(others, 'autre table', 'autres tables')} de même en-tête" if others else ""
    origin = "export de LimeSurvey, " if what.kind.limesurvey else ""
    given = counted(
        sum(bool(c.variable) for c in what.columns),
        "colonne reconnue",
        "colonnes reconnues",
        feminine=True,
    )
    yield _finding(
        "recognised", "pass", f"{origin}{makes} ; {given} sur {len(what.columns)}{also}.", grid
    )
    personal = [column.column for column in what.columns if column.personal]
    if personal:
        message = f"données personnelles, jamais écrites : {some_of(personal, 20)}."
        yield _finding("personal", "pass", message, grid)
    ignored = [column.column for column in what.columns if column.ignored]
    if ignored:
        yield _finding("ignored", "pass", f"laissées de côté : {some_of(ignored, 20)}.", grid)
    yield from what.findings
    if what.kind.makes == "survey" and "surveyed_on" not in what.variables:
        yield from filter(None, map(_several_years, group))


def _several_years(grid: Grid) -> Finding | None:
    """That the answers of a file are not of one year, so that no day holds for all."""
    years = answered_in(grid)
    if not years or main_year(years):
        return None
    message = (
        f"des réponses de {listed([str(year) for year in sorted(years)])} : séparez le fichier par année, ou donnez "
        'à sa colonne submitdate variable = "surveyed_on", et ôtez la constante.'
    )
    return _finding("years", "warning", message, grid)


def _nothing(files: Sequence[RawFile], grids: Sequence[Grid]) -> str:
    """Why there is no proposal: nothing could be read, or nothing was recognised."""
    if not grids:
        lines = [
            f"{finding.place} : {finding.message}"
            for file in files
            for finding in file.findings
            if finding.level == "failure"
        ]
        return unbroken("\n".join([*lines, "Aucune table n'a pu être lue : rien n'est proposé."]))
    return unbroken(
        "Aucune table n'est reconnue : aucun titre de colonne, aucune réponse n'est celle d'une variable du "
        "dictionnaire. Est-ce le bon dossier ? Sinon, ajoutez des synonymes (synonyms) aux variables de codebook.toml."
    )


def _finding(check: str, level: Level, message: str, grid: Grid) -> Finding:
    place = Place(_file(grid), grid.sheet)
    return Finding("shape", check, level, unbroken(message), place)
