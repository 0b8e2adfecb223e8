"""How is the share employed at each wave told, cohort by cohort?"""

from __future__ import annotations

from collections.abc import Collection

from dashboard.content.notes import Caution, Concern
from dashboard.content.view import Scene
from dashboard.domain.counts import Rounded
from dashboard.text.numbers import decimal, percent
from dashboard.text.words import NONE_TOLD, listed
from dashboard.views.kit.employment import (
    absent_cohorts_notes,
    employed_reading,
    few_people_note,
)
from dashboard.views.kit.item_nonresponse import base_note, tally, unanswered_name, warning
from dashboard.views.kit.nonresponse_weighting import (
    correction_notes,
)
from dashboard.views.kit.survey_bases import (
    ANSWERED,
    RESPONDENTS_IN_WORDS,
    SURVEYED,
    SURVEYED_IN_WORDS,
    nobody_because,
)
from dashboard.views.outcomes.employed_share.chart import bounded_points
from dashboard.views.outcomes.employed_share.points import (
    BASE,
    CORRECTION,
    Point,
    is_bounded,
    is_corrected,
    told_waves,
)

POPULATION = {
    SURVEYED: SURVEYED_IN_WORDS,
    ANSWERED: "répondants des promotions interrogées ayant renseigné au moins une vague après l'inscription",
}


def population(scene: Scene) -> str:
    """Who is counted; where a filter settles the first wave, whom the next one has reached."""
    whom = POPULATION.get(scene.position(BASE), RESPONDENTS_IN_WORDS)
    told = told_waves(scene)
    later = told and told[0] != scene.vocabulary.after[0] and scene.position(BASE) != ANSWERED
    return f"{whom}, interrogés à {told[0]}" if later else whom


def title(scene: Scene) -> str:
    """Whose share it is, by what base."""
    waves, base = scene.vocabulary.after, scene.position(BASE)
    if len(waves) == 1:
        at, answered = f" à {waves[0]}", f"ceux qui ont renseigné {waves[0]}"
    else:
        at, answered = "", "ceux qui ont renseigné la vague"
    by = "par promotion" if at else "par promotion et par vague"
    if base == ANSWERED:
        return f"Part en emploi{at} de {answered}, {by}"
    return f"Part des {'interrogés' if base == SURVEYED else 'répondants'} en emploi{at}, {by}"


def nothing(scene: Scene, people: int, settled: Collection[str]) -> str:
    """Why there is no point: a filter decides, no cohort has enough people, none was asked, or none told of a wave."""
    if settled:
        return f"Un filtre fixe déjà la part en emploi à {listed(list(settled))}."
    if people and isinstance(people, Rounded):
        return "Dans chaque promotion, trop peu de répondants pour que leur part en emploi soit diffusée."
    if people and scene.position(BASE) == ANSWERED:
        return "Aucun répondant de cette sélection n'a renseigné une vague qui suit l'inscription."
    return nobody_because(scene.selection, scene.vocabulary)


def settled_note(settled: Collection[str]) -> tuple[str, ...]:
    """Which waves have no point since a filter decides of them."""
    waves = listed(list(settled))
    return (f"Sans point à {waves} : un filtre y fixe déjà la part en emploi.",) if settled else ()


def notes(scene: Scene, asked: list[Point]) -> tuple[str, ...]:
    """Where many said nothing, then how many everywhere; small bases; who is absent; what the base means."""
    base, waves = scene.position(BASE), scene.vocabulary.after
    points = [point for point in asked if point.is_drawn]
    named = [(f"promotion {point.cohort} à {point.wave}", point.part) for point in asked]
    by_cohort = [
        (
            f"promotion {cohort}",
            [(p.wave, p.part.item_nonresponse) for p in asked if p.cohort == cohort],
        )
        for cohort in scene.vocabulary.cohorts
    ]
    return (
        *warning(base, [(name, part.item_nonresponse, part.answered) for name, part in named]),
        *tally(base, by_cohort),
        *few_people_note((name, part.counted) for name, part in named),
        *absent_cohorts_notes(scene.selection, scene.vocabulary, waves),
        *_bounds_notes(scene, points),
        base_note(base, scene.vocabulary),
        *correction_notes(scene, CORRECTION, (part.effect for _, part in named)),
    )


def _bounds_notes(scene: Scene, points: list[Point]) -> tuple[str, ...]:
    """What the bands are; which cohorts have no room in the figure."""
    if not is_bounded(scene):
        return ()
    base = scene.position(BASE)
    asked = "interrogés" if base == SURVEYED else "répondants"
    plain = " Bornes sans redressement." if is_corrected(scene) else ""
    of_all = f"Bande claire : part en emploi de tous les {asked}"
    ends = f"si aucun des « {unanswered_name(base)} » n'est en emploi, ou s'ils le sont tous"
    notes = [f"{of_all}, {ends} ; elle ne suppose rien d'eux.{plain}"]
    drawn = bounded_points(scene, points)
    if len(drawn) < len(points):
        first = drawn[0].cohort
        notes.append(
            Caution(
                f"La figure montre les promotions depuis {first}, le tableau toutes.",
                Concern.NOT_SHOWN,
            )
        )
    return tuple(notes)


def reading(scene: Scene, points: list[Point]) -> str:
    """The first wave that has a share, of the cohort with most people: the share that the fewest readers may doubt.

    Not one of people who all told nothing.
    """
    told = [p for p in points if p.part.answered.base and not p.part.counted.hidden]
    if not told:
        return ""
    wave = min((point.wave for point in told), key=scene.vocabulary.waves.index)
    first = [point for point in told if point.wave == wave]
    read = max(first, key=lambda point: point.part.counted.base)
    who = f" de la promotion {read.cohort}"
    return employed_reading(read.part, who, scene, read.wave, scene.position(BASE))


def alternative(scene: Scene, points: list[Point]) -> str:
    """The shares themselves, for whoever does not see the chart."""
    waves, by_wave = scene.vocabulary.after, []
    points = [point for point in points if point.part.percent is not None]
    for wave in waves:
        parts = [f"{p.cohort} {percent(p.part.percent, 0)}" for p in points if p.wave == wave]
        if parts:
            by_wave.append(f"à {wave}, {listed(parts)}")
    if is_bounded(scene):
        numbers = [f"{p.cohort} à {p.wave} {percent(p.part.percent, 0)}" for p in points]
        within = [f"{n}{_ends(p)}" for n, p in zip(numbers, points, strict=True)]
        return f"Un point par promotion et par vague sur sa bande, part en emploi : {' ; '.join(within) or NONE_TOLD}."
    each = "Un point par promotion, part en emploi"
    if len(waves) > 1:
        each = "Une ligne par promotion, part en emploi à chaque vague"
    return f"{each} : {' ; '.join(by_wave) or NONE_TOLD}."


def _ends(point: Point) -> str:
    """`, entre 22 et 86 %`: between which shares the bounds of silence leave it; nothing where one is not told."""
    low, high = point.bounds
    return "" if None in (low, high) else f", entre {decimal(low, 0)} et {percent(high, 0)}"
