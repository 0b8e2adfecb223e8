"""What is an import made from: the study, its earlier tables, the mappings, the files?"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import click

from dashboard.domain.codebook import Codebook
from dashboard.domain.errors import ImportingError, TableError
from dashboard.ingest.checks.finding import Finding
from dashboard.ingest.files import BENCHMARKS, BUDGETS, CODEBOOK, FIGURES
from dashboard.ingest.raw.grid import RawFile
from dashboard.ingest.raw.mapping.digest import outdated
from dashboard.ingest.raw.mapping.model import SourceMapping
from dashboard.ingest.raw.mapping.read import read_mapping
from dashboard.ingest.raw.mapping.unconfirmed import unconfirmed
from dashboard.ingest.raw.people.earlier import Earlier, earlier_of
from dashboard.ingest.raw.reading.read import read_files
from dashboard.ingest.raw.result.account import digest_of
from dashboard.ingest.reading.tables import Tables, examine
from dashboard.ingest.reference.study import file_of, read_study
from dashboard.text.numbers import count
from dashboard.text.typography import unbroken

SHOWN = 20
"""How many lines to be confirmed are listed before the others are counted."""


@dataclass(frozen=True)
class Study:
    """The codebook that the tables follow; the tables to add to, and those that are shown now.

    `own_files` are those that describe the study, where they are not the dashboard's.
    """

    book: Codebook
    onto: Tables | None
    current: Tables | None
    earlier: Earlier = field(default_factory=Earlier)
    own_files: Mapping[str, bytes] = field(default_factory=dict)


def study_of(onto: Path | None, current: Path | None, reference: Path) -> Study:
    """The study of the folder to add to, else of the one that is shown, else the dashboard's own."""
    home = onto or current or reference
    book = read_study(home, reference)
    earlier = None if onto is None else _tables(onto, book)
    shown = None if current is None or onto is not None else _tables(current, book)
    return Study(
        book,
        earlier,
        shown,
        Earlier() if earlier is None else earlier_of(earlier, book),
        _own_files(home, reference, book),
    )


def _tables(folder: Path, book: Codebook) -> Tables:
    """The tables of `folder`; what is doubtful in them was told when they were imported, and is not told again."""
    examination = examine(folder, book)
    if examination.tables is None:
        raise TableError(examination.refusal)
    return examination.tables


def _own_files(home: Path, reference: Path, book: Codebook) -> dict[str, bytes]:
    """What describes a study that is not the dashboard's, by the name that each file has in its folder."""
    codebook = file_of(CODEBOOK, home, reference)
    ours = (reference / CODEBOOK).read_bytes()
    if codebook is None or codebook.read_bytes() == ours:
        return {}
    paths = {
        name: file_of(name, home, reference) for name in (CODEBOOK, BUDGETS, FIGURES, BENCHMARKS)
    }
    paths |= {layer.file: Path(layer.path) for layer in book.layers if layer.file}
    return {name: path.read_bytes() for name, path in paths.items() if path is not None}


def read_mappings(
    paths: Sequence[Path], book: Codebook
) -> tuple[list[tuple[SourceMapping, str]], list[Finding]]:
    """The mappings with the SHA-256 of their files, and a warning for each that another codebook was meant by.

    Raises MappingError, or ImportingError where a line is still to be confirmed.
    """
    read = [(read_mapping(path, book), digest_of(path.read_bytes())) for path in paths]
    waiting = [
        f"{path.name}, {line}"
        for path, (mapping, _) in zip(paths, read, strict=True)
        for line in unconfirmed(mapping)
    ]
    if waiting:
        more = [f"… et {count(len(waiting) - SHOWN)} autres."] if len(waiting) > SHOWN else []
        head = "Des lignes de la correspondance sont à confirmer, rien n'est importé :"
        raise ImportingError(unbroken("\n".join([head, *waiting[:SHOWN], *more])))
    warned = [said for mapping, _ in read if (said := outdated(mapping, book))]
    return read, [Finding("shape", "mapping-codebook", "warning", said) for said in warned]


def read_sources(paths: Sequence[Path]) -> list[RawFile]:
    """The files, in the order of their names; raises ImportingError where one is given twice."""
    once = {path.resolve(): path for path in paths}
    ordered = sorted(once.values(), key=lambda path: (path.name, str(path)))
    with click.progressbar(length=len(ordered), label="Lecture", file=sys.stderr) as bar:
        read = list(read_files(ordered, tell=lambda _done, _of: bar.update(1)))
    _refuse_copies(read)
    names = Counter(file.file for file in read)
    return [
        _called(file, f"{path.resolve().parent.name}/{file.file}") if names[file.file] > 1 else file
        for path, file in zip(ordered, read, strict=True)
    ]


def _refuse_copies(files: Sequence[RawFile]) -> None:
    owners: dict[str, str] = {}
    for file in files:
        if file.digest and owners.setdefault(file.digest, file.file) != file.file:
            said = (
                f"{file.file} et {owners[file.digest]} sont le même fichier : ôtez l'un des deux."
            )
            raise ImportingError(unbroken(said))


def _called(file: RawFile, name: str) -> RawFile:
    """`file` under a name that tells it from another one of the same name in another folder."""
    return RawFile(
        name,
        file.digest,
        tuple(replace(grid, file=name) for grid in file.grids),
        tuple(replace(f, place=replace(f.place, file=name)) for f in file.findings),
    )
