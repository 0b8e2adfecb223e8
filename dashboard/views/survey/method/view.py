"""What has a manager to know of the population, the survey, the words and the numbers?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dashboard.content.content import Content, Definition, Section
from dashboard.content.data_table import DataTable, Key, Row
from dashboard.content.notes import Caution, Concern
from dashboard.content.page import SURVEY
from dashboard.content.view import Scene, View, tall
from dashboard.domain.query import Query
from dashboard.domain.tables import ReleasedTable
from dashboard.text.numbers import day
from dashboard.text.typography import unbroken
from dashboard.text.words import listed
from dashboard.views.survey.method.calendar import (
    CalendarDays,
    calendar_chart,
    days_asked,
    days_to_come,
)
from dashboard.views.survey.method.words import chapters

GLOSSARY = "Glossaire"
KEY_TERMS = ("Interrogé", "Répondant", "Sans information", "En emploi")
CALENDAR = "Calendrier de l'enquête"
HOW_TO_READ = (
    "Calendrier : à chaque enquête, les vagues observées dans chaque promotion. En pâle, celles à venir ; "
    "hachurée, une promotion hors champ."
)
IGNORED = Caution(
    "Les filtres ne s'appliquent pas ici : la méthode est la même pour tous.",
    Concern.IGNORED_FILTERS,
)


def ask(scene: Scene) -> Mapping[str, Query]:
    """Everybody, since the method is that of all."""
    return {"people": Query((), scene.selection)}


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """The calendar of the survey, chapters of prose, and the glossary."""
    asked, to_come = days_asked(scene.vocabulary), days_to_come(scene.vocabulary)
    in_a_room = scene.medium == "room"
    sections = _key_terms(scene) if in_a_room else (*chapters(scene), _glossary(scene))
    return Content(
        title="Méthode et glossaire",
        base=tables["people"].total(),
        population="bénéficiaires",
        chart=calendar_chart(scene, asked, to_come),
        data_table=DataTable(
            ("rubrique", "terme", "définition"),
            "",
            (*_calendar_rows(asked, to_come), *_prose_rows(sections)),
        ),
        reading=_reading(asked),
        alternative=(
            "Calendrier : une ligne par promotion, une colonne par enquête, les vagues dans les cases. "
            + " ".join(_sentences(asked))
        ),
        source=scene.vocabulary.codebook.study.source,
        notes=(HOW_TO_READ, IGNORED),
        sections=sections,
        nothing="Aucun bénéficiaire dans les tables chargées.",
    )


def _calendar_rows(asked: CalendarDays, to_come: CalendarDays) -> Iterator[Row]:
    for cohort in asked:
        if not asked[cohort] and not to_come[cohort]:
            yield _text_row(CALENDAR, f"Promotion {cohort}", "hors champ de l'enquête")
        yield from _wave_rows(asked, cohort, "")
        yield from _wave_rows(to_come, cohort, " (à venir)")


def _wave_rows(days: CalendarDays, cohort: str, suffix: str) -> Iterator[Row]:
    for when, waves in days[cohort].items():
        for wave in waves:
            yield _text_row(CALENDAR, f"Promotion {cohort}, {wave}", f"{day(when)}{suffix}")


def _prose_rows(sections: tuple[Section, ...]) -> Iterator[Row]:
    for section in sections:
        for paragraph in section.paragraphs:
            yield _text_row(section.title, "", paragraph)
        for definition in section.definitions:
            yield _text_row(section.title, definition.term, definition.text)


def _text_row(section: str, term: str, text: str) -> Row:
    """A row of words, which counts nobody."""
    keys = (
        Key("section", section, section),
        Key("term", term, term),
        Key("definition", text, text),
    )
    return Row(keys, None, None)


def _sentences(asked: CalendarDays) -> Iterator[str]:
    for cohort, days in asked.items():
        parts = [f"{listed(waves)} le {day(when)}" for when, waves in days.items()]
        if parts:
            yield f"Promotion {cohort} : {' ; '.join(parts)}."


def _reading(asked: CalendarDays) -> str:
    """The last survey of the latest cohort that was asked."""
    for cohort in reversed(asked):
        if asked[cohort]:
            when, waves = list(asked[cohort].items())[-1]
            return f"Pour la promotion {cohort}, les réponses à {waves[-1]} se rapportent au {day(when)}."
    return ""


def _glossary(scene: Scene) -> Section:
    return Section(GLOSSARY, definitions=tuple(_definitions(scene)))


def _key_terms(scene: Scene) -> tuple[Section, ...]:
    """The definitions that a room has to have heard, as far as there are any; it cannot read a page of prose."""
    known = tuple(d for d in _definitions(scene) if d.term in KEY_TERMS)
    return (Section("Quelques mots", definitions=known),) if known else ()


def _definitions(scene: Scene) -> Iterator[Definition]:
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
