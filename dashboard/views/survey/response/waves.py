"""Of each cohort, how many answered at each wave, and why is nothing known of the others?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from babel.dates import format_date

from dashboard.content.charts.bars import Series, stacked_bars
from dashboard.content.click_filter import ClickFilter
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Row
from dashboard.content.view import Scene
from dashboard.domain.address import parameter_of, value_of
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.rates import SMALL_BASE, Share
from dashboard.domain.survey_calendar import waves_to_come
from dashboard.domain.tables import ReleasedTable
from dashboard.text.numbers import FRAGILE, base_in_brackets, count, share
from dashboard.text.words import capital, counted, listed

_COHORT, _RESPONSE = Dimension("cohort"), Dimension("response")

ANSWERED = "answered"
"""Any status but an absence: the questionnaire of the wave was filled in."""

NEVER_ASKED = ("not_yet_surveyed", "out_of_scope")

CANVAS = 640
"""Pixels between the first bar and the last: this chart is made for every cohort."""

MEANING = (
    "Renseigner une vague, c'est avoir dit sa situation à cette date. « Sans information » : a répondu à une autre "
    "vague, ou sur son dernier emploi. « Non répondant » : n'a rien répondu, à aucune vague."
)


@dataclass(frozen=True)
class _Part:
    """The people of one cohort who stand in one way at one wave."""

    cohort: str
    wave: str
    code: str
    people: int
    of: int

    @property
    def asked(self) -> bool:
        """Whether the survey has reached them: otherwise there is no share to take."""
        return self.code not in NEVER_ASKED


def ask_waves(scene: Scene) -> Mapping[str, Query]:
    """Status at each wave after the first, by cohort."""
    return {
        wave: Query((_COHORT, Dimension("status", wave)), scene.selection)
        for wave in scene.vocabulary.waves[1:]
    }


def tell_waves(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """A bar a cohort and wave, filled to 100 % by those who answered and each kind of absence."""
    parts = [part for wave, table in tables.items() for part in _parts(scene, table, wave)]
    parts.sort(key=lambda part: (part.cohort, part.wave))
    return Content(
        title="Réponse à l'enquête, par promotion et par vague",
        base=next(iter(tables.values())).total(),
        population="bénéficiaires, interrogés ou non",
        figure=_figure(scene, parts),
        data_table=DataTable(
            ("promotion", "vague", "réponse"),
            "effectif",
            tuple(_row(scene, part) for part in parts if part.people),
            compared=True,
            partition_by=2,
        ),
        reading=_reading(scene, parts),
        alternative=_alternative(parts),
        source=scene.vocabulary.codebook.study.source_survey,
        notes=(MEANING, *_coming(scene, parts), *_fragile(parts)),
        nothing="Aucun bénéficiaire dans cette sélection.",
    )


def _parts(scene: Scene, table: ReleasedTable, wave: str) -> Iterator[_Part]:
    key = Dimension("status", wave)
    absences = [c.code for c in scene.vocabulary.categories(key) if c.absence is not None]
    for cohort, people in table.by_code("cohort").items():
        if not people:
            continue
        silent = {code: table.count({"cohort": cohort, str(key): code}) for code in absences}
        yield _Part(cohort, wave, ANSWERED, people - sum(silent.values()), people)
        for code, number in silent.items():
            yield _Part(cohort, wave, code, number, people)


def _figure(scene: Scene, parts: list[_Part]) -> dict[str, Any]:
    bars = list(dict.fromkeys((part.cohort, part.wave) for part in parts))
    codes = list(dict.fromkeys(part.code for part in parts))
    placed = {(part.cohort, part.wave, part.code): part for part in parts}
    return stacked_bars(
        [
            f"{cohort} · {wave} {base_in_brackets(placed[cohort, wave, codes[0]].of)}"
            for cohort, wave in bars
        ],
        [_series(scene, code, [placed[*bar, code] for bar in bars]) for code in codes],
        percent=True,
        narrow=scene.narrow,
        extent=CANVAS,
    )


def _series(scene: Scene, code: str, parts: list[_Part]) -> Series:
    return Series(
        name=_label(scene, parts[0]),
        colour=_colour(scene, parts[0]),
        # Nobody is no segment: of a cohort that was never asked, it would be a share.
        values=tuple(100 * part.people / part.of if part.people else None for part in parts),
        labels=tuple(_value(part) for part in parts),
        hovers=tuple(_tell(scene, part) for part in parts),
        absent=code != ANSWERED,
        clicks=tuple(_click(scene, part) for part in parts),
    )


def _label(scene: Scene, part: _Part) -> str:
    if part.code == ANSWERED:
        return "Vague renseignée"
    return scene.vocabulary.category(Dimension("status", part.wave), part.code).label


def _colour(scene: Scene, part: _Part) -> str:
    if part.code == ANSWERED:
        return scene.vocabulary.category(_RESPONSE, "respondent").colour
    return scene.vocabulary.category(Dimension("status", part.wave), part.code).colour


def _value(part: _Part) -> str:
    """A share where they were asked; a number where they were not, since that is no share of the asked."""
    if not part.asked:
        return count(part.people)
    found = Share(part.people, part.of)
    return f"{share(found, 0)} {FRAGILE}" if found.fragile else share(found, 0)


def _tell(scene: Scene, part: _Part) -> str:
    told = f"<b>{part.cohort}, {part.wave}</b><br>{_label(scene, part)} : {count(part.people)} sur {count(part.of)}"
    return f"{told} ({share(Share(part.people, part.of))})" if part.asked else told


def _click(scene: Scene, part: _Part) -> ClickFilter:
    vocabulary, key = scene.vocabulary, Dimension("status", part.wave)
    codes = vocabulary.real_codes(key) if part.code == ANSWERED else (part.code,)
    values = ",".join(value_of(key, code, vocabulary) for code in codes)
    return {
        parameter_of(_COHORT, vocabulary): value_of(_COHORT, part.cohort, vocabulary),
        parameter_of(key, vocabulary): values,
    }


def _row(scene: Scene, part: _Part) -> Row:
    return Row(
        (part.cohort, part.wave, _label(scene, part)),
        part.people,
        part.of if part.asked else None,
        target=_click(scene, part),
    )


def _reading(scene: Scene, parts: list[_Part]) -> str:
    """The first wave of the latest cohort that was asked; else why nobody was."""
    asked = [p for p in parts if p.code == ANSWERED and _was_asked(scene, p)]
    if asked:
        part = next(p for p in asked if p.cohort == asked[-1].cohort)
        found = Share(part.people, part.of)
        who = counted(part.people, "personne interrogée", "personnes interrogées", feminine=True)
        verb = "n'a" if not part.people else "a" if part.people == 1 else "ont"
        value = f" ({share(found)})" if part.people else ""
        return (
            f"Dans la promotion {part.cohort}, {who} sur {count(part.of)}{value} "
            f"{verb} renseigné la vague {part.wave}."
        )
    unasked = next((p for p in parts if p.people and not p.asked), None)
    if unasked is None:
        return ""
    is_in = "est" if unasked.people == 1 else "sont"
    return (
        f"{capital(counted(unasked.people, 'bénéficiaire'))} de la promotion {unasked.cohort} {is_in} "
        f"dans le cas « {_label(scene, unasked)} » à {unasked.wave}."
    )


def _was_asked(scene: Scene, part: _Part) -> bool:
    return (part.cohort, part.wave) in scene.vocabulary.calendar


def _alternative(parts: list[_Part]) -> str:
    told = [
        f"{part.cohort} à {part.wave} {share(Share(part.people, part.of), 0)}"
        for part in parts
        if part.code == ANSWERED and part.people
    ]
    return f"Barres empilées à 100 %, une par promotion et par vague. Vague renseignée : {listed(told) or 'aucune'}."


def _coming(scene: Scene, parts: list[_Part]) -> tuple[str, ...]:
    """When the waves that a cohort has not reached will be asked."""
    cohorts = dict.fromkeys(part.cohort for part in parts)
    waves = waves_to_come(scene.vocabulary, cohorts, scene.vocabulary.waves[1:])
    told = [
        f"{cohort} à {wave}, {format_date(day, format='MMMM y', locale='fr_FR')}"
        for cohort, days in waves.items()
        for wave, day in days.items()
        if day is not None
    ]
    return (f"Vagues à venir : {' ; '.join(told)}.",) if told else ()


def _fragile(parts: list[_Part]) -> tuple[str, ...]:
    few = {p.cohort: p.of for p in parts if p.asked and p.people and Share(0, p.of).fragile}
    told = [f"promotion {cohort} ({count(of)})" for cohort, of in few.items()]
    return (f"{FRAGILE} base inférieure à {SMALL_BASE} : {listed(told)}.",) if told else ()
