"""Do the degree pathways aim higher than the diplomas that people came with?"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.content import Content
from dashboard.content.page import TRAINING
from dashboard.content.view import Scene, View
from dashboard.domain.codebook import Variable
from dashboard.domain.query import Query
from dashboard.domain.switches import Choice, Switch
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import PEOPLE, noun_of, variable_noun
from dashboard.text.variables import known, known_of_nobody, long_name, variable_of
from dashboard.text.words import capital, inside
from dashboard.views.kit.cohorts.shares import CohortShares, SharesWords
from dashboard.views.kit.notes import COHORT, absence_notes, definition_note
from dashboard.views.training.diplomas.crossing import Crossing, crossing_of
from dashboard.views.training.diplomas.words import (
    AIM,
    COMPARABLE,
    ENTRY,
    KNOWS_DIPLOMAS,
    STEP,
    entry_sentence,
    nobody,
    step_sentence,
    title,
    who,
)

COMPARED, CROSSED, ON_ENTRY = "comparaison", "croisement", "entree"


def _choices(vocabulary: Vocabulary) -> tuple[Choice, ...]:
    entry = variable_of(ENTRY, vocabulary)
    alone = entry.label if entry.noun is None else variable_noun(entry).one("seul")
    return (
        Choice(COMPARED, "Comparaison, par promotion", COMPARABLE),
        Choice(CROSSED, "Croisement", COMPARABLE),
        Choice(ON_ENTRY, capital(alone), KNOWS_DIPLOMAS),
    )


SHOWN = Switch("diplomes.montrer", "Montrer", COMPARED, _choices)


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
    steps, vocabulary = CohortShares(scene, table, STEP, PEOPLE), scene.vocabulary
    words = SharesWords(
        title=f"{title(vocabulary)}, par promotion",
        population=who(vocabulary),
        along=long_name(variable_of(AIM, vocabulary)),
        subject=inside(variable_of(STEP, vocabulary).label),
        sentence=step_sentence,
        nothing=nobody(vocabulary),
    )
    return steps.content(words, vocabulary.codebook.study.source, definitions)


def _entries(scene: Scene, table: ReleasedTable) -> Content:
    """The entry diplomas by cohort, whatever people then aimed at."""
    entries = CohortShares(scene, table, ENTRY, PEOPLE)
    entry = variable_of(ENTRY, scene.vocabulary)
    words = SharesWords(
        title=f"{entry.title}, par promotion",
        population=f"bénéficiaires {known(variable_noun(entry))}",
        along=inside(entry.label),
        subject=_highest(entry),
        sentence=entry_sentence,
        nothing=known_of_nobody(variable_noun(entry)),
    )
    source = scene.vocabulary.codebook.study.source_survey
    return entries.content(words, source, (definition_note(scene, ENTRY),))


def _highest(entry: Variable) -> str:
    """`plus haut diplôme à l'entrée`: whose gender is that of the noun."""
    label = inside(entry.label)
    return f"plus {noun_of(entry.noun).agreeing('haut')} {label}" if entry.noun else label


VIEW = View(
    "diplomes",
    TRAINING,
    5,
    title,
    ask,
    tell,
    switches=(SHOWN,),
    needs=KNOWS_DIPLOMAS,
)
