"""How is each cohort made up, in shares of those who are known? Chart, rows and words."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cached_property

from dashboard.content.charts.bars import StackedBars
from dashboard.content.charts.datum import Datum
from dashboard.content.charts.rich_text import bold, rich
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Row
from dashboard.content.view import Scene
from dashboard.domain.codebook import Category
from dashboard.domain.counts import is_told
from dashboard.domain.dimension import Dimension
from dashboard.domain.statistics.rates import Share
from dashboard.domain.tables import ReleasedTable
from dashboard.text.nouns import PEOPLE, Noun
from dashboard.text.numbers import share
from dashboard.text.words import NONE_TOLD
from dashboard.views.kit.benchmarks import beside_benchmarks
from dashboard.views.kit.cohorts.breakdown import CohortBreakdown, cohort_label
from dashboard.views.kit.cohorts.chart import cohort_bars, datum_of, name_with_base
from dashboard.views.kit.cohorts.parts import Part, parts_along
from dashboard.views.kit.notes import (
    absence_notes,
    absent_rows,
    fragile_note,
    low_coverage_note,
    untold_note,
)


@dataclass(frozen=True)
class SharesWords:
    """What a view says around the shares.

    `along` heads the column of categories, `counted` that of counts; `subject` is what the bars show, for those who do
    not see them; `sentence` reads one share; `nothing` explains an empty exhibit.
    """

    title: str
    population: str
    along: str
    subject: str
    sentence: Callable[[Share, Category], str]
    nothing: str
    counted: str = "bénéficiaires"


@dataclass(frozen=True)
class CohortShares:
    """The known categories of `along` within each cohort of `table`, in percent; absences stand in the notes.

    `noun` is what the table counts. `also_low_coverage` is that of `CohortBreakdown`.
    """

    scene: Scene
    table: ReleasedTable
    along: Dimension
    noun: Noun
    also_low_coverage: Collection[str] = ()

    @cached_property
    def breakdown(self) -> CohortBreakdown:
        """The counts behind the shares."""
        return CohortBreakdown(
            self.scene,
            self.table,
            (self.along,),
            parts_along(self.scene.vocabulary, self.along),
            also_low_coverage=self.also_low_coverage,
        )

    def content(
        self,
        words: SharesWords,
        source: str,
        notes: tuple[str, ...] = (),
        more_rows: tuple[Row, ...] = (),
    ) -> Content:
        """The exhibit: bars, their table and a Lecture. `notes` and `more_rows` follow those of the shares.

        People answer for themselves, each one a case; the units of one person depend on each other, so that their
        shares have no interval.
        """
        people = self.noun == PEOPLE
        content = Content(
            title=words.title,
            base=self.base,
            population=words.population,
            chart=self._chart(),
            data_table=DataTable(
                ("promotion", words.along),
                words.counted,
                (*self._rows(), *more_rows),
                with_intervals=people,
                partition_by=1,
                independent=people,
            ),
            reading=self._reading(words.sentence),
            alternative=self._alternative(words.subject),
            source=source,
            notes=(*self._notes(), *notes),
            nothing=words.nothing,
        )
        return beside_benchmarks(content, [*self.breakdown.benchmarks], self.scene.vocabulary)

    @property
    def base(self) -> int:
        """All whose category is known."""
        return self.table.count({str(self.along): self.scene.vocabulary.real_codes(self.along)})

    def _chart(self) -> StackedBars:
        """One bar a cohort, filled to 100 % by the categories."""
        return cohort_bars(
            self.breakdown, self._datum, lambda cohort: name_with_base(self.breakdown, cohort)
        )

    def _rows(self) -> tuple[Row, ...]:
        """The bars' numbers, then those without a known category, without a share."""
        return (*self.breakdown.rows(), *absent_rows(self.scene, self.table, self.along))

    def _reading(self, sentence: Callable[[Share, Category], str]) -> str:
        """`sentence` of the largest category of the latest cohort of which one is told."""
        told = [cohort for cohort in self.breakdown.cohorts if self._tells(cohort)]
        if not told:
            return ""
        latest = told[-1]
        largest = max(self.breakdown.known, key=lambda part: self.breakdown.count(part, latest))
        of_latest = self.breakdown.share(largest, latest)
        return f"Dans la promotion {latest}, {sentence(of_latest, largest.category)}."

    def _tells(self, cohort: str) -> bool:
        return any(is_told(self.breakdown.count(part, cohort)) for part in self.breakdown.known)

    def _alternative(self, subject: str) -> str:
        """The chart in words: its subject, then the shares of the last bar."""
        if not self.breakdown.bars:
            return ""
        last = self.breakdown.bars[-1]
        shares = ", ".join(
            f"{part.label} {share(self.breakdown.share(part, last), 0)}"
            for part in self.breakdown.known
            if not self.breakdown.share(part, last).hidden
        )
        return (
            f"Barres empilées à 100 %, une par promotion : {subject}. "
            f"{cohort_label(last)} : {shares or NONE_TOLD}."
        )

    def _notes(self) -> tuple[str, ...]:
        """Who is in no share, of which cohorts too little is known, and which bases are small."""
        return (
            *absence_notes(self.scene, self.table, self.along, self.noun),
            *(low_coverage_note(c, known) for c, known in self.breakdown.low_coverage.items()),
            *untold_note(self.breakdown.untold),
            *fragile_note(self.breakdown.small),
        )

    def _datum(self, part: Part, cohort: str) -> Datum:
        of_base = self.noun.of_base(self.breakdown.share(part, cohort))
        hover = rich(bold(part.label), f"{cohort_label(cohort)} : {of_base}")
        return datum_of(self.breakdown, part, cohort, hover)
