"""What does a click on a chart, or on a row of its table, keep?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from dashboard.domain.address import parameter_of, values_of
from dashboard.domain.dimension import Dimension
from dashboard.domain.remembered import remembered
from dashboard.domain.selection import Condition, Selection, selection_of
from dashboard.domain.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class ClickFilter:
    """The people whom a click keeps, or lets go where they are kept already; or positions that it gives to switches.

    For example the women of Bretagne: `keeping((Dimension("gender"), "F"), (Dimension("region"), "53"))`.
    """

    people: Selection = Selection()
    switches: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.people or self.switches)

    def parameters(self, vocabulary: Vocabulary, prefix: str = "") -> dict[str, str]:
        """What the click writes into the address; filters behind `prefix`, which is that of the second selection."""
        return {**_filters(vocabulary, self.people, prefix), **dict(self.switches)}


@remembered(8192)
def _filters(vocabulary: Vocabulary, people: Selection, prefix: str) -> dict[str, str]:
    # Kept: whatever is selected, the marks of a page keep the same people.
    return {
        f"{prefix}{parameter_of(condition.dimension, vocabulary)}": values_of(condition, vocabulary)
        for condition in people
    }


NO_CLICK = ClickFilter()


def keeping(*kept: tuple[Dimension, str | Iterable[str]]) -> ClickFilter:
    """The filter that keeps the people of one code, or of several, along each dimension given."""
    return _keeping(
        tuple(
            (along, (codes,) if isinstance(codes, str) else tuple(codes)) for along, codes in kept
        )
    )


@lru_cache(maxsize=8192)
def _keeping(kept: tuple[tuple[Dimension, tuple[str, ...]], ...]) -> ClickFilter:
    # Kept, as the parameters above.
    return ClickFilter(selection_of(Condition(along, codes) for along, codes in kept))
