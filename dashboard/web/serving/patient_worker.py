"""How does a worker serve whoever asks, however slowly they send, read or leave, without a thread that waits for them?

gunicorn's threads read a request from its connection, and write the answer to it: each slow client holds one. Here the
loop that accepts connections also gathers what comes on them, and a thread is given a request that has come in full;
what the network does not take of its answer at once, the loop sends. Threads only compute.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from selectors import EVENT_READ, EVENT_WRITE
from types import SimpleNamespace
from typing import Any

from gunicorn.http import wsgi
from gunicorn.workers.gthread import STOP_KEEPALIVE_LINGER, TConn, ThreadWorker

from dashboard.web.serving.arriving import Arriving
from dashboard.web.serving.division import Division
from dashboard.web.serving.sent import Sent
from dashboard.web.serving.unnamed import Unnamed

PIECE = 65_536
SENT_S = 60.0
"""Seconds in which an answer has to be read, from the last time that anything was taken of it."""

LEFT_S = 2.0
"""Seconds that a connection is kept for its client to close it first: else the end of an answer may be lost."""

COURTESY_S = 0.001
"""Seconds for which a connection is left to a worker that has fewer; one that hangs does not keep it for longer."""

TOO_LONG = b"HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
GO_ON = b"HTTP/1.1 100 Continue\r\n\r\n"


@dataclass
class Leaving:
    """A connection that is sent the rest of an answer, or closed once its client has: until when, and what is left."""

    due: float
    rest: memoryview
    is_kept: bool


class PatientWorker(ThreadWorker):  # type: ignore[misc] # As above.
    """gunicorn's worker with threads; all that is here runs in its loop, but `handle_request`.

    `division` and the `place` in it are given by what starts it (`gunicorn.conf.py`).
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._arriving: dict[TConn, Arriving] = {}
        self._leaving: dict[TConn, Leaving] = {}
        self._stopped = 0.0
        self.division = Division(1)
        self.place = self.division.join()
        wsgi.Response = Unnamed

    def enqueue_req(self, conn: TConn) -> None:
        """Waits for a request on `conn`, which is new, or has just been answered on."""
        # What a client has sent ahead was read with the request before.
        ahead = conn.parser.unreader.take_buffered() if conn.initialized else b""
        now = time.monotonic()
        self._arriving[conn] = Arriving(now + self.cfg.keepalive)
        conn.sock.setblocking(False)
        self.poller.register(conn.sock, EVENT_READ, partial(self._read, conn))
        if ahead:
            self._take(conn, ahead)

    def _read(self, conn: TConn, _: object) -> None:
        try:
            piece = conn.sock.recv(PIECE)
        except BlockingIOError:
            return
        except OSError:
            piece = b""
        if piece:
            self._take(conn, piece)
        else:
            self._forget(conn)

    def _take(self, conn: TConn, piece: bytes) -> None:
        arriving = self._arriving[conn]
        state = arriving.take(piece, time.monotonic())
        if state == "whole":
            self._hand_over(conn)
        elif state == "too long":
            _tell(conn, TOO_LONG)
            del self._arriving[conn]
            self.poller.unregister(conn.sock)
            self._leave(conn)
        elif arriving.expects_to_be_told and not arriving.is_told_to_go_on:
            arriving.is_told_to_go_on = True
            _tell(conn, GO_ON)

    def _hand_over(self, conn: TConn) -> None:
        """Gives a request that has come to a thread."""
        arriving = self._arriving.pop(conn)
        self.poller.unregister(conn.sock)
        conn.data_ready = True
        conn.is_read = arriving.is_read
        conn.init()
        conn.parser.unreader.unread(bytes(arriving.came))
        super().enqueue_req(conn)

    def handle_request(self, req: Any, conn: TConn) -> bool:  # noqa: ANN401 - gunicorn's own.
        """Answers, in a thread; what cannot be sent at once is left to the loop."""
        conn.sent = Sent(conn.sock)
        seen = SimpleNamespace(sock=conn.sent, client=conn.client, server=conn.server)
        kept = bool(super().handle_request(req, seen))
        conn.sent.push()
        return kept

    def _keepalive_after(self, conn: TConn, keepalive: bool) -> bool:
        """A body that is not read is not waited for: the connection ends."""
        return conn.is_read and bool(super()._keepalive_after(conn, keepalive))

    def finish_request(self, conn: TConn, fs: Future[Any]) -> None:
        """Sends the rest of an answer, then waits for the next request, or for the client to leave."""
        kept = not fs.cancelled() and fs.exception() is None and bool(fs.result())
        rest = conn.sent.rest if hasattr(conn, "sent") else memoryview(b"")
        if rest:
            conn.sock.setblocking(False)
            self._leaving[conn] = Leaving(time.monotonic() + SENT_S, rest, kept)
            self.poller.register(conn.sock, EVENT_WRITE, partial(self._write, conn))
        else:
            self._finish(conn, kept=kept)

    def _write(self, conn: TConn, _: object) -> None:
        leaving = self._leaving[conn]
        try:
            taken = conn.sock.send(leaving.rest)
        except BlockingIOError:
            return
        except OSError:
            self._forget(conn)
            return
        leaving.rest = leaving.rest[taken:]
        leaving.due = time.monotonic() + SENT_S
        if not leaving.rest:
            del self._leaving[conn]
            self.poller.unregister(conn.sock)
            self._finish(conn, kept=leaving.is_kept)

    def _finish(self, conn: TConn, *, kept: bool) -> None:
        if kept:
            done: Future[bool] = Future()
            done.set_result(True)
            super().finish_request(conn, done)
        else:
            self._leave(conn)

    def _leave(self, conn: TConn) -> None:
        """Says that nothing more will come, and closes once the client has, or after a while."""
        try:
            conn.sock.setblocking(False)
            conn.sock.shutdown(socket.SHUT_WR)
        except OSError:
            self.nr_conns -= 1
            conn.close()
            return
        self._leaving[conn] = Leaving(time.monotonic() + LEFT_S, memoryview(b""), is_kept=False)
        self.poller.register(conn.sock, EVENT_READ, partial(self._drain, conn))

    def _drain(self, conn: TConn, _: object) -> None:
        try:
            piece = conn.sock.recv(PIECE)
        except BlockingIOError:
            return
        except OSError:
            piece = b""
        if not piece:
            self._forget(conn)

    def _forget(self, conn: TConn) -> None:
        """Closes a connection that the loop looks at."""
        self._arriving.pop(conn, None)
        self._leaving.pop(conn, None)
        self.poller.unregister(conn.sock)
        self.nr_conns -= 1
        conn.close()

    def murder_pending(self) -> None:
        """Closes what has taken too long; gunicorn's loop calls this after all that it does."""
        now = time.monotonic()
        if self.alive:
            self.division.tell(self.place, self.nr_conns)
        if self._stopped:
            # A worker that stops answers what is being sent, and waits for nobody who has not begun.
            for arriving in self._arriving.values():
                arriving.due = min(arriving.due, self._stopped + STOP_KEEPALIVE_LINGER)
        waiting: dict[TConn, Arriving | Leaving] = {**self._arriving, **self._leaving}
        for conn, waited in waiting.items():
            if waited.due <= now:
                self._forget(conn)

    def accept(self, listener: Any) -> None:  # noqa: ANN401 - gunicorn's own.
        """Takes a connection that waits; a worker that has more than another lets that one be first.

        All workers listen on one socket: what waits at it outlives each of them.
        """
        if self.alive and not self.division.is_least(self.place):
            time.sleep(COURTESY_S)
        super().accept(listener)
        if self.alive:
            self.division.tell(self.place, self.nr_conns)

    def set_accept_enabled(self, enabled: bool) -> None:
        """Takes in, as it stops, whoever has connected already: no other worker may be left to."""
        super().set_accept_enabled(enabled)
        if self.alive or enabled:
            return
        self._stopped = time.monotonic()
        self.division.leave(self.place)
        for listener in self.sockets:
            late = [*_connected(listener)]
            name = listener.getsockname()
            # As soon as nobody waits any more: who connects between is cut off.
            listener.close()
            for connection, client in late:
                self.nr_conns += 1
                self.enqueue_req(TConn(self.cfg, connection, client, name))


def _connected(listener: Any) -> Iterator[tuple[socket.socket, object]]:  # noqa: ANN401 - gunicorn's own.
    """Those who wait at a socket that never waits itself."""
    while True:
        try:
            yield listener.accept()
        except OSError:
            return


def _tell(conn: TConn, words: bytes) -> None:
    """Says a word that fits into any buffer; who does not read it is dealt with as slow."""
    try:
        conn.sock.send(words)
    except OSError:
        return
