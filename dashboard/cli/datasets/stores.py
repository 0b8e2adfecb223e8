"""Which store does a command mean, who is at work on it, and how is a version told?"""

from __future__ import annotations

from pathlib import Path

from dashboard.datasets.manifest import Manifest
from dashboard.datasets.store import Store, is_empty, is_store
from dashboard.domain.errors import DatasetError
from dashboard.settings import read_settings
from dashboard.text.numbers import day
from dashboard.text.typography import unbroken
from dashboard.text.words import counted


def store_to_publish(folder: Path | None) -> Store:
    """The store at `folder`, which may yet have to be made, or the one of DASHBOARD_DATA; raises DatasetError."""
    if folder is not None:
        return Store(folder)
    data = read_settings().data
    if is_store(data) or is_empty(data):
        return Store(data)
    raise DatasetError(
        _no_store(
            data, "Nommez le dépôt où publier : python -m dashboard publish DOSSIER --store DÉPÔT."
        )
    )


def store_that_is_there(folder: Path | None) -> Store:
    """The store at `folder`, or the one of DASHBOARD_DATA; raises DatasetError where there is none."""
    data = folder or read_settings().data
    if is_store(data):
        return Store(data)
    how = (
        "Nommez le vôtre : --store DÉPÔT, ou DASHBOARD_DATA=DÉPÔT devant la commande. "
        "Pour en commencer un : python -m dashboard publish DOSSIER --store DÉPÔT."
    )
    raise DatasetError(_no_store(data, how))


def told(manifest: Manifest) -> str:
    """`version 2c4a9d0b1e3f, n° 3, données au 31 octobre 2017, 1 044 lignes (beneficiaries)…`."""
    rows = ", ".join(
        f"{name} : {counted(rows, 'ligne', feminine=True)}" for name, rows in manifest.rows.items()
    )
    return f"version {manifest.version}, n° {manifest.number}, données au {day(manifest.dated)} ({rows})"


def named(store: Store, version: str) -> str:
    """`version 2c4a9d0b1e3f, n° 3`; without its number where it does not say it."""
    numbers = [m.number for m in store.manifests() if m.version == version]
    return f"version {version}" + "".join(f", n° {number}" for number in numbers)


def typed(command: str, store: Path | None) -> str:
    """A command as it is to be typed, with the store that this one was given."""
    return f"python -m dashboard {command}" + (f" {Store(store).option}" if store else "")


def _no_store(folder: Path, what: str) -> str:
    return unbroken(f"{folder} : ce dossier n'est pas un dépôt de versions. {what}")
