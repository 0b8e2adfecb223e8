"""What does the map say of its regions: on it, under the mouse, in its table and below it?"""

from __future__ import annotations

from dashboard.content.charts.region_map import Place
from dashboard.content.data_table import Row
from dashboard.domain.rates import SMALL_BASE, Share
from dashboard.text.numbers import FRAGILE, count, decimal, rounded
from dashboard.text.words import capital, counted, in_two_lines, inside, listed
from dashboard.views.kit.survey_bases import nobody_because
from dashboard.views.overview.region_map.counts import RegionCounts

UNCOVERED = "non couverte"
"""What is said of a region where nobody was ever enrolled."""


def place(drawn: RegionCounts, code: str) -> Place:
    """What stands on a region and under the mouse."""
    state, people = drawn.states[code], drawn.people[code]
    name = drawn.category(code).label
    if state == "uncovered":
        return Place(state, 0, 0, "", "", f"<b>{name}</b><br>Région {UNCOVERED}", {})
    target = drawn.click(code)
    if state == "outside":
        return Place(state, 0, 0, "", "", f"<b>{name}</b><br>Hors de la sélection", target)
    part, units, measure = drawn.parts[code], drawn.units[code], drawn.measure
    lines = [
        f"<b>{name}</b>",
        capital(counted(people, "bénéficiaire")),
        f"{count(units)} UE financées",
    ]
    if measure.is_share:
        lines.append(
            f"{measure.label} : {measure.write(part)} ({count(part[0])} sur {count(part[1])})"
        )
    fragile = measure.is_share and Share(*part).fragile
    value = f"<b>{measure.write(part)}{' ' + FRAGILE if fragile else ''}</b>" if people else ""
    return Place(
        state=state,
        value=measure.value(part) or 0,
        symbol=units,
        label=f"{in_two_lines(name)}<br>{value}" if people else "",
        short_label=value,
        tell="<br>".join(lines),
        target=target,
    )


def row(drawn: RegionCounts, code: str) -> Row:
    """A region in the table."""
    numerator, base = drawn.parts[code]
    people, units = drawn.people[code], drawn.units[code]
    return Row(
        labels=(drawn.category(code).label,),
        count=numerator,
        base=None if drawn.measure.ratio else base,
        more=(people, units, rounded(units / people, 2) if people else None),
        target=drawn.click(code),
        texts=("couverte",),
        tested=code in drawn.open,
    )


def uncovered_row(drawn: RegionCounts, code: str) -> Row:
    """Nobody could be counted where nothing was offered: that is no zero."""
    label, nothing = drawn.category(code).label, (None, None, None)
    return Row((label,), 0, None, nothing, texts=(UNCOVERED,), tested=False, counted=False)


def reading(drawn: RegionCounts) -> str:
    """The measure of the region with most beneficiaries, of those where it has a value."""
    told = [code for code in drawn.selected if drawn.states[code] == "shown"]
    if not told:
        return ""
    code, measure = told[0], drawn.measure
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
    told = []
    uncovered = [
        drawn.category(c).label for c, state in drawn.states.items() if state == "uncovered"
    ]
    if uncovered:
        told.append(f"Sans inscription : {listed(uncovered)}.")
    fragile = [
        drawn.category(code).label
        for code in drawn.selected
        if drawn.measure.is_share and Share(*drawn.parts[code]).fragile
    ]
    if fragile:
        told.append(f"{FRAGILE} base inférieure à {SMALL_BASE} : {listed(fragile)}.")
    return tuple(told)


def nothing(drawn: RegionCounts) -> str:
    """Why there is nobody to count: no answer to the survey, or people of whom this is not known."""
    scene, measure = drawn.scene, drawn.measure
    if measure.of_respondents:
        return nobody_because(scene.selection, scene.vocabulary)
    people = sum(drawn.people[code] for code in drawn.selected)
    if measure.along is None or not people:
        return "Personne à compter pour cet indicateur dans cette sélection."
    variable = scene.vocabulary.variable(measure.along.variable)
    whom = "le bénéficiaire" if people == 1 else f"les {count(people)} bénéficiaires"
    return (
        f"{variable.label} : aucune information pour {whom} de cette sélection. "
        f"{variable.definition}"
    )
