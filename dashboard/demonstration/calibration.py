"""How can a random draw keep plausible proportions and still reproduce published margins exactly?

Items first get a category at random, by their own propensities. Then random moves (one item redrawn, or two items
exchanging their categories) are kept whenever they do not take the totals further from the quotas, until every quota
holds. A redraw follows the same propensities, and an exchange is kept as often as it is plausible (Metropolis), so that
what no quota binds stays as likely as it was.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Container, Hashable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Generic, TypeVar

Item = TypeVar("Item")
Category = TypeVar("Category", bound=Hashable)

MOVES_BEFORE_FAILURE = 3_000_000
TOLERANCE = 1e-9
# an exchange that brings the totals closer is worth some implausibility, or the last quotas would never be met
LEAST_CHANCE_OF_PROGRESS = 0.02


class CalibrationError(Exception):
    """Some quotas could not be met; the text names them."""


@dataclass(frozen=True)
class Quota(Generic[Item, Category]):
    """The weights of the items in their categories must add up to between `low` and `high`, both inclusive.

    `scale` is the weight of one person, so that a missing person counts the same in every quota.
    """

    name: str
    low: float
    high: float
    weight: Callable[[Item, Category], int]
    scale: float = 1.0


def exactly(
    name: str, number: int, who: Callable[[Item], bool], codes: Container[Category]
) -> Quota[Item, Category]:
    """`number` of the items that `who` keeps have one of `codes`."""
    return between(name, number, number, who, codes)


def between(
    name: str,
    low: float,
    high: float,
    who: Callable[[Item], bool],
    codes: Container[Category],
) -> Quota[Item, Category]:
    """Between `low` and `high` of the items that `who` keeps have one of `codes`."""
    return Quota(name, low, high, lambda item, category: int(category in codes and who(item)))


def printed_share(
    name: str,
    percent: int,
    base: int,
    who: Callable[[Item], bool],
    codes: Container[Category],
) -> Quota[Item, Category]:
    """As `between`, for a share of `base` that is printed `percent`: never half-way between two whole numbers."""
    low, high = counts_printed(percent, base)
    if low > high:
        raise CalibrationError(f"{name}: no whole number is {percent} % of {base}")
    return between(name, low, high, who, codes)


def counts_printed(percent: int, base: int) -> tuple[int, int]:
    """The lowest and the highest count whose share of `base` rounds to `percent`."""
    return (
        math.floor((percent - 0.5) * base / 100) + 1,
        math.ceil((percent + 0.5) * base / 100) - 1,
    )


def share_between(
    name: str,
    percents: tuple[int, int],
    who: Callable[[Item], bool],
    codes: Container[Category],
    absences: Container[Category],
) -> list[Quota[Item, Category]]:
    """The share of `codes` among those kept by `who` and not in `absences`, however many these turn out to be."""

    def excess(percent: int) -> Callable[[Item, Category], int]:
        def weight(item: Item, category: Category) -> int:
            if category in absences or not who(item):
                return 0
            return 100 * (category in codes) - percent

        return weight

    low, high = percents
    return [
        Quota(f"{name}, at least {low} %", 0, math.inf, excess(low), scale=100),
        Quota(f"{name}, at most {high} %", -math.inf, 0, excess(high), scale=100),
    ]


def calibrated_draw(
    rng: Random,
    items: Sequence[Item],
    propensities: Callable[[Item], Mapping[Category, float]],
    quotas: Sequence[Quota[Item, Category]],
) -> list[Category]:
    """One category for each item; a category of propensity zero is never given. Raises CalibrationError."""
    draw = _Draw(rng, items, propensities, quotas)
    draw.settle()
    return draw.drawn


class _Draw(Generic[Item, Category]):
    def __init__(
        self,
        rng: Random,
        items: Sequence[Item],
        propensities: Callable[[Item], Mapping[Category, float]],
        quotas: Sequence[Quota[Item, Category]],
    ) -> None:
        self.rng, self.quotas = rng, quotas
        self.options: list[tuple[list[Category], list[float]]] = []
        self.propensity: list[dict[Category, float]] = []
        # effects[i][category]: which quotas the item weighs on in that category, and how much
        self.effects: list[dict[Category, list[tuple[int, int]]]] = []
        for item in items:
            weighted = {c: w for c, w in propensities(item).items() if w > 0}
            self.options.append((list(weighted), list(weighted.values())))
            self.propensity.append(weighted)
            self.effects.append({c: self._effect(item, c) for c in weighted})
        self.drawn = [rng.choices(names, weights)[0] for names, weights in self.options]
        self.movable = [i for i, (names, _) in enumerate(self.options) if len(names) > 1]
        self.totals = [0] * len(quotas)
        for effect, category in zip(self.effects, self.drawn, strict=True):
            for quota, weight in effect[category]:
                self.totals[quota] += weight

    def settle(self) -> None:
        """Moves items until every quota holds."""
        gap = sum(self._gap(q, total) for q, total in enumerate(self.totals))
        for _ in range(MOVES_BEFORE_FAILURE):
            if gap < TOLERANCE:
                return
            if not self.movable:
                break
            moves = self._proposal()
            changes = self._changes(moves)
            step = sum(
                self._gap(q, self.totals[q] + change) - self._gap(q, self.totals[q])
                for q, change in changes.items()
            )
            if step < TOLERANCE and self._kept(moves, progress=step < -TOLERANCE):
                for index, category in moves:
                    self.drawn[index] = category
                for quota, change in changes.items():
                    self.totals[quota] += change
                gap += step
        missed = [
            f"{quota.name} ({self.totals[q]} for {quota.low} to {quota.high})"
            for q, quota in enumerate(self.quotas)
            if self._gap(q, self.totals[q]) > 0
        ]
        raise CalibrationError("quotas not met: " + "; ".join(missed))

    def _effect(self, item: Item, category: Category) -> list[tuple[int, int]]:
        weights = ((q, quota.weight(item, category)) for q, quota in enumerate(self.quotas))
        return [(q, weight) for q, weight in weights if weight]

    def _gap(self, index: int, total: float) -> float:
        quota = self.quotas[index]
        return max(quota.low - total, total - quota.high, 0.0) / quota.scale

    def _proposal(self) -> list[tuple[int, Category]]:
        first = self.rng.choice(self.movable)
        names, weights = self.options[first]
        category = self.rng.choices(names, weights)[0]
        if self.rng.random() < 0.5:
            return [(first, category)]
        second = self.rng.choice(self.movable)
        here, there = self.drawn[first], self.drawn[second]
        if second == first or there not in self.effects[first] or here not in self.effects[second]:
            return [(first, category)]
        return [(first, there), (second, here)]

    def _kept(self, moves: list[tuple[int, Category]], *, progress: bool) -> bool:
        if len(moves) == 1:
            return True  # redrawn by its propensities already
        chance = 1.0
        for index, category in moves:
            propensity = self.propensity[index]
            chance *= propensity[category] / propensity[self.drawn[index]]
        return self.rng.random() < (max(chance, LEAST_CHANCE_OF_PROGRESS) if progress else chance)

    def _changes(self, moves: list[tuple[int, Category]]) -> dict[int, int]:
        changes: dict[int, int] = {}
        for index, category in moves:
            effect = self.effects[index]
            for quota, weight in effect[category]:
                changes[quota] = changes.get(quota, 0) + weight
            for quota, weight in effect[self.drawn[index]]:
                changes[quota] = changes.get(quota, 0) - weight
        return changes
