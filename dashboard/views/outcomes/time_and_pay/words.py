"""What is said of the same people before and after: one number, who moved, who is not compared and why?"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.view import Scene
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.statistics.rates import SMALL_BASE
from dashboard.domain.tables import ReleasedTable
from dashboard.text.numbers import count, interval, percent, share
from dashboard.text.words import counted, inside
from dashboard.views.kit.nonresponse_weighting import correction_note, wanted
from dashboard.views.kit.notes import small_base_note
from dashboard.views.kit.survey_bases import employed_codes, nobody_because
from dashboard.views.kit.wave_switch import nobody_at, reached
from dashboard.views.outcomes.time_and_pay.bars import when
from dashboard.views.outcomes.time_and_pay.same_people import (
    CORRECTION,
    SALARY,
    TIME,
    VARIABLE,
    WAVE,
    Change,
)

TITLES = {
    SALARY: "Salaire brut mensuel avant et après, mêmes personnes",
    TIME: "Temps de travail avant et après, mêmes personnes",
}
KNOWN = {SALARY: "le salaire est connu", TIME: "le temps de travail est connu"}
NOT_FULL_TIME = (
    "Salaires déclarés, temps pleins et temps partiels ensemble, sans correction de l'inflation."
)
UNCORRECTED = (
    "Les médianes et les passages d'une tranche à l'autre restent calculés sur les effectifs, "
    "sans redressement."
)


def both_known(scene: Scene) -> str:
    """Of whom the bars are, after "dont": `le salaire est connu à T0 et à T1`."""
    return f"{KNOWN[scene.position(VARIABLE)]} à T0 et à {scene.position(WAVE)}"


def reading(change: Change) -> str:
    """The commonest category after."""
    after = change.steps[1]
    if not change.base:
        return ""
    category = max(change.categories(), key=lambda each: change.part(after, each.code).count)
    part, shown = change.part(after, category.code), change.shown(after, category.code)
    months = change.scene.vocabulary.codebook.waves[after.wave or ""].months
    people = f"Sur {counted(change.base, 'répondant')} dont {both_known(change.scene)}"
    if shown.corrected is not None:
        return (
            f"{people}, {percent(shown.percent)} {_doing(category, part.base)} {months}, "
            f"après redressement de la non-réponse ({share(part)} sans redressement)."
        )
    return f"{people}, {count(part.count)} ({share(part)}) {_doing(category, part.count)} {months}."


def alternative(change: Change) -> str:
    """The chart in words: the share of each category, bar by bar."""
    bars = []
    for step in change.steps:
        parts = [
            f"{category.label} {percent(change.shown(step, category.code).percent, 0)}"
            for category in change.categories()
        ]
        bars.append(f"{when(change, step)} : {', '.join(parts)}")
    title = TITLES[change.scene.position(VARIABLE)].lower()
    return f"Deux barres, {title}. {' ; '.join(bars)}."


def notes(change: Change) -> tuple[str, ...]:
    """Who moved; who is not compared; what a salary is; what the correction does; whether the base is small."""
    scene, paid = change.scene, change.scene.position(VARIABLE) == SALARY
    compared = (
        f"En emploi à {scene.position(WAVE)} : {counted(_employed(scene, change.tables), 'répondant')} ; "
        "ceux dont la réponse manque à l'une des deux dates ne sont pas comparés."
    )
    medians = f"Médianes non montrées : il faut {SMALL_BASE} réponses."
    return (
        _moves(change),
        compared,
        *((NOT_FULL_TIME,) if paid else ()),
        *((medians,) if paid and change.base < SMALL_BASE else ()),
        *_correction(change),
        *small_base_note(change.base, marked=True, unit=""),
    )


def nothing(scene: Scene, tables: Mapping[str, ReleasedTable]) -> str:
    """Why nobody is compared: an answer that is missing, nobody employed, nobody asked yet, or no respondent at all."""
    if _employed(scene, tables):
        return f"Aucun répondant dont {both_known(scene)}, dans cette sélection."
    wave, respondents = scene.position(WAVE), tables["status"]
    if reached(respondents, Dimension("status", wave)):
        return f"Aucun répondant en emploi à {wave} dans cette sélection."
    because = nobody_because(scene.selection, scene.vocabulary)
    return nobody_at(wave, because, respondents.total())


def _doing(category: Category, people: int) -> str:
    """`gagnent de 1 500 à 1 999 € bruts par mois`, `travaillent à temps plein`."""
    alone = people == 1
    if category.lower is None and category.upper is None:
        return f"{'travaille' if alone else 'travaillent'} à {inside(category.label)}"
    between = category.lower is not None and category.upper is not None
    amount = f"de {category.label}" if between else inside(category.label)
    return f"{'gagne' if alone else 'gagnent'} {amount} bruts par mois"


def _moves(change: Change) -> str:
    same = change.moved("same")
    part = f"{share(same)}, intervalle à 95 % {interval(same)}"
    if change.scene.position(VARIABLE) == TIME:
        return f"Même temps de travail aux deux dates : {count(same.count)} sur {count(same.base)} ({part})."
    higher, lower = change.moved("higher"), change.moved("lower")
    return (
        f"Même tranche aux deux dates : {count(same.count)} sur {count(same.base)} ({part}) ; "
        f"tranche plus élevée : {count(higher.count)} ; moins élevée : {count(lower.count)}."
    )


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
