"""Which switches has a view, beside the filters that all views share?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from dashboard.domain.needs import Need, unmet
from dashboard.domain.remembered import remembered
from dashboard.domain.vocabulary import Vocabulary

Said = str | Callable[[Vocabulary], str]
"""A text that a reader sees: the same in every study, or made of the study's own words."""


def said(text: Said, vocabulary: Vocabulary) -> str:
    """`text` in the words of the study."""
    return text if isinstance(text, str) else text(vocabulary)


@dataclass(frozen=True, slots=True)
class Choice:
    """One position of a switch: how it is written in an address, and what the reader sees.

    It is not offered where one of its `needs` is not met. `told` says it without the label of its switch, where both
    together would not (`Redressement`, `Oui`).
    """

    value: str
    label: str
    needs: tuple[Need, ...] = ()
    told: str = ""


def always(_positions: Mapping[str, str]) -> str:
    """That a switch has its effect wherever the others of its view stand."""
    return ""


@dataclass(frozen=True, slots=True)
class Switch:
    """A switch of one view. `parameter` is its name in an address, `carte.mesure`; the default is left out there.

    `form`: a row of buttons; a list, for many positions; or buttons that a player can go through. A switch that has one
    position in a study is not shown there. An `expert` one asks how numbers are made, and not which: it waits behind a
    button. `idle` says, in French, why it has no effect where others stand as they do, of which it gets the positions
    that are not the default; nothing where it has.
    """

    parameter: str
    label: Said
    default: str
    choices: Callable[[Vocabulary], tuple[Choice, ...]]
    form: Literal["buttons", "list", "player"] = "buttons"
    expert: bool = False
    idle: Callable[[Mapping[str, str]], str] = always

    def offered(self, vocabulary: Vocabulary) -> tuple[Choice, ...]:
        """The positions that the study allows."""
        return _offered(vocabulary, self)

    def first(self, vocabulary: Vocabulary) -> str:
        """Where it stands by itself: at its default, or at the first position offered where that is not."""
        values = [choice.value for choice in self.offered(vocabulary)]
        return self.default if self.default in values or not values else values[0]

    def position(self, positions: Mapping[str, str], vocabulary: Vocabulary) -> str:
        """Where it stands, given the `positions` that are not the default; at its first where it has no effect."""
        asked = positions.get(self.parameter)
        return asked if asked and not self.idle(positions) else self.first(vocabulary)

    def is_shown(self, vocabulary: Vocabulary) -> bool:
        """Whether there is anything to choose."""
        return len(self.offered(vocabulary)) > 1


@remembered(1024)
def _offered(vocabulary: Vocabulary, switch: Switch) -> tuple[Choice, ...]:
    """Kept: a view asks for the position of its switches dozens of times."""
    return tuple(c for c in switch.choices(vocabulary) if not unmet(c.needs, vocabulary))


def fixed(*choices: Choice) -> Callable[[Vocabulary], tuple[Choice, ...]]:
    """Choices that depend on the study by their needs alone."""
    return lambda _vocabulary: choices
