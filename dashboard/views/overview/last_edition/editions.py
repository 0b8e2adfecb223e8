"""Which people of the previous edition are those that a reader has selected, if it can tell?"""

from __future__ import annotations

from dataclasses import replace

from dashboard.content.view import Scene
from dashboard.domain.edition import PreviousEdition
from dashboard.domain.selection import Condition, Selection, selection_of
from dashboard.text.words import listed


def previous_edition(scene: Scene) -> PreviousEdition:
    """The edition before; raises ValueError where there is none, as the view is not offered then."""
    if scene.vocabulary.previous is None:
        raise ValueError("there is no previous edition")
    return scene.vocabulary.previous


def previous_scene(scene: Scene) -> Scene | None:
    """The same question put to the edition before; None where it does not know what the people are selected by."""
    vocabulary, kept = previous_edition(scene).vocabulary, []
    for condition in scene.selection:
        if not vocabulary.has(condition.dimension):
            return None
        known = set(vocabulary.codes(condition.dimension))
        codes = tuple(code for code in condition.codes if code in known)
        if not codes:
            return None
        kept.append(Condition(condition.dimension, codes))
    selection = selection_of(kept) if kept else Selection()
    return replace(scene, selection=selection, vocabulary=vocabulary)


def why_not(scene: Scene) -> str:
    """Which filters the edition before cannot answer to."""
    vocabulary, previous = scene.vocabulary, previous_edition(scene).vocabulary
    unknown = []
    for condition in scene.selection:
        key = condition.dimension
        codes = previous.codes(key) if previous.has(key) else ()
        if not set(condition.codes) & set(codes):
            labels = [vocabulary.category(key, code).label for code in condition.codes]
            unknown.append(f"« {vocabulary.name_of(key)} : {', '.join(labels)} »")
    return (
        f"L'édition précédente ne connaît pas {listed(unknown, 'ni')} : il n'y a rien à comparer."
    )
