"""Is the rounding key a secret of its own: long in letters, known to nobody, and not the one that makes identifiers?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dashboard.access.demonstration import ROUNDING
from dashboard.datasets.opened import dataset_of
from dashboard.domain.errors import DatasetError
from dashboard.ingest.raw.pseudonyms import fingerprint

FEWEST_LETTERS = 8
"""Different characters of a key at least: 32 hexadecimal digits by chance have fewer once in ten thousand keys."""

HOW = "python -c 'import secrets; print(secrets.token_urlsafe(32))' en écrit une"


def faults_of(rounding: str, importing: str, data: Path) -> Iterator[str]:
    """What is wrong with the key `rounding`, in French; `importing`: the import's, or nothing where it is not here.

    By the fingerprint of the version that is shown in `data` its key is known without being here.
    """
    if not rounding or rounding == ROUNDING:
        yield f"une clé secrète, qui reste la même d'une version à l'autre ; {HOW}."
    elif len(set(rounding)) < FEWEST_LETTERS:
        yield f"cette clé répète trop peu de caractères différents ; {HOW}."
    elif rounding == importing or fingerprint(rounding) == _of_version(data):
        yield (
            "c'est la clé des identifiants (DASHBOARD_IMPORT_KEY) : qui aurait l'une aurait l'autre. Donnez-en une "
            f"autre ; {HOW}."
        )


def _of_version(data: Path) -> str:
    """The fingerprint of the key of the identifiers of the tables that are shown; empty where no import tells it."""
    try:
        manifest = dataset_of(data).manifest
    except DatasetError:
        return ""
    return manifest.key_fingerprint if manifest else ""
