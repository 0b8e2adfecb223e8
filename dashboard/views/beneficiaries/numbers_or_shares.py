"""How many of each cohort are in each situation, or which share of those whose situation is known?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.content.charts.bars import StackedBars
from dashboard.content.charts.datum import Datum, Unit, marked
from dashboard.content.charts.rich_text import bold, rich
from dashboard.content.content import Content
from dashboard.content.data_table import TOTAL, DataTable
from dashboard.content.notes import Caution, Concern
from dashboard.content.view import Scene
from dashboard.domain.counts import is_told
from dashboard.domain.switches import Choice, Switch, fixed
from dashboard.text.numbers import count, share, share_in_words
from dashboard.text.words import NONE_TOLD, capital, counted, inside, listed
from dashboard.views.kit.benchmarks import beside_benchmarks
from dashboard.views.kit.cohorts.breakdown import CohortBreakdown, cohort_label
from dashboard.views.kit.cohorts.chart import cohort_bars, datum_of, name_with_base
from dashboard.views.kit.cohorts.parts import Part
from dashboard.views.kit.notes import low_coverage_note, marks_of, small_bases_note, untold_note
from dashboard.views.kit.settled import is_decided

NUMBERS, SHARES = "effectifs", "parts"


def values_switch(view: str) -> Switch:
    """The switch between numbers of people, absences beside them, and shares of those who are known."""
    return Switch(
        f"{view}.valeurs",
        "Valeurs",
        NUMBERS,
        fixed(Choice(NUMBERS, "Effectifs"), Choice(SHARES, "Parts")),
    )


def unit_at(scene: Scene, switch: Switch) -> Unit:
    """What the bars count at the switch's position."""
    return "percent" if scene.position(switch) == SHARES else "number"


@dataclass(frozen=True)
class NumbersOrShares:
    """The words around a breakdown of people.

    `known` says of whom the part is known: `dont la situation est connue`; `column` heads the parts in the table;
    `unknown` explains that nothing is known of anybody.
    """

    breakdown: CohortBreakdown
    title: str
    known: str
    column: str
    unknown: str

    def content(self, *further_notes: str) -> Content:
        """What the view tells, with notes of its own after those on the counts."""
        in_shares = self.breakdown.unit == "percent"
        number = self.breakdown.base if in_shares else self.breakdown.members
        content = Content(
            title=self.title,
            base=number(TOTAL),
            population=f"bénéficiaires {self.known}" if in_shares else "bénéficiaires",
            chart=self._chart(),
            data_table=DataTable(
                ("promotion", self.column),
                "effectif",
                self.breakdown.rows(),
                with_intervals=True,
                partition_by=1,
            ),
            reading=self._reading(),
            alternative=self._alternative(),
            source=self.breakdown.scene.vocabulary.codebook.study.source_enrolment,
            notes=(*self._notes(), *further_notes),
            nothing=self.unknown if in_shares else "Aucun bénéficiaire dans cette sélection.",
        )
        return beside_benchmarks(
            content, [*self.breakdown.benchmarks], self.breakdown.scene.vocabulary
        )

    def _chart(self) -> StackedBars:
        return cohort_bars(
            self.breakdown,
            self._datum,
            lambda cohort: name_with_base(self.breakdown, cohort),
            axis_title="" if self.breakdown.unit == "percent" else "bénéficiaires",
        )

    def _datum(self, part: Part, cohort: str) -> Datum:
        of_base = self.breakdown.share(part, cohort)
        name = "Toutes les promotions" if cohort == TOTAL else f"Promotion {cohort}"
        hover = rich(bold(name), f"{part.label} : {counted(of_base.count, 'bénéficiaire')}")
        if not part.absent and is_told(of_base.base):
            known = f"{capital(share_in_words(of_base))} des {count(of_base.base)} {self.known}"
            hover += rich(marked(known, marks_of(of_base)))
        return datum_of(self.breakdown, part, cohort, hover)

    def _reading(self) -> str:
        """The largest known part of the last cohort of which anything is told; no share where a filter settles it."""
        breakdown = self.breakdown
        known = [
            cohort
            for cohort in breakdown.cohorts
            if breakdown.base(cohort)
            and any(
                breakdown.count(p, cohort) and is_told(breakdown.count(p, cohort))
                for p in breakdown.known
            )
        ]
        if not known:
            return ""
        cohort = known[-1]
        largest = max(breakdown.known, key=lambda part: breakdown.count(part, cohort))
        of_base = breakdown.share(largest, cohort)
        if all(is_decided(breakdown.scene, along, (code,)) for along, code in largest.conditions):
            people = counted(of_base.count, "bénéficiaire")
            return f"La promotion {cohort} compte {people} {largest.category.phrase}."
        if of_base.hidden:
            return (
                f"La promotion {cohort} compte {counted(of_base.count, 'bénéficiaire')} "
                f"{largest.category.phrase}, sur {count(of_base.base)} {self.known}."
            )
        return (
            f"La promotion {cohort} compte {share(of_base)} de bénéficiaires "
            f"{largest.category.phrase} : {count(of_base.count)} sur "
            f"{counted(of_base.base, 'bénéficiaire')} {self.known}."
        )

    def _alternative(self) -> str:
        bars = [
            f"{cohort_label(cohort)} : {', '.join(numbers)}"
            for cohort in self.breakdown.bars
            if (numbers := self._numbers(cohort))
        ]
        return (
            f"Diagramme en barres, {inside(self.title)}. {'. '.join(bars) or capital(NONE_TOLD)}."
        )

    def _numbers(self, cohort: str) -> list[str]:
        return [
            f"{part.label} {count(self.breakdown.count(part, cohort))}"
            for part in self.breakdown.listed(cohort)
            if is_told(self.breakdown.count(part, cohort))
        ]

    def _notes(self) -> list[str]:
        """Who is in no share, and where shares are to be read with care."""
        breakdown = self.breakdown
        notes: list[str] = []
        people = breakdown.members(TOTAL) - breakdown.base(TOTAL)
        if breakdown.absences and is_told(people) and people > 0:
            stands = "n'est compté" if people == 1 else "ne sont comptés"
            names = listed([f"« {part.label} »" for part in breakdown.absences])
            notes.append(
                f"{names} : {counted(people, 'bénéficiaire')}, qui {stands} dans aucune part."
            )
        notes += _without_bar(breakdown.without_bar)
        notes += untold_note(breakdown.untold)
        notes += [
            low_coverage_note(cohort, known) for cohort, known in breakdown.low_coverage.items()
        ]
        return [*notes, *small_bases_note(breakdown.small)]


def _without_bar(cohorts: Sequence[str]) -> tuple[Caution, ...]:
    """Which cohorts are not drawn: nothing is known of them."""
    if not cohorts:
        return ()
    of_them = f"promotion{'s' if len(cohorts) > 1 else ''} {listed(cohorts)}"
    return (Caution(f"Sans barre, faute d'information : {of_them}.", Concern.NOT_SHOWN),)
