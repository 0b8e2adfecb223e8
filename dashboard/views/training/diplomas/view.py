"""Do the degree pathways aim higher than the diplomas that people came with? (study, text after figure 3)"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.content import Content
from dashboard.content.page import TRAINING
from dashboard.content.view import Scene, View
from dashboard.domain.codebook import Category
from dashboard.domain.query import Query
from dashboard.domain.statistics.rates import Share
from dashboard.domain.switches import Choice, Switch, fixed
from dashboard.domain.tables import ReleasedTable
from dashboard.text.nouns import PEOPLE, agreed
from dashboard.text.words import inside
from dashboard.views.kit.cohorts.shares import CohortShares, SharesWords
from dashboard.views.kit.notes import COHORT, absence_notes, definition_note
from dashboard.views.training.diplomas.crossing import (
    AIM,
    ENTRY,
    NOBODY,
    STEP,
    TITLE,
    WHO,
    Crossing,
    crossing_of,
)

COMPARED, CROSSED, ON_ENTRY = "comparaison", "croisement", "entree"
SHOWN = Switch(
    "diplomes.montrer",
    "Montrer",
    COMPARED,
    fixed(
        Choice(COMPARED, "Comparaison, par promotion"),
        Choice(CROSSED, "Croisement"),
        Choice(ON_ENTRY, "Diplôme d'entrée seul"),
    ),
)


def ask(scene: Scene) -> Mapping[str, Query]:
    """People by step, cohort by cohort; where it is shown, by entry diploma alone, or with the level aimed at."""
    if scene.position(SHOWN) == ON_ENTRY:
        return {"entries": Query((COHORT, ENTRY), scene.selection)}
    people = {"steps": Query((COHORT, STEP), scene.selection)}
    if scene.position(SHOWN) == CROSSED:
        people["cross"] = Query((ENTRY, AIM), scene.selection)
    return people


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """Lower, same or higher by cohort; the matrix of diplomas and levels; or the diplomas alone."""
    if scene.position(SHOWN) == ON_ENTRY:
        return _entries(scene, tables["entries"])
    definitions = tuple(definition_note(scene, along) for along in (ENTRY, AIM))
    if scene.position(SHOWN) == CROSSED:
        absent = absence_notes(scene, tables["steps"], STEP, PEOPLE)
        return crossing_of(Crossing(scene, tables["cross"]), (*absent, *definitions))
    return _steps(scene, tables["steps"], definitions)


def _steps(scene: Scene, table: ReleasedTable, definitions: tuple[str, ...]) -> Content:
    """How the level aimed at compares with the entry diploma, by cohort."""
    steps = CohortShares(scene, table, STEP, PEOPLE)
    words = SharesWords(
        title=f"{TITLE}, par promotion",
        population=WHO,
        along="niveau visé",
        subject="niveau visé par rapport au diplôme d'entrée",
        sentence=_step_sentence,
        nothing=NOBODY,
    )
    return steps.content(words, scene.vocabulary.codebook.study.source, definitions)


def _entries(scene: Scene, table: ReleasedTable) -> Content:
    """The entry diplomas by cohort, whatever people then aimed at."""
    entries = CohortShares(scene, table, ENTRY, PEOPLE)
    words = SharesWords(
        title="Diplôme à l'entrée, par promotion",
        population="bénéficiaires dont le diplôme d'entrée est connu",
        along="diplôme à l'entrée",
        subject="plus haut diplôme à l'entrée",
        sentence=_entry_sentence,
        nothing="Le diplôme d'entrée n'est connu d'aucun bénéficiaire de cette sélection.",
    )
    source = scene.vocabulary.codebook.study.source_survey
    return entries.content(words, source, (definition_note(scene, ENTRY),))


def _entry_sentence(of_cohort: Share, entry: Category) -> str:
    verb = agreed(of_cohort, "a", "ont")
    return f"{PEOPLE.of_base(of_cohort)} {verb} à l'entrée un diplôme de {inside(entry.label)}"


def _step_sentence(of_cohort: Share, step: Category) -> str:
    verb = agreed(of_cohort, "vise", "visent")
    aim = step.predicate.format(possessive=agreed(of_cohort, "son", "leur"))
    return f"{PEOPLE.of_base(of_cohort)} {verb} {aim}"


VIEW = View("diplomes", TRAINING, 5, TITLE, ask, tell, switches=(SHOWN,))
