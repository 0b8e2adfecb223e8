"""What does an address ask for, in terms of the loaded tables, and what of it is not understood?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from types import MappingProxyType
from urllib.parse import parse_qsl

from dashboard.domain.address.foreign import is_foreign
from dashboard.domain.address.names import codes_by_value, dimension_of, filter_parameters
from dashboard.domain.address.problems import (
    malformed_version,
    too_long,
    too_many_screens,
    too_many_values,
    unknown_parameter,
    unknown_values,
)
from dashboard.domain.address.screens import read_screens
from dashboard.domain.address.state import (
    HEADING,
    LONGEST_SEARCH,
    LONGEST_TITLE,
    MOST_PROBLEMS,
    MOST_SCREENS,
    MOST_VALUES,
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
    can be shown, by their names. What was added to follow the reader is passed over (`foreign.py`). Whoever writes an
    address may make it as long as a body is: no more is read, kept or told of it than `state.py` says.
    """
    if len(search) > LONGEST_SEARCH:
        return Address(problems=(too_long(LONGEST_SEARCH),))
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
    problems: dict[str, None] = field(default_factory=dict)
    read_values: dict[str, int] = field(default_factory=dict)
    order: list[Screen] = field(default_factory=list)
    heading: str = ""
    version: str = ""
    faults: int = 0

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
            self._tell(lambda: too_many_screens(MOST_SCREENS))
        return Address(
            _selection(self.first),
            self.positions,
            tuple(self.problems),
            _selection(self.other),
            tuple(self.order[:MOST_SCREENS]),
            self.heading,
            self.version,
            max(self.faults - MOST_PROBLEMS, 0),
        )

    def _tell(self, problem: Callable[[], str]) -> None:
        """Keeps what could not be understood, each once; after the first ones it is not even put into words."""
        self.faults += 1
        if self.faults <= MOST_PROBLEMS:
            self.problems[problem()] = None

    def _values(self, name: str, text: str) -> list[str]:
        """As many of the values of a parameter as there is room for."""
        room = MOST_VALUES - self.read_values.get(name, 0)
        values = text.split(",", max(room, 0))
        self.read_values[name] = MOST_VALUES - room + len(values)
        if len(values) > room:
            self._tell(lambda: too_many_values(name, MOST_VALUES))
        return values[: max(room, 0)]

    @cached_property
    def _known(self) -> tuple[str, ...]:
        """Every parameter there is."""
        return (*filter_parameters(self.vocabulary), *self.switches, HEADING, ORDER)

    def _read_version(self, text: str) -> None:
        if is_version(text):
            self.version = text
        else:
            self._tell(lambda: malformed_version(text))

    def _read_order(self, text: str) -> None:
        if len(self.order) > MOST_SCREENS:
            return
        if self.faults > MOST_PROBLEMS:
            self.faults += 1
            return
        read = read_screens(
            text,
            self.exhibits,
            lambda search: parse_address(search, self.vocabulary, self.switches.values()),
        )
        self.order.extend(read.screens[: MOST_SCREENS + 1 - len(self.order)])
        for problem in read.problems:
            self._tell(partial(str, problem))

    def _read_filter(self, name: str, parameter: str, text: str, chosen: Chosen) -> None:
        """`name` is the parameter as it stands in the address, so that a problem can name it."""
        key = dimension_of(parameter, self.vocabulary)
        if key is None:
            if not is_foreign(name):
                self._tell(lambda: unknown_parameter(name, self._known))
            return
        codes_of = codes_by_value(key, self.vocabulary)
        values = self._values(name, text)
        chosen.setdefault(key, []).extend(
            code for value in values for code in codes_of.get(value, ())
        )
        unknown = [value for value in values if value not in codes_of]
        if unknown:
            side = " (sélection B)" if chosen is self.other else ""
            self._tell(lambda: self._unknown(unknown, name, key, side))

    def _unknown(self, values: Sequence[str], name: str, key: Dimension, side: str) -> str:
        """What is told of values that no category along `key` has; `side`: of which selection, where that is told."""
        labels = {
            spelling: self.vocabulary.labels(key, codes)[0]
            for spelling, codes in codes_by_value(key, self.vocabulary).items()
        }
        return unknown_values(values, name, f"{self.vocabulary.name_of(key)}{side}", labels)

    def _read_position(self, switch: Switch, text: str) -> None:
        offered = switch.offered(self.vocabulary)
        if text not in [choice.value for choice in offered]:
            spellings = {choice.value: choice.label for choice in offered}
            about = said(switch.label, self.vocabulary)
            self._tell(lambda: unknown_values([text], switch.parameter, about, spellings))
        elif text != switch.first(self.vocabulary):
            self.positions[switch.parameter] = text
        else:
            self.positions.pop(switch.parameter, None)


def _selection(chosen: Chosen) -> Selection:
    return selection_of(Condition(key, tuple(codes)) for key, codes in chosen.items() if codes)
