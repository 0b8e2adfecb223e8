"""What is said of the groups' shares: who is counted, who said nothing, and how a difference is judged?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard.content.view import Scene
from dashboard.domain.counts import is_told
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.numbers import count, percent, share
from dashboard.text.words import NONE_TOLD, counted, inside, listed
from dashboard.views.kit.employment import (
    Employed,
    absent_cohorts_notes,
    employed,
    employed_reading,
)
from dashboard.views.kit.item_nonresponse import (
    base_note,
    is_mostly_unanswered,
    order_warning,
    warning,
)
from dashboard.views.kit.nonresponse_weighting import PLAIN, corrected_title, correction_note
from dashboard.views.kit.settled import is_foregone_at
from dashboard.views.kit.survey_bases import ANSWERED, RESPONDENTS_IN_WORDS, nobody_because
from dashboard.views.kit.verdicts import (
    TOO_FEW,
    TOO_SILENT,
    TOO_UNSURE,
    gap_in_words,
    how_drawn,
    how_tabled,
    is_tested,
    untested_notes,
)
from dashboard.views.kit.wave_switch import nobody_at
from dashboard.views.outcomes.employed_groups import equal_cohorts
from dashboard.views.outcomes.employed_groups.equal_cohorts import CORRECTION
from dashboard.views.outcomes.employed_groups.groups import (
    BASE,
    WAVE,
    EmployedGroup,
    compared,
)
from dashboard.views.outcomes.employed_groups.rows import shows_shares

HOW_COMPARED = "Chaque groupe est comparé aux autres groupes de la même caractéristique."
JUDGED_PLAIN = "Dans le tableau, les écarts restent jugés sur les effectifs, sans redressement."


def is_corrected(scene: Scene) -> bool:
    """Whether the reader asked for shares corrected for non-response."""
    return scene.position(CORRECTION) != PLAIN


def title(scene: Scene) -> str:
    """The question, or what is corrected: a stamp after a question mark would be lost."""
    wave = scene.position(WAVE)
    if not is_corrected(scene):
        held = ", à promotion égale" if equal_cohorts.at_equal_cohort(scene) else ""
        return f"Qui est en emploi à {wave}{held} ?"
    return corrected_title(f"Part en emploi à {wave}, par groupe", corrected=True)


def population(scene: Scene) -> str:
    """Who is counted."""
    wave = scene.position(WAVE)
    if scene.position(BASE) == ANSWERED:
        return f"répondants des promotions interrogées, ayant renseigné {wave}"
    return f"{RESPONDENTS_IN_WORDS}, interrogés à {wave}"


def nothing(scene: Scene, whole: Employed, respondents: int) -> str:
    """Why there is nothing to tell: a filter tells it, all are silent, not asked yet, or did not respond."""
    wave = scene.position(WAVE)
    if whole.answered.base and is_foregone_at(scene, wave):
        return _by_filter(wave, whole)
    if whole.reached:
        return f"Aucun répondant de cette sélection n'a renseigné {wave}."
    return nobody_at(wave, nobody_because(scene.selection, scene.vocabulary), respondents)


def _by_filter(wave: str, whole: Employed) -> str:
    """`Avec ce filtre, tous ceux qui ont renseigné T2 sont en emploi à cette vague : il n'y a rien à comparer.`"""
    whom, verb = ("tous ceux", "sont") if whole.answered.count else ("aucun de ceux", "n'est")
    return f"Avec ce filtre, {whom} qui ont renseigné {wave} {verb} en emploi à cette vague : il n'y a rien à comparer."


def reading(scene: Scene, groups: list[EmployedGroup]) -> str:
    """A group whose gap is drawn, if any is: one that stands apart, else one that is tested; most people first.

    Not one of people who told nothing of the wave; nothing where a filter has settled it.
    """
    wave, base = scene.position(WAVE), scene.position(BASE)
    groups = [g for g in groups if g.part.answered.base and not g.part.counted.hidden]
    if not groups or is_foregone_at(scene, wave):
        return ""

    def rank(group: EmployedGroup) -> tuple[bool, bool, bool, int]:
        gap = group.difference
        return gap is not None, group.stands_apart, is_tested(gap), group.part.counted.base

    read = max(groups, key=rank)
    if read.standardised and not is_corrected(scene):
        name = read.name(scene.vocabulary)
        return equal_cohorts.reading(name, wave, read.standardised)
    who = f" du groupe « {read.name(scene.vocabulary)} »"
    others, gap, against = read.rest.counted, read.difference, ""
    if gap is not None:
        against = (
            f", contre {share(others)} des autres ({count(others.count)} sur {count(others.base)}) : "
            f"{read.verdict}, {gap_in_words(gap, 'points')}"
        )
    return employed_reading(read.part, who, scene, wave, base, against)


def alternative(scene: Scene, groups: list[EmployedGroup], whole: Employed) -> str:
    """The chart in words: the share of all, that of each group, and which gaps stand."""
    shares = [
        f"{group.name(scene.vocabulary)} {percent(group.part.percent, 0)}"
        for group in groups
        if group.part.percent is not None
    ]
    wave, are_drawn = scene.position(WAVE), shows_shares(groups, corrected=is_corrected(scene))
    drawn = "part en emploi" if are_drawn else "écart de sa part en emploi avec celle des autres,"
    told = [] if whole.percent is None else [f"ensemble {percent(whole.percent, 0)}"]
    parts = " ; ".join([*told, *([", ".join(shares)] if shares else [])]) or NONE_TOLD
    return f"Un point par groupe, {drawn} à {wave}. Parts : {parts}. {_established(scene, groups)}"


def _established(scene: Scene, groups: list[EmployedGroup]) -> str:
    apart = [_in_a_sentence(group, scene.vocabulary) for group in groups if group.stands_apart]
    return f"Écarts établis : {listed(apart)}." if apart else "Aucun écart établi."


def notes(
    scene: Scene, groups: list[EmployedGroup], whole: Employed, tables: Mapping[str, ReleasedTable]
) -> tuple[str, ...]:
    """Item non-response, small bases and people in no group; then how groups are compared and shares corrected."""
    return (
        *order_warning(
            _in_a_sentence(group, scene.vocabulary)
            for group in groups
            if group.order_depends_on_silence
        ),
        *_item_nonresponse(scene, whole, groups),
        *_in_no_group(scene, tables),
        *absent_cohorts_notes(scene.selection, scene.vocabulary, (scene.position(WAVE),)),
        *_how_compared(scene, groups),
        *_held_equal(scene, groups),
        base_note(scene.position(BASE), scene.vocabulary),
        *_correction(scene, whole, groups),
    )


def left_out(scene: Scene, alone: Sequence[EmployedGroup]) -> tuple[str, ...]:
    """Which groups have no line, since nobody of the selection is in another group of the same characteristic."""
    if not alone:
        return ()
    names = listed([_in_a_sentence(group, scene.vocabulary) for group in alone])
    return (f"Sans ligne, faute d'autres à qui comparer dans cette sélection : {names}.",)


def _how_compared(scene: Scene, groups: list[EmployedGroup]) -> tuple[str, ...]:
    """How a gap is judged, and which are not."""
    few = [_small_side(group, scene.vocabulary) for group in groups if group.verdict == TOO_FEW]
    silent, unsure = (
        [_in_a_sentence(group, scene.vocabulary) for group in groups if group.verdict == verdict]
        for verdict in (TOO_SILENT, TOO_UNSURE)
    )
    how = how_tabled if is_corrected(scene) else how_drawn
    said = how(rounded=scene.dataset_info.rounded)
    return (f"{HOW_COMPARED} {said}", *untested_notes(few, silent, unsure))


def _held_equal(scene: Scene, groups: list[EmployedGroup]) -> tuple[str, ...]:
    """How the cohort is held equal, and which cohorts tell nothing of which groups."""
    if not equal_cohorts.at_equal_cohort(scene):
        return ()
    named = [
        (_in_a_sentence(group, scene.vocabulary), group.equal_cohorts)
        for group in groups
        if group.equal_cohorts
    ]
    return (equal_cohorts.HOW, *equal_cohorts.left_out_note(named))


def _small_side(group: EmployedGroup, vocabulary: Vocabulary) -> str:
    """The group with its base, or the others with theirs: whichever are too few."""
    name = _in_a_sentence(group, vocabulary)
    if group.part.counted.fragile:
        return f"{name} ({count(group.part.counted.base)})"
    if not is_told(group.rest.counted.base):
        return f"{name} (face à trop peu d'autres)"
    return f"{name} (face à {count(group.rest.counted.base)} autres)"


def _in_a_sentence(group: EmployedGroup, vocabulary: Vocabulary) -> str:
    """The group's name, its first letter small but for that of a region, which is a proper name."""
    name = group.name(vocabulary)
    regional = group.key in {layer.dimension for layer in vocabulary.layers}
    return name if regional else inside(name)


def _item_nonresponse(
    scene: Scene, whole: Employed, groups: list[EmployedGroup]
) -> tuple[str, ...]:
    """Where many said nothing: of all, or else of some groups; then how many said nothing at all."""
    wave, base = scene.position(WAVE), scene.position(BASE)
    parts = [(_in_a_sentence(group, scene.vocabulary), group.part) for group in groups]
    named = [("ensemble", whole)] if is_mostly_unanswered(whole.item_nonresponse) else parts
    return (
        *warning(base, ((name, part.item_nonresponse, part.answered) for name, part in named)),
        *_silent(whole, wave),
    )


def _silent(whole: Employed, wave: str) -> tuple[str, ...]:
    """How many were asked about the wave and said nothing of it."""
    silent = whole.item_nonresponse.count
    told = silent and is_told(silent)
    return (f"Sans information à {wave} : {counted(silent, 'répondant')}.",) if told else ()


def _in_no_group(scene: Scene, tables: Mapping[str, ReleasedTable]) -> tuple[str, ...]:
    """How many respondents are in no group of a characteristic, since theirs is not known."""
    vocabulary, wave, base = scene.vocabulary, scene.position(WAVE), scene.position(BASE)
    numbers = []
    for key in compared(vocabulary):
        real = set(vocabulary.real_codes(key))
        unknown = {str(key): [code for code in vocabulary.codes(key) if code not in real]}
        people = employed(scene, tables, str(key), wave, unknown, base).counted.base
        if people and is_told(people):
            numbers.append(f"{inside(vocabulary.variable(key.variable).label)} ({count(people)})")
    if not numbers:
        return ()
    return (f"Répondants hors des groupes, faute d'information : {listed(numbers)}.",)


def _correction(scene: Scene, whole: Employed, groups: list[EmployedGroup]) -> tuple[str, ...]:
    if not is_corrected(scene):
        return ()
    effects = [whole.effect, *(group.part.effect for group in groups)]
    return (correction_note(scene, effects), JUDGED_PLAIN)
