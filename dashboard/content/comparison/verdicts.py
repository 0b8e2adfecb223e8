"""Which gaps of a comparison stand, when all of them are judged together?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.content.comparison.line import Line
from dashboard.domain.statistics.comparisons import judged


def judged_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines, each judged among all that are tested; two that face each other are one comparison."""
    same = {str(i): str(first) for i, first in _comparisons(lines).items()}
    made = {str(i): line.difference for i, line in enumerate(lines) if line.difference is not None}
    verdicts = judged(made, same)
    return [
        replace(line, difference=verdicts.get(str(i), line.difference))
        for i, line in enumerate(lines)
    ]


def comparisons_in(lines: Sequence[Line]) -> int:
    """How many comparisons are judged together."""
    return len(set(_comparisons(lines).values()))


def _comparisons(lines: Sequence[Line]) -> dict[int, int]:
    """For each line tested, the first one that makes the same comparison: itself, or all the others of its base."""
    first: dict[int, int] = {}
    for i, line in enumerate(lines):
        if line.is_tested:
            first[i] = next((j for j in first if _facing(line, lines[j])), i)
    return first


def _facing(line: Line, other: Line) -> bool:
    """Whether two lines divide both bases between themselves, as women and men do."""
    if not (line.a and line.b and other.a and other.b):
        return False
    differing = [x for x, y in zip(line.keys, other.keys, strict=True) if x != y]
    sides = ((line.a, other.a), (line.b, other.b))
    return len(differing) == 1 and all(
        row.base == facing.base == (row.count or 0) + (facing.count or 0) for row, facing in sides
    )
