"""Of whom is a survey figure true? The bases of its shares, and their words."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from dashboard.domain.counts import Count, left_of
from dashboard.domain.dimension import Dimension
from dashboard.domain.frequency_table import Where
from dashboard.domain.needs import before
from dashboard.domain.selection import Selection
from dashboard.domain.statistics.rates import Share
from dashboard.domain.switches import Choice, Switch, fixed
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.transitions import Flow, Flows, Node
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.words import listed

RESPONDENTS = "repondants"
SURVEYED = "interroges"
ANSWERED = "renseignes"
BOTH_EMPLOYED = "deux-emplois"

RESPONDENTS_IN_WORDS = "répondants (au moins un questionnaire renseigné) des promotions interrogées"
SURVEYED_IN_WORDS = "bénéficiaires interrogés, répondants ou non, des promotions interrogées"

NEVER_ASKED = ("not_yet_surveyed", "out_of_scope")
"""The absences of those whom the survey has not asked about a wave: no base holds them."""

DID_NOT_TELL = ("no_information", "non_respondent")
"""The absences of those whom the survey has asked about a wave, and who did not tell."""

RESPONSE = Dimension("response")

RESPONDENT = "respondent"
"""The code of those who answered at least once."""

ASKED = (RESPONDENT, "non_respondent")
"""The codes of all whom the survey has asked."""

EVERYWHERE: Where = MappingProxyType({})


def base_switch(
    view: str, *, surveyed: bool = True, two_jobs: bool = False, answered: bool = False
) -> Switch:
    """The switch that chooses the base of a survey view; `answered`: also those alone who answered about the wave."""
    choices = [Choice(RESPONDENTS, "Répondants")]
    if surveyed:
        choices.append(Choice(SURVEYED, "Tous les interrogés"))
    if answered:
        choices.append(Choice(ANSWERED, "Ayant renseigné la vague"))
    if two_jobs:
        choices.append(Choice(BOTH_EMPLOYED, "En emploi aux deux dates", (before,)))
    return Switch(f"{view}.base", "Base", RESPONDENTS, fixed(*choices), expert=True)


def survey_base(selection: Selection, base: str) -> Selection:
    """`selection` narrowed to the people of the base: a respondent answered at least once."""
    kept = (RESPONDENT,) if base != SURVEYED else ASKED
    return selection.keeping(RESPONSE, kept)


def response_rate(table: ReleasedTable, where: Where = EVERYWHERE) -> Share:
    """Of those whom the survey asked, how many answered at least once; `table` has RESPONSE and what `where` names."""
    answered, asked = (
        table.count({**where, str(RESPONSE): codes}) for codes in (RESPONDENT, ASKED)
    )
    return Share(answered, asked)


def both_dates(vocabulary: Vocabulary) -> tuple[str, ...]:
    """The two first waves: where the survey asks about the time before enrolment, the job before and the one after."""
    return vocabulary.waves[:2]


def employed_codes(vocabulary: Vocabulary) -> tuple[str, ...]:
    """The statuses that the codebook calls employment."""
    return vocabulary.variable("status").codes_with("employed")


def tells_of_people(flow: Flow, vocabulary: Vocabulary) -> bool:
    """Whether a flow says what became of people; one from or to an absence of information does not."""
    return all(_tells(node.dimension, node.code, vocabulary) for node in (flow.source, flow.target))


def _tells(along: Dimension, code: str, vocabulary: Vocabulary) -> bool:
    return _absence(along, code, vocabulary) in {"", "not_employed"}


def silent_leaving(
    flows: Flows, step: int, vocabulary: Vocabulary, source: Node | None = None
) -> Count:
    """Of those whom the survey asked about a step and the next, how many did not tell of one; `source`: of these.

    They are who was asked less who told, each released by itself: of flows that are not told, somebody may be silent.
    """
    asked: dict[str, list[str]] = {}
    told: dict[str, list[str]] = {}
    for end in (step, step + 1):
        along = flows.steps[end]
        here = [source.code] if source and source.step == end else flows.codes(end)
        asked[str(along)] = [code for code in here if is_asked(along, code, vocabulary)]
        told[str(along)] = [code for code in here if _tells(along, code, vocabulary)]
    return left_of(flows.together(asked)[0], flows.together(told)[0])


def is_asked(along: Dimension, code: str, vocabulary: Vocabulary) -> bool:
    """Whether the survey has asked those of a code about its wave: who waits for their turn is in no base."""
    return _absence(along, code, vocabulary) not in NEVER_ASKED


def silent_codes(along: Dimension, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The codes of those asked at the wave of `along` who did not tell; none where it has no wave."""
    if not along.wave:
        return ()
    return tuple(
        category.code
        for category in vocabulary.categories(along)
        if category.absence in DID_NOT_TELL
    )


def told_or_silent(
    selection: Selection, steps: Sequence[Dimension], vocabulary: Vocabulary
) -> Selection:
    """Those who told a category along each of `steps`, or were asked and did not."""
    for step in steps:
        codes = (*vocabulary.real_codes(step), *silent_codes(step, vocabulary))
        selection = selection.keeping(step, codes)
    return selection


def _absence(along: Dimension, code: str, vocabulary: Vocabulary) -> str:
    """Why those of a code have no answer; empty for an answer, also for several that a view puts together."""
    known = vocabulary.by_code(along).get(code)
    return (known and known.absence) or ""


def nobody_because(selection: Selection, vocabulary: Vocabulary) -> str:
    """Why no survey answer stands behind this selection: each absence that explains it, in a sentence of its own."""
    cohorts = selection.codes(Dimension("cohort")) or vocabulary.cohorts
    surveyed = vocabulary.surveyed_cohorts()
    if set(cohorts) & set(surveyed):
        return "Aucun répondant à l'enquête dans cette sélection."
    early = [c for c in cohorts if surveyed and c < surveyed[0]]
    late = [c for c in cohorts if c not in early]
    return " ".join([*_out_of_scope(early), *_not_yet_surveyed(late)])


def _out_of_scope(cohorts: Sequence[str]) -> tuple[str, ...]:
    if not cohorts:
        return ()
    several = len(cohorts) > 1
    out, whose = ("sont", "leurs") if several else ("est", "ses")
    who = f"{'Les promotions' if several else 'La promotion'} {listed(cohorts)}"
    entered = f"{whose} bénéficiaires se sont inscrits avant que l'enquête n'existe"
    return (f"{who} {out} hors champ de l'enquête : {entered}.",)


def _not_yet_surveyed(cohorts: Sequence[str]) -> tuple[str, ...]:
    if len(cohorts) > 1:
        return (f"Les promotions {listed(cohorts)} n'ont pas encore été interrogées.",)
    return tuple(f"La promotion {cohort} n'a pas encore été interrogée." for cohort in cohorts)
