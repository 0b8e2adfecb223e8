"""How do two processes hand each other bytes through a pipe, no more than they said?"""

from __future__ import annotations

from typing import IO

_LENGTH = 8


def send(pipe: IO[bytes], content: bytes) -> None:
    """Writes the number of the bytes of `content`, then these; raises OSError where nobody reads."""
    pipe.write(len(content).to_bytes(_LENGTH, "big"))
    pipe.write(content)
    pipe.flush()


def receive(pipe: IO[bytes], most: int) -> bytes | None:
    """What `send` wrote; None where the pipe ends before all of it, or where it is more than `most` bytes."""
    head = pipe.read(_LENGTH)
    length = int.from_bytes(head, "big")
    if len(head) < _LENGTH or length > most:
        return None
    content = pipe.read(length)
    return content if len(content) == length else None
