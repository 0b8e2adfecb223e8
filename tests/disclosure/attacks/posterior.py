"""How probable is each number of people in each cell, by all that was released?

The attacker does what a statistician would: each released number has a likelihood, which random rounding and
suppression give exactly, and each margin is the sum of its cells. Both are combined by sum-product message passing over
the lattice of crossings (Kschischang, Frey and Loeliger 2001), in a few rounds: what the cell, its margins, its
neighbours and its details tell is all used, several times over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from math import ceil

import numpy as np
from numpy.typing import NDArray
from scipy.stats import poisson

from dashboard.disclosure.thresholds import BASE, LEAST_DETAILED
from tests.disclosure.attacks.released import (
    THRESHOLD,
    Floats,
    Numbers,
    World,
    groupings,
    groupings_of,
    truth,
    variable_of,
)

WIDTH = LEAST_DETAILED + BASE
"""So many numbers of people are possible for one cell: what is rounded to less than the threshold is less than that."""

ROUNDS = 4

DAMPING = 0.5

Names = tuple[str, ...]


@dataclass(frozen=True)
class Reading:
    """Along some dimensions: the least number possible of each cell, and how likely each from there on is."""

    least: Floats
    likely: Floats

    def knowing(self, exact: Numbers) -> Reading:
        """The same where the attacker is told some numbers exactly: `nan` are those that are not told so."""
        told = ~np.isnan(exact)
        sure = np.where(np.arange(WIDTH) == 0, 1.0, 0.0)
        return Reading(
            np.where(told, exact, self.least), np.where(told[..., None], sure, self.likely)
        )


def read_rounded(numbers: Numbers, expected: Floats) -> Reading:
    """What counts rounded at random tell; a suppressed one is as probable as its margins make it."""
    least = np.where(np.isnan(numbers), 0, np.maximum(numbers - BASE + 1, 0))
    people = least[..., None] + np.arange(WIDTH)
    over = people % BASE
    told = np.nan_to_num(numbers)[..., None]
    up, down = told == people - over + BASE, told == people - over
    likely = np.where(up, over / BASE, 0) + np.where(down, 1 - over / BASE, 0)
    likely = np.where(np.isnan(numbers)[..., None], 1.0, likely)
    return Reading(least, likely * poisson.pmf(people, np.maximum(expected, 0.02)[..., None]))


def read_exact(numbers: Numbers, expected: Floats) -> Reading:
    """What exact counts tell, where those under the threshold are suppressed."""
    hidden = np.isnan(numbers)
    least = np.where(hidden, 1, numbers)
    people = least[..., None] + np.arange(WIDTH)
    likely = np.where(hidden[..., None], people < THRESHOLD, np.arange(WIDTH) == 0)
    prior = np.where(
        hidden[..., None], poisson.pmf(people, np.maximum(expected, 0.02)[..., None]), 1
    )
    return Reading(least, likely * prior)


@dataclass(frozen=True)
class Sum:
    """Cells along one axis of `parts` that add up to a cell of `whole`: all of them, or those of a grouping."""

    parts: Names
    axis: int
    whole: Names
    grouping: str = ""

    def members(self, every: int) -> list[int]:
        """Which places along the axis are added up, of so many."""
        if not self.grouping:
            return list(range(every))
        codes = truth().codes(variable_of(self.grouping))
        return [i for i, code in enumerate(codes) if code in groupings()[self.grouping]]


Link = tuple[Names, Sum, str]
"""To which crossing a message goes, over which sum, and whether up to the whole or down to the parts."""


@dataclass
class Posterior:
    """The belief in each number of people of each cell, made better by each round of messages.

    `known`: the numbers that this attacker is told exactly, as who runs a region is those of its people.
    """

    seen: World
    read: Callable[[Numbers, Floats], Reading]
    known: Mapping[Names, Numbers] = field(default_factory=dict)
    readings: dict[Names, Reading] = field(default_factory=dict)
    messages: dict[Link, Floats] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for names, numbers in self.lattice.items():
            reading = self.read(numbers, self._expected(names))
            exact = self.known.get(names)
            self.readings[names] = reading if exact is None else reading.knowing(exact)
        for _ in range(ROUNDS):
            self._round()

    @property
    def lattice(self) -> Mapping[Names, Numbers]:
        """All that is seen."""
        return self.seen.lattice

    def belief(self, names: Names) -> Floats:
        """How probable each number of people from 0 to 4 is, in each cell along `names`."""
        least, belief = self.readings[names].least, self._belief(names)
        people = np.zeros((*least.shape, BASE))
        for number in range(BASE):
            place = number - least
            there = (place >= 0) & (place < WIDTH)
            at = np.clip(place, 0, WIDTH - 1).astype(int)[..., None]
            people[..., number] = np.where(there, np.take_along_axis(belief, at, -1)[..., 0], 0)
        return people

    def _expected(self, names: Names) -> Floats:
        """What independence makes of the margins of one variable, which nobody hides."""
        total = float(self.lattice[()])
        expected = np.array(total)
        for name in names:
            margin = np.maximum(np.nan_to_num(self.lattice[(name,)]), BASE / 2)
            expected = expected[..., None] * margin / total
        return expected

    def _belief(self, names: Names) -> Floats:
        belief = self.readings[names].likely.copy()
        for (to, *_), message in self.messages.items():
            if to == names:
                belief *= message
        return _normal(belief)

    def _round(self) -> None:
        """Each sum of cells tells its margin or its grouping, and that tells its cells."""
        beliefs = {names: self._belief(names) for names in self.lattice}
        told: dict[Link, Floats] = {}
        for names in self.lattice:
            for sum_ in _sums(names):
                if sum_.whole not in self.lattice:
                    continue
                up, down = self._sum(sum_, beliefs)
                told[sum_.whole, sum_, "up"] = up
                told[names, sum_, "down"] = down
        # The mean of both keeps messages that go round in circles from swinging.
        self.messages = {
            key: (1 - DAMPING) * message + DAMPING * self.messages.get(key, message)
            for key, message in told.items()
        }

    def _without(self, names: Names, belief: Floats, sum_: Sum, way: str) -> Floats:
        message = self.messages.get((names, sum_, way))
        return belief if message is None else _normal(belief / np.maximum(message, 1e-9))

    def _sum(self, sum_: Sum, beliefs: Mapping[Names, Floats]) -> tuple[Floats, Floats]:
        """What the parts tell the whole, and the whole and the other parts tell each of them."""
        axis = sum_.axis
        parts = np.moveaxis(self._without(sum_.parts, beliefs[sum_.parts], sum_, "down"), axis, -2)
        every = parts.shape[-2]
        members = sum_.members(every)
        parts = parts[..., members, :]
        least = np.moveaxis(self.readings[sum_.parts].least, axis, -1)[..., members]
        whole = self._without(sum_.whole, beliefs[sum_.whole], sum_, "up")
        least_of_whole = self.readings[sum_.whole].least
        if sum_.grouping:
            whole, least_of_whole = whole.squeeze(axis), least_of_whole.squeeze(axis)
        count = len(members)
        length = 1 << ceil(np.log2(WIDTH * (count + 1)))
        waves = np.fft.rfft(parts, length)
        before, after = np.ones_like(waves), np.ones_like(waves)
        for i in range(1, count):
            before[..., i, :] = before[..., i - 1, :] * waves[..., i - 1, :]
            after[..., -1 - i, :] = after[..., -i, :] * waves[..., -i, :]
        others = np.fft.irfft(before * after, length)
        everybody = np.fft.irfft(before[..., -1, :] * waves[..., -1, :], length)
        # Numbers of the whole are counted from its own least one, those of the sum from the sum of theirs.
        shift = (least_of_whole - least.sum(-1)).astype(int)
        number = np.arange(WIDTH)
        up = _message(_at(everybody, shift[..., None] + number))
        # One of the parts has what the whole has more than all of the others.
        gap = shift[..., None, None] + number[:, None] - number
        flat = gap.reshape(*gap.shape[:-2], -1)
        down = np.full((*parts.shape[:-2], every, WIDTH), 1 / WIDTH)
        for i, member in enumerate(members):
            likely = _at(others[..., i, :], flat).reshape(gap.shape)
            down[..., member, :] = _message((likely * whole[..., :, None]).sum(-2))
        if sum_.grouping:
            up = np.expand_dims(up, axis)
        return up, np.moveaxis(down, -2, axis)


def _sums(names: Names) -> Iterator[Sum]:
    """Which numbers the cells along `names` add up to: a margin along each variable, and each published grouping."""
    for axis, name in enumerate(names):
        if name in groupings():
            continue
        yield Sum(names, axis, names[:axis] + names[axis + 1 :])
        for grouping in groupings_of(name):
            whole = (*names[:axis], grouping, *names[axis + 1 :])
            yield Sum(names, axis, whole, grouping)


def _at(values: Floats, place: NDArray[np.int_]) -> Floats:
    """The values at some places of the last axis; 0 outside of it."""
    inside = (place >= 0) & (place < values.shape[-1])
    found = np.take_along_axis(values, np.clip(place, 0, values.shape[-1] - 1), -1)
    return np.where(inside, np.maximum(found, 0), 0)


def _message(numbers: Floats) -> Floats:
    """A message: none is so sure that another could not be right, since they are not independent."""
    return _normal(numbers) + 1e-6


def _normal(numbers: Floats) -> Floats:
    total = numbers.sum(-1, keepdims=True)
    return np.where(total > 0, numbers / np.where(total > 0, total, 1), 1 / numbers.shape[-1])
