"""How are ages spread, one gender on one side and the other one on the other?"""

from __future__ import annotations

from dashboard.content.charts.datum import Datum, Series
from dashboard.content.charts.pyramid import Pyramid
from dashboard.content.charts.rich_text import bold, rich
from dashboard.content.click_filter import ClickFilter, keeping
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Key, Row
from dashboard.content.notes import Caution, Concern
from dashboard.domain.codebook import Category
from dashboard.domain.counts import is_told
from dashboard.domain.needs import variable
from dashboard.domain.statistics.rates import Share
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import Noun, variable_noun
from dashboard.text.numbers import count, share_in_words
from dashboard.text.variables import known, short_name
from dashboard.text.words import UNTOLD_NUMBER, capital, counted, inside
from dashboard.views.beneficiaries.gender_age.people_by_age import (
    AGE,
    GENDER,
    People,
    has_absences,
    mean_age,
)
from dashboard.views.beneficiaries.gender_age.pyramid_bars import (
    BAND,
    YEARS,
    Bar,
    bars_of,
    filtered_ages,
)

SIDES = 2
"""How many genders a pyramid can show."""

AN_AGE = Noun("âge", "âges")


def two_genders(vocabulary: Vocabulary) -> str:
    """The study tells exactly two genders apart."""
    missing = variable(GENDER.variable)(vocabulary)
    if missing or len(vocabulary.real_codes(GENDER)) == SIDES:
        return missing
    return f"la variable « {GENDER.variable} » n'a pas exactement deux catégories, une par côté de la pyramide"


def pyramid_of(people: People) -> Content:
    """The pyramid of everybody selected whose gender and age are known."""
    left, right = people.genders
    gender = people.scene.vocabulary.variable(GENDER.variable)
    total = people.of_known_gender_and_age
    bars, kept = bars_of(people), filtered_ages(people)
    return Content(
        title="Pyramide des âges",
        base=total,
        population=_population(people),
        chart=Pyramid(
            bands=tuple(bar.label for bar in bars),
            left=_side(people, left, bars),
            right=_side(people, right, bars),
            axis_title="bénéficiaires",
        ),
        data_table=DataTable(
            (short_name(gender), "âge"),
            "effectif",
            tuple(_row(people, bar, gender) for gender in (left, right) for bar in bars),
            partition_by=0,
        ),
        reading=_reading(people, bars),
        alternative=f"Pyramide des âges de {counted(total, 'bénéficiaire')}"
        f"{f' ({kept})' if kept else ''}, par tranches de {YEARS} ans.",
        source=people.scene.vocabulary.codebook.study.source_enrolment,
        notes=_notes(people, kept) if total else (),
        nothing=_nothing(people),
    )


def _population(people: People) -> str:
    age = inside(people.scene.vocabulary.variable(AGE.variable).label)
    partly = _partly_known(people)
    return f"bénéficiaires{f' {known(*partly)}' if partly else ''}, {age}"


def _partly_known(people: People) -> list[Noun]:
    """What is not known of everybody."""
    vocabulary = people.scene.vocabulary
    nouns = {GENDER: variable_noun(vocabulary.variable(GENDER.variable)), AGE: AN_AGE}
    return [noun for along, noun in nouns.items() if has_absences(along, vocabulary)]


def _nothing(people: People) -> str:
    partly = _partly_known(people)
    if not people.number() or not partly:
        return "Aucun bénéficiaire dans cette sélection."
    missing = known(*partly, mood=("soit", "soient"))
    return f"Aucun bénéficiaire de cette sélection {missing}."


def _click(bar: Bar, gender: Category) -> ClickFilter:
    """What a click keeps: the gender, and the age band that the bar is part of."""
    kept = [(GENDER, gender.code)]
    return keeping(*kept) if bar.band is None else keeping(*kept, (BAND, bar.band.code))


def _row(people: People, bar: Bar, gender: Category) -> Row:
    return Row(
        (Key(GENDER, gender.code, gender.label), bar.key),
        _within(people, bar, gender),
        people.of_known_gender_and_age,
        click=_click(bar, gender),
    )


def _side(people: People, gender: Category, bars: list[Bar]) -> Series:
    return Series(
        name=gender.label,
        colour=gender.colour,
        data=tuple(_datum(people, bar, gender) for bar in bars),
    )


def _datum(people: People, bar: Bar, gender: Category) -> Datum:
    number = _within(people, bar, gender)
    told = f"{count(number)} sur {count(people.of_known_gender_and_age)}"
    return Datum(
        number if is_told(number) else None,
        count(number) if number else "",
        rich(
            bold(f"{gender.label}, {bar.label}"),
            told if is_told(number) else capital(UNTOLD_NUMBER),
        ),
        _click(bar, gender),
    )


def _notes(people: People, kept: str) -> tuple[str, ...]:
    """The mean ages; where a filter leaves the ages `kept`, that the others are not shown; who has no side or age."""
    notes: list[str] = [_means(people)]
    if kept:
        only = f"Âges du filtre seulement ({kept}) : la pyramide ne montre pas les autres."
        notes.append(Caution(only, Concern.NOT_SHOWN))
    others = people.number() - people.of_known_gender_and_age
    if is_told(others) and others > 0:
        *before, last = _partly_known(people)
        names = " ou ".join([*(noun.singular for noun in before), last.one("inconnu")])
        notes.append(f"Hors de la base, {names} : {counted(others, 'bénéficiaire')}.")
    return tuple(notes)


def _means(people: People) -> str:
    means = [
        f"{inside(gender.label)}, {mean_age(people.mean(gender=gender.code))}"
        for gender in people.genders
        if people.ages(gender=gender.code)
    ]
    return f"Âge moyen : {mean_age(people.mean_of_known_gender())} ({' ; '.join(means)})."


def _reading(people: People, bars: list[Bar]) -> str:
    """The longest bar; no share where there is no other."""
    numbers = [
        (_within(people, bar, gender), bar, gender) for bar in bars for gender in people.genders
    ]
    if not any(most and is_told(most) for most, _, _ in numbers):
        return ""
    most, bar, gender = max(numbers, key=lambda number: number[0])
    of_all = Share(most, people.of_known_gender_and_age)
    verb = "est" if most == 1 else "sont"
    among = f"{verb} du groupe « {gender.label} de {bar.label} »"
    if most == of_all.base:
        return f"{capital(counted(most, 'bénéficiaire'))} {among}."
    return f"Sur {counted(of_all.base, 'bénéficiaire')}, {count(most)} ({share_in_words(of_all)}) {among}."


def _within(people: People, bar: Bar, gender: Category) -> int:
    return people.number(gender=gender.code, ages=range(bar.first, bar.last + 1))
