"""How does a package of the npm registry come onto this machine, surely the one that is meant?"""

from __future__ import annotations

import base64
import hashlib
import subprocess
import tarfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Package:
    """One version of a package, by the hash that its registry and our check agree on."""

    name: str
    version: str
    sha512: str

    def unpack(self, folder: Path) -> Path:
        """The folder of the package's files, under `folder`.

        Raises:
            ValueError: the package is not the one whose hash is written here.
        """
        to = folder / self.name.replace("/", "-")
        to.mkdir()
        (archive,) = fetched([self], to)
        with tarfile.open(archive) as files:
            files.extractall(to, filter="data")
        return to / "package"

    @property
    def archive(self) -> str:
        """What npm calls the file of the package."""
        return f"{self.name.removeprefix('@').replace('/', '-')}-{self.version}.tgz"


def fetched(packages: Sequence[Package], folder: Path) -> list[Path]:
    """The files of `packages` in `folder`, in their order.

    Raises:
        ValueError: a package is not the one whose hash is written with it.
    """
    specifications = [f"{package.name}@{package.version}" for package in packages]
    command = ["npm", "pack", "--silent", *specifications]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    archives = [folder / package.archive for package in packages]
    for package, archive in zip(packages, archives, strict=True):
        digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
        if digest != package.sha512:
            raise ValueError(f"{archive.name} has the hash {digest}")
    return archives
