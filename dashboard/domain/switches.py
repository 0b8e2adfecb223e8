"""Which switches has a view, beside the filters that all views share?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from dashboard.domain.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Choice:
    """One position of a switch: how it is written in an address, and what the reader sees."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Switch:
    """A switch of one view. `parameter` is its name in an address, `carte.mesure`; the default is left out there.

    `form`: a row of buttons; a list, for many positions; or buttons that a player can go through.
    """

    parameter: str
    label: str
    default: str
    choices: Callable[[Vocabulary], tuple[Choice, ...]]
    form: Literal["buttons", "list", "player"] = "buttons"


def fixed(*choices: Choice) -> Callable[[Vocabulary], tuple[Choice, ...]]:
    """Choices that do not depend on what the tables contain."""
    return lambda _vocabulary: choices
