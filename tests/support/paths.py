"""Which path is somebody on, by what they told wave after wave? The definition that patterns are held to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dashboard.domain.employment_paths import Path, State


def path_of(states: Sequence[State]) -> Path:
    """The path of somebody by their state at each wave reached, in order; raises ValueError where there is no wave."""
    if not states:
        raise ValueError("a path is told of one wave at least")
    if "silent" in states:
        return "incomplete"
    changes = sum(before != after for before, after in pairwise(states))
    employed_at_last = states[-1] == "employed"
    if not changes:
        return "kept" if employed_at_last else "never"
    if changes > 1:
        return "back_and_forth"
    return "found" if employed_at_last else "lost"
