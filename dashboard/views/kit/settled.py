"""Which filter settles what a view would tell, so that it is no finding?

What a filter keeps decides, not who happens to be left: that two people are both at work is a finding.
"""

from __future__ import annotations

from collections.abc import Collection

from dashboard.content.view import Scene
from dashboard.domain.dimension import Dimension
from dashboard.domain.selection import Condition
from dashboard.domain.statistics.rates import Share
from dashboard.domain.vocabulary import Vocabulary
from dashboard.views.kit.survey_bases import employed_codes

BY_A_FILTER = "fixé par un filtre"
"""What stands in the place of a number that a filter settles."""


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


def is_response_settled(scene: Scene, answered: Share) -> bool:
    """Whether filters on answers leave all who were asked, or none, among those who answered, whose share is given."""
    by_answer = any(condition.dimension.wave is not None for condition in scene.selection)
    return by_answer and answered.count in (0, answered.base)


def is_foregone_at(scene: Scene, wave: str) -> bool:
    """Whether filters on answers about `wave` leave nothing to find out about who is employed at it.

    They keep only people who have a job, or only people who have none, of those who told; or nobody who told.
    """
    return any(
        _decides_employment(condition, scene.vocabulary)
        for condition in scene.selection
        if condition.dimension.wave == wave
    )


def is_decided(scene: Scene, along: Dimension, codes: Collection[str]) -> bool:
    """Whether filters leave a share of `codes` along a dimension no choice: they keep no others, or none of these."""
    if along.variable == "status" and along.wave and is_foregone_at(scene, along.wave):
        return True
    kept = set(scene.selection.codes(along)) & set(scene.vocabulary.real_codes(along))
    return bool(kept) and (kept <= set(codes) or not kept & set(codes))


def _decides_employment(condition: Condition, vocabulary: Vocabulary) -> bool:
    """Whether a condition keeps, of those who told of its wave, the employed alone, or the others alone.

    Whoever says what a job is like has one; who does not say may have one too.
    """
    key = condition.dimension
    kept, real = set(condition.codes), set(vocabulary.real_codes(key))
    if key.variable == "status":
        at_work = set(employed_codes(vocabulary))
        told = kept & real
        return told <= at_work or not told & at_work
    idle = {c.code for c in vocabulary.categories(key) if c.absence == "not_employed"}
    told = kept & (real | idle)
    return bool(idle and told) and (told <= real or told <= idle)
