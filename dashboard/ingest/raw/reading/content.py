"""Which bytes does a file hold, if they can be had at all?"""

from __future__ import annotations

import errno
import stat
from pathlib import Path

from dashboard.ingest.delimited.unreadable import UnreadableError
from dashboard.ingest.raw.reading.limits import Limits

CHECK = "fichier"

_REFUSALS = {
    errno.ENOENT: "le fichier n'existe pas : vérifiez son nom et son dossier.",
    errno.ENOTDIR: "le fichier n'existe pas : vérifiez son nom et son dossier.",
    errno.EACCES: "les droits ne suffisent pas pour le lire : demandez-les à qui l'a déposé.",
    errno.EPERM: "les droits ne suffisent pas pour le lire : demandez-les à qui l'a déposé.",
    errno.ELOOP: "c'est un lien qui renvoie à lui-même : donnez le fichier lui-même.",
    errno.ENAMETOOLONG: "son nom est trop long : donnez-lui un nom plus court.",
}


def content_of(path: Path, limits: Limits) -> bytes:
    """The bytes of the file at `path`; raises UnreadableError where it is absent, no file, empty or too large."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableError(CHECK, "c'est un dossier : donnez les fichiers qu'il contient.")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError(CHECK, "ce n'est pas un fichier ordinaire : donnez un fichier.")
        if status.st_size > limits.file_bytes:
            raise too_large(limits.file_bytes)
        with path.open("rb") as file:
            # It may have grown since.
            content = file.read(limits.file_bytes + 1)
    except OSError as error:
        why = _REFUSALS.get(error.errno or 0, f"lecture impossible ({error.strerror}).")
        raise UnreadableError(CHECK, why) from error
    except ValueError as error:
        raise UnreadableError(
            CHECK, "son nom contient un caractère interdit : renommez-le."
        ) from error
    if len(content) > limits.file_bytes:
        raise too_large(limits.file_bytes)
    if not content:
        raise UnreadableError(CHECK, "le fichier est vide : demandez-en un autre à qui l'a envoyé.")
    return content


def too_large(most: int) -> UnreadableError:
    """The refusal of a file of more than `most` bytes."""
    megabytes = most // 1_000_000
    return UnreadableError(
        CHECK,
        f"le fichier dépasse {megabytes} Mo : séparez-le en plusieurs, par année par exemple.",
    )
