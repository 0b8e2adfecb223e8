"""Which levels do the degree pathways aim at, and who follows one, cohort by cohort? (study, figure 3)"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.content import Content
from dashboard.content.page import TRAINING
from dashboard.content.view import Scene, View
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.statistics.rates import Share
from dashboard.domain.switches import Choice, Switch, fixed
from dashboard.domain.tables import ReleasedTable
from dashboard.text.nouns import PEOPLE, UNITS, Noun, agreed
from dashboard.text.words import inside
from dashboard.views.kit.cohorts.shares import CohortShares, SharesWords
from dashboard.views.kit.notes import (
    COHORT,
    absence_notes,
    absent_rows,
    definition_note,
    low_coverage,
    low_coverage_notes,
)
from dashboard.views.training.units_note import UNITS_HAVE_NO_INTERVAL

LEVEL, PATHWAY, MAIN = Dimension("target_level"), Dimension("pathway"), Dimension("main_pathway")
DEGREE_UNITS = Noun("UE de parcours diplômant", "UE de parcours diplômant", feminine=True)
MEASURE = Switch(
    "niveaux.montrer",
    "Montrer",
    "niveaux",
    fixed(
        Choice("niveaux", "Niveaux visés"),
        Choice("parcours", "Parcours suivis"),
    ),
)


def ask(scene: Scene) -> Mapping[str, Query]:
    """Units of degree pathways by level, with the units of all pathways; or people by pathway."""
    if scene.position(MEASURE) == "parcours":
        return {"people": Query((COHORT, MAIN), scene.selection)}
    degree = scene.selection.keeping(PATHWAY, ("degree",))
    return {
        "units": Query((COHORT, LEVEL), degree, "unit"),
        "pathways": Query((COHORT, PATHWAY), scene.selection, "unit"),
    }


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """One bar a cohort, filled by the levels or by the pathways."""
    if scene.position(MEASURE) == "parcours":
        return _pathways(scene, tables)
    return _levels(scene, tables)


def _levels(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    pathways = tables["pathways"]
    unknown_pathways = low_coverage(scene, pathways, PATHWAY)
    shares = CohortShares(scene, tables["units"], LEVEL, UNITS, also_low_coverage=unknown_pathways)
    words = SharesWords(
        title="Niveau visé par les parcours diplômants, par promotion",
        population="UE financées dans un parcours diplômant dont le niveau est connu",
        along="niveau visé",
        counted="UE financées",
        subject="niveau visé par les UE des parcours diplômants",
        sentence=_level_sentence,
        nothing="Aucune UE de cette sélection n'est connue pour relever d'un parcours diplômant.",
    )
    notes = (
        *absence_notes(scene, pathways, PATHWAY, UNITS),
        *low_coverage_notes(scene, pathways, PATHWAY),
        UNITS_HAVE_NO_INTERVAL,
    )
    source = scene.vocabulary.codebook.study.source_enrolment
    return shares.content(words, source, notes, absent_rows(scene, pathways, PATHWAY))


def _pathways(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    shares = CohortShares(scene, tables["people"], MAIN, PEOPLE)
    words = SharesWords(
        title="Parcours des bénéficiaires, par promotion",
        population="bénéficiaires dont le parcours est connu",
        along="parcours",
        subject="parcours des bénéficiaires",
        sentence=_pathway_sentence,
        nothing="Le parcours d'aucun bénéficiaire de cette sélection n'est connu.",
    )
    source = scene.vocabulary.codebook.study.source_enrolment
    return shares.content(words, source, (definition_note(scene, MAIN),))


def _level_sentence(of_cohort: Share, level: Category) -> str:
    verb = agreed(of_cohort, "vise", "visent")
    return f"{DEGREE_UNITS.of_base(of_cohort)} {verb} le {inside(level.label)}"


def _pathway_sentence(of_cohort: Share, pathway: Category) -> str:
    verb = agreed(of_cohort, "relève", "relèvent")
    return f"{PEOPLE.of_base(of_cohort)} {verb} de la catégorie « {pathway.label} »"


VIEW = View("niveaux", TRAINING, 2, "Parcours et niveaux visés", ask, tell, switches=(MEASURE,))
