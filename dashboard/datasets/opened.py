"""Which tables does a folder mean: its own, or, where it is a store, those of its current version?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dashboard.datasets.damage import sound
from dashboard.datasets.manifest import Manifest
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
        """The version before; None where there is none, or it is not there any more. Raises DatasetError if damaged."""
        if self.store is None or self.manifest is None or self.manifest.previous is None:
            return None
        version = self.manifest.previous
        home = self.store.home(version)
        return Dataset(home, sound(self.store, version), self.store) if home.is_dir() else None


def dataset_of(folder: Path) -> Dataset:
    """What `folder` means; raises DatasetError where it is an empty store, or its current version is damaged."""
    if not is_store(folder):
        if is_empty(folder):
            raise DatasetError(
                _nothing(folder, "ce dossier est vide, sans tables ni version publiée")
            )
        return Dataset(folder)
    store = Store(folder)
    version = store.current()
    if version is None:
        raise DatasetError(_nothing(folder, "aucune version n'y est encore publiée"))
    return Dataset(store.home(version), sound(store, version), store)


def _nothing(folder: Path, why: str) -> str:
    return unbroken(
        f"{folder} : {why}. Publiez-en une : python -m dashboard publish DOSSIER --to {folder}"
    )
