"""What does the process answer that spreadsheets are read in? For each workbook its sheets, or why there are none.

Started with its limits, as JSON; a workbook comes, and an answer goes, as the number of its bytes, in eight, and these.
"""

from __future__ import annotations

import resource
import sys
from contextlib import suppress
from typing import IO

import orjson

from dashboard.ingest.delimited.unreadable import UnreadableError
from dashboard.ingest.raw.reading.child.workbook import sheets_of
from dashboard.ingest.raw.reading.framing import receive, send
from dashboard.ingest.raw.reading.limits import Limits


def serve(limits: Limits, requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answers until no request comes: whoever asked has gone, or needs no more."""
    while (content := receive(requests, limits.file_bytes)) is not None:
        _confine_time(limits)
        send(answers, _answer(content, limits))


def _answer(content: bytes, limits: Limits) -> bytes:
    try:
        sheets = sheets_of(content, limits)
    except UnreadableError as error:
        fault = {"check": error.check, "message": str(error), "sheet": error.sheet}
        return orjson.dumps({"fault": fault})
    return orjson.dumps({"sheets": sheets})


def _confine_memory(limits: Limits) -> None:
    """No more memory than `limits`, and no image of it on disk; not every system holds a process to the first."""
    _at_most(resource.RLIMIT_AS, limits.memory_bytes)
    _at_most(resource.RLIMIT_CORE, 0)


def _confine_time(limits: Limits) -> None:
    """Ends this process should whoever watches its clock have been killed: so many seconds of computing more."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _at_most(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime + limits.seconds) + 1)


def _at_most(what: int, most: int) -> None:
    _, hard = resource.getrlimit(what)
    # macOS knows the limit of addresses and does not take every value of it.
    with suppress(ValueError, OSError):
        resource.setrlimit(what, (most, hard))


if __name__ == "__main__":
    LIMITS = Limits(**orjson.loads(sys.argv[1]))
    _confine_memory(LIMITS)
    serve(LIMITS, sys.stdin.buffer, sys.stdout.buffer)
