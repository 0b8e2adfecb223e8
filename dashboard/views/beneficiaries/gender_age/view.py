"""How many of each gender, and how old are they?"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.content import Content
from dashboard.content.page import BENEFICIARIES
from dashboard.content.view import Scene, View
from dashboard.domain.codebook import Category
from dashboard.domain.needs import any_variable, variable
from dashboard.domain.query import Query
from dashboard.domain.statistics.rates import Share
from dashboard.domain.switches import Choice, Switch
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import PEOPLE, agreed
from dashboard.text.variables import known, short_name, variable_of
from dashboard.text.words import capital, inside
from dashboard.views.beneficiaries.gender_age.age_pyramid import AN_AGE, pyramid_of, two_genders
from dashboard.views.beneficiaries.gender_age.gender_by_cohort import gender_by_cohort
from dashboard.views.beneficiaries.gender_age.mean_ages import mean_ages
from dashboard.views.beneficiaries.gender_age.people_by_age import (
    AGE,
    GENDER,
    People,
    has_absences,
)
from dashboard.views.beneficiaries.gender_age.pyramid_bars import BAND
from dashboard.views.kit.cohorts.shares import CohortShares, SharesWords
from dashboard.views.kit.notes import COHORT

COHORTS, BANDS, MEANS, PYRAMID = "promotions", "tranches", "moyennes", "pyramide"
NEEDS = {
    COHORTS: (variable("gender"),),
    BANDS: (variable("age_band"),),
    MEANS: (variable("age_at_enrolment"),),
    PYRAMID: (variable("age_at_enrolment"), two_genders),
}


def _choices(vocabulary: Vocabulary) -> tuple[Choice, ...]:
    gender, bands = (variable_of(along, vocabulary) for along in (GENDER, BAND))
    mean_age = " et âge moyen" if vocabulary.has(AGE) else ""
    return (
        Choice(COHORTS, f"{gender.label}{mean_age} par promotion", NEEDS[COHORTS]),
        Choice(BANDS, f"{bands.plural or bands.label} par promotion", NEEDS[BANDS]),
        Choice(MEANS, "Âge moyen par promotion", NEEDS[MEANS]),
        Choice(PYRAMID, "Pyramide des âges", NEEDS[PYRAMID]),
    )


FIGURE = Switch("genre-age.figure", "Figure", COHORTS, _choices)


def ask(scene: Scene) -> Mapping[str, Query]:
    """Everybody, by cohort, gender and age, where it is known; or by cohort and age band, or age."""
    if scene.position(FIGURE) == BANDS:
        return {"bands": Query((COHORT, BAND), scene.selection)}
    if scene.position(FIGURE) == MEANS:
        return {"ages": Query((COHORT, AGE), scene.selection)}
    ages = (AGE,) if scene.vocabulary.has(AGE) else ()
    return {"people": Query((COHORT, GENDER, *ages), scene.selection)}


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """The genders of each cohort with their mean age, the age bands of each cohort, its mean age, or the pyramid."""
    if scene.position(FIGURE) == BANDS:
        return _age_bands(scene, tables["bands"])
    if scene.position(FIGURE) == MEANS:
        return mean_ages(scene, tables["ages"])
    people = People(scene, tables["people"])
    pyramid = scene.position(FIGURE) == PYRAMID
    return pyramid_of(people) if pyramid else gender_by_cohort(people)


def _age_bands(scene: Scene, table: ReleasedTable) -> Content:
    shares = CohortShares(scene, table, BAND, PEOPLE)
    vocabulary = scene.vocabulary
    band = vocabulary.variable(BAND.variable)
    bands = band.plural or band.label
    partly = has_absences(BAND, vocabulary)
    words = SharesWords(
        title=f"{bands}, selon la promotion",
        population=f"bénéficiaires{f' {known(AN_AGE)}' if partly else ''}{_when(vocabulary)}",
        along=short_name(band),
        counted="effectif",
        subject=inside(bands),
        sentence=_band_sentence,
        nothing="L'âge n'est connu d'aucun bénéficiaire de cette sélection."
        if table.total()
        else "Aucun bénéficiaire dans cette sélection.",
    )
    return shares.content(words, vocabulary.codebook.study.source_enrolment)


def _when(vocabulary: Vocabulary) -> str:
    """At which time people have the age."""
    if not vocabulary.has(AGE):
        return ""
    return f", {inside(vocabulary.variable(AGE.variable).label)}"


def _band_sentence(of_cohort: Share, band: Category) -> str:
    """`12 bénéficiaires sur 40 (30,0 %) ont moins de 30 ans`; a band that tells no years has its name quoted."""
    people = PEOPLE.of_base(of_cohort)
    if "ans" in band.label.split():
        return f"{people} {agreed(of_cohort, 'a', 'ont')} {inside(band.label)}"
    belong = agreed(of_cohort, "relève", "relèvent")
    return f"{people} {belong} de la catégorie « {band.label} »"


def title(vocabulary: Vocabulary) -> str:
    """The gender, the age, or both."""
    gender = [variable_of(GENDER, vocabulary).label] if vocabulary.has(GENDER) else []
    age = ["âge"] if vocabulary.has(AGE) or vocabulary.has(BAND) else []
    return capital(" et ".join([*gender, *age])) or "Âge"


VIEW = View(
    name="genre-age",
    page=BENEFICIARIES,
    place=2,
    title=title,
    ask=ask,
    tell=tell,
    switches=(FIGURE,),
    height=460,
    needs=(any_variable("gender", "age_band"),),
)
