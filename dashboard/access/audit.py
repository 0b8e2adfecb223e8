"""Who took what away, logged in, failed to, or was given a role? One line an event, each sealed by the one before.

Never what was counted: the log holds no data of beneficiaries.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Literal

from dashboard.access.person import Person
from dashboard.durable import flush

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
"""connexion, échec, déconnexion: of a person; compte: an account made, disabled, with another password or role;
export: a file, a deck or a document was sent; demande interne: exports are to be exact from now on, or not any more;
refus: a page that the role does not open; conservation: files that were older than the log is kept are gone."""

FIRST = "0" * 64
"""What the first line of all has in place of the seal of the one before."""

NAMED = "audit-*.jsonl"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a line of the log, in French; `line` counts from 1."""

    file: str
    line: int
    what: str


class Audit:
    """The log in `folder`: a file a month, to which several processes add lines; whole files go after `days`."""

    def __init__(self, folder: Path, days: int) -> None:
        self._folder = folder
        self._days = days
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def record(self, event: Event, person: Person, **facts: object) -> None:
        """Adds what `person` did; on the disk when this returns.

        `facts` are parameters of an address, names of views, formats and policies; never a count. Raises OSError where
        the line cannot be written: whoever was to be told something is then told nothing.
        """
        told = {"événement": event, "personne": person.name, "rôle": person.role, **facts}
        with self._alone():
            now = datetime.now(UTC)
            self._forget(now.date())
            self._add(told, now)

    def lines(self) -> Iterator[Mapping[str, object]]:
        """What is recorded, oldest first; a line that cannot be read is left out, as `verify` tells."""
        for path in self._files():
            for _, told in _read(path):
                if told is not None:
                    yield told

    def latest(self, most: int) -> list[Mapping[str, object]]:
        """The last `most` lines, newest first."""
        found: list[Mapping[str, object]] = []
        for path in reversed(self._files()):
            found += [told for _, told in reversed(list(_read(path))) if told is not None]
            if len(found) >= most:
                break
        return found[:most]

    def verify(self) -> list[Fault]:
        """Every line that was changed, added, or stands where another one is missing; none: the chain is whole.

        That the last lines of all are missing shows in the file `tête`, which holds the seal of the last one.
        """
        with self._alone():
            return list(self._faults())

    @property
    def is_writable(self) -> bool:
        """Whether an event could be recorded now, as far as rights tell."""
        return os.access(self._folder, os.W_OK | os.X_OK) and all(
            os.access(path, os.W_OK) for path in (*self._files()[-1:], self._head) if path.exists()
        )

    @property
    def head(self) -> str:
        """The seal of the last line: noted elsewhere, it proves later that nothing before it was changed."""
        path = self._head
        return path.read_text(encoding="ascii") if path.is_file() else FIRST

    @property
    def _head(self) -> Path:
        return self._folder / "tête"

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob(NAMED))

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """While no other process adds a line, which is sealed by the one before."""
        descriptor = os.open(self._folder / "verrou", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    def _add(self, told: Mapping[str, object], now: datetime) -> None:
        path = self._folder / f"audit-{now:%Y-%m}.jsonl"
        entry = {
            "quand": now.isoformat(timespec="milliseconds"),
            **told,
            "précédent": self._last_seal(),
        }
        entry["sceau"] = _seal(entry)
        line = json.dumps(entry, ensure_ascii=False).encode() + b"\n"
        is_new = not path.exists()
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            os.write(descriptor, b"" if _ends_well(path) else b"\n")
            os.write(descriptor, line)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if is_new:
            flush(self._folder)
        self._note(str(entry["sceau"]))

    def _note(self, seal: str) -> None:
        descriptor = os.open(self._head, os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            os.pwrite(descriptor, seal.encode(), 0)
        finally:
            os.close(descriptor)

    def _last_seal(self) -> str:
        """Of the last line that is whole: what a killed process left unfinished seals nothing."""
        for path in reversed(self._files()):
            for _, told in reversed(list(_read(path))):
                if told is not None:
                    return str(told.get("sceau", ""))
        return FIRST

    def _forget(self, today: date) -> None:
        """Removes the files of which every line is older than the log is kept, and records that."""
        oldest = today - timedelta(days=self._days)
        gone = [path for path in self._files() if _after(path) <= oldest]
        if not gone:
            return
        (*_, (_, last)) = _read(gone[-1])
        facts = {"retirés": [path.name for path in gone], "dernier": (last or {}).get("sceau", "")}
        told = {"événement": "conservation", "personne": "", "rôle": "public", **facts}
        self._add(told, datetime.now(UTC))
        for path in gone:
            path.unlink()

    def _faults(self) -> Iterator[Fault]:
        before, seals = None, set[str]()
        removed = {str(told.get("dernier", "")) for told in self.lines()}
        for path in self._files():
            for number, told in _read(path):
                if told is None:
                    yield Fault(path.name, number, "ligne illisible ou inachevée")
                    continue
                previous = str(told.get("précédent", ""))
                if told.get("sceau") != _seal(told):
                    yield Fault(path.name, number, "ligne modifiée")
                elif before is None and previous not in {FIRST, *removed}:
                    yield Fault(path.name, number, "des lignes manquent avant celle-ci")
                elif before is not None and previous != before:
                    yield Fault(path.name, number, "ligne retirée ou ajoutée avant celle-ci")
                before = str(told.get("sceau", ""))
                seals.add(before)
        if self.head != FIRST and self.head not in seals:
            yield Fault("tête", 1, "les dernières lignes manquent")


def _seal(entry: Mapping[str, object]) -> str:
    """The SHA-256 of all that a line says, the seal of the one before among it."""
    said = {name: value for name, value in entry.items() if name != "sceau"}
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _read(path: Path) -> Iterator[tuple[int, dict[str, object] | None]]:
    """The lines of a file with their numbers; None for one that is no entry."""
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        try:
            told = json.loads(line)
        except ValueError:
            told = None
        yield number, told if isinstance(told, dict) else None


def _ends_well(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(0, os.SEEK_END)
        if not file.tell():
            return True
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"


def _after(path: Path) -> date:
    """The first day after the month of a file."""
    year, month = map(int, path.stem.removeprefix("audit-").split("-"))
    return date(year + month // 12, month % 12 + 1, 1)
