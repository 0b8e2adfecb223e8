"""What is known of a version of the tables, whether it is shown or not?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.domain.vocabulary import Vocabulary

_VERSION = re.compile(r"[0-9a-f]{12}")


def is_version(text: str) -> bool:
    """Whether `text` may be the name of a version: the first twelve digits of a digest of its content."""
    return _VERSION.fullmatch(text) is not None


@dataclass(frozen=True)
class Edition:
    """A published version: its name, its number in the order of publication, and the day of its data."""

    version: str
    number: int
    dated: date


@dataclass(frozen=True, eq=False)
class PreviousEdition:
    """The version before the one that is shown, and the categories that its tables contain: it can be counted, too."""

    edition: Edition
    vocabulary: Vocabulary
