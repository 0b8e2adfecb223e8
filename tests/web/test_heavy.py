"""Are answers that take seconds made one after the other, and refused where too many ask?"""

from concurrent.futures import ThreadPoolExecutor, as_completed
from threading import Barrier, Event, Lock
from time import sleep

from flask import Flask, Response

from dashboard.web.heavy import MOST_WAITING, one_at_a_time


def test_one_is_made_after_the_other() -> None:
    server, alone, met = Flask(__name__), Lock(), []

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
    assert refused.headers["Retry-After"] == "60"
    assert refused.get_data(as_text=True).startswith("Plusieurs documents")
    assert statuses == [200] * MOST_WAITING + [503]
