"""What does the map say of its regions: on it, under the mouse, in its table and below it?"""

from __future__ import annotations

from dashboard.content.charts.datum import Mark, marked
from dashboard.content.charts.region_map import Place
from dashboard.content.charts.rich_text import bold, rich
from dashboard.content.data_table import Row
from dashboard.domain.statistics.rates import Share
from dashboard.text.numbers import count, decimal, rounded
from dashboard.text.words import capital, counted, inside, listed
from dashboard.views.kit.notes import marks_of, small_bases_note
from dashboard.views.kit.region_measures import Measure, Part
from dashboard.views.kit.survey_bases import nobody_because
from dashboard.views.overview.region_map.counts import RegionCounts

UNCOVERED = "non couverte"
"""What is said of a region where nobody was ever enrolled."""


def place(drawn: RegionCounts, code: str) -> Place:
    """What stands on a region and under the mouse."""
    state, people, click = drawn.states[code], drawn.people[code], drawn.click(code)
    name = drawn.category(code).label
    if state == "uncovered":
        return Place(code, state, hover=rich(bold(name), f"Région {UNCOVERED}"))
    if state == "outside":
        return Place(code, state, hover=rich(bold(name), "Hors de la sélection"), click=click)
    part, units, measure = drawn.parts[code], drawn.units[code], drawn.measure
    lines = [capital(counted(people, "bénéficiaire")), f"{count(units)} UE financées"]
    if measure.is_share:
        lines.append(
            f"{measure.label} : {measure.write(part)} ({count(part[0])} sur {count(part[1])})"
        )
    return Place(
        code,
        state,
        name=name if people else "",
        value=measure.value(part) or 0,
        symbol=units,
        number=marked(measure.write(part), _marks(measure, part)) if people else "",
        hover=rich(bold(name), *lines),
        click=click,
    )


def _marks(measure: Measure, part: Part) -> tuple[Mark, ...]:
    return marks_of(Share(*part)) if measure.is_share else ()


def row(drawn: RegionCounts, code: str) -> Row:
    """A region in the table."""
    numerator, base = drawn.parts[code]
    people, units = drawn.people[code], drawn.units[code]
    return Row(
        keys=(drawn.key(code),),
        count=numerator,
        base=None if drawn.measure.ratio else base,
        measures=(people, units, rounded(units / people, 2) if people else None),
        click=drawn.click(code),
        remarks=("couverte",),
        comparable=code in drawn.open,
    )


def uncovered_row(drawn: RegionCounts, code: str) -> Row:
    """Nobody could be counted where nothing was offered: that is no zero."""
    return Row(
        (drawn.key(code),),
        None,
        None,
        (None, None, None),
        remarks=(UNCOVERED,),
        comparable=False,
    )


def reading(drawn: RegionCounts) -> str:
    """The measure of the region with most beneficiaries, of those where it has a value."""
    shown = [code for code in drawn.selected if drawn.states[code] == "shown"]
    if not shown:
        return ""
    code, measure = shown[0], drawn.measure
    where, part = drawn.category(code).locative, drawn.parts[code]
    if measure.is_share:
        return (
            f"{capital(where)}, {inside(measure.label)} : {measure.write(part)} "
            f"({count(part[0])} sur {count(part[1])} {measure.base_words})."
        )
    lives = "réside" if drawn.people[code] == 1 else "résident"
    return (
        f"{capital(counted(drawn.people[code], 'bénéficiaire'))} {lives} {where} ; "
        f"{counted(drawn.units[code], 'UE', 'UE', feminine=True)} "
        f"{'y a été financée' if drawn.units[code] == 1 else 'y ont été financées'}, soit "
        f"{decimal(drawn.units[code] / drawn.people[code])} par bénéficiaire."
    )


def alternative(drawn: RegionCounts) -> str:
    """The map for those who do not see it."""
    leading = [
        f"{drawn.category(code).label} ({drawn.measure.write(drawn.parts[code])})"
        for code in drawn.selected[:3]
        if drawn.people[code]
    ]
    return (
        f"Carte de France des régions : {inside(drawn.measure.title)}. "
        f"Dans les régions qui comptent le plus de bénéficiaires : {listed(leading)}."
    )


def notes(drawn: RegionCounts) -> tuple[str, ...]:
    """Which regions are not covered, and whose shares have a small base."""
    uncovered = [
        drawn.category(c).label for c, state in drawn.states.items() if state == "uncovered"
    ]
    fragile = [
        drawn.category(code).label
        for code in drawn.selected
        if _marks(drawn.measure, drawn.parts[code])
    ]
    return (
        *([f"Sans inscription : {listed(uncovered)}."] if uncovered else []),
        *small_bases_note(fragile),
    )


def nothing(drawn: RegionCounts) -> str:
    """Why there is nobody to count: no answer to the survey, or people of whom this is not known."""
    scene, measure = drawn.scene, drawn.measure
    if measure.of_respondents:
        return nobody_because(scene.selection, scene.vocabulary)
    people = drawn.everybody
    if measure.along is None or not people:
        return "Personne à compter pour cet indicateur dans cette sélection."
    variable = scene.vocabulary.variable(measure.along.variable)
    whom = "le bénéficiaire" if people == 1 else f"les {count(people)} bénéficiaires"
    return (
        f"{variable.label} : aucune information pour {whom} de cette sélection. "
        f"{variable.definition}"
    )
