"""Which categories does each dimension have in the tables that are loaded?"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from dashboard.domain.codebook import Category, Codebook, Grouping, Layer, Role, Term, Variable
from dashboard.domain.codebook.book import BEFORE
from dashboard.domain.dimension import Dimension
from dashboard.domain.edition import PreviousEdition
from dashboard.domain.glossary import Spellings, spelt, terms_of
from dashboard.domain.statistics.weighting import Weighting


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The codebook, with what only the tables can tell: their cohorts, academic years and waves.

    Two are the same where they are one object: what follows from one may be remembered by it.

    `calendar` gives, for each cohort and wave asked, the ISO date of observation; a pair that is missing was not asked.
    `integers` gives the values, in order, of each integer dimension. `weighting` tells of the weights that correct
    non-response; None where nobody responded. `previous` is the edition before this one; where it cannot be counted
    there is none, and `no_previous` is the reason, in French, as a clause.
    """

    codebook: Codebook
    cohorts: tuple[str, ...]
    academic_years: tuple[str, ...]
    waves: tuple[str, ...]
    calendar: Mapping[tuple[str, str], str]
    integers: Mapping[Dimension, tuple[int, ...]]
    weighting: Weighting | None = None
    previous: PreviousEdition | None = None
    no_previous: str = "ces tables ne viennent pas d'un dépôt de versions"

    def rounded(self) -> Vocabulary:
        """The same without the one exact number of all people's weights, against which a guess could be tested."""
        if self.weighting is None:
            return self
        return replace(self, weighting=self.weighting.rounded())

    @cached_property
    def memories(self) -> dict[Callable[..., object], Callable[..., Any]]:
        """What follows from it, function by function (`remembered.py`): it goes when the vocabulary does."""
        return {}

    def variable(self, name: str) -> Variable:
        """The variable called `name`."""
        return self.codebook.variable(name)

    @property
    def before(self) -> str | None:
        """The wave before the first enrolment; None where the survey asks about nothing before it."""
        return next((wave for wave in self.waves if wave == BEFORE), None)

    @property
    def after(self) -> tuple[str, ...]:
        """The waves after the first enrolment, in order; there is always one."""
        return tuple(wave for wave in self.waves if wave != BEFORE)

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The divisions into regions, the main one first; none where regions are not known."""
        return self.codebook.layers

    @cached_property
    def glossary(self) -> tuple[Term, ...]:
        """Every word that is explained to the reader."""
        return terms_of(self.codebook)

    @cached_property
    def spellings(self) -> Spellings:
        """The same, by how they are spelt in texts."""
        return spelt(self.glossary)

    @cached_property
    def filters(self) -> tuple[Dimension, ...]:
        """Along what people are chosen in lists: those in sight, then those behind one button."""
        listed = self.codebook.filters
        names = sorted(listed.order, key=lambda name: name in listed.more)
        answers = (Dimension(name, wave) for name in listed.by_wave for wave in self.after)
        return (*map(Dimension, names), *answers)

    @property
    def more_filters(self) -> tuple[Dimension, ...]:
        """Those of `filters` that stand behind one button."""
        more = self.codebook.filters.more
        return tuple(key for key in self.filters if key.wave or key.variable in more)

    @property
    def regions(self) -> Dimension | None:
        """The regions of which somebody may be in charge: those of the main division; None where a study has none."""
        return self.layers[0].dimension if self.layers else None

    def name_of(self, dimension: Dimension) -> str:
        """What a reader calls a dimension: `Région`, `Situation professionnelle à T1`."""
        label = self.variable(dimension.variable).label
        return f"{label} à {dimension.wave}" if dimension.wave else label

    def categories(self, dimension: Dimension) -> tuple[Category, ...]:
        """The categories of `dimension` in order, then its absences."""
        return self._categories[dimension]

    def category(self, dimension: Dimension, code: str) -> Category:
        """One category or absence of `dimension`."""
        return self._by_code[dimension][code]

    def by_code(self, dimension: Dimension) -> Mapping[str, Category]:
        """The categories and absences of `dimension` by their codes, in order."""
        return self._by_code[dimension]

    def codes(self, dimension: Dimension) -> tuple[str, ...]:
        """The codes of `dimension`, in the order of its categories, absences last."""
        return tuple(self._by_code[dimension])

    def real_codes(self, dimension: Dimension) -> tuple[str, ...]:
        """The codes of `dimension` without its absences."""
        return self._real_codes[dimension]

    def codes_with(self, dimension: Dimension, role: Role) -> tuple[str, ...]:
        """The codes of `dimension` that are for `role`, in order."""
        wanted = self.variable(dimension.variable).codes_with(role)
        return tuple(code for code in self.codes(dimension) if code in wanted)

    def groupings(self, dimension: Dimension) -> tuple[Grouping, ...]:
        """The sets of codes of `dimension` that a filter offers as one choice, in order."""
        return self._groupings[dimension]

    def grouping_of(self, dimension: Dimension, codes: Iterable[str]) -> Grouping | None:
        """The grouping of just those codes; None where there is none."""
        return self._by_codes[dimension].get(frozenset(codes))

    def labels(self, dimension: Dimension, codes: Collection[str]) -> list[str]:
        """What a reader calls what is kept along `dimension`: a grouping, or each category in order."""
        grouping = self.grouping_of(dimension, codes)
        if grouping is not None:
            return [grouping.label]
        return [c.label for c in self._categories[dimension] if c.code in codes]

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        """All along which anything can be counted."""
        return tuple(self._categories)

    def has(self, dimension: Dimension) -> bool:
        """Whether the loaded tables can be counted along `dimension`."""
        return dimension in self._categories

    def selects_people(self, dimension: Dimension) -> bool:
        """Whether `dimension` describes a person, and so can select people, rather than a unit or an answer."""
        return self.variable(dimension.variable).table in ("beneficiaries", "survey")

    def surveyed_cohorts(self) -> tuple[str, ...]:
        """The cohorts that were asked at least once."""
        return tuple(c for c in self.cohorts if any(cohort == c for cohort, _ in self.calendar))

    @cached_property
    def _categories(self) -> dict[Dimension, tuple[Category, ...]]:
        categories: dict[Dimension, tuple[Category, ...]] = {}
        for variable in self.codebook.variables.values():
            if variable.kind in ("identifier", "wave", "date"):
                continue
            for wave in self.waves if variable.per_wave else (None,):
                key = Dimension(variable.name, wave)
                categories[key] = self._of(variable, key)
        return categories

    @cached_property
    def _real_codes(self) -> dict[Dimension, tuple[str, ...]]:
        return {
            d: tuple(c.code for c in listed if c.absence is None)
            for d, listed in self._categories.items()
        }

    @cached_property
    def _groupings(self) -> dict[Dimension, tuple[Grouping, ...]]:
        variables = self.codebook.variables
        return {d: variables[d.variable].groupings_at(d.wave) for d in self._categories}

    @cached_property
    def _by_codes(self) -> dict[Dimension, dict[frozenset[str], Grouping]]:
        return {
            d: {frozenset(each.gathers): each for each in reversed(listed)}
            for d, listed in self._groupings.items()
        }

    @cached_property
    def _by_code(self) -> dict[Dimension, dict[str, Category]]:
        return {d: {c.code: c for c in listed} for d, listed in self._categories.items()}

    def _of(self, variable: Variable, key: Dimension) -> tuple[Category, ...]:
        if variable.kind == "academic_year":
            years = self.cohorts if variable.name == "cohort" else self.academic_years
            return tuple(
                Category(code=year, label=year, phrase=variable.phrase.format(year))
                for year in years
            )
        if variable.kind == "integer":
            values = tuple(
                Category(code=str(value), label=str(value)) for value in self.integers.get(key, ())
            )
            return (*values, *variable.absences)
        real = tuple(c for c in variable.categories if c.exists_at(key.wave))
        return (*real, *variable.absences)
