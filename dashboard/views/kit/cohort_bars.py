"""What do the views that part each cohort into groups share: bars, table, words, absences kept out of every share?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dashboard.content.charts.bars import Series, stacked_bars
from dashboard.content.click_filter import ClickFilter
from dashboard.content.data_table import DataTable, Row
from dashboard.content.view import Scene
from dashboard.domain.address import parameter_of, value_of
from dashboard.domain.dimension import Dimension
from dashboard.domain.rates import SMALL_BASE, Share
from dashboard.domain.switches import Choice, Switch, fixed
from dashboard.domain.tables import ReleasedTable
from dashboard.text.numbers import FRAGILE, count, share
from dashboard.text.words import counted, listed
from dashboard.views.kit.notes import is_low_coverage, low_coverage_note

COHORT = Dimension("cohort")
ALL = "Ensemble"
COUNTS, SHARES = "effectifs", "parts"


def values_option(view: str) -> Switch:
    """The switch between numbers of people, absences beside them, and shares of those who are known."""
    return Switch(
        f"{view}.valeurs",
        "Valeurs",
        COUNTS,
        fixed(Choice(COUNTS, "Effectifs"), Choice(SHARES, "Parts")),
    )


def cohorts_of(table: ReleasedTable) -> tuple[str, ...]:
    """The cohorts that anybody selected belongs to: in the years of the others a region may not have been covered."""
    return tuple(cohort for cohort, people in table.by_code(str(COHORT)).items() if people)


@dataclass(frozen=True)
class Group:
    """One part of each cohort: its people by cohort, and how they are named.

    `label` in the legend; `phrase` after "bénéficiaires" in a sentence, or, for a `noun` like "femmes", instead of it.
    `absent`: of these nothing is known, and no share is taken of them.
    """

    label: str
    phrase: str
    colour: str
    counts: Mapping[str, int]
    absent: bool = False
    noun: bool = False
    target: ClickFilter = field(default_factory=dict)

    @property
    def people(self) -> str:
        return self.phrase if self.noun else f"bénéficiaires {self.phrase}"


@dataclass(frozen=True)
class CohortBars:
    """Cohorts parted into groups. `known` says of whom the group is known: `dont le statut cadre est connu`.

    `in_shares`: bars of 100 %, of those who are known, with one for all cohorts.
    """

    scene: Scene
    groups: Sequence[Group]
    known: str
    variable: str
    in_shares: bool

    @cached_property
    def cohorts(self) -> tuple[str, ...]:
        """Those that anybody selected belongs to."""
        return tuple(c for c in self.scene.vocabulary.cohorts if self.people(c))

    @cached_property
    def drawn(self) -> tuple[Group, ...]:
        """The groups of the figure: absences only beside numbers, and only where there are any."""
        return tuple(
            group
            for group in self.groups
            if not group.absent or (not self.in_shares and any(group.counts.values()))
        )

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The cohorts, then all of them together where bars are of equal length."""
        return (*self.cohorts, ALL) if self.in_shares and len(self.cohorts) > 1 else self.cohorts

    def rows_of(self, line: str) -> tuple[Group, ...]:
        """The groups of a line of the table: where nothing is known of anybody, unknown is not zero."""
        if self.base(line):
            return self.drawn
        return tuple(group for group in self.groups if group.absent and self.count(group, line))

    def count(self, group: Group, line: str) -> int:
        wanted = self.cohorts if line == ALL else (line,)
        return sum(group.counts.get(cohort, 0) for cohort in wanted)

    def base(self, line: str) -> int:
        """Those who are known."""
        return sum(self.count(group, line) for group in self.groups if not group.absent)

    def people(self, line: str) -> int:
        """Everybody, known or not."""
        return sum(self.count(group, line) for group in self.groups)

    def part(self, group: Group, line: str) -> Share:
        return Share(self.count(group, line), self.base(line))

    @cached_property
    def low_coverage(self) -> dict[str, Share]:
        """The cohorts of which too little is known, with how much is."""
        known = {c: Share(self.base(c), self.people(c)) for c in self.cohorts}
        return {cohort: part for cohort, part in known.items() if is_low_coverage(part)}

    @property
    def total(self) -> int:
        """How many people the figure is about."""
        return self.base(ALL) if self.in_shares else self.people(ALL)

    @property
    def population(self) -> str:
        return f"bénéficiaires {self.known}" if self.in_shares else "bénéficiaires"

    def figure(self) -> Figure:
        """A bar a cohort."""
        names = [self._name(line) for line in self.lines]
        series = [self._series(group) for group in self.drawn]
        return stacked_bars(
            names,
            series,
            percent=self.in_shares,
            narrow=self.scene.narrow,
            axis_title="" if self.in_shares else "bénéficiaires",
        )

    def data_table(self) -> DataTable:
        """A row for each cohort and group; those of whom nothing is known have no share."""
        rows = [
            Row(
                (line, group.label),
                self.count(group, line),
                None if group.absent else self.base(line),
                target=self._click(group, line),
                tested=line not in self.low_coverage,
            )
            for line in self.lines
            for group in self.rows_of(line)
        ]
        variables = ("promotion", self.variable)
        return DataTable(variables, "effectif", tuple(rows), compared=True, partition_by=1)

    def reading(self) -> str:
        """The largest group of the last cohort of whom anything is known."""
        known = [cohort for cohort in self.cohorts if self.base(cohort)]
        if not known:
            return self._unknown()
        cohort = known[-1]
        real = [group for group in self.drawn if not group.absent]
        group = max(real, key=lambda one: self.count(one, cohort))
        part = self.part(group, cohort)
        return (
            f"La promotion {cohort} compte {share(part)} de {group.people} : "
            f"{count(part.count)} sur {counted(part.base, 'bénéficiaire')} {self.known}."
        )

    def alternative(self, title: str) -> str:
        told = []
        for line in self.lines:
            parts = [
                f"{group.label} {count(self.count(group, line))}" for group in self.rows_of(line)
            ]
            told.append(f"{line} : {', '.join(parts)}")
        return f"Diagramme en barres, {title} ; {' ; '.join(told)}."

    def notes(self) -> tuple[str, ...]:
        """Who is in no share, and where shares are to be read with care."""
        apart = [
            group.label for group in self.groups if group.absent and any(group.counts.values())
        ]
        notes = []
        if apart:
            people = self.people(ALL) - self.base(ALL)
            stands = "n'est compté" if people == 1 else "ne sont comptés"
            listing = listed([f"« {label} »" for label in apart])
            notes.append(
                f"{listing} : {counted(people, 'bénéficiaire')}, qui {stands} dans aucune part."
            )
        notes += [low_coverage_note(cohort, known) for cohort, known in self.low_coverage.items()]
        small = [line for line in self.lines if 0 < self.base(line) < SMALL_BASE]
        if small:
            notes.append(f"{FRAGILE} base inférieure à {SMALL_BASE} : {listed(small)}.")
        return tuple(notes)

    def _unknown(self) -> str:
        """Where nothing is known of anybody: how many they are, in the last cohort that has any."""
        found = [
            (cohort, group)
            for cohort in self.cohorts
            for group in self.drawn
            if self.count(group, cohort)
        ]
        if not found:
            return ""
        cohort, group = found[-1]
        people = counted(self.count(group, cohort), "bénéficiaire")
        return f"La promotion {cohort} compte {people} {group.phrase}."

    def _name(self, line: str) -> str:
        people = self.base(line) if self.in_shares else self.people(line)
        if not people:
            return f"{line}<br>inconnu"
        return f"{line}<br>n\u00a0=\u00a0{count(people)}"

    def _series(self, group: Group) -> Series:
        return Series(
            name=group.label,
            colour=group.colour,
            values=tuple(self._value(group, line) for line in self.lines),
            labels=tuple(self._label(group, line) for line in self.lines),
            hovers=tuple(self._tell(group, line) for line in self.lines),
            absent=group.absent,
            clicks=tuple(self._click(group, line) for line in self.lines),
        )

    def _value(self, group: Group, line: str) -> float | None:
        """What is drawn, where the table has a row for it."""
        if group not in self.rows_of(line):
            return None
        return self.part(group, line).percent if self.in_shares else self.count(group, line)

    def _label(self, group: Group, line: str) -> str:
        part = self.part(group, line)
        if not self.in_shares:
            return count(part.count)
        return share(part, 0) + (f" {FRAGILE}" if part.fragile else "")

    def _tell(self, group: Group, line: str) -> str:
        name = "Toutes les promotions" if line == ALL else f"Promotion {line}"
        told = (
            f"<b>{name}</b><br>{group.label} : {counted(self.count(group, line), 'bénéficiaire')}"
        )
        if group.absent:
            return told
        part = self.part(group, line)
        mark = f" {FRAGILE}" if part.fragile else ""
        return f"{told}<br>{share(part)} des {count(part.base)} {self.known}{mark}"

    def _click(self, group: Group, line: str) -> ClickFilter:
        if line == ALL:
            return group.target
        vocabulary = self.scene.vocabulary
        cohort = {parameter_of(COHORT, vocabulary): value_of(COHORT, line, vocabulary)}
        return {**cohort, **group.target}


def groups_along(scene: Scene, table: ReleasedTable, key: Dimension) -> list[Group]:
    """A group for each category of `key`, from a table that crosses it with cohorts."""
    vocabulary = scene.vocabulary
    counts = dict(table.margin(str(COHORT), str(key)).cells())
    return [
        Group(
            label=category.label,
            phrase=category.phrase,
            colour=category.colour,
            counts={cohort: counts[cohort, category.code] for cohort in vocabulary.cohorts},
            absent=category.absence is not None,
            target={
                parameter_of(key, vocabulary): value_of(key, category.code, vocabulary),
            },
        )
        for category in vocabulary.categories(key)
    ]
