"""What does the map say of its regions: on it, under the mouse, in its table and below it?"""

from __future__ import annotations

from collections.abc import Iterator
from math import isnan

from dashboard.content.charts.datum import Mark, marked
from dashboard.content.charts.region_map import Place
from dashboard.content.charts.rich_text import bold, rich
from dashboard.content.data_table import Row
from dashboard.domain.counts import is_told
from dashboard.domain.statistics.comparisons import Difference
from dashboard.domain.statistics.rates import Share, ratio
from dashboard.text.nouns import Noun
from dashboard.text.numbers import count, decimal, rounded, signed_count
from dashboard.text.words import UNTOLD_NUMBER, capital, counted, inside, listed, part_of_base
from dashboard.views.kit.measure import Measure, Part
from dashboard.views.kit.notes import marks_of, small_bases_note
from dashboard.views.kit.regions import in_region, unknown_notes, unmapped_note
from dashboard.views.kit.settled import is_decided
from dashboard.views.kit.survey_bases import nobody_because
from dashboard.views.overview.region_map.counts import RegionCounts
from dashboard.views.overview.region_map.standing_apart import (
    Gaps,
    against_others,
    established,
    most_apart,
)


def place(drawn: RegionCounts, code: str, gap: Difference | None = None) -> Place:
    """What stands on a region and under the mouse; `gap`: how far its share is from that of the others."""
    state, people, click = drawn.states[code], drawn.people[code], drawn.click(code)
    name = drawn.category(code).label
    if state == "uncovered":
        said = drawn.coverage.of_region(drawn.coverage.without)
        return Place(code, state, hover=rich(bold(name), said))
    if state == "outside":
        return Place(code, state, hover=rich(bold(name), "Hors de la sélection"), click=click)
    if not drawn.enrolled[code]:
        said = drawn.coverage.of_region(drawn.coverage.covered_without)
        return Place(code, state, hover=rich(bold(name), said))
    part, units, measure = drawn.parts[code], drawn.units[code], drawn.measure
    lines = [_people(people), _funded(drawn.unit, units)]
    if measure.is_share and not measure.is_told(part):
        lines.append(f"{measure.label} : {part_of_base(Share(*part))}")
    elif measure.is_share:
        lines.append(
            f"{measure.label} : {measure.write(part)} ({count(part[0])} sur {count(part[1])})"
        )
        lines += against_others(drawn, gap)
    lines += _changed(drawn, code)
    return Place(
        code,
        state,
        name=name if people else "",
        value=measure.value(part) or 0,
        symbol=units if is_told(units) else 0,
        number=marked(measure.write(part), _marks(measure, part)) if people else "",
        hover=rich(bold(name), *lines),
        click=click,
    )


def _people(people: int) -> str:
    if not is_told(people):
        return f"Bénéficiaires : {UNTOLD_NUMBER}"
    return capital(counted(people, "bénéficiaire"))


def _changed(drawn: RegionCounts, code: str) -> list[str]:
    """`Promotion 2016-2017 : 63, contre 44 en 2015-2016 (+19)`; nothing where there is no cohort before."""
    change = drawn.change(code)
    if change is None or drawn.pair is None:
        return []
    last, previous = change
    if not is_told(last) or not is_told(previous):
        return []
    numbers = f"{count(last)}, contre {count(previous)} en {drawn.pair.previous}"
    return [f"Promotion {drawn.pair.last} : {numbers} ({signed_count(last - previous)})"]


def _funded(noun: Noun, units: int) -> str:
    """`0 UE financées`, `1 UE financée`: a number of regions, so that nothing is a number too."""
    if not is_told(units):
        return f"{capital(noun.several('financé'))} : {UNTOLD_NUMBER}"
    return f"{count(units)} {noun.one('financé') if units == 1 else noun.several('financé')}"


def _marks(measure: Measure, part: Part) -> tuple[Mark, ...]:
    return marks_of(Share(*part)) if measure.is_share else ()


def row(drawn: RegionCounts, code: str) -> Row:
    """A region in the table; of nobody there is no share, and none of them is counted."""
    numerator, base = drawn.parts[code]
    baseless = drawn.measure.is_share and not base
    people, units, group = drawn.people[code], drawn.units[code], drawn.group(code)
    return Row(
        keys=(drawn.key(code),),
        count=None if baseless else numerator,
        base=None if baseless or drawn.measure.kind == "ratio" else base,
        measures=(people, units, _each(units, people)),
        click=drawn.click(code),
        remarks=(_coverage(drawn, code),),
        comparable=code in drawn.open,
        silent=group.silent,
        silent_outside=group.silent_outside,
    )


def _each(units: int, people: int) -> float | None:
    """How many units a person has; None where there is nobody, `nan` where it may not be told."""
    each = ratio(units, people)
    return None if each is None else rounded(each, 2)


def _coverage(drawn: RegionCounts, code: str) -> str:
    """Whether anybody came to a region that is covered."""
    covered = drawn.noun.agreeing("couvert")
    return covered if drawn.enrolled[code] else drawn.coverage.covered_without


def uncovered_row(drawn: RegionCounts, code: str) -> Row:
    """Nobody could be counted where nothing was offered, or nothing is known to have been: that is no zero."""
    return Row(
        (drawn.key(code),),
        None,
        None,
        (None, None, None),
        remarks=(drawn.coverage.without,),
        comparable=False,
    )


def reading(drawn: RegionCounts, gaps: Gaps) -> str:
    """Which shares stand apart, and that of the one farthest; else the measure of the region with most beneficiaries.

    Of those where it has a value; nothing of a share that a filter has settled.
    """
    shown = [code for code in drawn.selected if drawn.states[code] == "shown"]
    if not shown:
        return ""
    code, measure = most_apart(gaps) or shown[0], drawn.measure
    where, part = in_region(drawn.category(code), drawn.noun), drawn.parts[code]
    if measure.along and is_decided(drawn.scene, measure.along, measure.codes):
        return ""
    if measure.is_share:
        apart = established(drawn, gaps)
        of_whom = "" if apart else f" {measure.base_words}"
        return (
            f"{apart}{capital(where)}, {measure.valued(measure.write(part))} "
            f"({count(part[0])} sur {count(part[1])}{of_whom})."
        )
    each = ratio(drawn.units[code], drawn.people[code])
    if each is None or isnan(each):
        return ""
    lives = drawn.layer.lives[drawn.people[code] > 1]
    funded = drawn.unit.agreeing("financé")
    return (
        f"{capital(counted(drawn.people[code], 'bénéficiaire'))} {lives} {where} ; "
        f"{drawn.unit.counted(drawn.units[code])} "
        f"{f'y a été {funded}' if drawn.units[code] == 1 else f'y ont été {funded}s'}, soit "
        f"{decimal(each)} par bénéficiaire."
    )


def alternative(drawn: RegionCounts) -> str:
    """The map for those who do not see it."""
    leading = [
        f"{drawn.category(code).label} ({drawn.measure.write(drawn.parts[code])})"
        for code in drawn.selected[:3]
        if drawn.people[code] and drawn.measure.is_told(drawn.parts[code])
    ]
    regions, of_france = drawn.noun.plural, "de France " if drawn.layer.shapes else ""
    subject = f"Carte {of_france}des {regions} : {inside(drawn.measure.title).rstrip(',')}."
    if not leading:
        return f"{subject} Aucune valeur n'est diffusée."
    return (
        f"{subject} Dans les {regions} qui comptent le plus de bénéficiaires : {listed(leading)}."
    )


def notes(drawn: RegionCounts) -> tuple[str, ...]:
    """Which regions are not covered, or not on the map, and whose shares have a small base."""
    fragile = [
        drawn.category(code).label
        for code in drawn.selected
        if _marks(drawn.measure, drawn.parts[code])
    ]
    vocabulary, everybody = drawn.scene.vocabulary, drawn.tables["people"].by_code(str(drawn.where))
    return (
        *_without_enrolment(drawn),
        *unmapped_note(drawn.layer, drawn.people, vocabulary),
        *unknown_notes(drawn.where, everybody, vocabulary),
        *small_bases_note(fragile),
    )


def _without_enrolment(drawn: RegionCounts) -> Iterator[str]:
    """Which regions have no enrolment: those that are not covered, and those that are."""
    closed = [code for code, state in drawn.states.items() if state == "uncovered"]
    open_ones = [code for code in drawn.selected if not drawn.enrolled[code]]
    covered = f"{capital(drawn.noun.agreeing('couvert'))}s"
    when = f" en {drawn.year}" if drawn.year else ""
    not_covered = (
        f"{capital(drawn.coverage.without)}s{when}"
        if drawn.coverage.told
        else f"{_without(drawn)}{when}"
    )
    for codes, said in (
        (closed, not_covered),
        (open_ones, f"{covered}, mais {_without(drawn).lower()}{when}"),
    ):
        if codes:
            yield f"{said} : {listed([drawn.category(code).label for code in codes])}."


def _without(drawn: RegionCounts) -> str:
    return "Sans inscription, ou trop peu" if drawn.rounded else "Sans inscription"


def nothing(drawn: RegionCounts) -> str:
    """Why there is nobody to count: no answer to the survey, or people of whom this is not known."""
    scene, measure, people = drawn.scene, drawn.measure, drawn.everybody
    if not people and drawn.year:
        return f"Aucun bénéficiaire de cette sélection n'était inscrit en {drawn.year}."
    if measure.of_respondents:
        return nobody_because(scene.selection, scene.vocabulary)
    if measure.along is None or not people:
        return "Personne à compter pour cet indicateur dans cette sélection."
    variable = scene.vocabulary.variable(measure.along.variable)
    whom = "le bénéficiaire" if people == 1 else f"les {count(people)} bénéficiaires"
    return (
        f"{variable.label} : aucune information pour {whom} de cette sélection. "
        f"{variable.definition}"
    )
