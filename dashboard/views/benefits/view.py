"""What did the training bring, in the respondents' words, cohort by cohort?"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.content import Content
from dashboard.content.data_table import DataTable
from dashboard.content.page import BENEFITS
from dashboard.content.view import Scene, View, tall
from dashboard.domain.counts import is_nobody, is_told
from dashboard.domain.needs import table
from dashboard.domain.query import Query
from dashboard.domain.statistics.rates import Share
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import PEOPLE, Noun, agreed
from dashboard.text.numbers import percent, share
from dashboard.text.variables import variable_of
from dashboard.text.words import NONE_TOLD
from dashboard.views.benefits.bars import ANSWERED, grouped_bars, row
from dashboard.views.benefits.named import (
    BENEFIT,
    CORRECTION,
    RESPONSE,
    Benefits,
    benefit_noun,
    name_of,
)
from dashboard.views.kit.nonresponse_weighting import (
    CORRECTED_COLUMNS,
    corrected_title,
    correction_note,
    wanted,
    with_weighted,
)
from dashboard.views.kit.notes import COHORT, absence_notes, fragile_note
from dashboard.views.kit.survey_bases import (
    RESPONDENTS,
    RESPONDENTS_IN_WORDS,
    nobody_because,
    survey_base,
)


def ask(scene: Scene) -> Mapping[str, Query]:
    """The people of each cohort by response, and the benefits that the respondents name."""
    answered = survey_base(scene.selection, RESPONDENTS)
    queries = {
        "people": Query((COHORT, RESPONSE), scene.selection),
        "answers": Query((COHORT, BENEFIT), answered, "answer"),
    }
    return with_weighted(queries, wanted=wanted(scene, CORRECTION))


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """A bar for each benefit, cohort by cohort, with its interval."""
    benefits, corrected = Benefits(scene, tables), wanted(scene, CORRECTION)
    noun = benefit_noun(scene.vocabulary)
    title = f"{_title(scene.vocabulary)}, par promotion"
    return Content(
        title=corrected_title(title, corrected=True)
        if corrected
        else f"{title} (plusieurs réponses possibles)",
        base=benefits.base,
        population=RESPONDENTS_IN_WORDS,
        chart=grouped_bars(benefits),
        data_table=DataTable(
            ("promotion", noun.singular),
            f"répondants qui {'la' if noun.feminine else 'le'} citent",
            tuple(
                row(benefits, cohort, benefit)
                for cohort in benefits.bases
                for benefit in benefits.benefits
            ),
            CORRECTED_COLUMNS if corrected else (),
            with_intervals=True,
        ),
        reading=_reading(benefits),
        alternative=_alternative(benefits),
        source=scene.vocabulary.codebook.study.source_survey,
        notes=_notes(benefits),
        nothing=nobody_because(scene.selection, scene.vocabulary),
    )


def _title(vocabulary: Vocabulary) -> str:
    """What the study calls benefits, in the plural where it has one."""
    named = variable_of(BENEFIT, vocabulary)
    return named.plural or named.title


def _reading(benefits: Benefits) -> str:
    """The benefit that most respondents of the latest cohort name."""
    cohorts = [cohort for cohort in benefits.bases if cohort]
    if not cohorts:
        return ""
    named = benefit_noun(benefits.scene.vocabulary).definite
    latest = cohorts[-1]
    benefit = max(benefits.benefits, key=lambda each: benefits.part(latest, each).count)
    part, shown = benefits.part(latest, benefit), benefits.shown(latest, benefit)
    if not is_told(part.count):
        return ""
    if shown.corrected is not None and shown.percent is None:
        return ""
    if shown.corrected is not None:
        return (
            f"Dans la promotion {latest}, {percent(shown.percent)} des répondants citent {named} "
            f"« {benefit.label} » après redressement de la non-réponse ({share(part)} sans redressement)."
        )
    verb = "ne cite" if is_nobody(part.count) else agreed(part, "cite", "citent")
    return (
        f"Dans la promotion {latest}, {ANSWERED.of_base(part)} {verb} {named} « {benefit.label} »."
    )


def _alternative(benefits: Benefits) -> str:
    last = next(reversed(benefits.bases), None)
    if last is None:
        return ""
    shares = ", ".join(
        f"{benefit.label} {percent(benefits.shown(last, benefit).percent, 0)}"
        for benefit in benefits.benefits
        if benefits.shown(last, benefit).percent is not None
    )
    each = f"chaque {benefit_noun(benefits.scene.vocabulary).singular}"
    return (
        f"Barres : part des répondants de chaque promotion qui citent {each}, plusieurs "
        f"réponses possibles. {name_of(last)} : {shares or NONE_TOLD}."
    )


def _notes(benefits: Benefits) -> tuple[str, ...]:
    scene, bases = benefits.scene, benefits.bases
    absences = absence_notes(scene, benefits.tables["people"], RESPONSE, PEOPLE)
    small = [name_of(cohort) for cohort, base in bases.items() if Share(0, base).fragile]
    effects = [benefits.shown(c, benefit).effect for c in bases for benefit in benefits.benefits]
    corrected = [correction_note(scene, effects)] if wanted(scene, CORRECTION) else []
    return (
        *_of_the_base(benefit_noun(scene.vocabulary)),
        *absences,
        *fragile_note(small),
        *corrected,
    )


def _of_the_base(noun: Noun) -> tuple[str, str]:
    """What shares of several answers are taken of."""
    several = (
        f"Plusieurs réponses possibles : un répondant compte dans chaque {noun.singular} qu'il cite, et les "
        "pourcentages d'une promotion ne s'additionnent pas à 100 %."
    )
    return several, f"Base : tous les répondants, ceux qui n'ont cité {noun.none} compris."


VIEW = View(
    name="apports",
    page=BENEFITS,
    place=1,
    title=_title,
    ask=ask,
    tell=tell,
    switches=(CORRECTION,),
    height=620,
    canvas=tall(640),
    wide=True,
    needs=(table("benefits"),),
)
