"""How much of a request has come: some of it, all of it, or more than is ever read?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

LONGEST_HEAD = 32_768
"""Bytes of a first line and its headers: an address of 8 kB, as much again of cookies, and room."""

LONGEST_BODY = 512_000
"""Bytes of a body that are waited for: the longest that any address takes (`limits.py`)."""

HEAD_S, BODY_S = 10.0, 30.0
"""Seconds from the first byte to the end of the headers, and from there to the end of the body."""

State = Literal["some", "whole", "too long"]

_END = b"\r\n\r\n"
_LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d{1,18})[ \t]*\r\n", re.IGNORECASE)
_CHUNKED = re.compile(rb"\r\ntransfer-encoding:", re.IGNORECASE)
_EXPECTS = re.compile(rb"\r\nexpect:[ \t]*100-continue[ \t]*\r\n", re.IGNORECASE)


@dataclass
class Arriving:
    """What has come of one request, and until when the rest of it is waited for.

    Whether the request is well formed is for the parser to say: here it is only seen where it ends.
    """

    due: float
    came: bytearray = field(default_factory=bytearray)
    head: int = 0
    body: int = 0
    is_told_to_go_on: bool = False

    def take(self, piece: bytes, now: float) -> State:
        """Adds what has come."""
        if piece and not self.came:
            self.due = now + HEAD_S
        # The end may have come in two pieces.
        seen = max(len(self.came) - len(_END) + 1, 0)
        self.came += piece
        if not self.head:
            at = self.came.find(_END, seen)
            if at < 0:
                return "too long" if len(self.came) > LONGEST_HEAD else "some"
            self.head = at + len(_END)
            self.due = now + BODY_S
            length = _LENGTH.search(self.came, 0, self.head)
            self.body = int(length[1]) if length else 0
        if not self.is_read:
            return "whole"
        return "whole" if len(self.came) >= self.head + self.body else "some"

    @property
    def is_read(self) -> bool:
        """Whether its body is waited for: one that is too long, or does not say how long, is refused by its headers."""
        return self.body <= LONGEST_BODY and not _CHUNKED.search(self.came, 0, self.head)

    @property
    def expects_to_be_told(self) -> bool:
        """Whether its sender waits to be told to send the body."""
        return bool(self.head) and _EXPECTS.search(self.came, 0, self.head) is not None
