"""Where does a store keep its versions, which are there, and which is shown?

STORE/versions/<version>/   the tables and what describes them, never changed, and manifest.json
STORE/current               the name of the version that is shown, replaced at once
STORE/history.jsonl         who published or returned, when
STORE/lock                  held by who publishes
"""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from pathlib import Path

from dashboard.datasets.manifest import Manifest, read_manifest
from dashboard.domain.edition import is_version
from dashboard.domain.errors import DatasetError
from dashboard.durable import write_whole
from dashboard.text.typography import unbroken
from dashboard.text.words import listed

VERSIONS, CURRENT, HISTORY, LOCK = "versions", "current", "history.jsonl", "lock"


@dataclass(frozen=True)
class Store:
    """The versions that are kept in `folder`."""

    folder: Path

    @property
    def versions(self) -> Path:
        """The folder of the versions."""
        return self.folder / VERSIONS

    @property
    def pointer(self) -> Path:
        """The file that names the current one."""
        return self.folder / CURRENT

    @property
    def history(self) -> Path:
        """The file of what has been done, a line each."""
        return self.folder / HISTORY

    @property
    def option(self) -> str:
        """How a command that is to be typed names this store."""
        return f"--store {shlex.quote(str(self.folder))}"

    def home(self, version: str) -> Path:
        """The folder of a version."""
        return self.versions / version

    def current(self) -> str | None:
        """The version that is shown; None where none is published. Raises DatasetError for a pointer to nothing."""
        try:
            named = self.pointer.read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError):
            named = ""
        if not is_version(named) or not self.home(named).is_dir():
            raise DatasetError(
                unbroken(
                    f"{self.pointer} : ce fichier ne nomme aucune version présente. Versions connues : "
                    f"{self.known()}. Revenez à l'une d'elles : python -m dashboard rollback VERSION {self.option}"
                )
            )
        return named

    def names(self) -> tuple[str, ...]:
        """Every version that is there, in the order of their names; what a killed publication left is none."""
        if not self.versions.is_dir():
            return ()
        return tuple(sorted(p.name for p in self.versions.iterdir() if is_version(p.name)))

    def manifests(self) -> tuple[Manifest, ...]:
        """What each version says of itself that says so much, in the order of publication."""
        read = []
        for name in self.names():
            try:
                manifest = read_manifest(self.home(name))
            except DatasetError:
                # `datasets` tells which are damaged; the others are not to suffer for it.
                continue
            # A folder that was copied under another name speaks of another version.
            if manifest.version == name:
                read.append(manifest)
        return tuple(sorted(read, key=lambda manifest: manifest.number))

    def known(self) -> str:
        """The versions in words, for a message: in the order of publication, then those that do not tell theirs."""
        told = [manifest.version for manifest in self.manifests()]
        mute = [f"{name} (endommagée)" for name in self.names() if name not in told]
        return listed([*told, *mute]) or "aucune"

    def show(self, version: str) -> None:
        """Makes a version the current one, at once."""
        write_whole(self.pointer, f"{version}\n".encode())


def is_store(folder: Path) -> bool:
    """Whether `folder` keeps versions: it is a store by what it holds."""
    return (folder / VERSIONS).is_dir()


def is_empty(folder: Path) -> bool:
    """Whether nothing stands in `folder`, or it is not there: a store may be begun in it."""
    return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))
