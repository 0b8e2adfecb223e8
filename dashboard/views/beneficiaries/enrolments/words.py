"""In which words are enrolments described?"""

from __future__ import annotations

from dashboard.content.notes import Caution, Concern
from dashboard.domain.statistics.rates import SMALL_BASE, Share
from dashboard.text.numbers import FRAGILE, count, share
from dashboard.text.words import capital, counted
from dashboard.views.beneficiaries.enrolments.counts import Enrolments

SMALL_COHORT = f"{FRAGILE} promotion de moins de {SMALL_BASE} bénéficiaires."


def reading(enrolments: Enrolments) -> str:
    """The largest continuation; where nobody comes back, the largest cohort."""
    pairs = [(c, y) for c in enrolments.cohorts for y in enrolments.years if y > c]
    cohort, year = max(
        pairs, key=lambda pair: enrolments.people(pair[1], pair[0]), default=("", "")
    )
    if cohort and enrolments.people(year, cohort):
        of_cohort = enrolments.share(cohort, year)
        verb = "est de nouveau inscrit" if of_cohort.count == 1 else "sont de nouveau inscrits"
        return (
            f"Sur {counted(of_cohort.base, 'bénéficiaire')} de la promotion {cohort}, "
            f"{count(of_cohort.count)} ({share(of_cohort)}) {verb} en {year}."
        )
    cohort = max(enrolments.cohorts, key=lambda code: enrolments.people(code, code), default="")
    if not cohort:
        return ""
    people = enrolments.people(cohort, cohort)
    verb = "s'est inscrit" if people == 1 else "se sont inscrits"
    after = (
        "personne ne s'est réinscrit ensuite"
        if cohort in enrolments.followed
        else "l'année suivante est à venir"
    )
    return (
        f"{capital(counted(people, 'bénéficiaire'))} {verb} pour la première fois en {cohort} ; "
        f"{after}."
    )


def alternative(enrolments: Enrolments) -> str:
    """The matrix for those who do not see it: how many are enrolled in each year."""
    years = ", ".join(f"{year} {count(enrolments.people(year))}" for year in enrolments.years)
    return (
        "Tableau triangulaire : promotions en lignes, années universitaires en colonnes. "
        f"Inscrits par année : {years}."
    )


def notes(enrolments: Enrolments) -> tuple[str, ...]:
    """How to read the matrix, how many come back, and that a cohort is small."""
    small = any(enrolments.people(c, c) < SMALL_BASE for c in enrolments.cohorts)
    return (
        "La diagonale est la promotion ; à sa droite, ceux qui poursuivent, en part de la promotion.",
        *_continuation_notes(enrolments),
        *([Caution(SMALL_COHORT, Concern.SMALL_BASES)] if small else []),
    )


def _continuation_notes(enrolments: Enrolments) -> list[str]:
    """How many come back, of those who could: the last cohort has had no later year to do so."""
    back = Share(enrolments.continuing("continuous", "interrupted"), enrolments.continuing())
    if not back.count:
        return []
    at_once = Share(enrolments.continuing("continuous"), back.count)
    goes_on = "poursuit" if back.count == 1 else "poursuivent"
    among = f", dont {count(at_once.count)} ({share(at_once)}) dès l'année suivante"
    if at_once.count in (0, back.count):
        among = " dès l'année suivante" if at_once.count else ", après une interruption"
    coming_back = (
        f"{capital(counted(back.count, 'bénéficiaire'))} sur {count(back.base)} ({share(back)}) "
        f"{goes_on} au-delà de la première année{among}."
    )
    waiting = [
        f"Promotion {cohort} hors de cette part : l'année suivante est à venir."
        for cohort in enrolments.cohorts
        if cohort not in enrolments.followed
    ]
    return [coming_back, *waiting]
