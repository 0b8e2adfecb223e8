"""Which tables does a folder mean: its own, or, where it is a store, those of its current version?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dashboard.datasets.damage import sound
from dashboard.datasets.manifest import Manifest
from dashboard.datasets.shown import shown_before
from dashboard.datasets.store import Store, is_empty, is_store
from dashboard.domain.errors import DatasetError
from dashboard.text.typography import unbroken


@dataclass(frozen=True)
class Dataset:
    """The folder of tables to show; of a store, what the version says of itself, and what the others say.

    `others`: the manifests of every version that the store knows, this one among them, by version.
    """

    folder: Path
    manifest: Manifest | None = None
    store: Store | None = None

    @property
    def known(self) -> dict[str, Manifest]:
        """What every version of the store says of itself, by version; nothing of a plain folder."""
        if self.store is None:
            return {}
        return {manifest.version: manifest for manifest in self.store.manifests()}

    def previous(self) -> Dataset | None:
        """What was shown before, where a return leads; None where nothing was. Raises DatasetError if damaged."""
        if self.store is None or self.manifest is None:
            return None
        version = shown_before(self.store, self.manifest.version)
        if version is None:
            return None
        return Dataset(self.store.home(version), sound(self.store, version), self.store)


def dataset_of(folder: Path) -> Dataset:
    """What `folder` means; raises DatasetError where it is an empty store, or its current version is damaged."""
    if not is_store(folder):
        if is_empty(folder):
            raise DatasetError(
                _nothing(Store(folder), "ce dossier est vide, sans tables ni version publiée")
            )
        return Dataset(folder)
    store = Store(folder)
    version = store.current()
    if version is None:
        raise DatasetError(_nothing(store, "aucune version n'y est encore publiée"))
    return Dataset(store.home(version), sound(store, version), store)


def _nothing(store: Store, why: str) -> str:
    how = f"python -m dashboard publish DOSSIER {store.option}"
    return unbroken(f"{store.folder} : {why}. Publiez-en une : {how}")
