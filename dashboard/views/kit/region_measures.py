"""Which measures can a map of regions show, and of whom is each one true?"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from dashboard.domain.dimension import Dimension, dimension
from dashboard.domain.selection import Selection
from dashboard.domain.statistics.rates import Share
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.numbers import count, decimal, percent, share
from dashboard.views.kit.employment import reached_codes
from dashboard.views.kit.survey_bases import RESPONDENTS, survey_base

Part = tuple[int, int]
"""How many, and the base they are taken of: of all regions for a count, of the region for a share or a ratio."""


def _everybody(selection: Selection) -> Selection:
    return selection


def _respondents(selection: Selection) -> Selection:
    return survey_base(selection, RESPONDENTS)


@dataclass(frozen=True)
class Measure:
    """One measure of a region.

    Counts and ratios need no `along`; a share is that of `codes` among those whose category `along` a dimension is
    known: absences are in neither part, but in the study's employment rates, where a respondent without information for
    the wave stays in the base.
    """

    name: str
    label: str
    title: str
    legend: str
    counted: str
    base_words: str
    along: Dimension | None = None
    codes: tuple[str, ...] = ()
    group: str = ""
    of: Callable[[Selection], Selection] = _everybody
    ratio: bool = False

    @property
    def is_share(self) -> bool:
        """Whether the measure is a share, with a base and an interval."""
        return self.along is not None

    @property
    def is_count(self) -> bool:
        """Whether the measure is a whole number of people or units."""
        return self.along is None and not self.ratio

    @property
    def counts_people(self) -> bool:
        """Whether each case that it counts is another person."""
        return self.is_share or self.name == "beneficiaires"

    @property
    def of_respondents(self) -> bool:
        """Whether only those who answered the survey are in the base."""
        return self.of is _respondents

    @property
    def of_units(self) -> bool:
        """Whether the base is made of units, and not of people."""
        return self.name == "ue"

    @property
    def ceiling(self) -> float | None:
        """The largest value that there can be."""
        return 100.0 if self.is_share else None

    def population(self, year: str) -> str:
        """What the base is made of; `year` is empty for all years."""
        if not year:
            return self.base_words
        if self.of_units:
            return f"{self.base_words} en {year}"
        return f"{self.base_words}, inscrits en {year} (première inscription ou suivante)"

    def share_of(
        self,
        table: ReleasedTable,
        where: Mapping[str, str | Collection[str]],
        vocabulary: Vocabulary,
    ) -> Share:
        """The share of those in `where`, counted in `table`, which has `along` among its dimensions.

        Raises ValueError for a measure that is no share.
        """
        if self.along is None:
            raise ValueError(f"{self.name} is not a share")
        kept = self.codes or vocabulary.variable(self.along.variable).codes_of_group(self.group)
        name = str(self.along)
        return Share(
            table.count({**where, name: kept}),
            table.count({**where, name: self._base_codes(vocabulary, self.along)}),
        )

    def _base_codes(self, vocabulary: Vocabulary, along: Dimension) -> tuple[str, ...]:
        if self.of_respondents and along.wave:
            return reached_codes(vocabulary, along.wave)
        return vocabulary.real_codes(along)

    def value(self, part: Part) -> float | None:
        """What fills the region; None where there is nobody to take a share of."""
        if self.is_share:
            return Share(*part).percent
        if self.ratio:
            return part[0] / part[1] if part[1] else None
        return part[0]

    def write(self, part: Part) -> str:
        """The value as a reader sees it."""
        if self.is_share:
            return share(Share(*part), 0)
        return decimal(self.value(part)) if self.ratio else count(part[0])

    def write_bound(self, bound: float) -> str:
        """A class bound as a reader sees it."""
        digits = next(digits for digits in range(7) if round(bound, digits) == round(bound, 6))
        return percent(bound, digits) if self.is_share else decimal(bound, max(digits, 1))


MEASURES = (
    Measure(
        "beneficiaires",
        "Bénéficiaires",
        "Bénéficiaires",
        "Bénéficiaires",
        "effectif",
        "bénéficiaires",
    ),
    Measure("ue", "UE financées", "UE financées", "UE financées", "UE", "UE financées"),
    Measure(
        "ue-par-beneficiaire",
        "UE par bénéficiaire",
        "Nombre d'UE par bénéficiaire,",
        "UE par bénéficiaire",
        "UE",
        "bénéficiaires",
        ratio=True,
    ),
    Measure(
        "femmes",
        "Part de femmes",
        "Part de femmes",
        "Part de femmes",
        "femmes",
        "bénéficiaires",
        dimension("gender"),
        ("F",),
    ),
    Measure(
        "deld",
        "Part de DELD",
        "Part de demandeurs d'emploi de longue durée",
        "Part de DELD",
        "DELD",
        "bénéficiaires dont la durée de chômage est connue",
        dimension("long_term_jobseeker"),
        ("yes",),
    ),
    Measure(
        "cadres",
        "Part de cadres",
        "Part de cotisants cadres",
        "Part de cadres",
        "cadres",
        "bénéficiaires dont le statut cadre est connu",
        dimension("executive"),
        ("yes",),
    ),
    Measure(
        "emploi-t1",
        "En emploi à T1",
        "Part en emploi à T1",
        "En emploi à T1",
        "en emploi à T1",
        "répondants à l'enquête",
        dimension("status@T1"),
        group="employed",
        of=_respondents,
    ),
)


def measure_named(name: str) -> Measure:
    """The measure that an address calls `name`."""
    return next(measure for measure in MEASURES if measure.name == name)
