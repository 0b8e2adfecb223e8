"""How is a mapping put into a file, whole or not at all, and never over another one?"""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from dashboard.cli.denied import denied
from dashboard.domain.errors import DashboardError
from dashboard.text.typography import unbroken


def refuse_existing(path: Path) -> None:
    """Raises DashboardError where anything has that name: a mapping that was corrected is somebody's work."""
    if path.exists() or path.is_symlink():
        raise DashboardError(
            unbroken(
                f"{path} existe déjà : rien n'est écrit, une correspondance relue est un travail. "
                "Choisissez un autre nom pour --to, ou renommez ce fichier."
            )
        )


def write_new(path: Path, text: str) -> None:
    """Writes `text` to a file that there is not yet; raises DashboardError, in French, where it cannot be."""
    refuse_existing(path)
    try:
        with NamedTemporaryFile(
            "w", encoding="utf-8", newline="\n", dir=path.parent, prefix=".mapping-", delete=False
        ) as beside:
            beside.write(text)
            beside.flush()
            os.fsync(beside.fileno())
        _name(Path(beside.name), path)
    except OSError as error:
        said = f"{path} : écriture impossible ({denied(error)})."
        raise DashboardError(unbroken(said)) from error


def _name(beside: Path, path: Path) -> None:
    """Gives the file its name, readable as any new file is; what could not get it is taken away."""
    try:
        mask = os.umask(0)
        os.umask(mask)
        beside.chmod(0o666 & ~mask)
        refuse_existing(path)
        beside.rename(path)
    finally:
        beside.unlink(missing_ok=True)
