"""Does every worker get its share of the connections, and does none wait for who is slow?"""

import os
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, suppress
from http.client import HTTPConnection
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
STARTING_S = 60
ASKED_S = 4
"""Less than gunicorn's own threads wait for who is slow."""

LARGE = 3_000_000
"""Bytes that no buffer of the system holds."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux divides connections")


def who_answers(
    environ: dict[str, object], start: Callable[[str, list[tuple[str, str]]], object]
) -> Iterable[bytes]:
    """An application that says which worker it is in."""
    body = b"x" * LARGE if environ["PATH_INFO"] == "/large" else str(os.getpid()).encode()
    start("200 OK", [("Content-Length", str(len(body)))])
    return [body]


def _command(port: int) -> list[str]:
    application = "tests.test_gunicorn:who_answers"
    options = ["--config", "gunicorn.conf.py", "--workers", "2", "--bind", f"127.0.0.1:{port}"]
    return [sys.executable, "-m", "gunicorn", application, *options]


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """Where two workers listen, configured as in production."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    with subprocess.Popen(_command(port), cwd=ROOT, stderr=subprocess.DEVNULL) as server:
        try:
            end = time.monotonic() + STARTING_S
            while len(_answers(port, 20)) < 2:
                assert time.monotonic() < end, "the workers did not start"
                assert server.poll() is None, "gunicorn stopped"
                time.sleep(0.1)
            yield port
        finally:
            server.terminate()


def _answers(port: int, connections: int) -> Counter[str]:
    """Which worker answers how many of some connections, open all at once; none where nobody listens."""
    answers: Counter[str] = Counter()
    with ExitStack() as opened:
        for _ in range(connections):
            connection = HTTPConnection("127.0.0.1", port, timeout=ASKED_S)
            opened.callback(connection.close)
            try:
                connection.request("GET", "/")
                answers[connection.getresponse().read().decode()] += 1
            except ConnectionError:
                continue
    return answers


def test_connections_are_divided_between_the_workers(port: int) -> None:
    answers = _answers(port, 100)

    assert len(answers) == 2
    assert min(answers.values()) >= 20


SLOW = {
    "asks nothing": b"",
    "has begun its headers": b"GET / HTTP/1.1\r\nHost: loc",
    "has begun its body": b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n1",
    "is told to go on": b"POST / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n",
    "reads nothing": b"GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "is refused and stays": b"GARBAGE\r\n\r\n",
}


@pytest.mark.parametrize("sent", SLOW.values(), ids=SLOW)
def test_a_client_that_is_slow_holds_up_nobody(port: int, sent: bytes) -> None:
    with ExitStack() as slow:
        for _ in range(50):
            slow.enter_context(socket.create_connection(("127.0.0.1", port))).sendall(sent)

        assert sum(_answers(port, 20).values()) == 20


def _exchange(port: int, *pieces: bytes) -> bytes:
    """What comes back until the connection is closed, each piece sent once something has come or a moment is over."""
    told = b""
    with socket.create_connection(("127.0.0.1", port), timeout=0.2) as connection:
        for piece in pieces:
            connection.sendall(piece)
            with suppress(TimeoutError):
                told += connection.recv(65536)
        connection.settimeout(ASKED_S)
        while piece := connection.recv(65536):
            told += piece
    return told


LAST = b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"


@pytest.mark.parametrize(
    ("pieces", "answers"),
    [
        ([LAST], 1),
        ([LAST[:9], LAST[9:30], LAST[30:]], 1),
        ([LAST.replace(b"Connection: close\r\n", b"") * 3 + LAST], 4),
        ([LAST.replace(b"Connection: close\r\n", b"") + LAST[:20], LAST[20:]], 2),
        ([b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\n12", b"34" + LAST], 2),
        ([b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 600000\r\n\r\n1234"], 1),
        ([b"GET / HTTP/1.0\r\n\r\n"], 1),
        ([b"GET /" + b"x" * 40_000], 1),
    ],
)
def test_whatever_pieces_a_request_comes_in_it_is_answered_once(
    port: int, pieces: list[bytes], answers: int
) -> None:
    told = _exchange(port, *pieces)
    assert told.count(b"HTTP/1.1 ") + told.count(b"HTTP/1.0 ") == answers
    assert b"Server:" not in told


def test_who_waits_to_be_told_to_go_on_is(port: int) -> None:
    head = b"POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n"
    told = _exchange(port, head, b"12")
    assert told.startswith(b"HTTP/1.1 100 Continue\r\n\r\n")
    assert told.count(b"HTTP/1.1 200 OK") == 1


def test_an_answer_that_is_read_slowly_is_sent_in_full(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=ASKED_S) as connection:
        connection.sendall(LAST.replace(b"/ ", b"/large ", 1))
        time.sleep(0.2)
        told = b""
        while piece := connection.recv(1_000_000):
            told += piece
    assert len(told.partition(b"\r\n\r\n")[2]) == LARGE


def test_a_second_dashboard_does_not_share_the_port_of_the_first(port: int) -> None:
    second = subprocess.run(
        _command(port), cwd=ROOT, capture_output=True, text=True, timeout=STARTING_S, check=False
    )

    assert second.returncode == 1
    assert f"Another program listens on 127.0.0.1:{port}." in second.stderr


def test_without_a_login_it_listens_for_nobody_else() -> None:
    command = [*_command(0)[:-1], "0.0.0.0:0"]
    told = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=STARTING_S, check=False
    )
    assert told.returncode == 1
    assert "docs/deploy.md" in told.stderr
