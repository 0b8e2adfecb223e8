"""How many are employed at each wave, cohort by cohort?"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from dashboard.content.content import Content
from dashboard.content.notes import Caution, Concern
from dashboard.content.page import OUTCOMES
from dashboard.content.view import Canvas, Scene, View
from dashboard.domain.counts import Rounded, is_told
from dashboard.domain.dimension import Dimension
from dashboard.domain.needs import with_role
from dashboard.domain.query import Query
from dashboard.domain.selection import Selection
from dashboard.domain.tables import ReleasedTable
from dashboard.text.numbers import decimal, percent
from dashboard.text.words import NONE_TOLD, listed
from dashboard.views.kit.benchmarks import beside_benchmarks
from dashboard.views.kit.employment import (
    absent_cohorts_notes,
    answered_codes,
    employed_reading,
    few_people_note,
    reached_codes,
)
from dashboard.views.kit.item_nonresponse import base_note, tally, unanswered_name, warning
from dashboard.views.kit.nonresponse_weighting import (
    corrected_title,
    correction_notes,
    with_weighted,
)
from dashboard.views.kit.notes import COHORT
from dashboard.views.kit.survey_bases import (
    ANSWERED,
    RESPONDENTS_IN_WORDS,
    SURVEYED,
    SURVEYED_IN_WORDS,
    nobody_because,
    survey_base,
)
from dashboard.views.outcomes.employed_share.chart import bounded_points, chart, read_against
from dashboard.views.outcomes.employed_share.points import (
    BASE,
    CORRECTION,
    FORM,
    Point,
    data_table,
    is_bounded,
    is_corrected,
    points_at,
    told_waves,
)

SILENT = "silent"
"""The query of those who are in no base of a view of people who answered."""

POPULATION = {
    SURVEYED: SURVEYED_IN_WORDS,
    ANSWERED: "répondants des promotions interrogées ayant renseigné au moins une vague après l'inscription",
}


def ask(scene: Scene) -> Mapping[str, Query]:
    """Status at each wave after enrolment, by cohort."""
    kept = survey_base(scene.selection, scene.position(BASE))
    queries = {
        wave: Query((COHORT, Dimension("status", wave)), kept) for wave in scene.vocabulary.after
    }
    weighted = with_weighted(queries, wanted=is_corrected(scene))
    if scene.position(BASE) != ANSWERED:
        return weighted
    return {**weighted, SILENT: Query((), _silent(kept, scene))}


def _silent(kept: Selection, scene: Scene) -> Selection:
    """Those of `kept` who said nothing about any wave that no filter settles."""
    for wave in told_waves(scene):
        status, answers = Dimension("status", wave), answered_codes(scene.vocabulary, wave)
        kept = kept.keeping(status, set(scene.vocabulary.codes(status)) - set(answers))
    return kept


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """A line a cohort over the waves that it has reached; a dot a cohort, where there is one wave."""
    waves = told_waves(scene)
    asked = [point for wave in waves for point in points_at(scene, tables, wave)]
    points = [point for point in asked if point.is_drawn]
    settled = [wave for wave in scene.vocabulary.after if wave not in waves]
    everybody = tables[scene.vocabulary.after[0]].total()
    people = everybody if settled or isinstance(everybody, Rounded) else 0
    content = Content(
        title=corrected_title(_title(scene), corrected=is_corrected(scene)),
        base=_base(scene, tables) if points else people,
        population=_population(scene),
        chart=chart(scene, points),
        data_table=data_table(scene, asked if points else ()),
        reading=_reading(scene, points),
        alternative=_alternative(scene, points),
        source=scene.vocabulary.codebook.study.source_survey,
        notes=(*_settled_note(settled), *_notes(scene, asked)),
        nothing=_nothing(scene, everybody, settled),
        nothing_to_find=not points,
    )
    return beside_benchmarks(content, read_against(scene), scene.vocabulary)


def _base(scene: Scene, tables: Mapping[str, ReleasedTable]) -> int:
    """Everybody of the base whom the first wave told has reached; of those who answered, all who told of one."""
    first = told_waves(scene)[0]
    if scene.position(BASE) == ANSWERED:
        everybody, silent = tables[first].total(), tables[SILENT].total()
        return everybody - silent if is_told(silent) else everybody
    if first == scene.vocabulary.after[0]:
        return tables[first].total()
    return tables[first].count(
        {str(Dimension("status", first)): reached_codes(scene.vocabulary, first)}
    )


def _population(scene: Scene) -> str:
    """Who is counted; where a filter settles the first wave, whom the next one has reached."""
    whom = POPULATION.get(scene.position(BASE), RESPONDENTS_IN_WORDS)
    told = told_waves(scene)
    later = told and told[0] != scene.vocabulary.after[0] and scene.position(BASE) != ANSWERED
    return f"{whom}, interrogés à {told[0]}" if later else whom


def _title(scene: Scene) -> str:
    waves, base = scene.vocabulary.after, scene.position(BASE)
    if len(waves) == 1:
        at, answered = f" à {waves[0]}", f"ceux qui ont renseigné {waves[0]}"
    else:
        at, answered = "", "ceux qui ont renseigné la vague"
    by = "par promotion" if at else "par promotion et par vague"
    if base == ANSWERED:
        return f"Part en emploi{at} de {answered}, {by}"
    return f"Part des {'interrogés' if base == SURVEYED else 'répondants'} en emploi{at}, {by}"


def _nothing(scene: Scene, people: int, settled: Collection[str]) -> str:
    """Why there is no point: a filter decides, no cohort has enough people, none was asked, or none told of a wave."""
    if settled:
        return f"Un filtre fixe déjà la part en emploi à {listed(list(settled))}."
    if people and isinstance(people, Rounded):
        return "Dans chaque promotion, trop peu de répondants pour que leur part en emploi soit diffusée."
    if people and scene.position(BASE) == ANSWERED:
        return "Aucun répondant de cette sélection n'a renseigné une vague qui suit l'inscription."
    return nobody_because(scene.selection, scene.vocabulary)


def _settled_note(settled: Collection[str]) -> tuple[str, ...]:
    """Which waves have no point since a filter decides of them."""
    waves = listed(list(settled))
    return (f"Sans point à {waves} : un filtre y fixe déjà la part en emploi.",) if settled else ()


def _notes(scene: Scene, asked: list[Point]) -> tuple[str, ...]:
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


def _reading(scene: Scene, points: list[Point]) -> str:
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


def _alternative(scene: Scene, points: list[Point]) -> str:
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


VIEW = View(
    name="emploi",
    page=OUTCOMES,
    place=1,
    title="Part en emploi",
    ask=ask,
    tell=tell,
    switches=(BASE, FORM, CORRECTION),
    canvas=Canvas(veiled=True),
    needs=(with_role("status", "employed"),),
)
