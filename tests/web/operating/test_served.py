"""Do the workers of gunicorn count together, also after one of them has died, and write one log?"""

import json
import os
import re
import signal
import time
from collections.abc import Iterator
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


def booted(log: Path, times: int) -> list[int]:
    """The workers, once so many have been started."""
    end = time.monotonic() + 60
    while len(pids := [int(pid) for pid in BOOTED.findall(log.read_text())]) < times:
        assert time.monotonic() < end
        time.sleep(0.05)
    return pids


def test_workers_count_together_and_one_that_dies_takes_nothing_with_it(
    address: str, log: Path
) -> None:
    before = counted(address)
    for _ in range(20):
        read(f"{address}/healthz")
    assert counted(address) == before + 20
    os.kill(booted(log, 2)[0], signal.SIGKILL)
    booted(log, 3)
    for _ in range(20):
        read(f"{address}/healthz")
    assert counted(address) == before + 40
    assert "dashboard_documents_waiting 0.0" in read(f"{address}/metrics")
    assert json.loads(read(f"{address}/readyz")) == {"status": "ready"}
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    assert {line["logger"] for line in lines} >= {"gunicorn.error", "dashboard.requests"}
    assert {line["path"] for line in lines if "path" in line} == {
        "/o/healthz",
        "/o/metrics",
        "/o/readyz",
    }
