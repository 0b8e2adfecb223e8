"""What does an import tell programs of where its tables come from: sources, mappings, rules, and under which key?"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dashboard.domain.codebook import Codebook
from dashboard.domain.errors import ImportingError
from dashboard.ingest.files import IMPORT
from dashboard.ingest.raw.grid import RawFile
from dashboard.ingest.raw.imported import Imported
from dashboard.ingest.raw.ledger import Account
from dashboard.ingest.raw.mapping.digest import codebook_digest
from dashboard.ingest.raw.mapping.model import SourceMapping
from dashboard.ingest.raw.rules import RULES
from dashboard.text.typography import unbroken

FORMAT = 1


@dataclass(frozen=True)
class Provenance:
    """What an import was made from: files, mappings with the SHA-256 of their files, the key, the earlier tables.

    `key` is its fingerprint, `onto` the digest of the earlier tables, empty without any, and `onto_told`
    what the reader calls them, in French; `dated` the day of the data.
    """

    files: Sequence[RawFile]
    mappings: Sequence[tuple[SourceMapping, str]]
    key: str
    onto: str
    dated: date
    onto_told: str = ""


def account(made: Imported, of: Provenance, book: Codebook) -> dict[str, object]:
    """What `import.json` holds."""
    return {
        "format": FORMAT,
        "key_fingerprint": of.key,
        "codebook": codebook_digest(book),
        "date": of.dated.isoformat(),
        "onto": of.onto,
        "sources": [_source(file, made.ledger.accounts) for file in of.files],
        "mappings": [
            {"name": mapping.name, "version": mapping.version, "sha256": digest}
            for mapping, digest in of.mappings
        ],
        "rows": {name: len(rows) for name, rows in made.tables.items()},
        "rules": {rule.name: n for rule, n in made.ledger.counts(RULES).items() if n},
    }


def _source(file: RawFile, accounts: Sequence[Account]) -> dict[str, object]:
    own = [one for one in accounts if one.file == file.file]
    return {
        "file": file.file,
        "sha256": file.digest,
        "read": sum(one.read for one in own),
        "kept": sum(one.kept for one in own),
        "refused": sum(one.refused for one in own),
        "merged": sum(one.merged for one in own),
        "set_aside": sum(len(grid.set_aside) for grid in file.grids),
        "unmapped": sum(len(grid.rows) for grid in file.grids) - sum(one.read for one in own),
    }


def key_of(folder: Path) -> str:
    """The fingerprint of the key under which the identifiers of `folder` were made; empty where no import made them.

    Raises ImportingError where what says it cannot be read.
    """
    path = folder / IMPORT
    if not path.exists():
        return ""
    try:
        told = json.loads(path.read_bytes())
        return str(told["key_fingerprint"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        said = f"{path} : ce fichier ne se lit pas ; relancez l'import qui l'a écrit."
        raise ImportingError(unbroken(said)) from error


def refuse_other_key(folder: Path, key: str, *, needed: bool) -> None:
    """Raises ImportingError where the identifiers of `folder` were made with another key than that fingerprint's.

    `needed`: also where no import made them, since nothing could be added to them.
    """
    known = key_of(folder)
    if known == key or not (known or needed):
        return
    if known:
        said = (
            f"DASHBOARD_IMPORT_KEY : cette clé n'est pas celle de {folder} (empreinte {key}, attendue {known}). "
            "Avec une autre clé, les personnes déjà connues deviendraient de nouvelles personnes : rien n'est écrit. "
            "Reprenez la clé de l'import précédent."
        )
    else:
        said = (
            f"{folder} : ces tables ne viennent pas d'un import ({IMPORT} manque), leurs identifiants ne sont donc pas "
            "ceux que la clé donne : rien ne peut leur être ajouté. Importez aussi les fichiers des années précédentes."
        )
    raise ImportingError(unbroken(said))


def digest_of(content: bytes) -> str:
    """The SHA-256, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def totals(accounts: Sequence[Account]) -> Mapping[str, int]:
    """The rows read, kept, refused and merged, of all tables."""
    return {
        name: sum(getattr(one, name) for one in accounts)
        for name in ("read", "kept", "refused", "merged")
    }
