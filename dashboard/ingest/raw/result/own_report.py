"""May a report be written there, without a file of somebody being lost?"""

from __future__ import annotations

from html import unescape
from pathlib import Path

from dashboard.domain.errors import ImportingError
from dashboard.text.typography import unbroken

OURS = '<!doctype html>\n<html lang="fr"><head><meta charset="utf-8">'
"""How each report begins."""

TITLE = "Rapport d'import"
"""What each is called, within its first characters."""

_HEAD = 1024


def refuse_other_file(path: Path) -> None:
    """Raises ImportingError where `path` is anything but absent, or a report that an import wrote."""
    if not (path.exists() or path.is_symlink()) or is_report(path):
        return
    said = (
        f"{path} : ce fichier existe et n'est pas un rapport d'import ; il n'est pas remplacé, et rien n'est importé. "
        "Donnez un autre nom à --rapport."
    )
    raise ImportingError(unbroken(said))


def is_report(path: Path) -> bool:
    """Whether `path` is a report that an import wrote."""
    if path.suffix != ".html" or path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        head = unescape(file.read(_HEAD).decode(errors="replace"))
    return head.startswith(OURS) and f"<title>{TITLE}" in head
