"""Can what counts be reached, and is there what it takes to speak to it?"""

from __future__ import annotations

import socket
from importlib import import_module
from importlib.util import find_spec
from urllib.parse import urlsplit

from dashboard.cli.doctor.diagnosis import Diagnoses, Diagnosis, well, wrong

WAIT_S = 5

EXTRAS = {
    "duckdb": ("duckdb", ("duckdb", "sqlglot")),
    "postgresql": ("postgresql", ("psycopg", "sqlglot")),
    "sc": ("spark", ("pyspark", "sqlglot")),
}
"""By the scheme of `DASHBOARD_SOURCE`: its lock file, and the modules that it installs."""

SPARK_PORT = 15002


def engine(source: str) -> Diagnoses:
    """What `source`, as `DASHBOARD_SOURCE` has it, needs; its password, if it has one, is in no message."""
    scheme = source.partition(":")[0]
    if scheme not in EXTRAS:
        yield well("memory : le tableau de bord compte lui-même, dans sa mémoire")
        return
    lock, modules = EXTRAS[scheme]
    missing = [module for module in modules if find_spec(module) is None]
    if missing:
        install = f"pip install --require-hashes -r requirements/{lock}.txt"
        yield wrong(f"{scheme} : il manque {', '.join(missing)}", install)
        return
    yield well(f"{scheme} : les paquets sont là")
    if scheme == "sc":
        yield _listening(source)
    elif scheme == "postgresql":
        yield _answering(source)


def _listening(source: str) -> Diagnosis:
    parts = urlsplit(source)
    host, port = parts.hostname or "", parts.port or SPARK_PORT
    try:
        with socket.create_connection((host, port), WAIT_S):
            return well(f"sc : {host}:{port} écoute")
    except OSError as error:
        remedy = (
            "démarrez le serveur Spark Connect, ou corrigez l'hôte et le port de DASHBOARD_SOURCE"
        )
        return wrong(
            f"sc : {host}:{port} ne répond pas ({error.strerror or 'délai dépassé'})", remedy
        )


def _answering(source: str) -> Diagnosis:
    """Whether the database lets us in; what it says may hold its name and its user, and is not repeated."""
    psycopg = import_module("psycopg")
    host = urlsplit(source).hostname or "cette machine"
    try:
        with psycopg.connect(source, connect_timeout=WAIT_S) as connection:
            number = connection.info.server_version // 10_000
            return well(f"postgresql : {host} répond, version {number}")
    except psycopg.Error as error:
        remedy = (
            "vérifiez l'hôte, le port, la base, l'utilisateur et le mot de passe de DASHBOARD_SOURCE "
            "(psql avec la même adresse le dit en détail)"
        )
        return wrong(f"postgresql : {host} ne laisse pas entrer ({type(error).__name__})", remedy)
