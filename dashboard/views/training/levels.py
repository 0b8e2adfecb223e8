"""Which levels do the degree pathways aim at, and who follows one, cohort by cohort?"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dashboard.content.content import Content
from dashboard.content.page import TRAINING
from dashboard.content.view import Scene, View
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.needs import unmet, variable
from dashboard.domain.query import Query
from dashboard.domain.statistics.rates import Share
from dashboard.domain.switches import Choice, Switch
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import PEOPLE, Noun, agreed, funded, variable_noun
from dashboard.text.variables import known, long_name, several_of, short_noun, variable_of
from dashboard.text.words import capital, inside
from dashboard.views.kit.cohorts.shares import CohortShares, SharesWords
from dashboard.views.kit.notes import (
    COHORT,
    absence_notes,
    absent_rows,
    definition_note,
    low_coverage,
    low_coverage_notes,
)
from dashboard.views.training.aims import PATHWAY, DegreePathway, aiming, degree_pathway
from dashboard.views.training.funded_words import known_of_no_unit, no_unit, units_have_no_interval

LEVEL, MAIN = Dimension("target_level"), Dimension("main_pathway")
LEVELS, PATHWAYS = "niveaux", "parcours"
NEEDS = {LEVELS: (variable("target_level"),), PATHWAYS: (variable("main_pathway", "pathway"),)}


def _choices(vocabulary: Vocabulary) -> tuple[Choice, ...]:
    followed = variable_of(MAIN, vocabulary)
    words = followed.title if followed.noun is None else variable_noun(followed).several("suivi")
    return (
        Choice(LEVELS, capital(several_of(variable_of(LEVEL, vocabulary))), NEEDS[LEVELS]),
        Choice(PATHWAYS, capital(words), NEEDS[PATHWAYS]),
    )


MEASURE = Switch("niveaux.montrer", "Montrer", LEVELS, _choices)


def ask(scene: Scene) -> Mapping[str, Query]:
    """Units of degree pathways by level, with the units of all pathways; or people by pathway."""
    if scene.position(MEASURE) == PATHWAYS:
        return {"people": Query((COHORT, MAIN), scene.selection)}
    degree = degree_pathway(scene.vocabulary)
    if degree is None:
        return {"units": Query((COHORT, LEVEL), scene.selection, "unit")}
    of_degrees = scene.selection.keeping(PATHWAY, degree.codes)
    return {
        "units": Query((COHORT, LEVEL), of_degrees, "unit"),
        "pathways": Query((COHORT, PATHWAY), scene.selection, "unit"),
    }


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """One bar a cohort, filled by the levels or by the pathways."""
    if scene.position(MEASURE) == PATHWAYS:
        return _pathways(scene, tables)
    degree = degree_pathway(scene.vocabulary)
    if degree is None:
        return _levels_of_all(scene, tables["units"])
    return _levels(scene, degree, tables)


def _levels(scene: Scene, degree: DegreePathway, tables: Mapping[str, ReleasedTable]) -> Content:
    vocabulary, pathways = scene.vocabulary, tables["pathways"]
    units, level = funded(vocabulary), variable_of(LEVEL, vocabulary)
    unknown_pathways = low_coverage(scene, pathways, PATHWAY)
    shares = CohortShares(scene, tables["units"], LEVEL, units, also_low_coverage=unknown_pathways)
    known_level = known(short_noun(level))
    words = SharesWords(
        title=f"{level.label} {degree.aimed_at}, par promotion",
        population=f"{units.several('financé')} {degree.within} {known_level}",
        along=inside(level.label),
        counted=units.several("financé"),
        subject=f"{inside(level.label)} par les {units.plural} {degree.of_all}",
        sentence=_sentence_of(
            Noun(
                f"{units.singular} {degree.of_its_kind}",
                f"{units.plural} {degree.of_its_kind}",
                units.feminine,
            )
        ),
        nothing=f"{capital(units.none)} de cette sélection n'est {units.agreeing('connu')} "
        f"pour relever {degree.of_one}.",
    )
    notes = (
        *absence_notes(scene, pathways, PATHWAY, units),
        *low_coverage_notes(scene, pathways, PATHWAY),
        units_have_no_interval(vocabulary),
    )
    source = vocabulary.codebook.study.source_enrolment
    return shares.content(words, source, notes, absent_rows(scene, pathways, PATHWAY))


def _levels_of_all(scene: Scene, table: ReleasedTable) -> Content:
    """The levels of all units, where the study tells no degree pathways apart."""
    vocabulary = scene.vocabulary
    units, level = funded(vocabulary), variable_of(LEVEL, vocabulary)
    words = SharesWords(
        title=f"{level.title}, par promotion",
        population=f"{units.several('financé')} {known(variable_noun(level))}",
        along=inside(level.label),
        counted=units.several("financé"),
        subject=f"{inside(level.label)} par les {units.several('financé')}",
        sentence=_sentence_of(units),
        nothing=known_of_no_unit(variable_noun(level), vocabulary)
        if table.total()
        else no_unit(vocabulary),
    )
    source = vocabulary.codebook.study.source_enrolment
    notes = (units_have_no_interval(vocabulary),)
    return CohortShares(scene, table, LEVEL, units).content(words, source, notes)


def _pathways(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    shares = CohortShares(scene, tables["people"], MAIN, PEOPLE)
    main = variable_of(MAIN, scene.vocabulary)
    noun = variable_noun(main)
    words = SharesWords(
        title=f"{main.title}, par promotion",
        population=f"bénéficiaires {known(noun)}",
        along=long_name(main),
        subject=inside(main.title),
        sentence=_pathway_sentence,
        nothing=f"{capital(noun.definite)} d'aucun bénéficiaire de cette sélection "
        f"n'est {noun.agreeing('connu')}.",
    )
    source = scene.vocabulary.codebook.study.source_enrolment
    return shares.content(words, source, (definition_note(scene, MAIN),))


def _sentence_of(units: Noun) -> Callable[[Share, Category], str]:
    """Reads the share of a level among those `units`."""
    return lambda of_cohort, level: f"{units.of_base(of_cohort)} {aiming(of_cohort, level)}"


def _pathway_sentence(of_cohort: Share, pathway: Category) -> str:
    verb = agreed(of_cohort, "relève", "relèvent")
    return f"{PEOPLE.of_base(of_cohort)} {verb} de la catégorie « {pathway.label} »"


def title(vocabulary: Vocabulary) -> str:
    """What the study knows of the two: pathways, levels."""
    shown = {PATHWAYS: MAIN, LEVELS: LEVEL}
    met = [along for choice, along in shown.items() if not unmet(NEEDS[choice], vocabulary)]
    names = [several_of(variable_of(along, vocabulary)) for along in met or shown.values()]
    return capital(" et ".join(names))


def needs_one(vocabulary: Vocabulary) -> str:
    """The study knows levels, or pathways."""
    reasons = [reason for needs in NEEDS.values() for reason in unmet(needs, vocabulary)]
    return " et ".join(reasons) if len(reasons) == len(NEEDS) else ""


VIEW = View("niveaux", TRAINING, 2, title, ask, tell, switches=(MEASURE,), needs=(needs_one,))
