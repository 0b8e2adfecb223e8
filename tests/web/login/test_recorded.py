"""Does the log hold who took what of whom, and nothing that somebody typed, and does nothing leave without it?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path
from resource import RLIMIT_FSIZE, getrlimit, setrlimit
from urllib.parse import quote

import pytest
from flask import Flask

from dashboard.access.kept import Kept
from dashboard.disclosure.asked import Asked
from dashboard.web.allowance import count_in
from dashboard.web.login.daily import Daily
from tests.support.doors import behind, browser, kept_in, logged_in, send, token_in


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    return kept_in(tmp_path_factory.mktemp("kept"))


@pytest.fixture(scope="module")
def server(kept: Kept) -> Flask:
    return behind(kept, public=True)


@contextmanager
def full(kept: Kept) -> Iterator[None]:
    """A disk with room for a part of a line."""
    (path,) = (kept.database.path.parent / "audit").glob("audit-*.jsonl")
    before = getrlimit(RLIMIT_FSIZE)
    setrlimit(RLIMIT_FSIZE, (path.stat().st_size + 40, before[1]))
    try:
        yield
    finally:
        setrlimit(RLIMIT_FSIZE, before)


TAKEN = {
    "/export/statut.csv?genre=F&confirme=oui": (["statut"], ["?genre=F"]),
    "/export/statut.csv": (["statut"], [""]),
    "/export/statut/picture.svg?region=bretagne&confirme=oui": (["statut"], ["?region=bretagne"]),
    "/fiche?region=bretagne&confirme=oui": ([], ["?region=bretagne"]),
    f"/deck.json?expo={quote('statut~genre=F')}&expo={quote('niveaux~genre=F')}": (
        ["statut", "niveaux"],
        ["?genre=F"],
    ),
}


@pytest.mark.parametrize("path", TAKEN)
def test_what_leaves_is_recorded_with_its_views_and_selections(
    server: Flask, kept: Kept, path: str
) -> None:
    assert logged_in(server, "gus").get(path).status_code == 200
    line = kept.audit.latest(1)[0]
    assert (line["événement"], line["personne"], line["niveau"]) == ("export", "gus", "diffusion")
    assert (line["vues"], line["sélections"]) == TAKEN[path]


@pytest.mark.parametrize(
    ("says", "told"),
    [("svg", "SVG"), ("png", "PNG"), ("copy", "PNG (presse-papiers)"), ("Dupont", "SVG")],
)
def test_a_picture_is_recorded_in_the_format_that_the_page_makes_of_it(
    server: Flask, kept: Kept, says: str, told: str
) -> None:
    client = logged_in(server, "gus")
    client.get("/export/niveaux/picture.svg", headers={"X-Picture-Becomes": says})
    client.get("/export/niveaux/figure.json?confirme=oui")
    line = kept.audit.latest(1)[0]
    assert (line["fichier"], line["format"]) == ("/export/niveaux/picture.svg", told)


def test_nothing_that_somebody_typed_is_in_the_log(server: Flask, kept: Kept) -> None:
    client, typed = logged_in(server, "gus"), "Madame Dupont"
    token = token_in(client.get("/").text)
    fields = {
        "expo": f"statut~genre=F~{typed}\n{typed} {'x' * 400}",
        "filtre": "genre=F",
        "titre": typed,
        "csrf_token": token,
        typed: typed,
        "confirme": "oui",
    }
    assert send(client, "/deck.pptx", fields).status_code == 200
    line = json.dumps(kept.audit.latest(1)[0], ensure_ascii=False)
    assert '"vues": ["statut"], "sélections": ["?genre=F"]' in line
    assert "Dupont" not in line
    assert token not in line
    assert len(line) < 600


def test_what_cannot_be_recorded_is_not_sent(server: Flask, kept: Kept) -> None:
    client = logged_in(server, "gus")
    client.get("/export/statut.csv")
    with full(kept):
        refused = client.get("/export/statut.csv?genre=F")
    assert (refused.status_code, refused.mimetype) == (503, "text/plain")
    assert "ne peut pas être écrit" in refused.text.replace("\u00a0", " ")
    assert "Content-Disposition" not in refused.headers
    assert kept.audit.verify() == []
    assert client.get("/export/statut.csv?genre=F").status_code == 200


def test_exact_files_are_not_granted_where_that_cannot_be_recorded(
    server: Flask, kept: Kept
) -> None:
    client = logged_in(server, "gus")
    token = token_in(client.get("/").text)
    with full(kept):
        refused = send(client, "/acces/exports", {"csrf_token": token, "interne": "oui"})
    assert refused.status_code == 503
    client.get("/export/statut.csv")
    assert kept.audit.latest(1)[0]["niveau"] == "diffusion"


def test_refusals_of_strangers_do_not_grow_the_log_and_those_of_accounts_are_in_it(
    server: Flask, kept: Kept
) -> None:
    reader = logged_in(server, "lea")
    before = kept.audit.head
    assert browser(server).get("/audit").status_code == 403
    assert kept.audit.head == before
    assert reader.get("/audit").status_code == 403
    assert (kept.audit.latest(1)[0]["événement"], kept.audit.latest(1)[0]["personne"]) == (
        "refus",
        "lea",
    )


def test_each_day_the_first_request_of_anybody_removes_what_is_due(tmp_path: Path) -> None:
    days = [date(2026, 11, 30), date(2026, 11, 30), date(2026, 12, 1)]
    kept, server = kept_in(tmp_path), Flask(__name__)
    counting = Asked("x" * 32, now=lambda: datetime.combine(days[0], time(12), UTC))
    count_in(server, counting)
    Daily(kept, lambda: days[0]).attach(server)

    def left() -> tuple[int, int]:
        with kept.database.reading() as connection:
            (sessions,) = connection.execute("SELECT count(*) FROM sessions").fetchone()
        (asked,) = counting._database().execute("SELECT count(*) FROM asked").fetchone()
        return sessions, asked

    numbers = []
    while days:
        server.test_client().get("/healthz")
        numbers.append(left())
        if len(days) == 3:
            counting.take("lea", ["?genre=F"])
            kept.sessions.begin("lea", {})
            with kept.database.writing() as connection:
                connection.execute("UPDATE sessions SET begun = 0, seen = 0")
        days.pop(0)
    assert numbers == [(0, 0), (1, 1), (0, 0)]
