"""Does every worker get its share of the connections, and does none wait for one that asks nothing?"""

import os
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from http.client import HTTPConnection
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
STARTING_S = 60
ASKED_S = 4
"""Less than the five seconds for which a thread of gunicorn waits on a silent connection."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux divides connections")


def who_answers(
    _environ: dict[str, object], start: Callable[[str, list[tuple[str, str]]], object]
) -> Iterable[bytes]:
    """An application that says which worker it is in."""
    body = str(os.getpid()).encode()
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


def test_connections_that_ask_nothing_hold_up_nobody(port: int) -> None:
    with ExitStack() as silent:
        for _ in range(30):
            silent.enter_context(socket.create_connection(("127.0.0.1", port)))

        assert sum(_answers(port, 20).values()) == 20


def test_a_second_dashboard_does_not_share_the_port_of_the_first(port: int) -> None:
    second = subprocess.run(
        _command(port), cwd=ROOT, capture_output=True, text=True, timeout=STARTING_S, check=False
    )

    assert second.returncode == 1
    assert f"Another program listens on 127.0.0.1:{port}." in second.stderr
