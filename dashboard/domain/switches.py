"""Which switches has a view, beside the filters that all views share?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dashboard.domain.needs import Need, unmet
from dashboard.domain.vocabulary import Vocabulary

Said = str | Callable[[Vocabulary], str]
"""A text that a reader sees: the same in every study, or made of the study's own words."""


def said(text: Said, vocabulary: Vocabulary) -> str:
    """`text` in the words of the study."""
    return text if isinstance(text, str) else text(vocabulary)


@dataclass(frozen=True, slots=True)
class Choice:
    """One position of a switch: how it is written in an address, and what the reader sees.

    It is not offered where one of its `needs` is not met.
    """

    value: str
    label: str
    needs: tuple[Need, ...] = ()


@dataclass(frozen=True, slots=True)
class Switch:
    """A switch of one view. `parameter` is its name in an address, `carte.mesure`; the default is left out there.

    `form`: a row of buttons; a list, for many positions; or buttons that a player can go through. A switch that has one
    position in a study is not shown there.
    """

    parameter: str
    label: Said
    default: str
    choices: Callable[[Vocabulary], tuple[Choice, ...]]
    form: Literal["buttons", "list", "player"] = "buttons"

    def offered(self, vocabulary: Vocabulary) -> tuple[Choice, ...]:
        """The positions that the study allows."""
        return _offered(self, vocabulary)

    def first(self, vocabulary: Vocabulary) -> str:
        """Where it stands by itself: at its default, or at the first position offered where that is not."""
        values = [choice.value for choice in self.offered(vocabulary)]
        return self.default if self.default in values or not values else values[0]

    def is_shown(self, vocabulary: Vocabulary) -> bool:
        """Whether there is anything to choose."""
        return len(self.offered(vocabulary)) > 1


@lru_cache(maxsize=1024)
def _offered(switch: Switch, vocabulary: Vocabulary) -> tuple[Choice, ...]:
    """Kept: a view asks for the position of its switches dozens of times."""
    return tuple(c for c in switch.choices(vocabulary) if not unmet(c.needs, vocabulary))


def fixed(*choices: Choice) -> Callable[[Vocabulary], tuple[Choice, ...]]:
    """Choices that depend on the study by their needs alone."""
    return lambda _vocabulary: choices
