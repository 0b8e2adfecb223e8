"""In which words are enrolments described?"""

from __future__ import annotations

from dashboard.content.notes import Caution, Concern
from dashboard.domain.counts import is_nobody, is_told
from dashboard.domain.statistics.rates import SMALL_BASE, Share
from dashboard.text.numbers import FRAGILE, count, share_in_words
from dashboard.text.words import NONE_TOLD, capital, counted
from dashboard.views.beneficiaries.enrolments.counts import Enrolments

SMALL_COHORT = f"{FRAGILE} promotion de moins de {SMALL_BASE} bénéficiaires."


def reading(enrolments: Enrolments) -> str:
    """The largest continuation that is told; where nobody comes back, the largest cohort."""
    later = [(c, y) for c in enrolments.cohorts for y in enrolments.years if y > c]
    pairs = [(c, y) for c, y in later if is_told(enrolments.people(y, c))]
    cohort, year = max(
        pairs, key=lambda pair: enrolments.people(pair[1], pair[0]), default=("", "")
    )
    if cohort and enrolments.people(year, cohort):
        of_cohort = enrolments.share(cohort, year)
        verb = "est de nouveau inscrit" if of_cohort.count == 1 else "sont de nouveau inscrits"
        return (
            f"Sur {counted(of_cohort.base, 'bénéficiaire')} de la promotion {cohort}, "
            f"{count(of_cohort.count)} ({share_in_words(of_cohort)}) {verb} en {year}."
        )
    told = [cohort for cohort in enrolments.cohorts if is_told(enrolments.people(cohort, cohort))]
    cohort = max(told, key=lambda code: enrolments.people(code, code), default="")
    if not cohort:
        return ""
    people = enrolments.people(cohort, cohort)
    verb = "s'est inscrit" if people == 1 else "se sont inscrits"
    first = f"{capital(counted(people, 'bénéficiaire'))} {verb} pour la première fois en {cohort}"
    if cohort not in enrolments.followed:
        return f"{first} ; l'année suivante est à venir."
    back = (enrolments.people(y, c) for c, y in later if c == cohort)
    return (
        f"{first} ; personne ne s'est réinscrit ensuite."
        if all(map(is_nobody, back))
        else f"{first}."
    )


def alternative(enrolments: Enrolments) -> str:
    """The matrix for those who do not see it: how many are enrolled in each year."""
    people = {year: enrolments.people(year) for year in enrolments.years}
    years = ", ".join(f"{year} {count(n)}" for year, n in people.items() if is_told(n))
    return (
        "Tableau triangulaire : promotions en lignes, années universitaires en colonnes. "
        f"Inscrits par année : {years or NONE_TOLD}."
    )


def notes(enrolments: Enrolments) -> tuple[str, ...]:
    """How to read the matrix, how many come back, and that a cohort is small."""
    sizes = [enrolments.people(cohort, cohort) for cohort in enrolments.cohorts]
    small = any(is_told(people) and people < SMALL_BASE for people in sizes)
    return (
        "La diagonale est la promotion ; à sa droite, ceux qui poursuivent, en part de la promotion.",
        *_continuation_notes(enrolments),
        *([Caution(SMALL_COHORT, Concern.SMALL_BASES)] if small else []),
    )


def _continuation_notes(enrolments: Enrolments) -> list[str]:
    """How many come back, of those who could: the last cohort has had no later year to do so."""
    back = Share(enrolments.continuing("continuous", "interrupted"), enrolments.continuing())
    if not back.count or not is_told(back.count):
        return []
    at_once = Share(enrolments.continuing("continuous"), back.count)
    goes_on = "poursuit" if back.count == 1 else "poursuivent"
    among = f", dont {count(at_once.count)} ({share_in_words(at_once)}) dès l'année suivante"
    if not is_told(at_once.count):
        among = ""
    elif is_nobody(at_once.count) or at_once.count == back.count:
        among = " dès l'année suivante" if at_once.count else ", après une interruption"
    coming_back = (
        f"{capital(counted(back.count, 'bénéficiaire'))} sur {count(back.base)} ({share_in_words(back)}) "
        f"{goes_on} au-delà de la première année{among}."
    )
    waiting = [
        f"Promotion {cohort} hors de cette part : l'année suivante est à venir."
        for cohort in enrolments.cohorts
        if cohort not in enrolments.followed
    ]
    return [coming_back, *waiting]
