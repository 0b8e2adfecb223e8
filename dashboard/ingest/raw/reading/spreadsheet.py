"""How is a workbook read in a process of its own, whose death is a finding and never ours?"""

from __future__ import annotations

import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import orjson

import dashboard
from dashboard.ingest.delimited.unreadable import UnreadableError
from dashboard.ingest.raw.reading.framing import receive, send
from dashboard.ingest.raw.reading.limits import Limits
from dashboard.ingest.raw.reading.sheet import Merge, Sheet

CHECK = "classeur"

_PROGRAM = "dashboard.ingest.raw.reading.child"
_FOLDER = Path(dashboard.__file__).parent.parent


class SpreadsheetReader:
    """Reads workbooks one after the other in one process, started when it is needed and anew once it has died.

    A context: leaving it ends the process. Not to be shared by threads.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._end()

    def read(self, content: bytes) -> list[Sheet]:
        """The sheets of the workbook `content`; raises UnreadableError where it has none, or killed its process."""
        process = self._living()
        late = threading.Event()

        def end() -> None:
            late.set()
            process.kill()

        clock = threading.Timer(self._limits.seconds, end)
        clock.daemon = True
        clock.start()
        answer = None
        try:
            answer = _asked(process, content, self._limits)
        finally:
            clock.cancel()
            # It may be ending the process just now.
            clock.join()
            if answer is None or late.is_set():
                self._end()
        if answer is None:
            raise UnreadableError(CHECK, _died(self._limits, late=late.is_set()))
        return _sheets(orjson.loads(answer))

    def _living(self) -> subprocess.Popen[bytes]:
        """The process, started anew where it has died between two files: of the system, not of the next one."""
        if self._process and self._process.poll() is not None:
            self._end()
        self._process = self._process or _started(self._limits)
        return self._process

    def _end(self) -> None:
        if self._process is None:
            return
        process, self._process = self._process, None
        process.kill()
        for pipe in (process.stdin, process.stdout):
            # What is still to be written to it goes nowhere.
            with suppress(OSError):
                if pipe:
                    pipe.close()
        process.wait()


def _started(limits: Limits) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - this very program, with limits of ours.
        [sys.executable, "-m", _PROGRAM, orjson.dumps(asdict(limits)).decode()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=_FOLDER,
        # A terminal that interrupts the command ends it; the command ends this one.
        start_new_session=True,
    )


def _asked(process: subprocess.Popen[bytes], content: bytes, limits: Limits) -> bytes | None:
    """The answer to `content`; None where the process died of it."""
    if process.stdin is None or process.stdout is None:
        return None
    with suppress(OSError):
        send(process.stdin, content)
        return receive(process.stdout, limits.answer_bytes)
    return None


def _died(limits: Limits, *, late: bool) -> str:
    why = (
        f"il n'a pu être lu en {limits.seconds:.0f} secondes"
        if late
        else "sa lecture s'est interrompue, faute de mémoire ou parce qu'il est abîmé"
    )
    return (
        f"{why} : ouvrez-le dans un tableur, supprimez les lignes et les colonnes vides après le tableau, puis "
        "enregistrez la feuille utile en CSV UTF-8."
    )


def _sheets(answer: dict[str, Any]) -> list[Sheet]:
    if "fault" in answer:
        raise UnreadableError(**answer["fault"])
    return [
        Sheet(
            name=sheet["name"],
            is_hidden=sheet["is_hidden"],
            rows=tuple(map(tuple, sheet["rows"])),
            merges=tuple(Merge(**merge) for merge in sheet["merges"]),
            unstored=tuple(map(tuple, sheet["unstored"])),
            errors=tuple(map(tuple, sheet["errors"])),
            rounded=tuple(map(tuple, sheet["rounded"])),
            hidden_lines=sheet["hidden_lines"],
        )
        for sheet in answer["sheets"]
    ]
