"""Who took what away, logged in, failed to, or was given a role? One line an event, each sealed by the one before.

Never what was counted: the log holds no data of beneficiaries. Nor what somebody has typed.
"""

from __future__ import annotations

import fcntl
import json
import logging
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime, timedelta
from itertools import chain, islice, takewhile
from pathlib import Path
from typing import Literal

from dashboard.access.authors import Author
from dashboard.access.faults import HEAD, Fault, Part, faults_in
from dashboard.access.sealed import FIRST, Entry, append, from_end, numbered, seal_of
from dashboard.domain.errors import AccessError
from dashboard.durable import flush
from dashboard.text.typography import unbroken

_LOG = logging.getLogger(__name__)

Event = Literal[
    "connexion",
    "échec",
    "déconnexion",
    "compte",
    "export",
    "demande interne",
    "refus",
    "conservation",
]
"""connexion, échec, déconnexion: of a person; compte: an account made, disabled, erased, with another password or role;
export: a file, a deck or a document was sent; demande interne: exports are to be exact from now on, or not any more;
refus: a page that the role does not open; conservation: files that were older than the log is kept are gone."""

NAMED = "audit-*.jsonl"

NOT_WRITTEN = (
    "Le journal d'audit ne peut pas être écrit : ce qui n'y est pas inscrit n'est ni envoyé ni permis. Prévenez "
    "l'administrateur de ce tableau de bord (le disque est peut-être plein), puis réessayez."
)


class AuditError(AccessError):
    """An event could not be recorded: whatever was to follow from it must not."""


class Audit:
    """The log in `folder`: a file a month, to which several processes add lines; whole files go after `days`.

    `clock` tells the time. It may jump: a line is never dated before the one that precedes it, and says in `horloge`
    what the clock said where that is earlier.
    """

    def __init__(
        self, folder: Path, days: int, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._folder = folder
        self._days = days
        self._clock = clock
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def record(self, event: Event, author: Author, **facts: object) -> None:
        """Adds what `author` did; on the disk when this returns.

        `facts` are names of views, formats and policies, and selections as an address writes them; never a count, nor
        what somebody typed. Raises AuditError where the line cannot be written: the log is then as it was.
        """
        told = {"événement": event, "personne": author.name, "rôle": author.role}
        identity = {"identité": author.identity} if author.identity else {}
        try:
            with self._alone():
                self._add({**told, **identity, **facts})
        except OSError as error:
            _LOG.error("the audit log cannot be written: %s", error.strerror)
            raise AuditError(unbroken(NOT_WRITTEN)) from error

    def lines(self) -> Iterator[Mapping[str, object]]:
        """What is recorded, oldest first; a line that cannot be read is left out, as `verify` tells."""
        for path in self._files():
            with path.open("rb") as file:
                for _, told in numbered(file, path.stat().st_size):
                    if told is not None:
                        yield told

    def latest(self, most: int) -> list[Mapping[str, object]]:
        """The last `most` lines, newest first."""
        return list(islice(self._backwards(), most))

    def verify(self, noted: str = "") -> list[Fault]:
        """Every line that was changed, added or taken away, up to now; none: the chain is whole.

        That the last lines of all are missing shows in the file `tête`, which holds the seal of the last one; that all
        were written anew, in a seal that was `noted` elsewhere. Nobody waits meanwhile to add a line.
        """
        with ExitStack() as opened:
            with self._alone():
                head = self.head
                files = [opened.enter_context(path.open("rb")) for path in self._files()]
                sizes = [os.fstat(file.fileno()).st_size for file in files]
            named = zip(files, sizes, strict=True)
            parts = (Part(Path(file.name).name, file, size) for file, size in named)
            return list(faults_in(parts, head, noted))

    def retain(self) -> None:
        """Removes the months whose last line is older than the log is kept, and records that; once a day is enough.

        What was due on the last day before this one goes, so that a clock that is wrong for a day takes nothing away.
        Raises OSError where that cannot be recorded.
        """
        with self._alone():
            today = self._clock().date()
            noted = self._folder / "conservation"
            before = noted.read_text(encoding="ascii") if noted.is_file() else ""
            if before == today.isoformat():
                return
            last = next(self._backwards(), None)
            known = date.fromisoformat(before) if before else _clocked(last) or today
            self._forget(min(today, known) - timedelta(days=self._days))
            _put(noted, today.isoformat())

    @property
    def is_writable(self) -> bool:
        """Whether an event could be recorded now, as far as rights tell."""
        return os.access(self._folder, os.W_OK | os.X_OK) and all(
            os.access(path, os.W_OK) for path in self._files()[-1:]
        )

    @property
    def head(self) -> str:
        """The seal of the last line: noted elsewhere, it proves later that nothing before it was changed."""
        path = self._folder / HEAD
        return path.read_text(encoding="ascii") if path.is_file() else FIRST

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob(NAMED))

    def _backwards(self) -> Iterator[Entry]:
        return chain.from_iterable(map(from_end, reversed(self._files())))

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """While no other process adds a line, which is sealed by the one before."""
        descriptor = os.open(self._folder / "verrou", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    def _add(self, told: Mapping[str, object]) -> None:
        last = next(self._backwards(), None)
        now, when = self._moment()
        clock = {"horloge": _written(now)} if when > now else {}
        before = str(last.get("sceau", "")) if last else FIRST
        entry = {"quand": _written(when), **clock, **told, "précédent": before}
        entry["sceau"] = seal_of(entry)
        path = self._file_of(when)
        is_new = not path.exists()
        size = append(path, json.dumps(entry, ensure_ascii=False).encode())
        try:
            if is_new:
                flush(self._folder)
            _put(self._folder / HEAD, str(entry["sceau"]))
        except OSError:
            os.truncate(path, size)
            raise

    def _moment(self) -> tuple[datetime, datetime]:
        """What the clock says, and the date of a line that is added now: never before that of the last one."""
        now = self._clock()
        return now, max(now, _dated(next(self._backwards(), None)) or now)

    def _file_of(self, when: datetime) -> Path:
        return self._folder / f"audit-{when:%Y-%m}.jsonl"

    def _forget(self, due: date) -> None:
        """Removes the first files of all whose lines are of `due` or before; but for the one that is written to."""
        under_way = self._file_of(self._moment()[1])
        old = takewhile(lambda path: path != under_way and _last_day(path) <= due, self._files())
        gone = list(old)
        if not gone:
            return
        last = next(chain.from_iterable(map(from_end, reversed(gone))), {})
        nobody = {"événement": "conservation", "personne": "", "rôle": ""}
        facts = {"retirés": [path.name for path in gone], "dernier": last.get("sceau", "")}
        self._add({**nobody, **facts})
        for path in gone:
            path.unlink()


def _written(when: datetime) -> str:
    return when.isoformat(timespec="milliseconds")


def _dated(told: Entry | None, by: str = "quand") -> datetime | None:
    """When a line says that it was written."""
    try:
        return datetime.fromisoformat(str((told or {}).get(by, ""))).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _clocked(told: Entry | None) -> date | None:
    """The day that the clock told for a line."""
    when = _dated(told, "horloge") or _dated(told)
    return when.date() if when else None


def _last_day(path: Path) -> date:
    """That of the last line of a file; the last one of its month where none can be read."""
    year, month = map(int, path.stem.removeprefix("audit-").split("-"))
    ends = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return _clocked(next(from_end(path), None)) or ends


def _put(path: Path, text: str) -> None:
    """`text` in place of what a file holds, which is as long: a disk that is full has room for it."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        os.pwrite(descriptor, text.encode(), 0)
    finally:
        os.close(descriptor)
