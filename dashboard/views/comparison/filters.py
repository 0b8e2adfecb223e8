"""By which filters do two selections differ?"""

from __future__ import annotations

from dashboard.content.comparison.whole import COHORT
from dashboard.content.view import Scene
from dashboard.domain.dimension import Dimension
from dashboard.views.kit.regions import regional


def cohorts_apart(scene: Scene) -> bool:
    """Whether each side has cohorts of its own."""
    first, second = (side.codes(COHORT) for side in (scene.selection, scene.other))
    return bool(first and second) and not set(first) & set(second)


def differing_filters(scene: Scene) -> frozenset[Dimension]:
    """The filters that differ between both sides, but for cohorts apart: no line names one then."""
    keys = {condition.dimension for side in (scene.selection, scene.other) for condition in side}
    differing = {key for key in keys if scene.selection.codes(key) != scene.other.codes(key)}
    # A filter on one division into regions fixes the others.
    places = regional(scene.vocabulary)
    if differing & set(places):
        differing.update(places)
    if cohorts_apart(scene):
        differing.discard(COHORT)
    return frozenset(differing)
