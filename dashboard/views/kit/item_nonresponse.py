"""How many of those whom a wave asked said nothing of it, and where must a reader not take that for jobs lost?"""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.content.notes import Caution, Concern, in_one_line
from dashboard.domain.counts import is_told
from dashboard.domain.statistics.comparisons import mostly_silent
from dashboard.domain.statistics.rates import Share
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import as_in_the_report
from dashboard.text.numbers import SILENT, count, share
from dashboard.text.words import listed
from dashboard.views.kit.survey_bases import ANSWERED, SURVEYED

LEFT_OUT = (
    "Les répondants sans information pour la vague sont hors de la base : la part suppose que ceux qui l'ont "
    "renseignée ressemblent aux autres."
)
MINIMUM = (
    "Sur les interrogés, ceux qui n'ont pas répondu comptent dans la base sans pouvoir être en emploi : "
    "la part est un minimum."
)

NOT_JOBS_LOST = "Une part plus basse peut n'y tenir qu'à ces silences."


def is_mostly_unanswered(missing: Share) -> bool:
    """Whether too many said nothing for a share to be read without warning; `missing` are those, of all asked."""
    return bool(missing.base) and mostly_silent(missing.count, missing.base)


def unanswered_name(base: str) -> str:
    """What those who said nothing are called: a base of all surveyed people also holds those who never answered."""
    return "sans information" if base != SURVEYED else "sans information ou non répondants"


def _of_whom(base: str) -> str:
    return f"{'des interrogés' if base == SURVEYED else 'des répondants'} {unanswered_name(base)}"


def base_note(base: str, vocabulary: Vocabulary) -> str:
    """Where those who said nothing stand."""
    return {ANSWERED: LEFT_OUT, SURVEYED: MINIMUM}.get(base) or _kept_in_base(vocabulary)


def _kept_in_base(vocabulary: Vocabulary) -> str:
    return (
        f"Les répondants sans information pour la vague restent dans la base{as_in_the_report(vocabulary)} : "
        "la part en emploi est donc un minimum."
    )


def warning(base: str, named: Iterable[tuple[str, Share, Share]]) -> tuple[Caution, ...]:
    """Where many said nothing, and the share among the others.

    Each of `named` is a name, those who said nothing of all asked, and the share among those who did answer.
    """
    heavy = [each for each in named if is_mostly_unanswered(each[1])]
    if not heavy:
        return ()
    lead = f"{SILENT} Attention, plus d'un tiers {_of_whom(base)} : {', '.join(map(_with_numbers, heavy))}."
    return (
        Caution(
            lead if base == ANSWERED else f"{lead} {NOT_JOBS_LOST}",
            Concern.SILENCE,
            in_one_line(
                f"{SILENT} Plus d'un tiers {_of_whom(base)} : ", [name for name, _, _ in heavy]
            ),
        ),
    )


def _with_numbers(named: tuple[str, Share, Share]) -> str:
    """How much said nothing, and the share among the others: `T2 (36 % ; parmi les 319 autres, 62 % en emploi)`."""
    name, missing, answered = named
    if missing.hidden:
        return name
    return f"{name} ({share(missing, 0)}{_of_the_others(answered)})"


def _of_the_others(answered: Share) -> str:
    """The share among those who answered about the wave; nothing where nobody did."""
    if not answered.base:
        return ""
    if answered.hidden and answered.base != 1:
        return ""
    if answered.base == 1:
        verb = "est" if answered.count else "n'est pas"
        return f" ; l'autre {verb} en emploi"
    return f" ; parmi les {count(answered.base)} autres, {share(answered, 0)} en emploi"


def order_warning(names: Iterable[str]) -> tuple[Caution, ...]:
    """Which rows rank their two sides in one order among all asked, and in the other among those who told."""
    reversed_rows = list(names)
    if not reversed_rows:
        return ()
    return (
        Caution(
            "L'ordre s'inverse selon que les « sans information » comptent dans la base ou non : "
            f"{listed(reversed_rows)}. N'en rien conclure.",
            Concern.ORDER,
            in_one_line("L'ordre s'inverse selon la base : ", reversed_rows),
        ),
    )


def tally(base: str, groups: Iterable[tuple[str, Iterable[tuple[str, Share]]]]) -> tuple[str, ...]:
    """How many said nothing, wave by wave, of each group: `promotion 2013-2014, 22 à T1 et 88 à T3`."""
    lines = []
    for name, waves in groups:
        numbers = [
            f"{count(missing.count)} à {wave}"
            for wave, missing in waves
            if missing.count and is_told(missing.count)
        ]
        if numbers:
            lines.append(f"{name}, {listed(numbers)}")
    return (f"{unanswered_name(base).capitalize()} : {' ; '.join(lines)}.",) if lines else ()
