"""What stands in place of a connection while an answer is written: what takes all of it and waits for nobody?"""

from __future__ import annotations

import socket


class Sent:
    """Takes what is written to a connection; what the system takes of it is on its way, the `rest` is kept."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._pieces: list[bytes] = []
        self._rest = memoryview(b"")

    def sendall(self, data: bytes) -> None:
        """As a socket has it, but that it never waits."""
        self._pieces.append(bytes(data))

    def send(self, data: bytes) -> int:
        """As above."""
        self.sendall(data)
        return len(data)

    def shutdown(self, _: int) -> None:
        """Nothing more is written: the loop ends the connection."""

    def settimeout(self, _: float) -> None:
        """It never waits."""

    def recv(self, _: int) -> bytes:
        """Nothing comes from here."""
        return b""

    def close(self) -> None:
        """The loop closes the connection."""

    def push(self) -> None:
        """Gives the system what it takes without waiting. Raises OSError where the client is gone."""
        self._rest = memoryview(b"".join(self._pieces))
        self._pieces.clear()
        self._connection.setblocking(False)
        while self._rest:
            try:
                taken = self._connection.send(self._rest)
            except BlockingIOError:
                return
            self._rest = self._rest[taken:]

    @property
    def is_left(self) -> bool:
        """Whether the client has closed the connection: nobody waits for the answer."""
        try:
            return not self._connection.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT)
        except BlockingIOError:
            return False
        except OSError:
            return True

    @property
    def rest(self) -> memoryview:
        """What is still to be sent."""
        return self._rest
