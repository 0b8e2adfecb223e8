"""Of those employed at a wave, who had which kind of contract before, and has which now? (study, figure 6)"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from dashboard.content.charts.matrix import Cell, matrix
from dashboard.content.data_table import Row
from dashboard.content.view import Scene
from dashboard.domain.dimension import Dimension
from dashboard.domain.rates import Share
from dashboard.domain.tables import ReleasedTable
from dashboard.text.numbers import ABSENT, FRAGILE, count, percent, share
from dashboard.views.kit.nonresponse_weighting import CorrectedShare, weighed
from dashboard.views.outcomes.contracts.kinds import Kinds

UNKNOWN = "no_information"


@dataclass(frozen=True)
class Pair:
    """The kinds of contract before and at one wave, of the respondents employed at that wave.

    `weights` is the same table weighted, where the reader asked for corrected shares.
    """

    scene: Scene
    kinds: Kinds
    before: Dimension
    after: Dimension
    table: ReleasedTable
    weights: ReleasedTable | None = None

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The kinds after, and those employed whose contract is not known, where there are any."""
        unknown = self.table.count({str(self.after): UNKNOWN, str(self.before): self.kinds.real})
        return (*self.kinds.real, UNKNOWN) if unknown else tuple(self.kinds.real)

    def cell(self, before: str, after: str) -> CorrectedShare:
        """Of those of one kind before, how many are of one kind after."""
        here = {str(self.before): before}
        there = {**here, str(self.after): after}
        counted = Share(self.table.count(there), self.table.count(here))
        if self.weights is None:
            return CorrectedShare(counted)
        return self._corrected(counted, self.weights.weight(there), self.weights.weight(here))

    @property
    def people(self) -> int:
        """Those whose contract before is known."""
        return self.table.count({str(self.before): self.kinds.real})

    @property
    def same(self) -> CorrectedShare:
        """Of those whose contracts are known before and after, how many have the same kind of contract again."""
        real = self.kinds.real
        both = {str(self.before): real, str(self.after): real}
        again = [{str(self.before): kind, str(self.after): kind} for kind in real]
        counted = Share(sum(map(self.table.count, again)), self.table.count(both))
        if self.weights is None:
            return CorrectedShare(counted)
        return self._corrected(
            counted, sum(map(self.weights.weight, again)), self.weights.weight(both)
        )

    def label(self, code: str) -> str:
        """The kind, as a sentence names it."""
        return self.kinds.category(self.after, code).label

    def _corrected(self, counted: Share, part: float, whole: float) -> CorrectedShare:
        return CorrectedShare(counted, weighed(self.scene, part, whole, counted.base))


def matrix_figure(pair: Pair) -> Figure:
    """Each kind before, with its number of people, against each kind after."""
    totals = {b: pair.table.count({str(pair.before): b}) for b in pair.kinds.real}
    return matrix(
        [f"{pair.label(b)} ({count(total)})" for b, total in totals.items()],
        [pair.label(a) for a in pair.columns],
        [[_cell(pair, b, a) for a in pair.columns] for b in pair.kinds.real],
        row_title="Avant (T0)",
        column_title=f"À {pair.after.wave}",
    )


def _cell(pair: Pair, before: str, after: str) -> Cell:
    found = pair.cell(before, after)
    names = f"{pair.label(before)} → <b>{pair.label(after)}</b>"
    if found.percent is None:
        return Cell(None, ABSENT, f"{names}<br>Personne au départ")
    part = found.counted
    mark = f" {FRAGILE}" if part.fragile else ""
    tell = f"{names}<br>{count(part.count)} sur {count(part.base)} ({share(part)}){found.tell}"
    # Beside a corrected share, a number of people would be read as its part of the row's.
    people = f"{count(part.count)}<br>" if found.corrected is None else ""
    return Cell(found.percent, f"{people}{percent(found.percent)}{mark}", tell)


def matrix_row(pair: Pair, before: str, after: str) -> Row:
    """One crossing, as a share of those of the kind before; an unknown contract leads to nobody by a filter."""
    found = pair.cell(before, after)
    places = {pair.before: before, pair.after: after}
    target = pair.kinds.click(places) if after != UNKNOWN else {}
    labels = (pair.label(before), pair.label(after))
    return Row(
        labels,
        found.counted.count,
        found.counted.base,
        found.correction,
        target,
        tested=after != UNKNOWN,
    )
