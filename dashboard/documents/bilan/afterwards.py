"""What is said of the training, and of what became of the people: how many work, what it brought, who answered?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.content.data_table import TOTAL, Row
from dashboard.content.view import Scene
from dashboard.documents.document import Passage, Plate
from dashboard.domain.counts import is_told
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.selection import Selection
from dashboard.domain.statistics.rates import Share
from dashboard.publication import Publication
from dashboard.text.nouns import agreed, funded, variable_noun
from dashboard.text.numbers import count, share, share_in_words
from dashboard.text.words import counted, listed, number_in_words
from dashboard.views.kit.employment import employed, employed_reading
from dashboard.views.kit.notes import COHORT
from dashboard.views.kit.survey_bases import (
    RESPONDENTS,
    RESPONSE,
    nobody_because,
    response_rate,
    survey_base,
)

UNITS_ALONG = ("pathway", "target_level", "teaching_team", "modality")
"""What is told of each unit that is funded, where a study has it."""

TRAINING_VIEWS = ("niveaux", "equipes", "modalites")

MOST_BENEFITS = 3


def training(selection: Selection, publication: Publication) -> Iterator[Passage]:
    """The most frequent category of what is told of the units, each among those of which it is known."""
    vocabulary, noun = publication.vocabulary, funded(publication.vocabulary)
    told = []
    for name in UNITS_ALONG:
        along = Dimension(name)
        if not vocabulary.has(along):
            continue
        table = publication.tabulate(Query((along,), selection, "unit"))
        numbers = {code: table.count({name: code}) for code in vocabulary.real_codes(along)}
        known = table.count({name: vocabulary.real_codes(along)})
        # What gathers all others is no answer that anybody looks for.
        others = vocabulary.codes_with(along, "other")
        named = [code for code in numbers if code not in others and is_told(numbers[code])]
        if known and is_told(known) and named:
            most = max(named, key=lambda code: numbers[code])
            part = Share(numbers[most], known)
            what = variable_noun(vocabulary.variable(name)).definite
            label = vocabulary.category(along, most).label
            told.append(
                f"pour {what}, « {label} » ({count(part.count)} sur {count(part.base)}, {share_in_words(part)})"
            )
    if told:
        yield Passage(
            f"Parmi les {noun.several('financé')} dont l'information est connue, la réponse la plus fréquente est, "
            f"{' ; '.join(told)}.",
            TRAINING_VIEWS,
        )


def outcomes(selection: Selection, publication: Publication) -> Iterator[Passage]:
    """How many are employed at each wave, of those who answered at all and of those who told the wave."""
    vocabulary = publication.vocabulary
    scene = Scene(selection, {}, vocabulary)
    answered = survey_base(selection, RESPONDENTS)
    told = []
    for wave in vocabulary.after:
        along = Dimension("status", wave)
        if not vocabulary.has(along):
            continue
        part = employed(scene, {wave: publication.tabulate(Query((along,), answered))}, wave, wave)
        if part.counted.base and is_told(part.counted.base):
            told.append(wave)
            among = _among_told(part.counted, part.answered)
            read = employed_reading(part, "", scene, wave, RESPONDENTS, among)
            if read:
                yield Passage(read, ("emploi",))
    kept = selection.codes(COHORT) or vocabulary.cohorts
    reached = {tuple(c for c in kept if (c, wave) in vocabulary.calendar) for wave in told}
    if not told:
        yield Passage(nobody_because(selection, vocabulary))
    elif len(reached) > 1:
        yield Passage(
            f"Les promotions n'ont pas toutes atteint {listed(told)} : d'une vague à la suivante, ce ne sont pas les "
            "mêmes personnes, et la suite de ces parts n'est pas une évolution."
        )


def _among_told(among_all: Share, among_told: Share) -> str:
    """`, soit 61,0 % des 141 qui ont dit leur situation à cette date`; nothing where all did, or none."""
    if among_told.base in (0, among_all.base) or among_told.hidden:
        return ""
    if among_told.base == 1:
        return f", soit {share(among_told)} du seul qui a dit sa situation à cette date"
    return f", soit {share(among_told)} des {count(among_told.base)} qui ont dit leur situation à cette date"


def benefits(plates: Sequence[Plate]) -> Iterator[Passage]:
    """Which benefits are named most, of those in the table of the view that counts them."""
    for plate in plates:
        rows = _of_all(plate.exhibit.content.data_table.rows)
        told = [
            f"« {row.labels[-1]} » ({count(row.count or 0)} sur {count(row.base or 0)}, {share_in_words(row.share)})"
            for row in sorted(rows, key=lambda row: -(row.count or 0))[:MOST_BENEFITS]
            if row.share is not None and row.count and is_told(row.count)
        ]
        if told and not plate.exhibit.empty:
            yield Passage(
                f"Ce que les répondants citent le plus souvent : {listed(told)}.",
                (plate.exhibit.view.name,),
            )


def _of_all(rows: Sequence[Row]) -> list[Row]:
    """The rows of everybody together; those of the only cohort, where there is one."""
    every = [row for row in rows if row.keys[0].code == TOTAL]
    return every or (list(rows) if len({row.keys[0] for row in rows}) == 1 else [])


def survey(selection: Selection, publication: Publication) -> Iterator[Passage]:
    """How many of those asked have answered at least once."""
    table = publication.tabulate(Query((RESPONSE,), selection))
    part = response_rate(table)
    if part.base and is_told(part.base) and is_told(part.count):
        verb = agreed(part, "a répondu", "ont répondu")
        yield Passage(
            f"Sur {counted(part.base, 'bénéficiaire interrogé', 'bénéficiaires interrogés')}, "
            f"{number_in_words(part.count)} {verb} à l'enquête au moins une fois ({share_in_words(part)}).",
            ("reponses",),
        )
