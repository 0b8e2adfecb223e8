"""Is the path of somebody read from what they told of each wave, and can it be asked for by conditions?"""

from itertools import product

import pytest

from dashboard.domain.employment_paths import (
    PATHS,
    Path,
    Pattern,
    State,
    complete,
    is_possible,
    patterns_of,
)
from tests.support.paths import path_of

STATES: dict[str, State] = {"E": "employed", "N": "not_employed", ".": "silent"}


def told(letters: str) -> tuple[State, ...]:
    return tuple(STATES[letter] for letter in letters)


@pytest.mark.parametrize(
    ("letters", "path"),
    [
        ("E", "kept"),
        ("N", "never"),
        (".", "incomplete"),
        ("EE", "kept"),
        ("NE", "found"),
        ("EN", "lost"),
        ("NN", "never"),
        ("E.", "incomplete"),
        (".E", "incomplete"),
        ("EEE", "kept"),
        ("NNE", "found"),
        ("NEE", "found"),
        ("EEN", "lost"),
        ("ENN", "lost"),
        ("ENE", "back_and_forth"),
        ("NEN", "back_and_forth"),
        ("NNN", "never"),
        # The wave that is missing may have been one without a job, or the only one with one.
        ("E.E", "incomplete"),
        ("N.N", "incomplete"),
        ("EE.", "incomplete"),
        ("...", "incomplete"),
        # One more wave.
        ("NEEE", "found"),
        ("ENNN", "lost"),
        ("NENE", "back_and_forth"),
        ("ENNE", "back_and_forth"),
    ],
)
def test_a_path_is_read_wave_by_wave(letters: str, path: Path) -> None:
    assert path_of(told(letters)) == path


def test_without_a_wave_there_is_no_path() -> None:
    with pytest.raises(ValueError, match="one wave"):
        path_of(())


def meets(states: tuple[State, ...], pattern: Pattern) -> bool:
    return all(state in wanted for state, wanted in zip(states, pattern, strict=True))


@pytest.mark.parametrize("waves", range(1, 7))
def test_patterns_hold_each_person_of_a_path_once_and_nobody_else(waves: int) -> None:
    asked: tuple[Path, ...] = ("kept", "found", "lost", "never")
    for states in product(STATES.values(), repeat=waves):
        for path in asked:
            held = sum(meets(states, pattern) for pattern in patterns_of(path, waves))
            assert held == (path_of(states) == path)
        assert meets(states, complete(waves)) == (path_of(states) != "incomplete")


@pytest.mark.parametrize("waves", range(1, 5))
def test_a_path_is_possible_where_somebody_can_be_on_it(waves: int) -> None:
    taken = {path_of(states) for states in product(STATES.values(), repeat=waves)}
    assert {path for path in PATHS if is_possible(path, waves)} == taken


@pytest.mark.parametrize("path", ["back_and_forth", "incomplete"])
def test_the_rest_is_not_asked_for(path: Path) -> None:
    assert path in PATHS
    with pytest.raises(ValueError, match="rest"):
        patterns_of(path, 3)


def test_questions_grow_with_the_waves_and_not_with_their_crossings() -> None:
    asked: tuple[Path, ...] = ("kept", "found", "lost", "never")
    assert sum(len(patterns_of(path, 12)) for path in asked) == 24
