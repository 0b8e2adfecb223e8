"""Is another version shown while the dashboard runs, and a broken one never?"""

from __future__ import annotations

import errno
import logging
import re
import shutil
import time
from functools import partial
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from flask.testing import FlaskClient

from dashboard.current import Current
from dashboard.datasets.mark import mark_of
from dashboard.datasets.store import Store
from dashboard.disclosure.policy import INTERNAL
from dashboard.opening import open_publication
from dashboard.publication import Publication
from dashboard.web.renewing import refused
from dashboard.web.renewing import renewal as renewals
from dashboard.web.renewing.renewal import Renewal, Watched
from dashboard.web.server import create_app
from tests.support.exhibits import plain
from tests.support.stores import REFERENCE, published, show_a_broken_version, tables

PAGE = {"path": "/", "search": "", "tables": [], "narrow": False, "whole": False, "known": {}}


NAMED = re.compile(r'(?:data-version="|Données au [^,<]{8,40}, version )([0-9a-f]{12})')
"""The version by which a page's scripts go, and the one that its foot names."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Two versions, of which the first is shown when a test begins."""
    folder = tmp_path_factory.mktemp("two")
    store = Store(folder / "store")
    for i in range(2):
        published(store, tables(folder / str(i), without=i))
    return store


class Served:
    """The dashboard of a folder as one worker serves it, its thread not started: a test looks when it wants to."""

    def __init__(self, folder: Path) -> None:
        self.opened: list[str] = []
        mark = mark_of(folder)
        self.current = Current(self._load(folder))
        self.server = create_app(
            self.current, watched=Watched(mark, partial(self._load, folder))
        ).server
        self.client: FlaskClient = self.server.test_client()
        self.renewal: Renewal = self.server.extensions["renewal"]

    def _load(self, folder: Path) -> Publication:
        publication = open_publication(folder, REFERENCE, INTERNAL)
        self.opened.append(publication.version)
        return publication

    def health(self) -> dict[str, Any]:
        told: dict[str, Any] = self.client.get("/healthz").get_json()
        return told

    def ask(self, version: str, search: str = "?genre=F") -> dict[str, Any]:
        answer = self.client.post("/answer", json={**PAGE, "search": search, "version": version})
        assert answer.status_code == 200
        told: dict[str, Any] = answer.get_json()
        return told


def versions(store: Store) -> list[str]:
    return [manifest.version for manifest in store.manifests()]


@pytest.fixture(scope="module")
def looking(store: Store) -> Served:
    """A worker that looks when it is told to."""
    store.show(versions(store)[0])
    return Served(store.folder)


@pytest.fixture(scope="module")
def running(store: Store) -> Served:
    """A worker that looks by itself."""
    store.show(versions(store)[0])
    served = Served(store.folder)
    served.renewal.start()
    return served


@pytest.fixture
def served(looking: Served, store: Store) -> Served:
    """A worker that shows the first version, and has only now begun to count what it opens."""
    store.show(versions(store)[0])
    looking.renewal.check()
    looking.opened.clear()
    return looking


def test_a_new_version_is_shown_and_so_is_the_one_returned_to(served: Served, store: Store) -> None:
    first, second = versions(store)
    assert f"version {first}" in served.client.get("/").text
    store.show(second)
    served.renewal.check()
    assert f"version {second}" in served.client.get("/").text
    assert served.health() == {
        "status": "ok",
        "data_version": second,
        "renewal": {"state": "current", "published": second},
    }
    store.show(first)
    served.renewal.check()
    assert served.current.get().version == first


def test_what_has_not_changed_is_not_read_again(served: Served, store: Store) -> None:
    for _ in range(3):
        served.renewal.check()
    assert served.opened == []


def test_a_broken_version_is_refused_once_told_and_changes_nothing(
    served: Served, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    first, second = versions(store)
    broken = show_a_broken_version(store)
    with caplog.at_level(logging.ERROR):
        for _ in range(3):
            served.renewal.check()
    (line,) = [record.getMessage() for record in caplog.records]
    assert broken in line
    assert "endommagée" in line
    assert "\n" not in line
    assert served.client.get("/healthz").status_code == 200
    assert served.health()["data_version"] == first
    assert served.health()["renewal"] == {"state": "refused", "published": broken}
    assert served.ask(first)["version"] == first
    store.show(second)
    served.renewal.check()
    assert served.health()["data_version"] == second


class Clock:
    """A clock that a test sets, in place of the system's."""

    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(refused, "time", clock)
    return clock


def test_a_version_whose_files_come_after_the_pointer_is_shown_once_they_stand_still(
    served: Served, store: Store, clock: Clock
) -> None:
    second = versions(store)[1]
    away = store.folder / "away"
    store.home(second).rename(away)
    store.show(second)
    served.renewal.check()
    assert served.health()["renewal"] == {"state": "refused", "published": second}
    store.home(second).mkdir()
    for path in away.iterdir():
        shutil.copy2(path, store.home(second))
        served.renewal.check()
    assert served.current.get().version != second
    served.renewal.check()
    assert served.health()["renewal"]["state"] == "current"
    assert served.current.get().version == second
    shutil.rmtree(away)


def test_what_went_wrong_once_is_tried_again_after_pauses_that_grow(
    served: Served, store: Store, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    second, failing = versions(store)[1], [MemoryError(), MemoryError(), MemoryError()]
    load, tried = served.renewal._load, list[float]()

    def fails() -> Publication:
        tried.append(clock.now)
        if failing:
            raise failing.pop()
        return load()

    served.renewal._load = fails
    store.show(second)
    for clock.now in range(60):
        served.renewal.check()
    served.renewal._load = load
    assert tried == [0, 5, 15, 35]
    assert served.current.get().version == second
    assert len([r for r in caplog.records if "is refused" in r.getMessage()]) == 1


def test_a_page_of_a_version_that_is_refused_here_is_told_which_one_is_shown(
    served: Served, store: Store
) -> None:
    first = versions(store)[0]
    broken = show_a_broken_version(store)
    served.renewal.check()
    assert served.ask(broken) == {"version": first, "replaced": True}


def test_a_pointer_that_cannot_be_read_is_told_logged_once_and_waited_for(
    served: Served, store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    first, second = versions(store)
    read = Path.read_text

    def stale(path: Path, **options: Any) -> str:
        if path == store.pointer:
            raise OSError(errno.ESTALE, "Stale file handle")
        return read(path, **options)

    store.show(second)
    with monkeypatch.context() as patched, caplog.at_level(logging.ERROR):
        patched.setattr(Path, "read_text", stale)
        for _ in range(3):
            served.renewal.check()
        assert served.health()["renewal"] == {"state": "unreadable", "published": first}
        assert served.ask(second) == {"version": first, "replaced": True}
    (line,) = [record.getMessage() for record in caplog.records]
    assert "ESTALE" in line
    served.renewal.check()
    assert served.health()["renewal"] == {"state": "current", "published": second}


def test_a_store_that_is_away_is_not_taken_for_a_folder_of_tables(
    served: Served, store: Store
) -> None:
    away = store.folder.with_name("away")
    store.folder.rename(away)
    served.renewal.check()
    assert served.health()["renewal"]["state"] == "unreadable"
    away.rename(store.folder)
    served.renewal.check()
    assert served.health()["renewal"]["state"] == "current"


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_whatever_a_look_raises_the_next_one_is_taken(
    store: Store, served: Served, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    looks, over = [OSError(), OSError(), ValueError()], Event()

    def fails() -> None:
        if looks:
            raise looks.pop()
        over.set()
        raise SystemExit

    monkeypatch.setattr(renewals, "LOOK_S", 0.0)
    monkeypatch.setattr(served.renewal, "check", fails)
    served.renewal.start()
    assert over.wait(20)
    thread = served.renewal._thread
    assert thread is not None
    thread.join()
    assert len([r for r in caplog.records if "could not be looked at" in r.getMessage()]) == 2
    # Who looks no more says so.
    assert served.health()["renewal"]["state"] == "stopped"
    served.renewal._thread = None


def test_a_return_from_a_broken_version_to_the_one_shown_ends_the_refusal(
    served: Served, store: Store
) -> None:
    show_a_broken_version(store)
    served.renewal.check()
    store.show(versions(store)[0])
    served.renewal.check()
    assert served.health()["renewal"]["state"] == "current"
    assert served.opened == []


def test_tables_that_are_gone_are_told_until_they_are_back(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    store = Store(tmp_path / "store")
    published(store, tables(tmp_path / "a"))
    for folder, state in ((tables(tmp_path / "b"), "changed"), (store.folder, "damaged")):
        served = Served(folder)
        home = store.home(versions(store)[0]) if state == "damaged" else folder
        lost = home / "benefits.csv"
        kept = lost.read_bytes()
        home.chmod(0o755)
        lost.unlink()
        for _ in range(3):
            served.renewal.check()
        ready = served.client.get("/readyz")
        assert ready.status_code == 503
        assert "ont changé ou manquent" in ready.get_json()["reasons"]["tables"]
        assert served.health()["renewal"]["state"] == state
        assert served.client.get("/").status_code == 200
        lost.write_bytes(kept)
        served.renewal.check()
        assert served.client.get("/readyz").status_code == 200
    assert len([r for r in caplog.records if "have changed" in r.getMessage()]) == 2


def test_tables_of_a_plain_folder_that_changed_are_told_and_not_read(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tables(tmp_path / "a")
    served = Served(folder)
    answers = folder / "benefits.csv"
    for end in ("", "\n"):
        answers.write_text(answers.read_text(encoding="utf-8") + end, encoding="utf-8")
        served.renewal.check()
    assert served.health()["renewal"] == {"state": "changed", "published": None}
    assert len(served.opened) == 1
    assert len([r for r in caplog.records if "have changed" in r.getMessage()]) == 1


def test_a_page_of_another_version_gets_no_part_of_this_one(served: Served, store: Store) -> None:
    first, second = versions(store)
    assert "parts" in served.ask(first)
    store.show(second)
    served.renewal.check()
    assert served.ask(first) == {"version": second, "replaced": True}
    assert "parts" in served.ask(second)


def test_a_question_of_a_newer_page_waits_until_this_worker_has_caught_up(
    running: Served, store: Store
) -> None:
    second = versions(store)[1]
    store.show(second)
    told = running.ask(second)
    assert told["version"] == second
    assert "parts" in told


def test_a_worker_that_cannot_catch_up_in_time_does_not_answer(
    served: Served, store: Store
) -> None:
    second = versions(store)[1]
    store.show(second)
    answer = served.client.post("/answer", json={**PAGE, "version": second})
    assert answer.status_code == 503
    assert "en cours de chargement" in plain(answer.text)


def test_nobody_waits_for_a_version_that_is_refused(
    running: Served, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    # It would be noticed: the test would take that long.
    monkeypatch.setattr(renewals, "CATCH_UP_S", 60.0)
    broken = show_a_broken_version(store)
    running.client.get(f"/?version={broken}")
    assert running.health()["renewal"]["state"] == "refused"


def test_a_page_gets_the_lists_of_its_own_version(served: Served, store: Store) -> None:
    first, second = versions(store)
    before = served.client.get(f"/_dash-layout?version={first}").data
    store.show(second)
    served.renewal.check()
    # The same lists, kept: the tables differ by an answer to a question that no list shows.
    assert served.client.get(f"/_dash-layout?version={first}").data == before
    assert served.client.get(f"/_dash-layout?version={second}").status_code == 200


def test_no_answer_is_dropped_or_mixed_while_versions_are_replaced(
    served: Served, store: Store
) -> None:
    both = versions(store)
    told: list[set[str]] = []
    over = False

    def ask() -> None:
        client = served.server.test_client()
        while not over:
            told.append(set(NAMED.findall(client.get("/").text)))
            # What loads the tables has its turn.
            time.sleep(0.01)

    asker = Thread(target=ask)
    asker.start()
    for version in (both[1], both[0]):
        store.show(version)
        served.renewal.check()
    over = True
    asker.join()
    assert {len(one) for one in told} == {1}
    assert set().union(*told) == set(both)
