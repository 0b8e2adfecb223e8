"""What is said of the paths: who kept a job, who is left out, and what each path is?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.content.data_table import TOTAL
from dashboard.content.notes import Caution, Concern, in_one_line
from dashboard.content.view import Scene
from dashboard.domain.counts import is_nobody, is_told, left_of
from dashboard.domain.statistics.rates import Share
from dashboard.text.nouns import agreed
from dashboard.text.numbers import SILENT, count, share, share_in_words
from dashboard.text.words import NONE_TOLD, counted, inside, listed, number_in_words
from dashboard.views.kit.employment import absent_cohorts_notes, few_people_note
from dashboard.views.kit.item_nonresponse import is_mostly_unanswered
from dashboard.views.kit.notes import COHORT
from dashboard.views.kit.settled import is_foregone_at
from dashboard.views.kit.survey_bases import ANSWERED, RESPONDENTS_IN_WORDS, nobody_because
from dashboard.views.outcomes.trajectories.bars import LOOKS, bar_label, drawn
from dashboard.views.outcomes.trajectories.counts import BASE, Trajectories
from dashboard.views.outcomes.trajectories.spans import (
    REACHED,
    SEVERAL,
    SPAN,
    span_name,
    waves_by_cohort,
)
from dashboard.views.outcomes.trajectories.staying import Staying

WHICH_PATHS = {
    "found": "« Emploi trouvé » : d'abord sans emploi, puis en emploi jusqu'à la dernière vague.",
    "lost": "« Emploi perdu » : d'abord en emploi, puis sans emploi jusqu'à la dernière vague.",
    "back_and_forth": "« Allers-retours » : plus d'un changement.",
    "incomplete": "« Réponses incomplètes » : au moins une vague sans réponse, où la situation a pu changer.",
}
"""What each path is, told where it is drawn."""

NOT_THE_SAME_JOB = "D'une vague à l'autre, rien ne dit s'il s'agit du même emploi."
FEWER_WAVES = (
    "Toutes les promotions n'ont pas atteint les mêmes vagues : sur moins de vagues, on change moins souvent de "
    "situation. Le réglage « Vagues » les compare sur les mêmes."
)


def population(scene: Scene) -> str:
    """Of whom the bars are."""
    span = scene.position(SPAN)
    reached = "" if span == REACHED else f" ayant atteint {span}"
    if scene.position(BASE) == ANSWERED:
        return f"répondants des promotions interrogées{reached}, ayant renseigné toutes les vagues"
    return f"{RESPONDENTS_IN_WORDS}{reached}"


def reading(trajectories: Trajectories, staying: Staying) -> str:
    """Who has kept a job, of the bar of most complete answers, and of how many who had one at first.

    Where a filter leaves nobody who could have kept one, who has found one.
    """
    if not trajectories.bars:
        return ""
    bar = _read(trajectories)
    waves, part = trajectories.span(bar), trajectories.share("kept", bar)
    vocabulary = trajectories.scene.vocabulary
    whose = "" if bar == TOTAL else f" de la promotion {bar}"
    told = f" ayant renseigné {span_name(waves, vocabulary)}" if trajectories.of_complete else ""
    people = f"Sur {counted(part.base, 'répondant')}{whose}{told}"
    span = span_name(waves, vocabulary)
    at = span if len(waves) < SEVERAL else f"toutes les vagues ({span})"
    if not part.count and any(is_foregone_at(trajectories.scene, wave) for wave in waves):
        return _found(trajectories, bar, people)
    if not is_told(part.count):
        return ""
    if is_nobody(part.count):
        return f"{people}, aucun n'est en emploi à {at}."
    verb = agreed(part, "est", "sont")
    kept = (
        f"{people}, {number_in_words(part.count)} ({share_in_words(part)}) {verb} en emploi à {at}"
    )
    return f"{kept}{_of_the_first(trajectories, staying, bar)}."


def _found(trajectories: Trajectories, bar: str, people: str) -> str:
    """`Sur 68 répondants, 12 (17,6 %) ont trouvé un emploi entre T1 et T2 (43 ont une réponse manquante).`"""
    waves, part = trajectories.span(bar), trajectories.share("found", bar)
    if not part.count or not is_told(part.count):
        return ""
    silent = 0 if trajectories.of_complete else trajectories.incomplete(bar).count
    untold = (
        f" ({count(silent)} {'a' if silent == 1 else 'ont'} une réponse manquante)"
        if silent and is_told(silent)
        else ""
    )
    have = "a" if part.count == 1 else "ont"
    when = f"entre {waves[0]} et {waves[-1]}"
    return f"{people}, {count(part.count)} ({share_in_words(part)}) {have} trouvé un emploi {when}{untold}."


def alternative(trajectories: Trajectories) -> str:
    """The chart in words: each path of each bar."""
    bars = []
    for bar in trajectories.bars:
        parts = [
            f"{inside(LOOKS[path].label)} {share(trajectories.share(path, bar), 0)}"
            for path in drawn(trajectories)
            if trajectories.share(path, bar).count and not trajectories.share(path, bar).hidden
        ]
        if parts:
            bars.append(f"{bar_label(trajectories, bar)}, {listed(parts)}")
    return f"Une barre par promotion, trajectoires vers l'emploi : {' ; '.join(bars) or NONE_TOLD}."


def notes(trajectories: Trajectories, staying: Staying) -> tuple[str, ...]:
    """Incomplete answers and small bases; who still has a job; what a path is; which cohorts are not compared."""
    scene = trajectories.scene
    cohorts = [bar for bar in trajectories.bars if bar != TOTAL]
    named = ((f"promotion {bar}", Share(0, trajectories.base(bar))) for bar in cohorts)
    spans = {trajectories.span(bar) for bar in trajectories.bars}
    told = [WHICH_PATHS[path] for path in drawn(trajectories) if path in WHICH_PATHS]
    return (
        *_incomplete(trajectories, cohorts),
        *few_people_note(named),
        *_still(trajectories, staying, cohorts),
        NOT_THE_SAME_JOB,
        *((" ".join(told),) if told else ()),
        *((FEWER_WAVES,) if len(spans) > 1 else ()),
        *_left_out(scene),
        *_settled(trajectories.settled),
        *absent_cohorts_notes(scene.selection, scene.vocabulary, ()),
    )


def _settled(cohorts: Sequence[str]) -> tuple[str, ...]:
    """Which cohorts have no bar since filters decide of their path."""
    if not cohorts:
        return ()
    which = f"promotion{'s' if len(cohorts) > 1 else ''} {listed(list(cohorts))}"
    return (f"Sans barre, car un filtre y fixe déjà qui est en emploi : {which}.",)


def nothing(trajectories: Trajectories, respondents: int) -> str:
    """Why there is no bar: no respondent, nobody asked at all the waves yet, a filter, or nobody who told of all."""
    scene = trajectories.scene
    if not respondents or not is_told(respondents):
        return nobody_because(scene.selection, scene.vocabulary)
    kept = scene.selection.codes(COHORT) or scene.vocabulary.cohorts
    if not set(kept) & set(waves_by_cohort(scene)):
        return f"Aucune promotion de cette sélection n'a encore atteint {scene.position(SPAN)}."
    if trajectories.settled:
        return "Les filtres fixent déjà qui est en emploi à chacune de ces vagues : il n'y a pas de trajectoire à lire."
    return "Aucun répondant de cette sélection n'a renseigné toutes les vagues."


def _read(trajectories: Trajectories) -> str:
    """All cohorts together where they have a bar; else the one of most complete answers, over several waves if any."""
    if TOTAL in trajectories.bars:
        return TOTAL
    return max(
        trajectories.bars,
        key=lambda bar: (len(trajectories.span(bar)) > 1, trajectories.told_all(bar)),
    )


def _of_the_first(trajectories: Trajectories, staying: Staying, bar: str) -> str:
    """`, soit 55 des 86 qui l'étaient à T1 (14 d'entre eux n'ont pas tout renseigné)`.

    Nothing of one wave, and where the base leaves some of them out.
    """
    waves = trajectories.span(bar)
    if len(waves) == 1:
        return ", seule vague atteinte" if trajectories.scene.position(SPAN) == REACHED else ""
    if trajectories.of_complete or waves[0] != staying.first:
        return ""
    still = staying.at(waves[1], trajectories.cohorts(bar))
    if still is None or still.share.base == trajectories.share("kept", bar).count:
        return ""
    if trajectories.share("kept", bar).count > still.share.base:
        return ""
    kept = count(trajectories.share("kept", bar).count)
    of_first = f", soit {kept} des {count(still.share.base)} qui l'étaient à {staying.first}"
    untold = left_of(still.share.base, trajectories.told_all_from_a_job(bar))
    if not untold or not is_told(untold):
        return of_first
    have = "n'a" if untold == 1 else "n'ont"
    return f"{of_first} ({count(untold)} d'entre eux {have} pas tout renseigné)"


def _incomplete(trajectories: Trajectories, cohorts: list[str]) -> tuple[Caution, ...]:
    heavy = {
        cohort: untold
        for cohort in cohorts
        if is_mostly_unanswered(untold := trajectories.incomplete(cohort)) and not untold.hidden
    }
    if not heavy:
        return ()
    beginning = f"{SILENT} Attention, plus d'un tiers des répondants n'ont pas renseigné toutes les vagues : "
    names = [f"promotion {cohort} ({share(untold, 0)})" for cohort, untold in heavy.items()]
    brief = in_one_line(beginning, [f"promotion {cohort}" for cohort in heavy])
    return (Caution(f"{beginning}{listed(names)}.", Concern.SILENCE, brief),)


def _still(trajectories: Trajectories, staying: Staying, cohorts: list[str]) -> Iterator[str]:
    """`promotion 2013-2014, 30 sur 45 à T2 et 20 à T3`."""
    lines = []
    for cohort in cohorts:
        stays = {wave: staying.at(wave, (cohort,)) for wave in trajectories.span(cohort)[1:]}
        known = {
            wave: still.share
            for wave, still in stays.items()
            if still and is_told(still.share.count)
        }
        if known:
            first, *later = known.items()
            numbers = [
                f"{number_in_words(first[1].count)} sur {count(first[1].base)} à {first[0]}",
                *(f"{number_in_words(part.count)} à {wave}" for wave, part in later),
            ]
            lines.append(f"promotion {cohort}, {listed(numbers)}")
    if lines:
        yield (
            f"Encore en emploi, parmi les répondants qui l'étaient à {staying.first} : {' ; '.join(lines)}. "
            "Les autres ne le sont plus, ou n'ont rien dit de la vague."
        )


def _left_out(scene: Scene) -> tuple[str, ...]:
    """The cohorts that the survey follows and that have not reached all the waves chosen."""
    vocabulary, span = scene.vocabulary, scene.position(SPAN)
    if span == REACHED:
        return ()
    kept = scene.selection.codes(COHORT) or vocabulary.cohorts
    there = waves_by_cohort(scene)
    missing = [c for c in vocabulary.surveyed_cohorts() if c in kept and c not in there]
    if not missing:
        return ()
    word = "promotion" if len(missing) == 1 else "promotions"
    verb = "n'a" if len(missing) == 1 else "n'ont"
    beginning = f"Hors de la figure : {word} {listed(missing)}"
    return (Caution(f"{beginning}, qui {verb} pas encore atteint {span}.", Concern.NOT_SHOWN),)
