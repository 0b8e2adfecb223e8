"""Which version was everybody shown last, to whom a new one will be compared?"""

from __future__ import annotations

from dashboard.datasets.history import history
from dashboard.datasets.manifest import read_manifest
from dashboard.datasets.store import Store
from dashboard.domain.errors import DatasetError


def last_open(store: Store, before: str | None) -> str | None:
    """The version `before`, or an earlier one where that was held; None if no such is left."""
    shown = [entry.version for entry in reversed(history(store))]
    for version in (before, *shown):
        if version is not None and store.home(version).is_dir() and not _is_held(store, version):
            return version
    return None


def _is_held(store: Store, version: str) -> bool:
    try:
        return read_manifest(store.home(version)).held
    except DatasetError:
        # It may have been open: whoever publishes is told that it cannot be compared.
        return False
