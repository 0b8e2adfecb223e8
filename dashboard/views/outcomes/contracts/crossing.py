"""Of those employed at a wave, who had which kind of contract before, and has which now?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from dashboard.content.charts.datum import marked
from dashboard.content.charts.matrix import Matrix, MatrixCell
from dashboard.content.charts.rich_text import bold, rich
from dashboard.content.click_filter import NO_CLICK, ClickFilter
from dashboard.content.data_table import Key, Row
from dashboard.content.view import Scene
from dashboard.domain.counts import Count, is_told, left_of
from dashboard.domain.dimension import Dimension
from dashboard.domain.statistics.rates import Share
from dashboard.domain.tables import ReleasedTable
from dashboard.text.numbers import ABSENT, count, percent, share
from dashboard.text.words import part_of_base
from dashboard.views.kit.nonresponse_weighting import CorrectedShare, weighed
from dashboard.views.kit.survey_bases import silent_codes
from dashboard.views.outcomes.contracts.kinds import Kinds


@dataclass(frozen=True)
class Pair:
    """The kinds of contract before and at one wave, of the respondents employed at that wave.

    `respondents` is the same of all whom the survey asked, employed or not; `weights` is `table` weighted, where the
    reader asked for corrected shares.
    """

    scene: Scene
    kinds: Kinds
    before: Dimension
    after: Dimension
    table: ReleasedTable
    respondents: ReleasedTable
    weights: ReleasedTable | None = None

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The kinds after, and those employed whose contract is not known, where there are any."""
        real, known = self.kinds.real, {str(self.before): self.kinds.real}
        after = self.table.codes[self.table.axis(str(self.after))]
        absences = (code for code in after if code not in real)
        return (
            *real,
            *(
                code
                for code in absences
                if _tells_of_somebody(self.table.count({**known, str(self.after): code}))
            ),
        )

    def cell(self, before: str, after: str) -> CorrectedShare:
        """Of those of one kind before, how many are of one kind after."""
        here = {str(self.before): before}
        there = {**here, str(self.after): after}
        counted = Share(self.table.count(there), self.people_before(before))
        if self.weights is None:
            return CorrectedShare(counted)
        return self._corrected(counted, self.weights.weight(there), self.weights.weight(here))

    def people_before(self, kind: str) -> int:
        """Those of one kind before."""
        return self.table.count({str(self.before): kind})

    def untold(self, kind: str) -> int:
        """Those of one kind before whose contract after is not known."""
        told = self.table.count({str(self.before): kind, str(self.after): self.kinds.real})
        return left_of(self.people_before(kind), told)

    def untold_outside(self, kind: str) -> int:
        """Those of one kind before who did not tell at the wave whether they are employed: no row holds them."""
        codes = silent_codes(self.after, self.scene.vocabulary)
        silent = self.respondents.count({str(self.before): kind, str(self.after): codes})
        inside = self.table.count({str(self.before): kind, str(self.after): codes})
        return left_of(silent, inside)

    @property
    def people(self) -> int:
        """Those whose contract before is known."""
        return self.table.count({str(self.before): self.kinds.real})

    @property
    def outside(self) -> int:
        """Those whose contract before is not known."""
        codes = self.table.codes[self.table.axis(str(self.before))]
        unknown = [code for code in codes if code not in self.kinds.real]
        return self.table.count({str(self.before): unknown})

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

    def click(self, before: str, after: str) -> ClickFilter:
        """Keeps who had these kinds of contracts, if anybody; an unknown contract leads to nobody by a filter."""
        here = self.cell(before, after).counted.count
        if after not in self.kinds.real or not _tells_of_somebody(here):
            return NO_CLICK
        return self.kinds.click({self.before: before, self.after: after})

    def _corrected(self, counted: Share, part: float, whole: float) -> CorrectedShare:
        return CorrectedShare(counted, weighed(self.scene, part, whole, counted.base))


def matrix_chart(pair: Pair) -> Matrix:
    """Each kind before, with its number of people, against each kind after."""
    return Matrix(
        tuple(
            rich(f"{pair.label(kind)} ({count(pair.people_before(kind))})")
            for kind in pair.kinds.real
        ),
        tuple(rich(pair.label(kind)) for kind in pair.columns),
        tuple(
            tuple(_cell(pair, before, after) for after in pair.columns)
            for before in pair.kinds.real
        ),
        row_title=f"Avant ({pair.before.wave})",
        column_title=f"À {pair.after.wave}",
    )


def _cell(pair: Pair, before: str, after: str) -> MatrixCell:
    shown = pair.cell(before, after)
    names = (f"{pair.label(before)} → ", bold(pair.label(after)))
    part = shown.counted
    if part.hidden:
        told = rich(names, part_of_base(part))
        return MatrixCell(None, rich(count(part.count)), told, pair.click(before, after))
    if shown.percent is None:
        return MatrixCell(None, rich(ABSENT), rich(names, "Personne au départ"))
    # Beside a corrected share, a number of people would be read as its part of the row's.
    people = [count(part.count)] if shown.corrected is None else []
    return MatrixCell(
        shown.percent,
        rich(*people, marked(percent(shown.percent), shown.marks)),
        rich(names, f"{count(part.count)} sur {count(part.base)} ({share(part)})", *shown.hover),
        pair.click(before, after),
    )


def _tells_of_somebody(people: Count) -> bool:
    return is_told(people) and people > 0


def matrix_row(pair: Pair, before: str, after: str) -> Row:
    """One crossing, as a share of those of the kind before; without any of these there is nobody to count."""
    shown = pair.cell(before, after)
    counted = shown.counted if shown.counted.base else None
    return Row(
        (
            Key(pair.before, before, pair.label(before)),
            Key(pair.after, after, pair.label(after)),
        ),
        None if counted is None else counted.count,
        None if counted is None else counted.base,
        shown.correction,
        pair.click(before, after),
        comparable=after in pair.kinds.real,
        silent=pair.untold(before),
        silent_outside=pair.untold_outside(before),
    )
