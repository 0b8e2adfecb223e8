"""Is it seen where a request ends, however it is cut into pieces?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.web.serving.arriving import BODY_S, HEAD_S, LONGEST_BODY, LONGEST_HEAD, Arriving

GET = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
POST = b"POST /answer HTTP/1.1\r\nHost: localhost\r\ncOnTent-lEngth:  4\r\n\r\n1234"


@given(st.sampled_from([GET, POST, GET + GET]), st.lists(st.integers(1, 20)))
def test_it_is_whole_once_all_of_it_has_come_and_not_before(sent: bytes, cuts: list[int]) -> None:
    arriving, state, place = Arriving(0), "some", 0
    while place < len(sent) and state == "some":
        step = cuts.pop() if cuts else 7
        state = arriving.take(sent[place : place + step], 0)
        place += step
        assert (state == "whole") == (place >= min(len(sent), len(GET if sent != POST else POST)))
    assert state == "whole"
    assert sent.startswith(arriving.came)


@pytest.mark.parametrize(
    ("headers", "is_read"),
    [
        (f"Content-Length: {LONGEST_BODY}", True),
        (f"Content-Length: {LONGEST_BODY + 1}", False),
        ("Content-Length: 999999999999999999", False),
        ("Transfer-Encoding: chunked", False),
        ("X-Content-Length: 9", True),
    ],
)
def test_a_body_that_is_refused_is_not_waited_for(headers: str, is_read: bool) -> None:
    arriving = Arriving(0)
    state = arriving.take(f"POST / HTTP/1.1\r\n{headers}\r\n\r\n".encode(), 0)
    assert arriving.is_read == is_read
    assert state == ("some" if is_read and headers.startswith("Content") else "whole")


def test_headers_without_an_end_are_too_long_at_some_time() -> None:
    arriving = Arriving(0)
    assert arriving.take(b"x" * LONGEST_HEAD, 0) == "some"
    assert arriving.take(b"x", 0) == "too long"


def test_it_is_waited_for_from_its_first_byte_and_its_body_from_the_end_of_its_headers() -> None:
    arriving = Arriving(100)
    assert arriving.take(b"", 1) == "some"
    assert arriving.due == 100
    arriving.take(POST[:20], 50)
    assert arriving.due == 50 + HEAD_S
    arriving.take(POST[20:-2], 55)
    assert arriving.due == 55 + BODY_S


@pytest.mark.parametrize(
    ("expect", "told"), [("100-continue", True), ("100-Continue", True), ("", False)]
)
def test_who_waits_to_be_told_to_go_on_is_known(expect: str, told: bool) -> None:
    arriving = Arriving(0)
    arriving.take(f"POST / HTTP/1.1\r\nExpect: {expect}\r\nContent-Length: 2\r\n".encode(), 0)
    assert not arriving.expects_to_be_told
    arriving.take(b"\r\n", 0)
    assert arriving.expects_to_be_told == told
