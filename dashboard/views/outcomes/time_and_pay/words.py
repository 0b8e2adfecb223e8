"""What is said of the same people before and after: one number, who moved, who is not compared and why?"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.view import Scene
from dashboard.domain.codebook import Category
from dashboard.domain.counts import is_told
from dashboard.domain.dimension import Dimension
from dashboard.domain.statistics.rates import SMALL_BASE
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import Noun, agreed, variable_noun
from dashboard.text.numbers import count, interval, percent, share, share_in_words
from dashboard.text.words import NONE_TOLD, capital, counted, inside, listed, number_in_words
from dashboard.views.kit.nonresponse_weighting import correction_note, wanted
from dashboard.views.kit.notes import small_base_note
from dashboard.views.kit.survey_bases import employed_codes, nobody_because
from dashboard.views.kit.wave_switch import nobody_at, reached
from dashboard.views.outcomes.time_and_pay.bars import when
from dashboard.views.outcomes.time_and_pay.same_people import (
    CORRECTION,
    COUNTED_ALONG,
    SALARY,
    TIME,
    VARIABLE,
    WAVE,
    Change,
    amount_of,
    told_of,
)

GROSS_MONTHLY = "gross_monthly_salary"
"""The amount that is earned gross, a month."""

NOT_FULL_TIME = (
    "Salaires déclarés, temps pleins et temps partiels ensemble, sans correction de l'inflation."
)
IN_BANDS = (
    "Les salaires ne sont diffusés qu'en tranches : la médiane est dite par la tranche qui la contient, pas à "
    "l'euro près."
)
UNCORRECTED = (
    "Les médianes et les passages d'une tranche à l'autre restent calculés sur les effectifs, "
    "sans redressement."
)


def view_title(vocabulary: Vocabulary) -> str:
    """Which of the two the study tells of: `Temps de travail et salaire`."""
    known = vocabulary.codebook.variables
    named = [known[COUNTED_ALONG[each]] for each in (TIME, SALARY) if COUNTED_ALONG[each] in known]
    if not named:
        return "Temps de travail et salaire"
    names = [
        variable.noun.singular if variable.noun else inside(variable.title) for variable in named
    ]
    return capital(listed(names))


def title(scene: Scene) -> str:
    """What the bars compare: `Temps de travail avant et après, mêmes personnes`."""
    return f"{told_of(scene).title} avant et après, mêmes personnes"


def both_known(scene: Scene) -> str:
    """Of whom the bars are, after "dont": `le salaire est connu à T0 et à T1`."""
    noun = _noun(scene)
    known = f"{noun.definite} est {noun.agreeing('connu')}"
    return f"{known} à {scene.vocabulary.before} et à {scene.position(WAVE)}"


def reading(change: Change) -> str:
    """The commonest category after."""
    after = change.steps[1]
    if not change.base:
        return ""
    category = max(change.categories(), key=lambda each: change.part(after, each.code).count)
    part, shown = change.part(after, category.code), change.shown(after, category.code)
    if not is_told(part.count) or (shown.corrected is not None and shown.percent is None):
        return ""
    months = change.scene.vocabulary.codebook.waves[after.wave or ""].months
    people = f"Sur {counted(change.base, 'répondant')} dont {both_known(change.scene)}"
    doing = _doing(change.scene, category, part.base if shown.corrected else part.count)
    if shown.corrected is not None:
        return (
            f"{people}, {percent(shown.percent)} {doing} {months}, "
            f"après redressement de la non-réponse ({share(part)} sans redressement)."
        )
    return f"{people}, {number_in_words(part.count)} ({share_in_words(part)}) {doing} {months}."


def alternative(change: Change) -> str:
    """The chart in words: the share of each category, bar by bar."""
    bars = []
    for step in change.steps:
        parts = [
            f"{category.label} {percent(change.shown(step, category.code).percent, 0)}"
            for category in change.categories()
            if change.shown(step, category.code).percent is not None
        ]
        if parts:
            bars.append(f"{when(change, step)} : {', '.join(parts)}")
    return f"Deux barres, {inside(title(change.scene))}. {'. '.join(bars) or capital(NONE_TOLD)}."


def notes(change: Change) -> tuple[str, ...]:
    """Who moved; who is not compared; what a salary is; what the correction does; whether the base is small."""
    scene, paid = change.scene, change.scene.position(VARIABLE) == SALARY
    amount = amount_of(scene)
    employed = _employed(scene, change.tables)
    compared = "ceux dont la réponse manque à l'une des deux dates ne sont pas comparés."
    if is_told(employed):
        people = counted(employed, "répondant")
        compared = f"En emploi à {scene.position(WAVE)} : {people} ; {compared}"
    return (
        *_moves(change),
        capital(compared),
        *((NOT_FULL_TIME,) if paid else ()),
        *((IN_BANDS,) if change.in_bands else ()),
        *((_no_median(change),) if amount is not None and not _tells_medians(change) else ()),
        *_correction(change),
        *small_base_note(change.base, marked=True, unit=""),
    )


def _tells_medians(change: Change) -> bool:
    if change.in_bands:
        return all(change.median_band(step) is not None for step in change.steps)
    return change.base >= SMALL_BASE


def _no_median(change: Change) -> str:
    """Why a median is missing: too few people, or too few in some band for it to be told."""
    if change.base < SMALL_BASE:
        return f"Médianes non montrées : il faut {SMALL_BASE} réponses."
    return "Tranche médiane non diffusée, faute de personnes dans certaines tranches."


def nothing(scene: Scene, tables: Mapping[str, ReleasedTable]) -> str:
    """Why nobody is compared: an answer that is missing, nobody employed, nobody asked yet, or no respondent at all."""
    if _employed(scene, tables):
        return f"Aucun répondant dont {both_known(scene)}, dans cette sélection."
    wave, respondents = scene.position(WAVE), tables["status"]
    if reached(respondents, Dimension("status", wave)):
        return f"Aucun répondant en emploi à {wave} dans cette sélection."
    because = nobody_because(scene.selection, scene.vocabulary)
    return nobody_at(wave, because, respondents.total())


def _noun(scene: Scene) -> Noun:
    return variable_noun(told_of(scene))


def _doing(scene: Scene, category: Category, people: int) -> str:
    """`gagnent de 1 500 à 1 999 € bruts par mois`, `travaillent à temps plein`; else `sont dans le cas « ... »`."""
    alone, name, amount = people == 1, inside(category.label), amount_of(scene)
    if amount is not None and amount.name == GROSS_MONTHLY:
        between = " à " in name and name[0].isdigit()
        return f"{'gagne' if alone else 'gagnent'} {'de ' if between else ''}{name} bruts par mois"
    if scene.position(VARIABLE) == TIME and name.startswith("temps "):
        return f"{'travaille' if alone else 'travaillent'} à {name}"
    return f"{'est' if alone else 'sont'} dans le cas « {category.label} »"


def _moves(change: Change) -> tuple[str, ...]:
    """How many are where they were; nothing where a part of them is not told."""
    same = change.moved("same")
    if not is_told(same.count) or not is_told(same.base):
        return ()
    within = share_in_words(same)
    if not same.hidden:
        within += f", intervalle à 95 % {interval(same)}"
    numbers = f"{count(same.count)} sur {count(same.base)} ({within}) {agreed(same, 'a', 'ont')}"
    if amount_of(change.scene) is None:
        noun = _noun(change.scene)
        article = "la" if noun.feminine else "le"
        return (f"{numbers} {article} même {noun.singular} aux deux dates.",)
    return (f"{numbers} la même tranche aux deux dates{_moved(change)}.",)


def _moved(change: Change) -> str:
    """` ; 17 ont ensuite une tranche plus élevée, 35 une tranche moins élevée`; nothing where nobody moved."""
    told = [(change.moved("higher").count, "plus"), (change.moved("lower").count, "moins")]
    moved = [
        (people, f"une tranche {way} élevée") for people, way in told if people and is_told(people)
    ]
    if not moved:
        return ""
    (first, band), *rest = moved
    others = "".join(f", {count(people)} {other}" for people, other in rest)
    return f" ; {count(first)} {'a' if first == 1 else 'ont'} ensuite {band}{others}"


def _correction(change: Change) -> tuple[str, ...]:
    if not wanted(change.scene, CORRECTION):
        return ()
    effects = [
        change.shown(step, category.code).effect
        for step in change.steps
        for category in change.categories()
    ]
    return (correction_note(change.scene, effects), UNCORRECTED)


def _employed(scene: Scene, tables: Mapping[str, ReleasedTable]) -> int:
    """The respondents who have a job at the wave, whatever they said of it."""
    at_wave = str(Dimension("status", scene.position(WAVE)))
    return tables["status"].count({at_wave: employed_codes(scene.vocabulary)})
