"""Which paths are there between having a job and having none, over the waves that a cohort has reached?

    waves told               path
    E, EE, EEE               kept: employed at every wave
    NE, NNE, NEE             found: not employed, then employed up to the last wave
    EN, EEN, ENN             lost: employed, then not employed up to the last wave
    ENE, NEN                 back and forth: more than one change
    N, NN, NNN               never employed
    with a wave not told     incomplete: what happened there may have changed the path

(E: employed, N: not employed, wave by wave.) Of one wave nobody has found or lost a job: there is nothing to compare
with. A path is told of the waves that a cohort was asked at; those to come are no part of it.
"""

from __future__ import annotations

from typing import Literal

State = Literal["employed", "not_employed", "silent"]
"""What somebody told of a wave that they were asked about."""

Path = Literal["kept", "found", "back_and_forth", "lost", "never", "incomplete"]

PATHS: tuple[Path, ...] = ("kept", "found", "back_and_forth", "lost", "never", "incomplete")
"""From the paths that lead to a job to those that do not; last, those of whom too little is known."""

Pattern = tuple[frozenset[State], ...]
"""What is asked of each wave: one of these states. People who meet a pattern can be selected by conditions."""

E: frozenset[State] = frozenset({"employed"})
N: frozenset[State] = frozenset({"not_employed"})
TOLD: frozenset[State] = E | N

ALL_BY_ONE_CHANGE = 3
"""Up to this number of waves, all who change once have the same first and last state, and any one between."""


def is_possible(path: Path, waves: int) -> bool:
    """Whether anybody can be on `path` over so many waves: of one wave nobody changes, of two nobody changes back."""
    changes = {"found": 1, "lost": 1, "back_and_forth": 2}.get(path, 0)
    return waves > changes


def complete(waves: int) -> Pattern:
    """The pattern of whoever told of each of so many waves."""
    return (TOLD,) * waves


def employed_at_first(waves: int) -> Pattern:
    """The pattern of whoever was employed at the first of so many waves, and told of all."""
    return (E, *complete(waves - 1))


def patterns_of(path: Path, waves: int) -> tuple[Pattern, ...]:
    """The patterns that together hold those on `path` over so many waves, each person in one; none where nobody can be.

    Raises ValueError for those who go back and forth, and for the incomplete: they are the rest of those who told of
    all waves, and of all. So a number of questions that grows with the waves, not with the crossings of their states,
    tells of every path.
    """
    match path:
        case "kept":
            return ((E,) * waves,)
        case "never":
            return ((N,) * waves,)
        case "found":
            return _one_change(N, E, waves)
        case "lost":
            return _one_change(E, N, waves)
        case _:
            raise ValueError(f"those on the path {path!r} are the rest of others")


def _one_change(
    before: frozenset[State], after: frozenset[State], waves: int
) -> tuple[Pattern, ...]:
    if 1 < waves <= ALL_BY_ONE_CHANGE:
        return ((before, *complete(waves - 2), after),)
    return tuple((before,) * i + (after,) * (waves - i) for i in range(1, waves))
