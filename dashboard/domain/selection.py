"""Which people are looked at?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.domain.dimension import Dimension


@dataclass(frozen=True, slots=True)
class Condition:
    """Keeps the people whose category along `dimension` is one of `codes`."""

    dimension: Dimension
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """People who meet every condition; at most one condition a dimension, in a fixed order.

    Two selections of the same people by the same conditions are equal, whatever the order they were made in.
    """

    conditions: tuple[Condition, ...] = ()

    def __iter__(self) -> Iterator[Condition]:
        return iter(self.conditions)

    def __bool__(self) -> bool:
        return bool(self.conditions)

    def condition(self, dimension: Dimension) -> Condition | None:
        """The condition on `dimension`; None where it is not filtered."""
        return next((c for c in self.conditions if c.dimension == dimension), None)

    def codes(self, dimension: Dimension) -> tuple[str, ...]:
        """The codes kept along `dimension`; empty where it is not filtered."""
        condition = self.condition(dimension)
        return condition.codes if condition else ()

    def without(self, *dimensions: Dimension) -> Selection:
        """The selection with the conditions on `dimensions` taken off."""
        return Selection(tuple(c for c in self.conditions if c.dimension not in dimensions))

    def overlaid(self, over: Selection) -> Selection:
        """The selection with the conditions of `over`, which take the place of its own on the same dimensions."""
        kept = self.without(*(condition.dimension for condition in over))
        return selection_of((*kept, *over))

    def keeping(self, dimension: Dimension, codes: Iterable[str]) -> Selection:
        """The selection narrowed to `codes` along `dimension`, where it may already be filtered.

        Codes that an earlier condition excludes stay excluded, so that a narrower selection never widens one.
        """
        wanted = set(codes)
        earlier = self.condition(dimension)
        if earlier is not None:
            wanted &= set(earlier.codes)
        return selection_of((*self.without(dimension), Condition(dimension, tuple(sorted(wanted)))))


def selection_of(conditions: Iterable[Condition]) -> Selection:
    """The selection that these conditions make, in canonical order."""

    def order(condition: Condition) -> tuple[str, str]:
        return condition.dimension.variable, condition.dimension.wave or ""

    return Selection(
        tuple(
            sorted(
                (Condition(c.dimension, tuple(sorted(set(c.codes)))) for c in conditions),
                key=order,
            )
        )
    )
