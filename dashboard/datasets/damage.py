"""Are the files of a version still those that were published?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dashboard.datasets.manifest import MANIFEST, Manifest, read_manifest
from dashboard.datasets.store import Store
from dashboard.domain.errors import DatasetError
from dashboard.durable import digest_of
from dashboard.text.typography import unbroken
from dashboard.text.words import listed


def sound(store: Store, version: str) -> Manifest:
    """The manifest of a version whose files all agree with it; raises DatasetError, which names those that do not."""
    manifest = read_manifest(store.home(version))
    faults = [*_faults(store.home(version), manifest)]
    if manifest.version != version:
        faults.append(f"{MANIFEST} est celui de la version {manifest.version}")
    if faults:
        told = f"La version {version} est endommagée : {listed(faults)}. Elle n'est ni montrée ni publiée."
        raise DatasetError(unbroken(told))
    return manifest


def sound_versions(store: Store) -> Iterator[str]:
    """The versions whose files all agree with their manifests, in the order of publication: they are all read."""
    for manifest in store.manifests():
        try:
            yield sound(store, manifest.version).version
        except DatasetError:
            continue


def _faults(home: Path, manifest: Manifest) -> Iterator[str]:
    for name, published in manifest.files.items():
        path = home / name
        if not path.is_file():
            yield f"{name} manque"
        elif path.stat().st_size != published.size or digest_of(path) != published.sha256:
            yield f"{name} a changé"
    # A file that describes the study would change what is shown. Those of the system (.DS_Store) do not.
    for path in sorted(home.rglob("*")):
        name = path.relative_to(home).as_posix()
        if path.is_file() and name not in {MANIFEST, *manifest.files} and path.name[0] != ".":
            yield f"{name} est en trop"
