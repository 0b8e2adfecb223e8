"""Which ages has each bar of the pyramid, and which does a filter leave out?"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.content.data_table import Key
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.text.words import inside, listed
from dashboard.views.beneficiaries.gender_age.people_by_age import AGE, People

YEARS = 5
"""Years of age in a bar of the pyramid."""

AGES = "ages"
"""What keys of rows are along where they tell the ages of a bar, which is no category of the codebook."""

BAND = Dimension("age_band")


@dataclass(frozen=True)
class Bar:
    """The ages of a bar, both included, and the age band that they all lie in, if there is one."""

    first: int
    last: int
    band: Category | None

    @property
    def label(self) -> str:
        """`25 à 29 ans`, which no line breaks."""
        ages = f"{self.first}" if self.first == self.last else f"{self.first} à {self.last}"
        return f"{ages} ans".replace(" ", "\u00a0")

    @property
    def key(self) -> Key:
        """Its key in a row."""
        return Key(AGES, f"{self.first}-{self.last}", self.label)


def bars_of(people: People) -> list[Bar]:
    """From the youngest to the oldest of the tables, without the ages that a filter leaves out: they are no zeros."""
    ages = people.scene.vocabulary.integers.get(AGE, ())
    if not ages:
        return []
    kept, filtered = _bands_kept(people), bool(_codes_kept(people))
    bars = []
    for start in range(ages[0] // YEARS * YEARS, ages[-1] + 1, YEARS):
        years = [a for a in range(start, start + YEARS) if not filtered or _band_of(a, kept)]
        if years:
            bands = [_band_of(age, kept) for age in (years[0], years[-1])]
            bars.append(Bar(years[0], years[-1], bands[0] if bands[0] == bands[1] else None))
    return bars


def filtered_ages(people: People) -> str:
    """The ages that a filter leaves, in words; nothing where there is none."""
    if not _codes_kept(people):
        return ""
    return listed([inside(band.label) for band in _bands_kept(people)])


def _bands_kept(people: People) -> list[Category]:
    """The bands of age that the filter leaves, in order; all of them where there is none."""
    vocabulary = people.scene.vocabulary
    if not _are_bands_of_age(people):
        return []
    kept = _codes_kept(people)
    bands = [vocabulary.category(BAND, code) for code in vocabulary.real_codes(BAND)]
    return [band for band in bands if not kept or band.code in kept]


def _codes_kept(people: People) -> tuple[str, ...]:
    return people.scene.selection.codes(BAND) if _are_bands_of_age(people) else ()


def _are_bands_of_age(people: People) -> bool:
    """Whether bands are made of the age in years: a table may have some of its own, or a study none."""
    band = people.scene.vocabulary.codebook.variables.get(BAND.variable)
    return band is not None and band.of == AGE.variable


def _band_of(age: int, bands: list[Category]) -> Category | None:
    for band in bands:
        above = band.lower is None or band.lower <= age
        if above and (band.upper is None or age <= band.upper):
            return band
    return None
