"""Do the workers of gunicorn count together, also after one of them has died, and write one log?"""

import json
import os
import re
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from tools.served import served

HEALTHZ = re.compile(r'^dashboard_requests_total\{.*route="/healthz".*\} (\d+)', re.MULTILINE)
BOOTED = re.compile(r"Booting worker with pid: (\d+)")


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log.txt"


@pytest.fixture
def address(tmp_path: Path, log: Path) -> Iterator[str]:
    settings = {"DASHBOARD_LOG_FORMAT": "json", "DASHBOARD_PATH": "/o/", "TMPDIR": str(tmp_path)}
    with served(log, "--workers", "2", settings=settings) as address:
        assert folders(tmp_path)
        yield address
    assert folders(tmp_path) == []


def folders(room: Path) -> list[Path]:
    """Where the workers count."""
    return list(room.glob("dashboard-metrics-*"))


def read(address: str) -> str:
    # A connection of its own: Linux divides connections between the workers.
    with urlopen(address) as answer:
        text: str = answer.read().decode()
    return text


def counted(address: str) -> int:
    return sum(map(int, HEALTHZ.findall(read(f"{address}/metrics"))))


def awaited(holds: Callable[[], bool]) -> bool:
    """Whether something comes to hold: a request is counted, and logged, just after its answer has been sent."""
    end = time.monotonic() + 60
    while not holds() and time.monotonic() < end:
        time.sleep(0.05)
    return holds()


def booted(log: Path) -> list[int]:
    """The workers that have been started."""
    return [int(pid) for pid in BOOTED.findall(log.read_text())]


def test_workers_count_together_and_one_that_dies_takes_nothing_with_it(
    address: str, log: Path
) -> None:
    assert awaited(lambda: counted(address) > 0)
    before = counted(address)
    for _ in range(20):
        read(f"{address}/healthz")
    assert awaited(lambda: counted(address) == before + 20)
    assert awaited(lambda: len(booted(log)) == 2)
    os.kill(booted(log)[0], signal.SIGKILL)
    assert awaited(lambda: len(booted(log)) == 3)
    for _ in range(20):
        read(f"{address}/healthz")
    assert awaited(lambda: counted(address) == before + 40)
    assert "dashboard_documents_waiting 0.0" in read(f"{address}/metrics")
    assert json.loads(read(f"{address}/readyz")) == {"status": "ready"}
    assert awaited(lambda: "/o/readyz" in log.read_text())
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    assert {line["logger"] for line in lines} >= {"gunicorn.error", "dashboard.requests"}
    assert {line["path"] for line in lines if "path" in line} == {
        "/o/healthz",
        "/o/metrics",
        "/o/readyz",
    }
