"""Has this machine what it takes to serve: Python, packages, memory, a port, a place to write?"""

from __future__ import annotations

import errno
import json
import re
import socket
import sys
import tempfile
from collections.abc import Iterable, Iterator
from http.client import HTTPConnection, HTTPException
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from packaging.requirements import InvalidRequirement, Requirement

from dashboard.cli.denied import denied
from dashboard.cli.doctor.diagnosis import Diagnoses, Diagnosis, doubtful, well, wrong
from dashboard.text.numbers import count
from dashboard.text.words import counted, some_of

OLDEST = (3, 11)

LOCK = Path("requirements/run.txt")

OF_ALL_MB, OF_A_WORKER_MB = 250, 120
"""Megabytes that it takes to serve the demonstration: once, and for each worker whose rooms are full (`kept.py`)."""

TIMES = {".parquet": 30, ".csv": 6}
"""How many times the size of their files tables take while they are read (300,000 people: 16 MB of Parquet, 465 MB)."""

MEGABYTE = 1_000_000

_PINNED = re.compile(r"^[A-Za-z0-9].*==.*$")


def python() -> Diagnosis:
    """Whether Python is new enough."""
    number = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info[:2] >= OLDEST:
        return well(f"Python {number}")
    return wrong(
        f"Python {number}", "installez Python 3.11 ou plus récent, puis make clean et make run"
    )


def packages(root: Path) -> Diagnoses:
    """Whether the packages are those that the lock names."""
    lock = root / LOCK
    if not lock.is_file():
        yield doubtful(
            f"{LOCK} manque : les versions ne sont pas comparées", "git restore requirements"
        )
        return
    pinned = list(_pinned(lock))
    odd = [said for requirement in pinned if (said := _difference(requirement))]
    install = f"pip install --require-hashes -r {LOCK}, ou make run"
    if odd:
        yield wrong(f"{counted(len(odd), 'paquet')} d'une autre version : {some_of(odd)}", install)
    else:
        yield well(f"{counted(len(pinned), 'paquet')}, aux versions prévues")


def _pinned(lock: Path) -> Iterator[Requirement]:
    """What the lock asks for on this machine."""
    for line in lock.read_text(encoding="utf-8").splitlines():
        if not _PINNED.match(line):
            continue
        try:
            requirement = Requirement(line.removesuffix("\\").strip())
        except InvalidRequirement:
            continue
        if requirement.marker is None or requirement.marker.evaluate():
            yield requirement


def _difference(requirement: Requirement) -> str:
    try:
        installed = version(requirement.name)
    except PackageNotFoundError:
        return f"{requirement.name} (absent)"
    fits = requirement.specifier.contains(installed, prereleases=True)
    return "" if fits else f"{requirement.name} {installed} ({requirement.specifier} attendu)"


def port(host: str, number: int, path: str) -> Diagnosis:
    """Whether the port is free, or the dashboard itself answers there."""
    with socket.socket() as alone:
        alone.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            alone.bind((host, number))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                return wrong(
                    f"{number} : {error.strerror}", "choisissez un port au-dessus de 1024 avec PORT"
                )
        else:
            return well(f"{number} est libre")
    served = _version_served(number, path)
    if served:
        return well(f"{number} : le tableau de bord y répond, version {served}")
    return wrong(
        f"{number} : un autre programme y écoute",
        "arrêtez-le, ou choisissez un autre port avec PORT",
    )


def _version_served(number: int, path: str) -> str:
    """The version of the data that a dashboard serves on this port; empty where none does."""
    connection = HTTPConnection("127.0.0.1", number, timeout=2)
    try:
        connection.request("GET", f"{path}healthz")
        told = json.loads(connection.getresponse().read(10_000))
        return str(told.get("data_version", "")) if isinstance(told, dict) else ""
    except (OSError, HTTPException, ValueError):
        return ""
    finally:
        connection.close()


def memory(workers: int, files: Iterable[Path]) -> Diagnosis:
    """Whether there is enough for so many workers and for the tables in `files`."""
    tables = sum(TIMES.get(file.suffix, 0) * file.stat().st_size for file in files)
    needed = OF_ALL_MB + OF_A_WORKER_MB * workers + tables // MEGABYTE
    meminfo = Path("/proc/meminfo")
    found = (
        re.search(r"^MemAvailable:\s+(\d+) kB", meminfo.read_text(), re.MULTILINE)
        if meminfo.is_file()
        else None
    )
    wanted = f"{count(needed)} Mo pour {counted(workers, 'processus', 'processus')}"
    if found is None:
        return well(f"il en faut {wanted} ; ce système ne dit pas combien sont libres")
    free = int(found[1]) * 1024 // MEGABYTE
    if free >= needed:
        return well(f"{count(free)} Mo libres, il en faut {wanted}")
    return doubtful(
        f"{count(free)} Mo libres, il en faut {wanted}",
        "libérez de la mémoire, ou baissez WEB_CONCURRENCY",
    )


def writing() -> Diagnosis:
    """Whether the workers can count what they answer, in a folder of the system's own."""
    try:
        with tempfile.NamedTemporaryFile() as file:
            file.write(b"\0")
    except OSError as error:
        return wrong(
            f"dossier temporaire {tempfile.gettempdir()} : {denied(error)}",
            "rendez-le accessible en écriture, ou désignez-en un autre par TMPDIR",
        )
    return well(f"dossier temporaire {tempfile.gettempdir()}")
