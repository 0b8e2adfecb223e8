"""What does an address ask for, in terms of the loaded tables, and what of it is not understood?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from dashboard.domain.address.names import dimension_of
from dashboard.domain.address.screens import read_screens
from dashboard.domain.address.state import (
    HEADING,
    LONGEST_TITLE,
    MOST_SCREENS,
    ORDER,
    OTHER,
    Address,
    Screen,
)
from dashboard.domain.dimension import Dimension
from dashboard.domain.selection import Condition, Selection, selection_of
from dashboard.domain.switches import Switch
from dashboard.domain.vocabulary import Vocabulary

Chosen = dict[Dimension, list[str]]
"""The codes that an address names along each dimension."""


def parse_address(
    search: str,
    vocabulary: Vocabulary,
    switches: Iterable[Switch],
    exhibits: Collection[str] = (),
) -> Address:
    """What the query string `search` (with or without `?`) asks for.

    Values may be given as an address writes them or as the tables code them. `exhibits` are those that can be shown.
    """
    reading = _Reading(vocabulary, {switch.parameter: switch for switch in switches}, exhibits)
    for name, text in parse_qsl(search.removeprefix("?"), keep_blank_values=True):
        reading.read(name, text)
    return reading.address()


@dataclass
class _Reading:
    """What has been read of an address so far: parameters may come in any order, and more than once."""

    vocabulary: Vocabulary
    switches: Mapping[str, Switch]
    exhibits: Collection[str]
    first: Chosen = field(default_factory=dict)
    other: Chosen = field(default_factory=dict)
    positions: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    order: list[Screen] = field(default_factory=list)
    heading: str = ""

    def read(self, name: str, text: str) -> None:
        """Takes in one parameter."""
        if name == ORDER:
            self._read_order(text)
        elif name == HEADING:
            self.heading = text[:LONGEST_TITLE]
        elif name in self.switches:
            self._read_position(self.switches[name], text)
        elif name.startswith(OTHER):
            self._read_filter(name, name.removeprefix(OTHER), text, self.other)
        else:
            self._read_filter(name, name, text, self.first)

    def address(self) -> Address:
        """All that was read."""
        if len(self.order) > MOST_SCREENS:
            self.problems.append(
                f"Une présentation compte de 1 à {MOST_SCREENS} vues : les suivantes ne sont pas prises en compte."
            )
        return Address(
            _selection(self.first),
            self.positions,
            tuple(self.problems),
            _selection(self.other),
            tuple(self.order[:MOST_SCREENS]),
            self.heading,
        )

    def _read_order(self, text: str) -> None:
        read = read_screens(
            text,
            self.exhibits,
            lambda search: parse_address(search, self.vocabulary, self.switches.values()),
        )
        self.order.extend(read.screens)
        self.problems.extend(read.problems)

    def _read_filter(self, name: str, parameter: str, text: str, chosen: Chosen) -> None:
        """`name` is the parameter as it stands in the address, so that a problem can name it."""
        key = dimension_of(parameter, self.vocabulary)
        if key is None:
            self.problems.append(f"Le paramètre « {name} » n'existe pas.")
            return
        listed = self.vocabulary.categories(key)
        code_of = {category.code: category.code for category in listed}
        code_of |= {category.parameter_value: category.code for category in listed}
        values = text.split(",")
        chosen.setdefault(key, []).extend(code_of[value] for value in values if value in code_of)
        valid = ", ".join(category.parameter_value for category in listed)
        self.problems.extend(
            _invalid(value, name, valid) for value in values if value not in code_of
        )

    def _read_position(self, switch: Switch, text: str) -> None:
        valid = [choice.value for choice in switch.offered(self.vocabulary)]
        if text not in valid:
            self.problems.append(_invalid(text, switch.parameter, ", ".join(valid)))
        elif text != switch.first(self.vocabulary):
            self.positions[switch.parameter] = text
        else:
            self.positions.pop(switch.parameter, None)


def _selection(chosen: Chosen) -> Selection:
    return selection_of(Condition(key, tuple(codes)) for key, codes in chosen.items() if codes)


def _invalid(value: str, name: str, valid: str) -> str:
    return (
        f"La valeur « {value} » du paramètre « {name} » n'existe pas. Valeurs possibles : {valid}."
    )
