"""Are answers that take seconds made one after the other, and refused where too many ask?"""

from concurrent.futures import ThreadPoolExecutor, as_completed
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from socket import socketpair
from threading import Barrier, Event, Lock
from time import sleep

from flask import Flask, Response
from werkzeug.test import TestResponse

from dashboard.web.holding.heavy import BUSY, MOST_WAITING, one_at_a_time, take_turns
from dashboard.web.holding.turns import Turns
from dashboard.web.serving.sent import Sent
from tests.support.exhibits import plain


def test_one_is_made_after_the_other() -> None:
    server, alone, met = Flask(__name__), Lock(), []
    take_turns(server)

    @server.get("/deck")
    @one_at_a_time
    def deck() -> Response:
        with_another = not alone.acquire(blocking=False)
        met.append(with_another)
        sleep(0.01)
        if not with_another:
            alone.release()
        return Response("a deck")

    together = Barrier(MOST_WAITING)

    def ask(_: int) -> int:
        together.wait()
        status: int = server.test_client().get("/deck").status_code
        return status

    with ThreadPoolExecutor(MOST_WAITING) as clients:
        statuses = list(clients.map(ask, range(MOST_WAITING)))

    assert statuses == [200] * MOST_WAITING
    assert met == [False] * MOST_WAITING


def test_whoever_would_hold_one_thread_too_many_is_told_to_come_back() -> None:
    server, goes_on = Flask(__name__), Event()
    take_turns(server)

    @server.get("/deck")
    @one_at_a_time
    def deck() -> Response:
        goes_on.wait()
        return Response("a deck")

    with ThreadPoolExecutor(MOST_WAITING + 1) as clients:
        asked = [clients.submit(server.test_client().get, "/deck") for _ in range(MOST_WAITING + 1)]
        # None of the others is answered before the deck goes on.
        first = next(as_completed(asked))
        goes_on.set()
        statuses = sorted(answer.result().status_code for answer in asked)

    refused = first.result()
    assert refused.headers["Retry-After"] == "15"
    assert plain(refused.get_data(as_text=True)).strip() == plain(BUSY)
    assert statuses == [200] * MOST_WAITING + [503]


def test_who_looks_at_a_page_meanwhile_sees_one_that_asks_again_by_itself() -> None:
    server, goes_on = Flask(__name__), Event()
    take_turns(server)

    @server.get("/bilan")
    @one_at_a_time
    def document() -> Response:
        goes_on.wait()
        return Response("a document")

    def ask(_: int) -> TestResponse:
        return server.test_client().get("/bilan", headers={"Accept": "text/html,*/*;q=0.8"})

    with ThreadPoolExecutor(MOST_WAITING + 1) as clients:
        asked = [clients.submit(ask, number) for number in range(MOST_WAITING + 1)]
        refused = next(as_completed(asked)).result()
        goes_on.set()

    assert (refused.status_code, refused.mimetype) == (503, "text/html")
    assert '<meta http-equiv="refresh" content="15">' in refused.text
    assert "<h1>Patientez</h1>" in refused.text


def test_a_process_that_ends_leaves_its_turn_and_its_place() -> None:
    turns = Turns(1)

    def hold(told: Connection) -> None:
        with turns.place() as placed, turns.turn():
            told.send(placed)
            Event().wait()

    here, there = Pipe()
    other = get_context("fork").Process(target=hold, args=(there,))
    other.start()
    assert here.recv() is True
    with turns.place() as placed:
        assert not placed
    other.kill()
    other.join()
    with turns.place() as placed, turns.turn():
        assert placed


def test_nothing_is_made_for_who_has_left() -> None:
    server, made = Flask(__name__), []
    take_turns(server)

    @server.get("/deck")
    @one_at_a_time
    def deck() -> Response:
        made.append(True)
        return Response("a deck")

    here, there = socketpair()
    with here:
        environ = {"gunicorn.socket": Sent(here)}
        assert server.test_client().get("/deck", environ_overrides=environ).status_code == 200
        there.close()
        assert server.test_client().get("/deck", environ_overrides=environ).status_code == 503
    assert made == [True]
