"""Were the identifiers of new tables made with the key of those that are shown?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dashboard.datasets.manifest import read_import, read_manifest
from dashboard.datasets.store import Store
from dashboard.domain.errors import DatasetError
from dashboard.ingest.checks.finding import Finding
from dashboard.text.typography import unbroken

KEY = "clé des identifiants"


def doubts_of_key(staged: Path, store: Store, before: str | None) -> Iterator[Finding]:
    """What is doubtful of the key of the tables in `staged`, which are to follow the version `before`.

    Raises DatasetError where it is another key: the people of last year would otherwise become new ones without anybody
    having been told. Where `before` is so damaged that its key is not known any more, that is told.
    """
    imported = read_import(staged)
    if before is None or imported is None:
        return
    current = _key_of(store.home(before))
    if current is None:
        told = (
            f"la version remplacée, {before}, est endommagée : la clé de ses identifiants n'a pas pu être comparée à "
            "celle de ces tables."
        )
        yield Finding("relations", KEY, "warning", unbroken(told))
    elif current and imported.key_fingerprint != current:
        raise DatasetError(
            unbroken(
                f"La clé des identifiants (empreinte {imported.key_fingerprint or 'absente'}) n'est pas celle "
                f"de la version actuelle, {before} (empreinte {current}) : les mêmes personnes auraient d'autres "
                "identifiants. Réimportez avec la clé d'avant (DASHBOARD_IMPORT_KEY), ou confirmez le changement "
                "par --nouvelle-cle."
            )
        )


def _key_of(home: Path) -> str | None:
    """The fingerprint that a version has; empty where no import says, None where it is too damaged to tell."""
    try:
        return read_manifest(home).key_fingerprint
    except DatasetError:
        pass
    try:
        imported = read_import(home)
    except DatasetError:
        return None
    return imported.key_fingerprint if imported else None
