"""How is the dashboard started for a program that looks at it, and stopped when that has seen enough?"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STARTING_S = 300
"""A million beneficiaries take a minute and more to load."""
STOPPING_S = 15

# The server is the same on every machine, whatever the shell that started it has set.
OURS = ("DASHBOARD_", "GUNICORN_", "PORT", "WEB_CONCURRENCY")


class NotServedError(RuntimeError):
    """The dashboard did not start; the message has what it said."""


@contextmanager
def served(
    log: Path,
    *options: str,
    data: Path | None = None,
    app: str = "app:server",
    settings: Mapping[str, str] | None = None,
) -> Iterator[str]:
    """The address at which gunicorn serves the dashboard, as in production, on a port of its own.

    The tables are those of `data`, or the demonstration's; `options` are gunicorn's; what it says is written to `log`.
    `app` is what it serves. `settings` are variables of its environment; where they have people log in, `entered.py`
    does. The address ends with the path that they name, without a slash.

    Raises:
        NotServedError: it stopped, or was not healthy within `STARTING_S` seconds.
    """
    environment = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    environment.update(settings or {})
    if data is not None:
        environment["DASHBOARD_DATA"] = str(data)
    root = environment.get("DASHBOARD_PATH", "/").rstrip("/")
    # Bound here and handed over, so that no other process can take the port between.
    with socket.socket() as bound, log.open("wb") as output:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(("127.0.0.1", 0))
        port = bound.getsockname()[1]
        handed = bound.fileno()
        environment.setdefault("DASHBOARD_HOSTS", f"127.0.0.1:{port}")
        command = [sys.executable, "-m", "gunicorn", app, "--config", "gunicorn.conf.py"]
        server = subprocess.Popen(
            [*command, *options, "--bind", f"fd://{handed}"],
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            pass_fds=[handed],
        )
    with server:
        try:
            _wait_until_healthy(port, root, server, log)
            yield f"http://127.0.0.1:{port}{root}"
        finally:
            server.terminate()
            try:
                server.wait(STOPPING_S)
            except subprocess.TimeoutExpired:
                server.kill()


def _wait_until_healthy(port: int, root: str, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + STARTING_S
    while server.poll() is None and time.monotonic() < end:
        connection = HTTPConnection("127.0.0.1", port, timeout=STARTING_S)
        try:
            connection.request("GET", f"{root}/healthz")
            if connection.getresponse().status == HTTPStatus.OK:
                return
        except OSError:
            time.sleep(0.1)
        finally:
            connection.close()
    raise NotServedError(f"The server did not become healthy. Its log:\n{log.read_text()}")
