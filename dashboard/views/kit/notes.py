"""What stands beside a figure: who is outside its base, which bases are small, what a variable means?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.content.data_table import Row
from dashboard.content.view import Scene
from dashboard.domain.address import parameter_of, value_of
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.rates import SMALL_BASE, Share
from dashboard.domain.tables import ReleasedTable
from dashboard.text.nouns import Noun
from dashboard.text.numbers import FRAGILE, count, share
from dashboard.text.words import inside, listed

COHORT = Dimension("cohort")


def click_of(scene: Scene, cohort: str, along: Dimension, code: str) -> dict[str, str]:
    """What a click filters on: the cohort, if one is meant, and the category, if it describes people."""
    vocabulary = scene.vocabulary
    keys = [(COHORT, cohort)] if cohort else []
    keys += [(along, code)] if code and vocabulary.selects_people(along) else []
    return {parameter_of(key, vocabulary): value_of(key, one, vocabulary) for key, one in keys}


def marked_share(found: Share) -> str:
    """A share as a bar carries it: without decimals, marked where its base is small."""
    return f"{share(found, 0)} {FRAGILE}" if found.fragile else share(found, 0)


def fragile_note(labels: Sequence[str]) -> tuple[str, ...]:
    """What the mark means, and where it stands; nothing where no base is small."""
    if not labels:
        return ()
    return (f"{FRAGILE} base inférieure à {SMALL_BASE}, à lire avec prudence : {listed(labels)}.",)


def small_base_note(base: int, *, marked: bool = False) -> tuple[str, ...]:
    """That few people stand behind a whole figure, where they are few; `marked`: its shares carry the mark."""
    if not Share(0, base).fragile:
        return ()
    small = f"{FRAGILE} base inférieure" if marked else "Base inférieure"
    return (f"{small} à {SMALL_BASE} personnes : à lire avec prudence.",)


def absent_rows(scene: Scene, table: ReleasedTable, along: Dimension) -> tuple[Row, ...]:
    """How many of each cohort are in each absence of `along`: counted, never shared out."""
    return tuple(
        Row(
            (cohort, category.label),
            number,
            None,
            target=click_of(scene, cohort, along, category.code),
        )
        for category, by_cohort in _absences(scene, table, along)
        for cohort, number in by_cohort.items()
    )


def absence_notes(
    scene: Scene, table: ReleasedTable, along: Dimension, noun: Noun
) -> Iterator[str]:
    """One sentence for each absence that anybody is in."""
    for category, by_cohort in _absences(scene, table, along):
        everywhere = len(by_cohort) == len(scene.vocabulary.cohorts)
        word = "promotion" if len(by_cohort) == 1 else "promotions"
        where = "" if everywhere else f" ({word} {listed([*by_cohort])})"
        yield (
            f"Hors de la base, {inside(category.label)} : "
            f"{noun.counted(sum(by_cohort.values()))}{where}."
        )


def low_coverage(scene: Scene, table: ReleasedTable, along: Dimension) -> dict[str, Share]:
    """The cohorts of which less than half is known, with how much is: the study leaves such cohorts out."""
    real = scene.vocabulary.real_codes(along)
    unknown = [c.code for c in scene.vocabulary.categories(along) if c.absence == "unknown"]
    found = {}
    for cohort in scene.vocabulary.cohorts:
        known = table.count({"cohort": cohort, str(along): real})
        part = Share(known, known + table.count({"cohort": cohort, str(along): unknown}))
        if is_low_coverage(part):
            found[cohort] = part
    return found


def is_low_coverage(known: Share) -> bool:
    """Whether so little is known that the rest might tell otherwise."""
    return 0 < known.count < known.base / 2


def low_coverage_notes(scene: Scene, table: ReleasedTable, along: Dimension) -> Iterator[str]:
    """A warning for each cohort of which too little is known."""
    for cohort, known in low_coverage(scene, table, along).items():
        yield low_coverage_note(cohort, known)


def low_coverage_note(cohort: str, known: Share) -> str:
    """The warning for a cohort of which too little is known."""
    return (
        f"Promotion {cohort} : information connue pour {share(known, 0)} seulement "
        f"({count(known.count)} sur {count(known.base)}), trop parcellaire pour être comparée."
    )


def definition_note(scene: Scene, along: Dimension) -> str:
    """What a variable means, in the codebook's words."""
    variable = scene.vocabulary.variable(along.variable)
    return f"{variable.label} : {inside(variable.definition)}"


def _absences(
    scene: Scene, table: ReleasedTable, along: Dimension
) -> Iterator[tuple[Category, dict[str, int]]]:
    for category in scene.vocabulary.categories(along):
        if category.absence is None:
            continue
        found = {
            cohort: table.count({"cohort": cohort, str(along): category.code})
            for cohort in scene.vocabulary.cohorts
        }
        present = {cohort: number for cohort, number in found.items() if number}
        if present:
            yield category, present
