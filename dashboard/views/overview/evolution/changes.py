"""Which key figures do two cohorts have, what is each in both, and which are left out?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.content.view import Scene
from dashboard.domain.dimension import Dimension
from dashboard.domain.statistics.comparisons import Group
from dashboard.domain.statistics.rates import Share
from dashboard.domain.tables import ReleasedTable
from dashboard.text.nouns import funded
from dashboard.text.words import capital
from dashboard.views.kit.employment import AT_WORK, employed
from dashboard.views.kit.measure import Measure
from dashboard.views.kit.notes import COHORT, low_coverage
from dashboard.views.kit.region_measures import measures
from dashboard.views.kit.settled import is_decided, is_foregone_at, is_response_settled
from dashboard.views.kit.survey_bases import ANSWERED, response_rate
from dashboard.views.overview.evolution.change import Change
from dashboard.views.overview.following_cohorts import Following

UNITS = Dimension("units_first_year")


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
        return tuple(c for c in every if self._is_known(c) and c.code not in self.fixed)

    def _is_known(self, change: Change) -> bool:
        return None not in change.values and not any(change.hidden)

    @cached_property
    def unknown(self) -> tuple[str, ...]:
        """The labels of what is not known of one of the cohorts, or of both; employment has its waves."""
        told = (self._response(), *self._measures())
        return tuple(c.label for c in told if not self._is_known(c) and c.code not in self.fixed)

    @cached_property
    def fixed(self) -> Mapping[str, str]:
        """What a filter has fixed, with its label, which is no finding."""
        settled = {
            measure.name: measure.label
            for measure in self._shown
            if measure.is_share and is_decided(self.scene, self._along(measure), measure.codes)
        }
        response, rates = self._response(), self.tables["response"]
        if is_response_settled(self.scene, response_rate(rates)):
            settled[response.code] = response.label
        for wave in self.scene.vocabulary.after:
            if is_foregone_at(self.scene, wave):
                settled[f"{AT_WORK}{wave}"] = f"En emploi à {wave}"
        return settled

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
        return tuple(c.code.removeprefix(AT_WORK) for c in self._at_work() if self._is_known(c))

    def _numbers(self) -> Iterator[Change]:
        noun = funded(self.scene.vocabulary)
        first, second = (self._units(cohort) for cohort in self.pair.both)
        units = tuple(sum(v * n for v, n in people.items()) for people in (first, second))
        yield Change("people", "Bénéficiaires", "count", self.people)
        label = f"{capital(noun.several('financé'))}, première année"
        yield Change("units", label, "count", (units[0], units[1]))
        yield Change(
            "units_per_person",
            f"{capital(noun.plural)} par bénéficiaire, première année",
            "mean",
            groups=(
                Group(distribution=first, counted=self.people[0]),
                Group(distribution=second, counted=self.people[1]),
            ),
        )

    def _response(self) -> Change:
        table = self.tables["response"]
        shares = [response_rate(table, {str(COHORT): cohort}) for cohort in self.pair.both]
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
        here = {str(COHORT): cohort}
        return measure.group_of(self._table(measure), here, self.scene.vocabulary)

    def _units(self, cohort: str) -> dict[int, int]:
        """How many people of a cohort have each number of units in their first year."""
        table = self.tables["units"]
        numbers = {
            int(units): table.count({str(COHORT): cohort, str(UNITS): units})
            for units in self.scene.vocabulary.real_codes(UNITS)
        }
        return {units: people for units, people in numbers.items() if people}

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
