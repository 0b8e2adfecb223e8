"""Why does the machine not let a file be read or written, in French?"""

from __future__ import annotations

_REASONS = {
    FileExistsError: "ce n'est pas un dossier",
    NotADirectoryError: "ce n'est pas un dossier",
    FileNotFoundError: "il n'existe pas",
    PermissionError: "droits insuffisants",
}


def denied(error: OSError) -> str:
    """The reason; in the words of the machine where none of ours fits."""
    return _REASONS.get(type(error), error.strerror or type(error).__name__)
