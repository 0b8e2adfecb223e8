"""What became of each row that was read? Every one is kept, refused or merged, and nothing is silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dashboard.ingest.raw.rule import Rule


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """Where a row comes from; `table` is the rank of its table among those that are read, which orders them.

    `line` is the one of a text editor, or of a sheet; `rank` the one that a spreadsheet shows, 0 where nobody says.
    """

    table: int
    line: int
    file: str
    sheet: str
    rank: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Applied:
    """A rule met a cell or a row; `column` is empty where it is about the row."""

    rule: Rule
    origin: Origin
    column: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """The rows of one table of a file: read = kept + refused + merged."""

    file: str
    sheet: str
    read: int
    refused: int
    merged: int

    @property
    def kept(self) -> int:
        """The rows that are in what is written."""
        return self.read - self.refused - self.merged


class Ledger:
    """What rules did, in the order in which they did it. A row is read once, and refused or merged once at the most."""

    def __init__(self) -> None:
        self._read: Counter[tuple[str, str]] = Counter()
        self._rows: set[Origin] = set()
        self._fates: dict[Origin, Applied] = {}
        self._told: list[Applied] = []

    def open(self, file: str, sheet: str) -> None:
        """Says that a table is read, which may have no row."""
        self._read[file, sheet] += 0

    def read(self, origin: Origin) -> None:
        """Says that a row is read; raises ValueError where it was before."""
        if origin in self._rows:
            raise ValueError(f"row {origin} is read twice")
        self._rows.add(origin)
        self._read[origin.file, origin.sheet] += 1

    def close(self, rule: Rule, origin: Origin, column: str = "") -> None:
        """Says that a row is refused or merged; raises ValueError where it is already, or was never read."""
        if origin in self._fates or origin not in self._rows:
            raise ValueError(f"row {origin} has another end already, or no beginning")
        self._fates[origin] = Applied(rule, origin, column)

    def tell(self, rule: Rule, origin: Origin, column: str = "") -> None:
        """Says that a rule changed or blanked a cell, or decided between rows."""
        self._told.append(Applied(rule, origin, column))

    def is_open(self, origin: Origin) -> bool:
        """Whether a row is neither refused nor merged so far."""
        return origin not in self._fates

    @property
    def accounts(self) -> tuple[Account, ...]:
        """One for each table, in the order of their names."""
        ends = Counter(
            (origin.file, origin.sheet, end.rule.effect) for origin, end in self._fates.items()
        )
        return tuple(
            Account(file, sheet, n, ends[file, sheet, "refused"], ends[file, sheet, "merged"])
            for (file, sheet), n in sorted(self._read.items())
        )

    @property
    def left_out(self) -> tuple[Applied, ...]:
        """The rows refused and the cells blanked, in the order of files and lines."""
        refused = [end for end in self._fates.values() if end.rule.effect == "refused"]
        blanked = [told for told in self._told if told.rule.effect == "blanked"]
        return tuple(sorted([*refused, *blanked], key=_place))

    @property
    def merged(self) -> tuple[Applied, ...]:
        """The rows merged, in the order of files and lines."""
        ends = (end for end in self._fates.values() if end.rule.effect == "merged")
        return tuple(sorted(ends, key=_place))

    @property
    def decided(self) -> tuple[Applied, ...]:
        """Where sources disagree, in the order of files and lines."""
        return tuple(sorted((t for t in self._told if t.rule.effect == "decided"), key=_place))

    def counts(self, rules: Iterable[Rule]) -> Mapping[Rule, int]:
        """How often each of `rules` met something."""
        met = Counter(told.rule for told in self._told)
        met.update(end.rule for end in self._fates.values())
        return {rule: met[rule] for rule in rules}


def _place(applied: Applied) -> tuple[str, str, int, str, str]:
    origin = applied.origin
    return (origin.file, origin.sheet, origin.line, applied.column, applied.rule.name)
