"""Is no more of an address read, kept or told than a reader could have meant?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.address import LONGEST_SEARCH, MOST_SCREENS, Address, parse_address
from dashboard.domain.address.problems import LONGEST, too_long
from dashboard.domain.address.state import MOST_PROBLEMS, MOST_VALUES
from tests.support.vocabularies import VOCABULARY

TITLES = {"carte": "Carte des régions", "statut": "Statut"}
MOST_TOLD = 30 * LONGEST * MOST_PROBLEMS
"""Letters of all that is told of one address."""


def parsed(search: str) -> Address:
    return parse_address(search, VOCABULARY, [], TITLES)


def test_an_address_that_is_too_long_asks_for_nothing_and_says_so() -> None:
    search = "?genre=F" + "&utm_source=" + "x" * LONGEST_SEARCH
    assert parsed(search) == Address(problems=(too_long(LONGEST_SEARCH),))
    assert parsed(search[:LONGEST_SEARCH]).problems == ()


@pytest.mark.parametrize(
    "pair",
    [
        "genre=X",
        "genre=X,Y,Z",
        "region=zz",
        "b.region=bretange",
        "gender=F",
        "x=",
        "version=1",
        "expo=crate",
        "expo=crate~",
    ],
)
def test_the_same_fault_again_and_again_is_told_once_and_counted(pair: str) -> None:
    address = parsed("?" + "&".join([pair] * 300))
    assert len(address.problems) == 1
    assert address.untold > 250


def test_of_many_faults_the_first_are_told_and_the_others_counted() -> None:
    address = parsed("?" + "&".join(f"x{number}=1" for number in range(100)))
    assert len(address.problems) == MOST_PROBLEMS
    assert address.untold == 100 - MOST_PROBLEMS


def test_values_of_a_parameter_are_read_as_far_as_any_variable_has_categories() -> None:
    (problem,) = parsed(f"?genre={'F,' * (MOST_VALUES + 5)}H").problems
    assert (
        problem
        == f"Le paramètre « genre » a trop de valeurs : au-delà de {MOST_VALUES}, elles ne sont pas prises en compte."
    )
    whole = parsed(f"?genre={'F,' * (MOST_VALUES - 1)}H")
    assert (whole.problems, len(list(whole.selection))) == ((), 1)


def test_values_count_over_all_mentions_of_their_parameter() -> None:
    half = "F," * (MOST_VALUES // 2 - 1) + "F"
    assert parsed(f"?genre={half}&genre={half}").problems == ()
    assert len(parsed(f"?genre={half}&genre={half}&genre=H").problems) == 1


def test_a_presentation_is_read_up_to_its_last_screen() -> None:
    address = parsed("?" + "&".join(["expo=carte~"] * 300))
    assert len(address.order) == MOST_SCREENS
    assert len(address.problems) == 1
    assert len(parsed("?" + "&".join(["expo=carte~"] * MOST_SCREENS)).problems) == 0


@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                ["genre", "region", "b.genre", "expo", "titre", "version", "gender", ""]
            ),
            st.sampled_from(
                ["F", "X", "F,H", "zz," * 50, "carte~genre=X", "carte,crate", "~~", ","]
            ),
        ),
        max_size=200,
    )
)
def test_what_is_told_of_an_address_is_short(pairs: list[tuple[str, str]]) -> None:
    address = parsed("?" + "&".join(f"{name}={value}" for name, value in pairs))
    assert len(address.problems) <= MOST_PROBLEMS + 1
    assert sum(map(len, address.problems)) <= MOST_TOLD
    assert len(address.order) <= MOST_SCREENS
