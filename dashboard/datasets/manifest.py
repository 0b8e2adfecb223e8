"""What does a published version say of itself?"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dashboard.domain.errors import DatasetError
from dashboard.ingest.files import IMPORT
from dashboard.text.typography import unbroken

MANIFEST = "manifest.json"


class Import(BaseModel):
    """What the import that wrote the tables tells (`import.json`): its sources by their digests, what each rule did.

    `key_fingerprint` tells one secret key of the identifiers from another, and nothing of the key. What else stands
    there is kept as it is.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    key_fingerprint: str = ""
    sources: tuple[Mapping[str, object], ...] = ()
    rules: Mapping[str, int] = Field(default_factory=dict)


class PublishedFile(BaseModel):
    """A file of the version: its size in bytes, and its SHA-256."""

    model_config = ConfigDict(frozen=True)

    size: int
    sha256: str


class Manifest(BaseModel):
    """A version of the tables, and what it was made from.

    `version` is a digest of the content, by which it is called everywhere; `number` counts publications; `dated` is the
    day of the data; `rows` counts those of each table; `codebook` is the digest of the dictionary; `previous` is the
    version that was shown when this one was first published, None for the first. `held`: too few people differ from
    what everybody was shown before, so only who sees exact counts is shown this version.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: str
    number: int
    dated: datetime.date
    published: datetime.datetime
    previous: str | None
    held: bool = False
    rows: Mapping[str, int]
    codebook: str
    imported: Import | None
    files: Mapping[str, PublishedFile]

    @property
    def key_fingerprint(self) -> str:
        """Of the key that the identifiers were made with; empty where no import says."""
        return self.imported.key_fingerprint if self.imported else ""


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a version's folder; raises DatasetError where it is absent or damaged."""
    try:
        return Manifest.model_validate_json((folder / MANIFEST).read_bytes())
    except (OSError, ValidationError) as error:
        told = f"La version {folder.name} est endommagée : son fichier {MANIFEST} manque ou ne se lit pas."
        raise DatasetError(unbroken(told)) from error


def read_import(folder: Path) -> Import | None:
    """What the import of `folder` tells; None where its tables come from no import. Raises DatasetError."""
    path = folder / IMPORT
    if not path.exists():
        return None
    try:
        return Import.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        told = f"{IMPORT} : ce fichier ne se lit pas ; relancez l'import, ou retirez-le s'il n'est pas d'un import."
        raise DatasetError(unbroken(told)) from error
