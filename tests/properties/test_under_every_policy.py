"""Is every view drawn and written under each policy, with no share of few people and no sign where a number belongs?

Of selections that are admitted; in `interne`, of those of few people, whom one view or another cannot tell of.
In `make soak`: sixty of each policy, each position of each switch.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import lru_cache
from random import Random

import pytest

from dashboard.content.view import View
from dashboard.disclosure.policy import DIFFUSION, INTERNAL, Policy, internal_of
from dashboard.domain.address import format_address
from dashboard.domain.counts import Rounded
from dashboard.domain.dimension import Dimension
from dashboard.domain.selection import Condition, Selection, selection_of
from dashboard.domain.statistics.rates import LEAST_BASE, LEAST_ROUNDED_BASE
from dashboard.exhibits.composition import compose
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.selected import people_in
from dashboard.outputs.writers import WRITERS
from dashboard.publication import Publication
from dashboard.views.registry import offered
from dashboard.web.drawn import drawn
from dashboard.web.pages import read
from tests.properties.addresses import selectable
from tests.support.examples import PROFILE
from tests.support.exhibits import followed
from tests.support.publications import keyed

SELECTIONS = {"quick": 1, "full": 1, "soak": 60}[PROFILE]

POLICIES = (DIFFUSION, internal_of(("52",)), INTERNAL) if PROFILE == "soak" else (DIFFUSION,)

FEW = 29
"""In `interne`, selections of so many people at the most are looked at."""

SIGN = re.compile(r"(?<![\w'’«])s(?![\w'’»])|\bnan\b|\bNone\b|Suppressed|Rounded|: \.|; \.")
"""What stands for a number in a table, and never in a sentence; and a list of nothing."""


@lru_cache(maxsize=len(POLICIES))
def shown(policy: Policy) -> Publication:
    """The demonstration tables under a policy, with themselves as the edition before."""
    alone = keyed().under(policy)
    return followed(alone, alone)


def selections(publication: Publication) -> Iterator[Selection]:
    """Selections that are admitted: one category or one grouping a condition, three conditions at the most."""
    draw, vocabulary = Random(publication.policy.name), publication.vocabulary
    dimensions, exact = selectable(vocabulary), publication.policy == INTERNAL
    while True:
        conditions = []
        for along in draw.sample(dimensions, draw.randint(0, 3)):
            groupings = vocabulary.groupings(along)
            gathered = groupings and draw.random() < 1 / 3
            kept = (
                draw.choice(groupings).gathers
                if gathered
                else [draw.choice(vocabulary.codes(along))]
            )
            conditions.append(Condition(along, tuple(kept)))
        if publication.policy.regions and draw.random() < 1 / 2:
            ours = Condition(Dimension("region"), publication.policy.regions)
            conditions = [ours, *[c for c in conditions if c.dimension != ours.dimension][:2]]
        selection = selection_of(conditions)
        if not exact or 0 < people_in(selection, publication) <= FEW:
            yield selection


def turned(view: View, publication: Publication) -> Iterator[dict[str, str]]:
    """All switches as they are at first; in the soak, then each of them at each other position."""
    yield {}
    if PROFILE == "soak":
        vocabulary = publication.vocabulary
        for switch in view.switches:
            first = switch.first(vocabulary)
            others = [c.value for c in switch.offered(vocabulary) if c.value != first]
            yield from ({switch.parameter: value} for value in others)


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.name)
def test_every_view_is_drawn_and_written(policy: Policy) -> None:
    publication = shown(policy)
    chosen = selections(publication)
    for _ in range(SELECTIONS):
        selection, other = next(chosen), next(chosen)
        for view in offered(publication.vocabulary).values():
            for switches in turned(view, publication):
                search = format_address(selection, switches, publication.vocabulary, other)
                _holds(view, search, publication)


def _holds(view: View, search: str, publication: Publication) -> None:
    address = read(search, publication)
    page = compose(view, address, publication)
    assert not [text for text in _sentences(page) if SIGN.search(text)], (view.name, search)
    assert not _told_of_few(page), (view.name, search)
    if page.content.chart is not None and not page.empty:
        markup, _ = drawn(page.content.chart, view.name, "page", lambda _: {})
        assert not re.search(r"\bnan\b|NaN|\bNone\b", markup), (view.name, search)
    for writer in WRITERS.values():
        exhibit = (
            page if writer.medium == "page" else compose(view, address, publication, medium="room")
        )
        assert writer.refuses(exhibit) or writer.write(exhibit), (view.name, search)


def _sentences(exhibit: Exhibit) -> Iterator[str]:
    content = exhibit.content
    yield from (
        content.title,
        content.reading,
        content.alternative,
        content.nothing,
        *content.notes,
    )
    yield from (exhibit.caption.champ, exhibit.caption.base)


def _told_of_few(exhibit: Exhibit) -> list[tuple[str, ...]]:
    """The rows that tell a share of too few people, or a number that is none."""
    return [
        row.labels
        for row in exhibit.content.data_table.rows
        if any(isinstance(n, float) and math.isinf(n) for n in row.measures)
        or (
            row.share is not None
            and row.share.percent is not None
            and row.share.base
            < (LEAST_ROUNDED_BASE if isinstance(row.share.base, Rounded) else LEAST_BASE)
        )
    ]
