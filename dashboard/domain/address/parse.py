"""What does an address ask for, in terms of the loaded tables, and what of it is not understood?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from urllib.parse import parse_qsl

from dashboard.domain.address.foreign import is_foreign
from dashboard.domain.address.names import codes_by_value, dimension_of, filter_parameters
from dashboard.domain.address.problems import (
    FEW,
    malformed_version,
    unknown_parameter,
    unknown_values,
)
from dashboard.domain.address.screens import read_screens
from dashboard.domain.address.state import (
    HEADING,
    LONGEST_TITLE,
    MOST_SCREENS,
    ORDER,
    OTHER,
    VERSION,
    Address,
    Screen,
)
from dashboard.domain.dimension import Dimension
from dashboard.domain.edition import is_version
from dashboard.domain.selection import Condition, Selection, selection_of
from dashboard.domain.switches import Switch, said
from dashboard.domain.vocabulary import Vocabulary

Chosen = dict[Dimension, list[str]]
"""The codes that an address names along each dimension."""

NO_EXHIBITS: Mapping[str, str] = MappingProxyType({})


def parse_address(
    search: str,
    vocabulary: Vocabulary,
    switches: Iterable[Switch],
    exhibits: Mapping[str, str] = NO_EXHIBITS,
) -> Address:
    """What the query string `search` (with or without `?`) asks for.

    Values may be given as an address writes them or as the tables code them. `exhibits` are the titles of those that
    can be shown, by their names. What was added to follow the reader is passed over (`foreign.py`).
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
    exhibits: Mapping[str, str]
    first: Chosen = field(default_factory=dict)
    other: Chosen = field(default_factory=dict)
    positions: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    order: list[Screen] = field(default_factory=list)
    heading: str = ""
    version: str = ""

    def read(self, name: str, text: str) -> None:
        """Takes in one parameter."""
        if name == ORDER:
            self._read_order(text)
        elif name == HEADING:
            self.heading = text[:LONGEST_TITLE]
        elif name == VERSION:
            self._read_version(text)
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
            self.version,
        )

    @cached_property
    def _known(self) -> tuple[str, ...]:
        """Every parameter there is."""
        return (*filter_parameters(self.vocabulary), *self.switches, HEADING, ORDER)

    def _read_version(self, text: str) -> None:
        if is_version(text):
            self.version = text
        else:
            self.problems.append(malformed_version(text))

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
            if not is_foreign(name):
                # To look for what was meant takes time, and nobody reads a hundred messages.
                known = self._known if len(self.problems) < FEW else ()
                self.problems.append(unknown_parameter(name, known))
            return
        codes_of = codes_by_value(key, self.vocabulary)
        values = text.split(",")
        chosen.setdefault(key, []).extend(
            code for value in values for code in codes_of.get(value, ())
        )
        unknown = [value for value in values if value not in codes_of]
        if unknown:
            labels = {
                text: self.vocabulary.labels(key, codes)[0] for text, codes in codes_of.items()
            }
            about = (
                f"{self.vocabulary.name_of(key)}{' (sélection B)' if chosen is self.other else ''}"
            )
            self.problems.append(unknown_values(unknown, name, about, labels))

    def _read_position(self, switch: Switch, text: str) -> None:
        offered = switch.offered(self.vocabulary)
        if text not in [choice.value for choice in offered]:
            spellings = {choice.value: choice.label for choice in offered}
            about = said(switch.label, self.vocabulary)
            self.problems.append(unknown_values([text], switch.parameter, about, spellings))
        elif text != switch.first(self.vocabulary):
            self.positions[switch.parameter] = text
        else:
            self.positions.pop(switch.parameter, None)


def _selection(chosen: Chosen) -> Selection:
    return selection_of(Condition(key, tuple(codes)) for key, codes in chosen.items() if codes)
