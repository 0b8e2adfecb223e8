"""Which filter has to be taken off so that a view has something to show?"""

from __future__ import annotations

from dataclasses import replace

from dashboard.content.content import Content
from dashboard.content.view import Scene, View
from dashboard.exhibits.exhibit import Widening
from dashboard.exhibits.selected import people_in
from dashboard.exhibits.told import content_of
from dashboard.publication import Publication


def widening_of(view: View, scene: Scene, publication: Publication) -> Widening | None:
    """The filter whose removal brings most people back to `view`; None where no single one does."""
    best, most = None, 0
    for condition in scene.selection:
        wider = replace(scene, selection=scene.selection.without(condition.dimension))
        people = people_in(wider.selection, publication)
        base = _base(view, wider, publication) if people else 0
        if base > most:
            best, most = Widening(condition, people), base
    return best


def _base(view: View, scene: Scene, publication: Publication) -> int:
    """How many `view` shows. To know it is to make all of its content: it is kept for the next narrow selection."""
    key = ("base", view, scene.selection, scene.other, tuple(sorted(scene.switches.items())))
    return publication.remembered(key, lambda: _shown(content_of(view, scene, publication)))


def _shown(content: Content) -> int:
    return 0 if content.empty else content.base
