"""What has a manager to know of the population, the survey, the words and the numbers? (study, annexe II)"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from babel.dates import format_date

from dashboard.content.charts.matrix import Cell, matrix
from dashboard.content.content import Content, Definition, Section
from dashboard.content.data_table import DataTable, Row
from dashboard.content.page import SURVEY
from dashboard.content.view import Scene, View, tall
from dashboard.domain.query import Query
from dashboard.domain.survey_calendar import waves_to_come
from dashboard.domain.tables import ReleasedTable
from dashboard.text.numbers import day
from dashboard.text.typography import unbroken
from dashboard.text.words import listed
from dashboard.views.survey.method.words import chapters

GLOSSARY = "Glossaire"
KEY_TERMS = ("Interrogé", "Répondant", "Sans information", "En emploi")
CALENDAR = "Calendrier de l'enquête"
HOW_TO_READ = (
    "Calendrier : à chaque enquête, les vagues observées dans chaque promotion. En pâle, celles à venir ; "
    "hachurée, une promotion hors champ."
)
IGNORED = "Les filtres ne s'appliquent pas ici : la méthode est la même pour tous."
ASKED, TO_COME, NOTHING = 1.0, 0.2, 0.0
"""How a cell of the calendar is filled: tinted once asked, pale before, not where a survey asks nothing."""

Calendar = dict[str, dict[date, list[str]]]
"""Cohort -> day -> the waves of that day."""


def ask(scene: Scene) -> Mapping[str, Query]:
    """Everybody, since the method is that of all."""
    return {"people": Query((), scene.selection)}


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """The calendar of the survey, chapters of prose, and the glossary."""
    asked, coming = _asked(scene), _coming(scene)
    sections = (_key_terms(scene),) if scene.projected else (*chapters(scene), _glossary(scene))
    return Content(
        title="Méthode et glossaire",
        base=tables["people"].total(),
        population="bénéficiaires",
        figure=_figure(scene, asked, coming),
        data_table=DataTable(
            ("rubrique", "terme", "définition"),
            "",
            (*_calendar_rows(asked, coming), *_prose_rows(sections)),
        ),
        reading=_reading(asked),
        alternative=(
            "Calendrier : une ligne par promotion, une colonne par enquête, les vagues dans les cases. "
            + " ".join(_told(asked))
        ),
        source=scene.vocabulary.codebook.study.source,
        notes=(HOW_TO_READ, IGNORED),
        sections=sections,
        nothing="Aucun bénéficiaire dans les tables chargées.",
    )


def _asked(scene: Scene) -> Calendar:
    found: Calendar = {cohort: {} for cohort in scene.vocabulary.cohorts}
    for (cohort, wave), text in sorted(scene.vocabulary.calendar.items()):
        found[cohort].setdefault(date.fromisoformat(text), []).append(wave)
    return found


def _coming(scene: Scene) -> Calendar:
    vocabulary = scene.vocabulary
    found: Calendar = {cohort: {} for cohort in vocabulary.cohorts}
    # T0 is asked with the first wave: it is never waited for on its own.
    waits = waves_to_come(vocabulary, vocabulary.cohorts, vocabulary.waves[1:])
    for cohort, waves in waits.items():
        for wave, when in waves.items():
            if when is not None:
                found[cohort].setdefault(when, []).append(wave)
    return found


def _figure(scene: Scene, asked: Calendar, coming: Calendar) -> dict[str, Any]:
    days = sorted({when for found in (asked, coming) for days in found.values() for when in days})
    outside = "–" if scene.narrow else "hors champ"
    surveyed = {cohort for cohort in asked if asked[cohort] or coming[cohort]}
    months = [format_date(when, format="MMM y", locale="fr_FR") for when in days]
    return matrix(
        list(asked),
        [month.replace(" ", "<br>") if scene.narrow else month for month in months],
        [
            [
                _cell(scene, cohort, when, asked, coming)
                if cohort in surveyed
                else Cell(None, outside, f"<b>Promotion {cohort}</b><br>Hors champ de l'enquête")
                for when in days
            ]
            for cohort in asked
        ],
        row_title="" if scene.narrow else "Promotion",
        column_title="" if scene.narrow else "Enquête",
    )


def _cell(scene: Scene, cohort: str, when: date, asked: Calendar, coming: Calendar) -> Cell:
    done, later = asked[cohort].get(when, []), coming[cohort].get(when, [])
    waves = scene.vocabulary.codebook.waves
    head = f"<b>Promotion {cohort}</b>, {day(when)}"
    hovers = [f"{wave} : {waves[wave].label.lower()}" for wave in (*done, *later)]
    tell = "<br>".join([head, *hovers, *(["à venir"] if later else [])])
    if done:
        return Cell(ASKED, "<br>".join(f"<b>{wave}</b>" for wave in done), tell)
    if later:
        return Cell(TO_COME, f"{listed(later)}<br>à venir", tell)
    return Cell(NOTHING, "", head)


def _calendar_rows(asked: Calendar, coming: Calendar) -> Iterator[Row]:
    for cohort in asked:
        if not asked[cohort] and not coming[cohort]:
            yield _text_row(CALENDAR, f"Promotion {cohort}", "hors champ de l'enquête")
        for found, suffix in ((asked, ""), (coming, " (à venir)")):
            for when, waves in found[cohort].items():
                for wave in waves:
                    yield _text_row(CALENDAR, f"Promotion {cohort}, {wave}", f"{day(when)}{suffix}")


def _prose_rows(sections: tuple[Section, ...]) -> Iterator[Row]:
    for section in sections:
        for paragraph in section.paragraphs:
            yield _text_row(section.title, "", paragraph)
        for definition in section.definitions:
            yield _text_row(section.title, definition.term, definition.text)


def _text_row(*labels: str) -> Row:
    return Row(labels, 0, None)


def _told(asked: Calendar) -> Iterator[str]:
    for cohort, days in asked.items():
        parts = [f"{listed(waves)} le {day(when)}" for when, waves in days.items()]
        if parts:
            yield f"Promotion {cohort} : {' ; '.join(parts)}."


def _reading(asked: Calendar) -> str:
    """The last survey of the latest cohort that was asked."""
    for cohort in reversed(asked):
        if asked[cohort]:
            when, waves = list(asked[cohort].items())[-1]
            return f"Pour la promotion {cohort}, les réponses à {waves[-1]} se rapportent au {day(when)}."
    return ""


def _glossary(scene: Scene) -> Section:
    return Section(GLOSSARY, definitions=tuple(_defined(scene)))


def _key_terms(scene: Scene) -> Section:
    """The definitions that a room has to have heard; it cannot read a page of prose."""
    return Section(
        "Quelques mots", definitions=tuple(d for d in _defined(scene) if d.term in KEY_TERMS)
    )


def _defined(scene: Scene) -> Iterator[Definition]:
    for term in scene.vocabulary.glossary:
        source = f" Source : {term.source}." if term.source else ""
        yield Definition(term.term, unbroken(f"{term.definition}{source}"), term.anchor)


VIEW = View(
    name="methode",
    page=SURVEY,
    place=3,
    title="Méthode et glossaire",
    ask=ask,
    tell=tell,
    canvas=tall(340),
    height=420,
    wide=True,
    filtered=False,
)
