"""What is said of the changes since the previous edition?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.content.notes import Caution, Concern
from dashboard.content.view import Scene
from dashboard.domain.counts import Rounded, are_rounded
from dashboard.text.nouns import PEOPLE
from dashboard.text.numbers import count, day
from dashboard.text.words import counted, listed
from dashboard.views.overview.last_edition.compared import Compared
from dashboard.views.overview.last_edition.editions import previous_edition

SAME_PEOPLE = Caution(
    "Les deux éditions décrivent en grande partie les mêmes personnes : un écart vient de nouvelles inscriptions, de "
    "nouvelles réponses ou de corrections, et n'est pas testé.",
    Concern.SAME_PEOPLE,
    "Les deux éditions décrivent en grande partie les mêmes personnes : aucun écart n'est testé.",
)


ROUNDED_GAPS = (
    "Les deux éditions sont arrondies, chacune au hasard : un écart d'effectif de 5 ou de 10 peut ne venir que de "
    "l'arrondi, et quelques personnes de plus ou de moins ne s'y voient pas."
)


def editions_in_words(scene: Scene) -> str:
    """`version 2c4a…, données au 31 octobre 2017, face à la version 0d1b…, données au 31 octobre 2016`."""
    now, before = scene.dataset_info, previous_edition(scene).edition
    return (
        f"version {now.version}, données au {day(now.dated)}, face à la version {before.version}, données au "
        f"{day(before.dated)}"
    )


def reading(known: Sequence[Compared]) -> str:
    """The people of both editions, then the first figure that has moved, and how many others have."""
    people, *others = known
    last, previous = people.counts
    compared = [change for change in known if change.gap is not None]
    moved = [change for change in others if change.gap]
    said = (
        f"Cette édition compte {PEOPLE.counted(last)}, contre {count(previous)} dans la précédente"
    )
    if isinstance(last, Rounded):
        # Which of the others have changed, rounding would decide.
        return f"{said}."
    if not moved:
        rest = "" if people.gap else f" : {_none_of(len(compared), len(known))} n'a changé"
        return f"{said}{rest}."
    now, before = moved[0].with_bases
    more = len(moved) - 1
    rest = f" ; {counted(more, 'autre chiffre a', 'autres chiffres ont')} changé" if more else ""
    return f"{said} ; {moved[0].label} : {now}, contre {before}{rest}."


def _none_of(compared: int, shown: int) -> str:
    """What is known not to have changed, and no more than that."""
    which = "comparés" if compared == shown else "que les deux éditions donnent"
    return f"aucun des {count(compared)} chiffres {which}"


def alternative(known: Sequence[Compared]) -> str:
    """The chart for those who do not see it."""
    told = [
        f"{change.label} {' contre '.join(change.written)}"
        for change in known
        if not any(change.hidden)
    ]
    return f"Cette édition contre la précédente : {' ; '.join(told)}."


def notes(scene: Scene, people: int) -> tuple[str, ...]:
    """What is not tested, which editions these are, and what is new in this one."""
    rounded = (ROUNDED_GAPS,) if are_rounded([people]) else ()
    return (SAME_PEOPLE, *rounded, f"Éditions : {editions_in_words(scene)}.", *_new(scene))


def _new(scene: Scene) -> Iterator[str]:
    """The cohorts and waves that one of the editions alone has."""
    vocabulary, previous = scene.vocabulary, previous_edition(scene).vocabulary
    for what, plural, now, before in (
        ("promotion", "promotions", vocabulary.cohorts, previous.cohorts),
        ("vague", "vagues", vocabulary.waves, previous.waves),
    ):
        for told, names, others in (
            ("Nouveau dans cette édition", now, before),
            ("Absent de cette édition", before, now),
        ):
            alone = [name for name in names if name not in others]
            if alone:
                yield f"{told} : {what if len(alone) == 1 else plural} {listed(alone)}."
