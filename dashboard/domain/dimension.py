"""Along which variable, at which wave, are people counted?"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple


class Dimension(NamedTuple):
    """A variable of the codebook, at one wave if it has one value a wave; written `status@T1`."""

    variable: str
    wave: str | None = None

    def __str__(self) -> str:
        return self.variable if self.wave is None else f"{self.variable}@{self.wave}"


@lru_cache(maxsize=1024)
def dimension(text: str) -> Dimension:
    """The dimension written `text`: `gender`, `status@T1`."""
    name, _, wave = text.partition("@")
    return Dimension(name, wave or None)
