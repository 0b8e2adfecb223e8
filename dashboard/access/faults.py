"""Was a line of the log changed, added or taken away? By the seals, which each line has of the one before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from dashboard.access.sealed import FIRST, Entry, numbered, seal_of

HEAD = "tête"
"""The file that holds the seal of the last line of all."""

NOTED = (
    "aucune ligne n'a l'empreinte notée : le journal n'est pas celui d'alors, ou il ne remonte plus jusque-là "
    "(DASHBOARD_AUDIT_DAYS)"
)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a line of the log, in French; `line` counts from 1."""

    file: str
    line: int
    what: str


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the log, open, of which the first `size` bytes are looked at: what is added meanwhile is not."""

    name: str
    file: BinaryIO
    size: int


def faults_in(parts: Iterable[Part], head: str, noted: str = "") -> Iterator[Fault]:
    """Every line that was changed, added, or stands where another one is missing; none: the chain is whole.

    `head` is the seal of the last line, `noted` one that was written down elsewhere: what nobody on this server could
    change since. A month that was due to go has left its last seal in the line that tells so.
    """
    links, first = _Chain(), None
    seals = {FIRST}
    for part in parts:
        for number, told in numbered(part.file, part.size):
            if what := links.fault_of(told):
                yield Fault(part.name, number, what)
            first = first or Fault(part.name, number, "des lignes manquent avant celle-ci")
            seals |= {head, noted} & {links.last}
    if first and not links.begins_well:
        yield first
    if head not in seals:
        yield Fault(HEAD, 1, "les dernières lignes manquent")
    if noted and noted not in seals:
        yield Fault(HEAD, 1, NOTED)


class _Chain:
    """The lines that were read so far, of which `last` is the seal of the last one."""

    def __init__(self) -> None:
        self.last = ""
        self._begins = ""
        self._removed = {"", FIRST}

    @property
    def begins_well(self) -> bool:
        """Whether what stood before the first line was due to go; known once all is read."""
        return self._begins in self._removed

    def fault_of(self, told: Entry | None) -> str:
        """What is wrong with the next line; empty where nothing is."""
        if told is None:
            return "ligne illisible ou inachevée"
        before, self.last = self.last, str(told.get("sceau", ""))
        previous = str(told.get("précédent", ""))
        if not before:
            self._begins = previous
        if told.get("événement") == "conservation":
            self._removed.add(str(told.get("dernier", "")))
        if self.last != seal_of(told):
            return "ligne modifiée"
        return "ligne retirée ou ajoutée avant celle-ci" if before and previous != before else ""
