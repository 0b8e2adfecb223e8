"""Of each cohort, how many answered at each wave, and why is nothing known of the others?"""

from __future__ import annotations

from collections.abc import Mapping

from babel.dates import format_date

from dashboard.content.content import Content
from dashboard.content.data_table import DataTable
from dashboard.content.view import Scene
from dashboard.domain.counts import Rounded, is_told
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.survey_calendar import waves_to_come
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.numbers import count, share
from dashboard.text.words import capital, counted, listed
from dashboard.views.kit.notes import COHORT, small_bases_note
from dashboard.views.kit.settled import is_settled_at
from dashboard.views.survey.response.wave_bars import row, stacked_bars
from dashboard.views.survey.response.wave_parts import (
    ANSWERED,
    Part,
    label_of,
    parts_at,
)


def ask_waves(scene: Scene) -> Mapping[str, Query]:
    """Status at each wave after enrolment, by cohort."""
    return {
        wave: Query((COHORT, Dimension("status", wave)), scene.selection)
        for wave in scene.vocabulary.after
    }


def tell_waves(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """A bar a cohort and wave, filled to 100 % by those who answered and each kind of absence."""
    parts = [part for wave, table in tables.items() for part in parts_at(scene, table, wave)]
    waves = scene.vocabulary.after
    parts.sort(key=lambda part: (part.cohort, waves.index(part.wave)))
    return Content(
        title="Réponse à l'enquête, par promotion et par vague",
        base=next(iter(tables.values())).total(),
        population="bénéficiaires, interrogés ou non",
        chart=stacked_bars(scene, parts),
        data_table=DataTable(
            ("promotion", "vague", "réponse"),
            "effectif",
            tuple(row(scene, part) for part in parts if part.people),
            with_intervals=True,
            partition_by=2,
        ),
        reading=_reading(scene, parts),
        alternative=_alternative(parts),
        source=scene.vocabulary.codebook.study.source_survey,
        notes=(_meaning(scene.vocabulary), *_to_come(scene, parts), *_small_bases(parts)),
        nothing="Aucun bénéficiaire dans cette sélection.",
    )


def _meaning(vocabulary: Vocabulary) -> str:
    """What it is to have answered about a wave, and the ways of not having done so."""
    several = len(vocabulary.after) > 1
    otherwise = [
        *(["à une autre vague"] if several else []),
        *(["sur son dernier emploi"] if vocabulary.before else []),
    ]
    meanings = {
        "no_information": f"a répondu {', ou '.join(otherwise) or 'à autre chose'}",
        "non_respondent": f"n'a rien répondu{', à aucune vague' if several else ''}",
    }
    absences = {
        category.absence: category.label
        for category in vocabulary.categories(Dimension("status", vocabulary.after[0]))
    }
    told = (f"« {absences[of]} » : {said}." for of, said in meanings.items() if of in absences)
    return " ".join(("Renseigner une vague, c'est avoir dit sa situation à cette date.", *told))


def _reading(scene: Scene, parts: list[Part]) -> str:
    """The first wave of the latest cohort that was asked; else why nobody was."""
    every = [p for p in parts if p.code == ANSWERED and _was_asked(scene, p)]
    # Whom a filter keeps by an answer about a wave has told of it.
    every = [part for part in every if not part.share.hidden]
    asked = [p for p in every if not is_settled_at(scene, p.wave)] or every
    if asked:
        part = next(p for p in asked if p.cohort == asked[-1].cohort)
        who = counted(part.people, "personne interrogée", "personnes interrogées", feminine=True)
        verb = "n'a" if not part.people else "a" if part.people == 1 else "ont"
        if not part.people and isinstance(part.people, Rounded):
            verb = "ont"
        value = f" ({share(part.share)})" if part.people else ""
        return (
            f"Dans la promotion {part.cohort}, {who} sur {count(part.of)}{value} "
            f"{verb} renseigné la vague {part.wave}."
        )
    unasked = next((p for p in parts if p.people and is_told(p.people) and not p.asked), None)
    if unasked is None:
        return ""
    is_in = "est" if unasked.people == 1 else "sont"
    return (
        f"{capital(counted(unasked.people, 'bénéficiaire'))} de la promotion {unasked.cohort} {is_in} "
        f"dans le cas « {label_of(scene, unasked)} » à {unasked.wave}."
    )


def _was_asked(scene: Scene, part: Part) -> bool:
    return (part.cohort, part.wave) in scene.vocabulary.calendar


def _alternative(parts: list[Part]) -> str:
    answered = [
        f"{part.cohort} à {part.wave} {share(part.share, 0)}"
        for part in parts
        if part.code == ANSWERED and part.people and not part.share.hidden
    ]
    return (
        "Barres empilées à 100 %, une par promotion et par vague. "
        f"Vague renseignée : {listed(answered) or 'aucune'}."
    )


def _to_come(scene: Scene, parts: list[Part]) -> tuple[str, ...]:
    """When the waves that a cohort has not reached will be asked."""
    cohorts = dict.fromkeys(part.cohort for part in parts)
    waves = waves_to_come(scene.vocabulary, cohorts, scene.vocabulary.after)
    dates = [
        f"{cohort} à {wave}, {format_date(day, format='MMMM y', locale='fr_FR')}"
        for cohort, days in waves.items()
        for wave, day in days.items()
        if day is not None
    ]
    return (f"Vagues à venir : {' ; '.join(dates)}.",) if dates else ()


def _small_bases(parts: list[Part]) -> tuple[str, ...]:
    told = [part for part in parts if part.asked and part.people and is_told(part.of)]
    few = {part.cohort: part.of for part in told if part.share.fragile}
    return small_bases_note([f"promotion {cohort} ({count(of)})" for cohort, of in few.items()])
