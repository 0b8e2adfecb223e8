"""What stands beside a chart: who is outside its base, which bases are small, what a variable means?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.content.charts.datum import Mark
from dashboard.content.click_filter import ClickFilter, keeping
from dashboard.content.data_table import TOTAL, Key, Row
from dashboard.content.notes import Caution, Concern, in_one_line
from dashboard.content.view import Scene
from dashboard.domain.codebook import Category
from dashboard.domain.counts import is_told
from dashboard.domain.dimension import Dimension
from dashboard.domain.statistics.rates import SMALL_BASE, Share
from dashboard.domain.tables import ReleasedTable
from dashboard.text.nouns import Noun
from dashboard.text.numbers import FRAGILE, count, share
from dashboard.text.words import inside, listed

COHORT = Dimension("cohort")

WITH_CARE = "à lire avec prudence"
UNTESTED = "écart non testé"
"""What follows from a small base: its share is read with care, or its difference from another is not judged."""


def click_of(scene: Scene, cohort: str, along: Dimension, code: str) -> ClickFilter:
    """The filter of a click: the cohort and the category, if it describes people and not, for example, units.

    Where `cohort` or `code` is empty, or `TOTAL`, a click keeps all of them.
    """
    kept = [(COHORT, cohort)] if cohort not in ("", TOTAL) else []
    if code not in ("", TOTAL) and scene.vocabulary.selects_people(along):
        kept.append((along, code))
    return keeping(*kept)


def marks_of(share: Share) -> tuple[Mark, ...]:
    """The mark of a share whose base is small."""
    return ("small_base",) if share.fragile else ()


def small_bases_note(names: Sequence[str], consequence: str = "") -> tuple[Caution, ...]:
    """What the mark means, and where it stands; nothing where no base is small.

    For example `△ base inférieure à 30, écart non testé : Bretagne et Corse.`, or without a `consequence`
    `△ base inférieure à 30 : promotion 2012-2013 (28).`
    """
    if not names:
        return ()
    then = f", {consequence}" if consequence else ""
    lead = f"{_below_small_base()}{then} : "
    brief = in_one_line(lead, names)
    return (Caution(f"{lead}{listed(names)}.", Concern.SMALL_BASES, brief),)


def fragile_note(labels: Sequence[str]) -> tuple[Caution, ...]:
    """The note on small bases that advises to read their shares with care."""
    return small_bases_note(labels, WITH_CARE)


def untold_note(cohorts: Sequence[str]) -> tuple[Caution, ...]:
    """Which cohorts are not drawn, since too few people of them are counted for their number to be told."""
    if not cohorts:
        return ()
    of_them = f"promotion{'s' if len(cohorts) > 1 else ''} {listed(cohorts)}"
    return (Caution(f"Sans barre, effectif non diffusé : {of_them}.", Concern.NOT_SHOWN),)


def small_base_note(
    base: int, *, marked: bool = False, unit: str = "personnes"
) -> tuple[Caution, ...]:
    """That few stand behind a whole chart, where they are few: `Base inférieure à 30 personnes : à lire avec prudence.`

    `marked`: its shares carry the mark. `unit` is what the base counts, in French; it may be empty.
    """
    if not Share(0, base).fragile:
        return ()
    text = f"{_below_small_base(marked=marked, unit=unit)} : {WITH_CARE}."
    return (Caution(text, Concern.SMALL_BASE),)


def absent_rows(scene: Scene, table: ReleasedTable, along: Dimension) -> tuple[Row, ...]:
    """How many of each cohort are in each absence of `along`: counted, without a share."""
    return tuple(
        Row(
            (Key(COHORT, cohort, cohort), Key(along, category.code, category.label)),
            number,
            None,
            click=click_of(scene, cohort, along, category.code),
        )
        for category in _absences(scene, along)
        for cohort, number in _by_cohort(scene, table, along, category).items()
    )


def absence_notes(
    scene: Scene, table: ReleasedTable, along: Dimension, noun: Noun
) -> Iterator[str]:
    """One sentence for each absence that anybody is in.

    For example `Hors de la base, parcours inconnu : 12 modules (promotion 2012-2013).`
    """
    for category in _absences(scene, along):
        cohorts = tuple(_by_cohort(scene, table, along, category))
        if not cohorts:
            continue
        everywhere = len(cohorts) == len(scene.vocabulary.cohorts)
        word = "promotion" if len(cohorts) == 1 else "promotions"
        where = "" if everywhere else f" ({word} {listed(cohorts)})"
        people = table.count({str(along): category.code})
        if not people or not is_told(people):
            continue
        number = noun.counted(people)
        yield f"Hors de la base, {inside(category.label)} : {number}{where}."


def low_coverage(scene: Scene, table: ReleasedTable, *along: Dimension) -> dict[str, Share]:
    """The cohorts of which less than half is known, with how much is: the study leaves such cohorts out.

    For example a cohort of which 34 of 245 durations of unemployment are known. Of several dimensions, each has to be
    known. What does not apply to somebody is not unknown.
    """
    known = {str(key): scene.vocabulary.real_codes(key) for key in along}
    asked = {str(key): _codes_that_apply(scene, key) for key in along}
    coverage = {
        cohort: Share(
            table.count({str(COHORT): cohort, **known}), table.count({str(COHORT): cohort, **asked})
        )
        for cohort in scene.vocabulary.cohorts
    }
    return {cohort: known for cohort, known in coverage.items() if is_low_coverage(known)}


def is_low_coverage(known: Share) -> bool:
    """Whether so little is known that the rest might change the picture; False where nothing is known at all."""
    return is_told(known.count) and is_told(known.base) and 0 < known.count < known.base / 2


def low_coverage_notes(scene: Scene, table: ReleasedTable, *along: Dimension) -> Iterator[Caution]:
    """A warning for each cohort of which too little is known."""
    for cohort, known in low_coverage(scene, table, *along).items():
        yield low_coverage_note(cohort, known)


def low_coverage_note(cohort: str, known: Share) -> Caution:
    """The warning for a cohort of which too little is known."""
    of_base = f"{count(known.count)} sur {count(known.base)}"
    told = f"{of_base} seulement" if known.hidden else f"{share(known, 0)} seulement ({of_base})"
    return Caution(
        f"Promotion {cohort} : information connue pour {told}, trop parcellaire pour être comparée.",
        Concern.LOW_COVERAGE,
    )


def definition_note(scene: Scene, along: Dimension) -> str:
    """What a variable means, in the codebook's words."""
    variable = scene.vocabulary.variable(along.variable)
    return f"{variable.label} : {inside(variable.definition)}"


def _below_small_base(*, marked: bool = True, unit: str = "") -> str:
    """The one place that says what a small base is: `△ base inférieure à 30`."""
    below = f"{FRAGILE} base inférieure" if marked else "Base inférieure"
    return f"{below} à {SMALL_BASE}" + (f" {unit}" if unit else "")


def _codes_that_apply(scene: Scene, along: Dimension) -> tuple[str, ...]:
    """The categories of `along`, and the code of those of whom they are unknown."""
    return tuple(
        category.code
        for category in scene.vocabulary.categories(along)
        if category.absence in (None, "unknown")
    )


def _absences(scene: Scene, along: Dimension) -> Iterator[Category]:
    yield from (c for c in scene.vocabulary.categories(along) if c.absence is not None)


def _by_cohort(
    scene: Scene, table: ReleasedTable, along: Dimension, category: Category
) -> dict[str, int]:
    """How many of each cohort are in `category`, without the cohorts that have nobody there."""
    numbers = {
        cohort: table.count({str(COHORT): cohort, str(along): category.code})
        for cohort in scene.vocabulary.cohorts
    }
    return {cohort: number for cohort, number in numbers.items() if number}
