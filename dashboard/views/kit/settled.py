"""Which filter settles what a view would tell, so that it is no finding?"""

from __future__ import annotations

from dashboard.content.view import Scene
from dashboard.domain.dimension import Dimension
from dashboard.domain.statistics.rates import Share


def is_settled(scene: Scene, along: Dimension) -> bool:
    """Whether a filter holds on the dimension, or on the bands that are made of it."""
    filtered = {condition.dimension for condition in scene.selection}
    variables = scene.vocabulary.codebook.variables
    bands = {
        Dimension(variable.name, along.wave)
        for variable in variables.values()
        if variable.of == along.variable
    }
    known = variables.get(along.variable)
    of_bands = {Dimension(known.of, along.wave)} if known and known.of else set()
    return bool(filtered & {along, *of_bands, *bands})


def is_settled_at(scene: Scene, wave: str) -> bool:
    """Whether a filter holds on any answer about `wave`: who has a contract is employed."""
    return any(condition.dimension.wave == wave for condition in scene.selection)


def is_foregone_at(scene: Scene, wave: str, part: Share) -> bool:
    """Whether a filter on an answer about `wave` leaves a share at it no choice: it holds all, or none, of its base."""
    return is_settled_at(scene, wave) and part.count in (0, part.base)


def is_foregone(scene: Scene, along: Dimension, part: Share) -> bool:
    """Whether a filter leaves a share along a dimension no choice: it holds all, or none, of its base."""
    return is_settled(scene, along) and part.count in (0, part.base)
