"""How much has each key figure changed from one cohort to the next, and do the numbers support saying so?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from dashboard.content.view import Scene
from dashboard.domain.dimension import Dimension
from dashboard.domain.statistics.comparisons import Difference, Group, difference_between
from dashboard.domain.statistics.rates import Share
from dashboard.domain.tables import ReleasedTable
from dashboard.text.nouns import PEOPLE, funded
from dashboard.text.numbers import (
    ABSENT,
    NO_BREAK,
    count,
    decimal,
    difference_in_words,
    percent,
    points,
    signed_count,
)
from dashboard.text.words import capital
from dashboard.views.kit.employment import AT_WORK, employed
from dashboard.views.kit.notes import low_coverage
from dashboard.views.kit.region_measures import Measure, measures
from dashboard.views.kit.survey_bases import ANSWERED
from dashboard.views.overview.evolution.cohorts import COHORT, Following

UNITS, RESPONSE = Dimension("units_first_year"), Dimension("response")

Kind = Literal["count", "mean", "share"]


@dataclass(frozen=True)
class Change:
    """One key figure in the later cohort and in the earlier one: two groups, or two counts, which nothing judges.

    `unit` is what a mean is counted in, in the plural. `poorly_known`: too little is known of one of the cohorts.
    """

    code: str
    label: str
    kind: Kind
    counts: tuple[int, int] = (0, 0)
    groups: tuple[Group, Group] = field(default=(Group(), Group()))
    unit: str = ""
    poorly_known: bool = False

    @cached_property
    def difference(self) -> Difference | None:
        """How far the groups are apart; None for counts, and where nothing is to be judged."""
        if self.kind == "count" or self.poorly_known:
            return None
        return difference_between(*self.groups)

    @property
    def values(self) -> tuple[float | None, float | None]:
        """Later, then earlier: counts, means, or shares in percent."""
        if self.kind == "count":
            return self.counts
        first, second = (group.value for group in self.groups)
        return first, second

    @property
    def bases(self) -> tuple[int | None, int | None]:
        """Of how many people each value is; None for counts."""
        if self.kind == "count":
            return None, None
        first, second = (group.people for group in self.groups)
        return first, second

    @property
    def gap(self) -> float | None:
        """The later value less the earlier one; None where one is missing, or not known of enough people."""
        last, previous = self.values
        return None if last is None or previous is None or self.poorly_known else last - previous

    @property
    def written(self) -> tuple[str, str]:
        """Both values as a reader sees them."""
        first, second = map(self._write, self.values)
        return first, second

    @property
    def of_whom(self) -> tuple[str, str]:
        """What each value is of: `73 sur 230`, `330 bénéficiaires`; nothing for a count."""
        if self.kind == "count":
            return "", ""
        first, second = map(_of, self.groups)
        return first, second

    @property
    def gap_unit(self) -> str:
        """In what the gap is counted, in the plural; nothing for a mean without a unit."""
        return "points" if self.kind == "share" else self.unit

    @property
    def with_bases(self) -> tuple[str, str]:
        """The same with what each is of: `31,7 % (73 sur 230)`, `34,4 ans (330 bénéficiaires)`."""
        if self.kind == "count":
            return self.written
        first, second = (
            f"{value} ({of})" for value, of in zip(self.written, self.of_whom, strict=True)
        )
        return first, second

    @property
    def gap_written(self) -> str:
        """`−22`, `+1,4 point`, `−0,9 an`."""
        if self.gap is None:
            return ABSENT
        if self.kind == "count":
            return signed_count(int(self.gap))
        return (
            points(self.gap) if self.kind == "share" else difference_in_words(self.gap, self.unit)
        )

    def _write(self, value: float | None) -> str:
        if value is None:
            return ABSENT
        if self.kind == "count":
            return count(int(value))
        if self.kind == "share":
            return percent(value)
        return decimal(value) + (f"{NO_BREAK}{self.unit}" if self.unit else "")


def _of(group: Group) -> str:
    if group.share is None:
        return PEOPLE.counted(group.people)
    return f"{count(group.share.count)} sur {count(group.share.base)}"


@dataclass(frozen=True)
class Changes:
    """The key figures of two cohorts, from the tables that each has been counted in."""

    scene: Scene
    pair: Following
    tables: Mapping[str, ReleasedTable]

    @cached_property
    def known(self) -> tuple[Change, ...]:
        """Those that both cohorts have, but for what a filter has fixed."""
        every = (*self._numbers(), self._response(), *self._at_work(), *self._measures())
        return tuple(c for c in every if None not in c.values and c.code not in self.fixed)

    @cached_property
    def unknown(self) -> tuple[str, ...]:
        """The labels of what is not known of one of the cohorts, or of both; employment has its waves."""
        told = (self._response(), *self._measures())
        return tuple(c.label for c in told if None in c.values and c.code not in self.fixed)

    @cached_property
    def fixed(self) -> Mapping[str, str]:
        """What a filter has fixed, with its label: all, or none, are in it in both cohorts, which is no finding."""
        return {
            measure.name: measure.label
            for measure in self._shown
            if self.scene.selection.codes(self._along(measure))
            and measure.is_share
            and all(s.share and s.share.count in (0, s.share.base) for s in self._groups(measure))
        }

    @cached_property
    def poorly_known(self) -> Mapping[str, Mapping[str, Share]]:
        """By the label of a figure, the cohorts of which too little is known, and how much is."""
        told = {}
        for measure in self._shown:
            low = low_coverage(self.scene, self._table(measure), self._along(measure))
            out = {cohort: known for cohort, known in low.items() if cohort in self.pair.both}
            if out:
                told[measure.label] = out
        return told

    @cached_property
    def people(self) -> tuple[int, int]:
        """The people of both cohorts."""
        return self._by_cohort("people")

    @cached_property
    def waves(self) -> tuple[str, ...]:
        """The waves after enrolment that both cohorts have told something of."""
        return tuple(c.code.removeprefix(AT_WORK) for c in self._at_work() if None not in c.values)

    def _numbers(self) -> Iterator[Change]:
        noun = funded(self.scene.vocabulary)
        first, second = (self._distribution("units", UNITS, cohort) for cohort in self.pair.both)
        units = tuple(sum(v * n for v, n in people.items()) for people in (first, second))
        yield Change("people", "Bénéficiaires", "count", self.people)
        label = f"{capital(noun.several('financé'))}, première année"
        yield Change("units", label, "count", (units[0], units[1]))
        yield Change(
            "units_per_person",
            f"{capital(noun.plural)} par bénéficiaire, première année",
            "mean",
            groups=(Group(distribution=first), Group(distribution=second)),
        )

    def _response(self) -> Change:
        table = self.tables["response"]
        shares = [
            Share(
                table.count({str(COHORT): cohort, str(RESPONSE): "respondent"}),
                table.count({str(COHORT): cohort, str(RESPONSE): ("respondent", "non_respondent")}),
            )
            for cohort in self.pair.both
        ]
        groups = Group(shares[0]), Group(shares[1])
        return Change("response_rate", "Taux de réponse", "share", groups=groups)

    def _at_work(self) -> Iterator[Change]:
        """Of those who told, how many are employed: at each wave that both cohorts have reached."""
        for wave in self.scene.vocabulary.after:
            first, second = (
                employed(self.scene, self.tables, wave, wave, {str(COHORT): cohort}, ANSWERED).group
                for cohort in self.pair.both
            )
            label = f"En emploi à {wave}"
            yield Change(f"{AT_WORK}{wave}", label, "share", groups=(first, second))

    def _measures(self) -> Iterator[Change]:
        """The shares and means that the codebook measures, but what the waves tell already."""
        for measure in self._shown:
            yield Change(
                measure.name,
                measure.title,
                "share" if measure.is_share else "mean",
                groups=self._groups(measure),
                unit=measure.unit,
                poorly_known=measure.label in self.poorly_known,
            )

    @cached_property
    def _shown(self) -> tuple[Measure, ...]:
        return shown_measures(self.scene)

    def _along(self, measure: Measure) -> Dimension:
        if measure.along is None:
            raise ValueError(f"{measure.name} is neither a share nor a mean")
        return measure.along

    def _table(self, measure: Measure) -> ReleasedTable:
        return self.tables[f"measure {measure.name}"]

    def _groups(self, measure: Measure) -> tuple[Group, Group]:
        first, second = (self._group(measure, cohort) for cohort in self.pair.both)
        return first, second

    def _group(self, measure: Measure, cohort: str) -> Group:
        table, here = self._table(measure), {str(COHORT): cohort}
        vocabulary = self.scene.vocabulary
        outside = measure.silent_outside_of(table, here, vocabulary)
        if not measure.is_share:
            name = f"measure {measure.name}"
            values = self._distribution(name, self._along(measure), cohort)
            return Group(distribution=values, silent_outside=outside)
        part = measure.share_of(table, here, vocabulary)
        silent = measure.silent_of(table, here, vocabulary)
        return Group(part, silent=silent, silent_outside=outside)

    def _distribution(self, name: str, along: Dimension, cohort: str) -> dict[int, int]:
        table = self.tables[name]
        numbers = {
            int(value): table.count({str(COHORT): cohort, str(along): value})
            for value in self.scene.vocabulary.real_codes(along)
        }
        return {value: people for value, people in numbers.items() if people}

    def _by_cohort(self, name: str) -> tuple[int, int]:
        first, second = (self.tables[name].count({str(COHORT): c}) for c in self.pair.both)
        return first, second


def shown_measures(scene: Scene) -> tuple[Measure, ...]:
    """The shares and means of the codebook that no wave tells: employment is a figure of its own."""
    return tuple(
        measure
        for measure in measures(scene.vocabulary)
        if measure.kind in ("share", "mean") and measure.along and not measure.along.wave
    )
