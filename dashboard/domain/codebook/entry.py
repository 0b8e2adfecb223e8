"""What have all entries of a codebook in common?"""

from __future__ import annotations

from typing import ClassVar

from pydantic import BaseModel, ConfigDict


class Entry(BaseModel):
    """An entry: it never changes, and a field that it does not know is a mistake of whoever wrote it.

    `filled_in` names the fields that are found when the codebook is read, and never written in its file.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    filled_in: ClassVar[frozenset[str]] = frozenset()
