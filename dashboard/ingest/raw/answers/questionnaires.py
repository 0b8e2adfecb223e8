"""Which questionnaire counts for each person at each wave?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from dashboard.domain.codebook import Codebook, Variable
from dashboard.ingest.raw.answers.waves import day_of, rank_on
from dashboard.ingest.raw.cleaning.absent_cells import is_known
from dashboard.ingest.raw.ledger import Ledger
from dashboard.ingest.raw.matching import STATUS
from dashboard.ingest.raw.people.earlier import Earlier
from dashboard.ingest.raw.record import ROW, Record
from dashboard.ingest.raw.rule import Rule

WAVE = "wave"

NO_BENEFICIARY = Rule(
    "répondant sans inscription",
    "refused",
    "Un questionnaire dont l'identifiant n'est celui d'aucun bénéficiaire est refusé.",
)
NO_WAVE = Rule(
    "vague impossible",
    "refused",
    "La promotion de la personne n'a pas encore, ou n'aura jamais, la vague du questionnaire : il est refusé.",
)
IMPOSSIBLE = Rule(
    "réponse impossible à cette vague",
    "refused",
    "Une réponse que le dictionnaire ne permet pas à cette vague : le questionnaire est refusé.",
)
TWICE = Rule(
    "questionnaire rempli deux fois",
    "merged",
    "Une personne qui a répondu deux fois à une vague compte une fois : par son dernier questionnaire complet, ou le "
    "dernier s'il n'y en a pas. Un questionnaire est complet s'il dit la situation.",
)
TWO_FILES = Rule(
    "questionnaires de deux fichiers à la même vague",
    "merged",
    "Deux fichiers ont, d'une personne à une vague, des questionnaires qui ne disent pas la même chose : le dernier "
    "complet compte. S'il y en a beaucoup, l'un des fichiers est d'une autre année : vérifiez son jour d'enquête.",
)
KNOWN = Rule(
    "réponse déjà connue",
    "merged",
    "Une vague à laquelle le jeu précédent a déjà une réponse de la personne la garde.",
)
KNOWN_OTHERWISE = Rule(
    "réponse autre que celle déjà connue",
    "merged",
    "Le jeu précédent a, de la personne à cette vague, une autre situation : il la garde. Pour corriger ce qu'il dit, "
    "importez de nouveau tous les fichiers, sans --onto.",
)
RULES = (NO_BENEFICIARY, NO_WAVE, IMPOSSIBLE, TWICE, TWO_FILES, KNOWN, KNOWN_OTHERWISE)

Asked = tuple[str, str]
"""A person and a wave."""


def questionnaires(
    records: Iterable[Record],
    cohorts: Mapping[str, str],
    earlier: Earlier,
    rules: tuple[Codebook, Ledger, date],
) -> dict[Asked, Record]:
    """The one that counts of each person and wave; the ledger tells of the others.

    `rules` are the codebook, the ledger and the day after which nothing can have happened.
    """
    book, ledger, latest = rules
    given: defaultdict[Asked, list[Record]] = defaultdict(list)
    for record in records:
        wave = _wave(record, cohorts.get(record.person), book, latest)
        ends = _ends(record, wave, earlier, book)
        if ends is not None:
            ledger.close(ends[0], record.origin, ends[1])
        else:
            given[record.person, str(wave)].append(record)
    kept = {asked: _last_complete(several, book) for asked, several in given.items()}
    for asked, several in given.items():
        for record in several:
            if record is not kept[asked]:
                rule = TWO_FILES if _of_another_file(record, kept[asked]) else TWICE
                ledger.close(rule, record.origin)
    return kept


def _ends(
    record: Record, wave: str | Rule, earlier: Earlier, book: Codebook
) -> tuple[Rule, str] | None:
    """The rule that leaves a questionnaire of this wave out, and what it is about; None where none does."""
    if isinstance(wave, Rule):
        return wave, ""
    if fault := next(_impossible(record, wave, book), None):
        return IMPOSSIBLE, fault.label
    known = earlier.survey.get((record.person, wave), {})
    if not informs(known, wave, book):
        return None
    was, says = known.get(STATUS, ""), record.value(STATUS)
    status = book.variables.get(STATUS)
    both = status and is_known(status, was) and is_known(status, says)
    return (KNOWN_OTHERWISE if both and was != says else KNOWN), ""


def _of_another_file(record: Record, kept: Record) -> bool:
    """Whether two questionnaires are of two files or sheets and say different things."""
    places = {(one.origin.file, one.origin.sheet) for one in (record, kept)}
    return len(places) > 1 and (record.said, record.ticked) != (kept.said, kept.ticked)


def _last_complete(several: list[Record], book: Codebook) -> Record:
    status = book.variables[STATUS]
    complete = [record for record in several if is_known(status, record.value(STATUS))]
    return max(complete or several, key=lambda r: (r.answered_on or date.min, r.origin))


def _wave(record: Record, cohort: str | None, book: Codebook, latest: date) -> str | Rule:
    """The wave of a questionnaire of somebody of `cohort`; the rule that leaves it out where there is none."""
    if cohort is None:
        return NO_BENEFICIARY
    wave = record.value(WAVE)
    if not wave:
        rank = rank_on(cohort, record.answered_on, book) if record.answered_on else 0
        wave = f"T{rank}"
        if rank < 1:
            return NO_WAVE
    if wave not in book.with_waves([wave]).waves or day_of(cohort, wave, book) > latest:
        return NO_WAVE
    return wave


def _impossible(record: Record, wave: str, book: Codebook) -> Iterator[Variable]:
    """The variables of which the row says what cannot be at its wave, or at the one that its column describes."""
    for at, said in record.said.items():
        for name, code in said.items():
            variable = book.variables[name]
            if variable.per_wave and not _can_be(variable, code, wave if at == ROW else at):
                yield variable


def _can_be(variable: Variable, code: str, wave: str) -> bool:
    category = variable.by_code.get(code)
    if category is None:
        return True
    kept = variable.kept_for(wave)
    return code in kept if kept else not category.waves


def informs(row: Mapping[str, str], wave: str, book: Codebook) -> bool:
    """Whether a row of the survey tells anything; what is everybody's at a wave does not."""
    return any(
        is_known(book.variables[name], code) and not book.variables[name].of_everybody(wave)
        for name, code in row.items()
        if book.variables[name].per_wave
    )
