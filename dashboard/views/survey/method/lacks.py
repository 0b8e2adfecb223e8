"""Which views does the study do without, which positions of their switches, and why?"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.content.content import Definition, Section
from dashboard.content.view import NotOffered, Scene
from dashboard.text.typography import unbroken
from dashboard.text.words import capital

INTRODUCTION = (
    "Le tableau de bord a d'autres vues et d'autres réglages, qui demandent des informations que cette étude n'a pas. "
    "Ils paraissent d'eux-mêmes dès que les tables et le dictionnaire les contiennent."
)


def lacks(scene: Scene) -> tuple[Section, ...]:
    """The chapter on what is not offered; none where the study has all that any view needs."""
    if not scene.not_offered:
        return ()
    by_view: dict[str, list[NotOffered]] = {}
    for lack in scene.not_offered:
        by_view.setdefault(lack.name, []).append(lack)
    definitions = tuple(Definition(of[0].title, _why(of)) for of in by_view.values())
    return (Section("Ce qui n'est pas proposé", (unbroken(INTRODUCTION),), definitions),)


def _why(lacks_of_view: Sequence[NotOffered]) -> str:
    """The reasons of a view, or of each position: `Réglage « Forme », « Flux » : l'enquête n'a qu'une vague.`"""
    sentences = (
        f"{lack.position} : {' ; '.join(lack.reasons)}."
        if lack.position
        else f"{' ; '.join(lack.reasons)}."
        for lack in lacks_of_view
    )
    return unbroken(" ".join(map(capital, sentences)))
