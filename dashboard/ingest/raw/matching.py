"""Which table of a mapping reads which table of a file, and does each have all that the other asks for?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import PurePath

from dashboard.domain.codebook import Codebook
from dashboard.ingest.checks.finding import Finding, Level, Place
from dashboard.ingest.checks.report import quoted
from dashboard.ingest.raw.cleaning.absent_cells import absence_of
from dashboard.ingest.raw.grid import Grid, RawFile
from dashboard.ingest.raw.mapping.model import ColumnMapping, GridMapping, SourceMapping
from dashboard.ingest.raw.submitted import submission_findings
from dashboard.ingest.raw.undated import undated
from dashboard.text.folded import folded
from dashboard.text.typography import unbroken
from dashboard.text.words import counted, listed

STATUS = "status"


@dataclass(frozen=True, slots=True)
class Matched:
    """A table of a file with what the mapping says of it; `columns` has the place of each column that is mapped.

    `rank` orders the tables, `unknown` are columns that the mapping does not name, by number where they have no name.
    """

    rank: int
    grid: Grid
    mapping: GridMapping
    columns: tuple[tuple[int, ColumnMapping], ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matches:
    """The tables to be read, those that no mapping asks for, and what the checks of their shape found."""

    matched: tuple[Matched, ...]
    aside: tuple[Grid, ...]
    findings: tuple[Finding, ...]


def undescribed(files: Sequence[RawFile], mappings: Sequence[SourceMapping]) -> list[Finding]:
    """A failure for each of `files` whose name no table of `mappings` has, whether it could be read or not."""
    patterns = [table.files for mapping in mappings for table in mapping.tables]
    message = unbroken("aucune correspondance ne décrit ce fichier : ôtez-le, ou décrivez-le.")
    return [
        Finding("shape", "file-mapped", "failure", message, Place(file.file))
        for file in files
        if not any(_is_called(file.file, pattern) for pattern in patterns)
    ]


def match(
    files: Sequence[RawFile],
    mappings: Sequence[SourceMapping],
    book: Codebook,
    *,
    known: bool = False,
) -> Matches:
    """The mapping of each table of `files`, in their order; `known`, that there are beneficiaries from earlier."""
    wanted = [table for mapping in mappings for table in mapping.tables]
    matched: list[Matched] = []
    aside: list[Grid] = []
    findings: list[Finding] = []
    used: set[int] = set()
    for grid in (grid for file in files for grid in file.grids):
        found = [i for i, table in enumerate(wanted) if reads(table, grid)]
        used.update(found)
        if len(found) > 1:
            message = "plusieurs tables de la correspondance la lisent : resserrez « files » ou « sheet »."
            findings.append(_shape("one-mapping", "failure", message, grid))
        elif not found:
            aside.append(grid)
        else:
            one, faults = _matched(len(matched), grid, wanted[found[0]])
            matched.append(one)
            findings += faults
            findings += undated(grid, one.columns, book)
    findings += _unread_files(files, aside)
    for i, table in enumerate(wanted):
        if i not in used:
            message = (
                f"aucun fichier ni feuille pour la table « {table.files} » de la correspondance."
            )
            findings.append(Finding("shape", "mapping-used", "warning", unbroken(message)))
    findings += _kinds(matched, book, known=known)
    findings += [found for one in matched for found in submission_findings(one.grid, one.mapping)]
    return Matches(tuple(matched), tuple(aside), tuple(findings))


def reads(table: GridMapping, grid: Grid) -> bool:
    same_sheet = fnmatchcase(grid.sheet.casefold(), table.sheet.casefold())
    return same_sheet and _is_called(grid.file, table.files)


def _is_called(file: str, pattern: str) -> bool:
    return fnmatchcase(PurePath(file).name.casefold(), pattern.casefold())


def _unread_files(files: Sequence[RawFile], aside: Sequence[Grid]) -> Iterator[Finding]:
    """A file that nothing reads is a mistake; a sheet beside one that is read may well be a note."""
    for file in files:
        left = [grid for grid in file.grids if grid in aside]
        if file.grids and len(left) == len(file.grids):
            message = "aucune table de la correspondance ne lit ce fichier : ajoutez-la, ou ôtez le fichier."
            yield Finding("shape", "file-mapped", "failure", unbroken(message), Place(file.file))
        else:
            for grid in left:
                rows = counted(len(grid.rows), "ligne", feminine=True)
                message = f"feuille hors de la correspondance : {rows} de côté."
                yield _shape("sheet-mapped", "warning", message, grid)


def _matched(rank: int, grid: Grid, mapping: GridMapping) -> tuple[Matched, list[Finding]]:
    places: dict[str, list[int]] = {}
    for i, name in enumerate(grid.header):
        places.setdefault(folded(name), []).append(i)
    findings, columns = [], []
    for column in mapping.columns:
        at = places.get(folded(column.column), [])
        if len(at) == 1:
            columns.append((at[0], column))
        elif column.variable or column.personal or len(at) > 1:
            message = (
                f"la colonne {quoted(column.column)} manque."
                if not at
                else f"la colonne {quoted(column.column)} figure plusieurs fois."
            )
            findings.append(_shape("columns", "failure", message, grid))
    known = {i for i, _ in columns}
    unknown = tuple(f"colonne {i + 1}" for i in range(len(grid.header)) if i not in known)
    if unknown:
        message = (
            f"{listed(unknown)} hors de la correspondance : laissées de côté."
            if len(unknown) > 1
            else f"{unknown[0]} hors de la correspondance : laissée de côté."
        )
        findings.append(_shape("unknown-columns", "warning", message, grid))
    return Matched(rank, grid, mapping, tuple(columns), unknown), findings


def _kinds(matched: Iterable[Matched], book: Codebook, *, known: bool) -> Iterator[Finding]:
    """What the rows of each table have to tell for a table of the study to be made of them."""
    makes = {one.mapping.makes for one in matched}
    if "enrolments" not in makes and not known:
        message = "aucune table d'inscriptions : sans elle, personne n'est bénéficiaire."
        yield Finding("shape", "enrolments", "warning", unbroken(message))
    for one in matched:
        for message in _lacks(one.mapping, book):
            yield _shape("variables", "failure", message, one.grid)


def _lacks(mapping: GridMapping, book: Codebook) -> Iterator[str]:
    """What every unit needs, that the codebook has no absence for, and that nothing gives; and what a survey asks."""
    given = {*mapping.constants, *(c.variable for c in mapping.columns if not c.wave)}
    if mapping.makes == "survey":
        yield from _asks_nothing(given, book)
        return
    for name in book.tables["units"].columns:
        variable = book.variables[name]
        if name not in given and absence_of(variable) is None:
            yield f"aucune colonne ne donne {quoted(name)} ({variable.label})."


def _asks_nothing(given: set[str], book: Codebook) -> Iterator[str]:
    """Without the situation, or any answer where the study has no situation, a questionnaire tells nothing."""
    status = book.variables.get(STATUS)
    asked = [name for name in book.tables["survey"].columns if book.variables[name].per_wave]
    if status is not None and STATUS not in given:
        yield (
            f"aucune colonne ne donne {quoted(STATUS)} ({status.label}) : décrivez les colonnes des réponses dans la "
            "correspondance, sinon chacun y serait sans information."
        )
    elif status is None and not given.intersection(asked):
        yield "aucune colonne ne donne de réponse de l'enquête : décrivez ses colonnes dans la correspondance."


def _shape(check: str, level: Level, message: str, grid: Grid) -> Finding:
    return Finding("shape", check, level, unbroken(message), Place(grid.file, grid.sheet))
