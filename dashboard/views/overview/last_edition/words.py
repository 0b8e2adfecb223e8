"""What is said of the changes since the previous edition?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.content.notes import Caution, Concern
from dashboard.content.view import Scene
from dashboard.text.nouns import PEOPLE
from dashboard.text.numbers import count, day
from dashboard.text.words import listed
from dashboard.views.overview.evolution.change import Change
from dashboard.views.overview.last_edition.editions import previous_edition

SAME_PEOPLE = Caution(
    "Les deux éditions décrivent en grande partie les mêmes personnes : un écart vient de nouvelles inscriptions, de "
    "nouvelles réponses ou de corrections, et n'est pas testé.",
    Concern.SAME_PEOPLE,
    "Les deux éditions décrivent en grande partie les mêmes personnes : aucun écart n'est testé.",
)


def editions_in_words(scene: Scene) -> str:
    """`version 2c4a…, données au 31 octobre 2017, face à la version 0d1b…, données au 31 octobre 2016`."""
    now, before = scene.dataset_info, previous_edition(scene).edition
    return (
        f"version {now.version}, données au {day(now.dated)}, face à la version {before.version}, données au "
        f"{day(before.dated)}"
    )


def reading(known: Sequence[Change]) -> str:
    """The people of both editions, then the figure that has moved, if one has."""
    people, *others = known
    last, previous = people.counts
    moved = next((change for change in others if change.gap), None)
    said = (
        f"Cette édition compte {PEOPLE.counted(last)}, contre {count(previous)} dans la précédente"
    )
    if moved is None:
        rest = "" if people.gap else " : aucun chiffre clé n'a changé"
        return f"{said}{rest}."
    now, before = moved.with_bases
    return f"{said} ; {moved.label} : {now}, contre {before}."


def alternative(known: Sequence[Change]) -> str:
    """The chart for those who do not see it."""
    told = [f"{change.label} {' contre '.join(change.written)}" for change in known]
    return f"Cette édition contre la précédente : {' ; '.join(told)}."


def notes(scene: Scene) -> tuple[str, ...]:
    """What is not tested, which editions these are, and what is new in this one."""
    return (SAME_PEOPLE, f"Éditions : {editions_in_words(scene)}.", *_new(scene))


def _new(scene: Scene) -> Iterator[str]:
    vocabulary, previous = scene.vocabulary, previous_edition(scene).vocabulary
    for what, plural, now, before in (
        ("promotion", "promotions", vocabulary.cohorts, previous.cohorts),
        ("vague", "vagues", vocabulary.waves, previous.waves),
    ):
        new = [name for name in now if name not in before]
        if new:
            yield f"Nouveau dans cette édition : {what if len(new) == 1 else plural} {listed(new)}."
