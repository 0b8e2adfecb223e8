"""In which selections, and in which positions of its switches, is each view taken away?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import cycle, islice, product
from random import Random

from dashboard.content.view import View
from dashboard.domain.dimension import Dimension
from dashboard.domain.vocabulary import Vocabulary

MOST_CONDITIONS, MOST_CODES = 3, 4
USUAL = ("", "promotion=2015-2016&genre=F", "region=bretagne", "genre=H&cadre=oui&region=corse")
"""Everybody; two questions of every day; nobody."""


def all_cases(
    views: Sequence[View], vocabulary: Vocabulary, dimensions: Sequence[Dimension], selections: int
) -> Iterator[str]:
    """`view?address` for so many selections of each of `views`; positions of its switches follow each other in turn.

    Every view has as many cases as it has combinations of switches at the least. A view that shows another one goes
    through the switches of that one.
    """
    for view in views:
        draw = Random(f"unchanged {view.name}")  # noqa: S311 - draws that can be repeated.
        positions = list(_positions(view, views, vocabulary))
        draw.shuffle(positions)
        wanted = max(selections, len(positions))
        for i, switched in enumerate(islice(cycle(positions), wanted)):
            first = USUAL[i] if i < len(USUAL) else _selection(draw, vocabulary, dimensions)
            second = _selection(draw, vocabulary, dimensions) if view.borrows else ""
            other = [f"b.{condition}" for condition in second.split("&") if condition]
            yield f"{view.name}?{'&'.join(filter(None, (first, *other, *switched)))}"


def _positions(
    view: View, views: Sequence[View], vocabulary: Vocabulary
) -> Iterator[tuple[str, ...]]:
    for own in _product(view, vocabulary):
        shown = {position.partition("=")[2] for position in own} if view.borrows else set()
        borrowed = [other for other in views if other.name in shown]
        inner = _product(borrowed[0], vocabulary) if borrowed else [()]
        yield from ((*own, *more) for more in inner)


def _product(view: View, vocabulary: Vocabulary) -> list[tuple[str, ...]]:
    each = [
        [f"{switch.parameter}={choice.value}" for choice in switch.choices(vocabulary)]
        for switch in view.switches
    ]
    return list(product(*each))


def _selection(draw: Random, vocabulary: Vocabulary, dimensions: Sequence[Dimension]) -> str:
    parts = []
    for key in draw.sample(list(dimensions), draw.randint(1, MOST_CONDITIONS)):
        codes = vocabulary.codes(key)
        chosen = draw.sample(codes, draw.randint(1, min(MOST_CODES, len(codes))))
        name = vocabulary.variable(key.variable).parameter + (f".{key.wave}" if key.wave else "")
        values = ",".join(vocabulary.category(key, code).parameter_value for code in chosen)
        parts.append(f"{name}={values}")
    return "&".join(parts)
