"""Which stored tables stand for a folder of tables: those written before, or new ones?

Tables that were stored before are not read: their files are only hashed, which needs no memory.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from functools import cache
from pathlib import Path

import dashboard.domain
import dashboard.ingest
from dashboard.domain.errors import SourceError, TableError
from dashboard.domain.keys import UnionKeys, fingerprint
from dashboard.ingest.derive.folder import analysis_tables_in
from dashboard.ingest.files import CODEBOOK
from dashboard.ingest.reading.version import version_on_disk
from dashboard.ingest.reference.study import file_of, read_study, with_its_codebook
from dashboard.ingest.stored.tables import StoredTables, store, stored_in
from dashboard.text.typography import unbroken

HOME = ".analysis"
"""The folder of stored tables, beside that of the tables."""

CACHE = Path(".cache") / "dashboard" / "analysis"
"""Where they lie under the home of whoever runs the dashboard, if nothing can be written beside the tables."""

DERIVING = (dashboard.domain, dashboard.ingest)
"""What makes analysis tables of tables: where it changes, what it stored before is another thing."""


def default_home(folder: Path) -> Path:
    """Where the stored tables of `folder` lie unless a setting says otherwise; raises SourceError where nowhere."""
    beside = folder.resolve().parent
    home = beside / HOME
    if os.access(home if home.exists() else beside, os.W_OK):
        return home
    try:
        return Path.home() / CACHE
    except RuntimeError as error:
        raise SourceError(
            unbroken(
                f"Les tables d'analyse ne peuvent être écrites dans {home}, et qui sert le tableau de bord n'a pas de "
                "dossier personnel. Donnez un dossier dans DASHBOARD_SOURCE."
            )
        ) from error


def prepared(folder: Path, reference: Path, home: Path, secret: str | None = None) -> StoredTables:
    """The stored tables of the study in `folder`, which are written to `home` if they are not there.

    `secret`: of people's keys, which the tables then have; those of another secret are other tables.
    Raises TableError, CodebookError or PublishedFiguresError, in French, as reading them does.
    """
    stored = found(folder, reference, home, secret)
    if stored is None:
        tables = analysis_tables_in(folder, reference, secret)
        stored = store(tables, home, _key(tables.version, _meaning(folder, reference), secret))
    return stored if secret is None else replace(stored, union_keys=UnionKeys(secret))


def found(
    folder: Path, reference: Path, home: Path, secret: str | None = None
) -> StoredTables | None:
    """The stored tables of the study in `folder` that are in `home`; None where none are. Raises as `prepared` does."""
    book = read_study(folder, reference)
    try:
        version = version_on_disk(folder, book)
    except TableError as error:
        raise with_its_codebook(error, folder, reference) from error
    return stored_in(home, _key(version, _meaning(folder, reference), secret), book)


def _key(version: str, meaning: bytes, secret: str | None) -> str:
    """What the stored tables of a version are called; with keys, by their secret as well, which it does not tell."""
    under = b"" if secret is None else fingerprint(secret).encode()
    return f"{version}_{hashlib.sha256(meaning + under).hexdigest()[:8]}"


def _meaning(folder: Path, reference: Path) -> bytes:
    """What gives the tables' bytes their meaning: the codebook, and the code that derives."""
    codebook = file_of(CODEBOOK, folder, reference)
    return _deriving() + (b"" if codebook is None else codebook.read_bytes())


@cache
def _deriving() -> bytes:
    digest = hashlib.sha256()
    for package in DERIVING:
        for home in package.__path__:
            for path in sorted(Path(home).rglob("*.py")):
                digest.update(path.read_bytes())
    return digest.digest()
