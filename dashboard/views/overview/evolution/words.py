"""What is said of the changes since the previous cohort?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from dashboard.content.view import Scene
from dashboard.domain.counts import ROUNDING_BASE, are_rounded
from dashboard.domain.dimension import Dimension
from dashboard.text.nouns import PEOPLE
from dashboard.text.numbers import count
from dashboard.text.words import capital, inside, listed
from dashboard.views.kit.employment import AT_WORK
from dashboard.views.kit.notes import COHORT, low_coverage_note
from dashboard.views.kit.verdicts import (
    CONCLUSIVE,
    TOO_FEW,
    TOO_SILENT,
    TOO_UNSURE,
    gap_in_words,
    how_tabled,
    untested_notes,
    verdict_of,
)
from dashboard.views.overview.evolution.change import Change, Kind
from dashboard.views.overview.evolution.changes import Changes
from dashboard.views.overview.following_cohorts import Following, asked

BOTH = "méthode de Newcombe pour les parts, de Welch pour les moyennes"

READ_AS: Mapping[Kind, str] = {"share": "la part", "mean": "la moyenne", "count": "l'effectif"}
"""What a figure is, by its kind."""

OF_COUNTS = (
    "Les effectifs sont ceux de tous les inscrits : leur écart n'a ni intervalle ni conclusion."
)


ROUNDED_GAPS = (
    "Les écarts sont calculés sur des effectifs arrondis : un écart d'effectif de "
    f"{ROUNDING_BASE} ou de {2 * ROUNDING_BASE} peut ne venir que de l'arrondi."
)


def nobody(scene: Scene, pair: Following | None) -> str:
    """Why there is nothing to set against each other."""
    if pair is not None:
        return f"Aucun bénéficiaire des promotions {pair.previous} et {pair.last} dans cette sélection."
    kept = [c for c in scene.vocabulary.cohorts if c in scene.selection.codes(COHORT)]
    known = asked(scene)
    if not set(kept or known) & set(known):
        return "Aucune promotion de cette sélection n'a été interrogée à la vague du filtre."
    if kept:
        first = (
            "est la première"
            if kept[-1] == scene.vocabulary.cohorts[0]
            else "est la première interrogée"
        )
        return f"La promotion {kept[-1]} {first} : aucune ne la précède."
    return "Aucune promotion connue dans cette sélection."


def too_few(pair: Following) -> str:
    """Why nothing is set against each other, where one of the cohorts has too few people to be told of."""
    return (
        f"Une des promotions {pair.previous} et {pair.last} compte ici trop peu de bénéficiaires pour que leurs écarts "
        "soient diffusés. Retirez un filtre."
    )


def reading(changes: Sequence[Change], pair: Following, scene: Scene) -> str:
    """A figure read aloud: of those that are tested a share employed, an established gap first; else the first one."""
    if not changes:
        return ""

    def rank(change: Change) -> tuple[bool, bool]:
        difference = change.difference
        return change.code.startswith(AT_WORK), bool(difference and difference.conclusive)

    # A headline on a handful of people would alarm for nothing.
    tested = [change for change in changes if change.difference and change.difference.tested]
    change = max(tested, key=rank) if tested else changes[0]
    if change.code == "people":
        return _of_people(change, pair, scene)
    last, previous = change.with_bases
    sentence = (
        f"{change.label} : {READ_AS[change.kind]} est de {last} pour la promotion {pair.last}, contre {previous} "
        f"pour la promotion {pair.previous}"
    )
    difference = change.difference
    if difference is None:
        return f"{sentence}, soit un écart de {change.gap_written}."
    return f"{sentence} ({verdict_of(difference)}, {gap_in_words(difference, change.gap_unit)})."


def _of_people(change: Change, pair: Following, scene: Scene) -> str:
    last, previous = change.counts
    return (
        f"{the_cohort(pair.last, scene)} compte {PEOPLE.counted(last)}, contre {count(previous)} pour la promotion "
        f"{pair.previous}, soit un écart de {change.gap_written}."
    )


def the_cohort(cohort: str, scene: Scene, named: Collection[Dimension] = ()) -> str:
    """`La promotion 2016-2017`; where filters keep a part of it, `Avec ces filtres, la promotion 2016-2017`.

    A part along what the sentence has `named`, such as the region, is told by it.
    """
    whole = all(condition.dimension in {COHORT, *named} for condition in scene.selection)
    return f"{'La' if whole else 'Avec ces filtres, la'} promotion {cohort}"


def alternative(changes: Sequence[Change], pair: Following) -> str:
    """The chart for those who do not see it."""
    told = [f"{change.label} {' contre '.join(change.written)}" for change in changes]
    established = [c.label for c in changes if c.difference and c.difference.conclusive]
    end = (
        f"{capital(CONCLUSIVE)} : {listed(established)}." if established else "Aucun écart établi."
    )
    return f"Promotion {pair.last} contre promotion {pair.previous} : {' ; '.join(told)}. {end}"


def notes(changes: Changes) -> tuple[str, ...]:
    """What a gap is, how it is judged, of whom shares employed are, and what is left out."""
    known = changes.known
    few, silent, unsure = (
        [inside(c.label) for c in known if c.difference and verdict_of(c.difference) == verdict]
        for verdict in (TOO_FEW, TOO_SILENT, TOO_UNSURE)
    )
    how = how_tabled(BOTH, rounded=are_rounded(changes.people))
    return (
        *(
            low_coverage_note(cohort, share)
            for cohorts in changes.poorly_known.values()
            for cohort, share in cohorts.items()
        ),
        *untested_notes(few, silent, unsure),
        *directions(changes.scene, changes.pair),
        *rounded_gaps(changes.people),
        f"Entre crochets : intervalle de l'écart. {how} {OF_COUNTS}",
        *_waves(changes),
        *_left_out(changes),
    )


def rounded_gaps(people: Iterable[int]) -> tuple[str, ...]:
    """How far a gap may be trusted between two cohorts, of whom there are so many people."""
    return (ROUNDED_GAPS,) if are_rounded(people) else ()


def directions(scene: Scene, pair: Following) -> Iterator[str]:
    """What each gap is, and which cohorts a filter has chosen."""
    yield f"Écart : {pair.gap}."
    if scene.selection.codes(COHORT) and not pair.chosen:
        yield (
            f"Le filtre choisit la promotion {pair.last} ; elle est comparée à celle qui la précède dans l'étude, "
            f"{pair.previous}."
        )


def _waves(changes: Changes) -> Iterator[str]:
    """Of whom shares employed are; at which waves there is none for both."""
    waves, vocabulary = changes.waves, changes.scene.vocabulary
    if waves:
        yield "Part en emploi : de ceux qui ont renseigné la vague."
    missing = [wave for wave in vocabulary.after if wave not in waves]
    if missing:
        yield f"Sans part en emploi à {listed(missing)} : une des deux promotions n'y a pas de réponse."


def _left_out(changes: Changes) -> Iterator[str]:
    """What a filter has fixed, and what is not known of both."""
    if changes.unknown:
        labels = listed([inside(label) for label in changes.unknown])
        few = ", ou d'un effectif qui puisse être diffusé," if are_rounded(changes.people) else ""
        yield f"Laissé de côté, faute d'information{few} sur une des deux promotions : {labels}."
    if changes.fixed:
        yield f"Laissé de côté, car un filtre le fixe : {listed([inside(label) for label in changes.fixed.values()])}."
