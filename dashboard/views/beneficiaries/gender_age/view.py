"""How many women and men, and how old are they? (study, figure 2)"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.content import Content
from dashboard.content.page import BENEFICIARIES
from dashboard.content.view import Scene, View
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.statistics.rates import Share
from dashboard.domain.switches import Choice, Switch, fixed
from dashboard.domain.tables import ReleasedTable
from dashboard.text.nouns import PEOPLE, agreed
from dashboard.text.words import inside
from dashboard.views.beneficiaries.gender_age.age_pyramid import pyramid_of
from dashboard.views.beneficiaries.gender_age.gender_by_cohort import gender_by_cohort
from dashboard.views.beneficiaries.gender_age.people_by_age import AGE, GENDER, People
from dashboard.views.kit.cohorts.shares import CohortShares, SharesWords
from dashboard.views.kit.notes import COHORT

COHORTS, BANDS, PYRAMID = "promotions", "tranches", "pyramide"
FIGURE = Switch(
    "genre-age.figure",
    "Figure",
    COHORTS,
    fixed(
        Choice(COHORTS, "Genre et âge moyen par promotion"),
        Choice(BANDS, "Tranches d'âge par promotion"),
        Choice(PYRAMID, "Pyramide des âges"),
    ),
)
_BAND = Dimension("age_band")


def ask(scene: Scene) -> Mapping[str, Query]:
    """Everybody, by cohort, gender and age; or by cohort and age band."""
    if scene.position(FIGURE) == BANDS:
        return {"bands": Query((COHORT, _BAND), scene.selection)}
    return {"people": Query((COHORT, GENDER, AGE), scene.selection)}


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """Women and men of each cohort with their mean age, the age bands of each cohort, or the pyramid of all."""
    if scene.position(FIGURE) == BANDS:
        return _age_bands(scene, tables["bands"])
    people = People(scene, tables["people"])
    pyramid = scene.position(FIGURE) == PYRAMID
    return pyramid_of(people) if pyramid else gender_by_cohort(people)


def _age_bands(scene: Scene, table: ReleasedTable) -> Content:
    shares = CohortShares(scene, table, _BAND, PEOPLE)
    words = SharesWords(
        title="Tranches d'âge, selon la promotion",
        population="bénéficiaires, âge à la première inscription",
        along="tranche d'âge",
        counted="effectif",
        subject="tranches d'âge",
        sentence=_band_sentence,
        nothing="Aucun bénéficiaire dans cette sélection.",
    )
    return shares.content(words, scene.vocabulary.codebook.study.source_enrolment)


def _band_sentence(of_cohort: Share, band: Category) -> str:
    return f"{PEOPLE.of_base(of_cohort)} {agreed(of_cohort, 'a', 'ont')} {inside(band.label)}"


VIEW = View(
    name="genre-age",
    page=BENEFICIARIES,
    place=2,
    title="Genre et âge",
    ask=ask,
    tell=tell,
    switches=(FIGURE,),
    height=460,
)
