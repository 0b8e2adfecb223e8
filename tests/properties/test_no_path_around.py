"""Is every number that leaves under `diffusion` a released one, or made of released ones, by whatever path it leaves?

Two worlds that differ in every raw number and in no released one must give the same exhibits, pages, files, decks and
documents (`tests/support/two_worlds.py`); and what they tell as a number of people must be a multiple of 5
(`tests/support/told_counts.py`). Then one raw number is let through, by the rules or around the gate: each kind of
output shows it to one of the two.

In `make soak`, of 200 selections: every view, in every format.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from random import Random

import pytest

from dashboard.domain.address import format_address
from dashboard.domain.errors import SelectionError
from dashboard.domain.frequency_table import Where
from dashboard.domain.selection import Condition, Selection, selection_of
from dashboard.domain.tables import ReleasedTable
from dashboard.exhibits.composition import compose
from dashboard.views.registry import offered, offered_switches
from dashboard.web.pages import read
from tests.properties.addresses import selectable
from tests.support.examples import PROFILE
from tests.support.leaving import (
    Asked,
    client_of,
    content_of,
    documents_of,
    files_of,
    lists_of_codes,
    pages_of,
)
from tests.support.told_counts import unrounded
from tests.support.two_worlds import all_masked, false_world, true_world

SELECTIONS = {"quick": 1, "full": 2, "soak": 200}[PROFILE]

MOST_CONDITIONS, MOST_VALUES, MOST_SWITCHES = 3, 3, 6

PUBLISHED = "rapprochement"
"""The view that sets what is counted beside what was published: its numbers are public, or differences from these."""

PUBLIC_PAGE = "/enquete"
"""The page that it stands on."""

BROKEN = "n'a pas pu être calculée".encode()
"""What a card says whose view has failed."""

ANSWERED = (200, 400, 403, 404)
"""400 and 404: there is no such document or picture; 403: the policy does not answer the selection."""


@lru_cache(maxsize=1)
def searches() -> tuple[str, ...]:
    """The query strings of the selections, by seed: filters, clicks, switches, comparisons; first that of everybody."""
    return tuple(_drawn())


def _drawn() -> Iterator[str]:
    draw, vocabulary = Random("no path around"), true_world().publication.vocabulary
    dimensions = selectable(vocabulary)
    switches = list(offered_switches(vocabulary))

    def some() -> Selection:
        chosen = draw.sample(dimensions, draw.randint(0, MOST_CONDITIONS))
        return selection_of(
            Condition(
                along,
                tuple(draw.sample(codes, draw.choice([1, 1, 1, min(MOST_VALUES, len(codes) - 1)]))),
            )
            for along in chosen
            if len(codes := vocabulary.codes(along)) > 1
        )

    yield ""
    for _ in range(SELECTIONS - 1):
        turned = {
            switch.parameter: draw.choice(switch.choices(vocabulary)).value
            for switch in draw.sample(switches, MOST_SWITCHES)
        }
        other = some() if draw.random() < 0.3 else Selection()
        yield format_address(some(), turned, vocabulary, other)


def asked_of(search: str, turn: int) -> Iterator[Asked]:
    """Everything of a selection; but for the soak, one page and one file of each view, another one each `turn`."""
    known = true_world().publication
    pages, documents = list(pages_of(search, known)), list(documents_of(search, known))
    yield from lists_of_codes() if turn == 0 else ()
    files = [list(files_of(name, search)) for name in offered(known.vocabulary)]
    if PROFILE == "soak":
        yield from (*pages, *documents, *(file for listed in files for file in listed))
        return
    yield pages[turn % len(pages)]
    yield documents[turn % len(documents)]
    yield from (listed[(turn + i) % len(listed)] for i, listed in enumerate(files))


def is_public(asked: Asked) -> bool:
    """Whether an answer holds published figures, which nobody has rounded."""
    return PUBLISHED in asked.address or asked.kind == "bilan" or PUBLIC_PAGE in str(asked.body)


@pytest.mark.parametrize("turn", range(SELECTIONS))
def test_an_exhibit_is_made_of_released_numbers_alone(turn: int) -> None:
    search = searches()[turn]
    shown, others = true_world().publication, false_world().publication
    try:
        address = read(search, shown)
    except SelectionError as refused:
        # A choice of several values is, whatever is behind it.
        with all_masked(), pytest.raises(SelectionError, match=re.escape(str(refused))):
            read(search, others)
        return
    for name, view in offered(shown.vocabulary).items():
        composed = partial(compose, view, address, medium="room" if turn % 2 else "page")
        with all_masked():
            other = composed(others)
        # Keys are compared by their codes alone: their labels are told as well.
        assert repr(composed(shown)) == repr(other), (name, search)


@pytest.mark.parametrize("turn", range(SELECTIONS))
def test_whatever_leaves_is_made_of_released_numbers_alone(turn: int) -> None:
    search = searches()[turn]
    asking, other = client_of(true_world().publication), client_of(false_world().publication)
    for asked in asked_of(search, turn):
        answer = asked.of(asking)
        assert answer.status_code in ANSWERED, (asked, answer.text)
        assert BROKEN not in answer.data, asked
        with all_masked():
            same = asked.of(other)
        assert content_of(answer.data) == content_of(same.data), asked
        if not is_public(asked):
            assert not unrounded(answer.data), asked


def test_all_that_the_rules_release_is_rounded() -> None:
    world = true_world()
    for view in offered(world.publication.vocabulary).values():
        compose(view, read("?genre=F", world.publication), world.publication)
    assert len(world.rules.released) > 100
    assert not [number for number in world.rules.released if number % 5 > 0]


WHOLE = ("deck.pptx", "fiche.pptx", "bilan")
"""Those of many views, which take a second each."""

KINDS = (
    *("csv", "xlsx", "svg", "pptx", "picture.svg", "figure.json", "answer", "fiche"),
    *(WHOLE if PROFILE == "soak" else ()),
)
"""Everything that tells numbers: `figure.json` what plotly draws in a picture."""


def one_of(kind: str) -> Asked:
    """A question of that kind about enough people for something to be told."""
    search, known = "?genre=F", true_world().publication
    if "fiche" in kind:
        search = "?region=bretagne"
    if kind == "figure.json":
        return Asked(kind, f"/export/niveaux/figure.json{search}")
    if kind == "answer":
        return next(page for page in pages_of(search, known) if b"/devenir" in (page.body or b""))
    all_of_them = (*files_of("statut", search), *documents_of(search, known))
    return next(asked for asked in all_of_them if asked.kind == kind)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "figure.json"])
def test_a_raw_count_that_the_rules_let_through_is_seen(kind: str) -> None:
    answer = one_of(kind).of(client_of(true_world(leaking=True).publication))
    assert answer.status_code == 200
    assert unrounded(answer.data)


@pytest.mark.parametrize("kind", KINDS)
def test_a_raw_count_that_goes_around_the_gate_is_seen(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ReleasedTable, "count", _around_the_rules)
    asked = one_of(kind)
    answer = asked.of(client_of(true_world().publication))
    with all_masked():
        other = asked.of(client_of(false_world().publication))
    assert answer.status_code == other.status_code == 200
    assert content_of(answer.data) != content_of(other.data)


def _around_the_rules(table: ReleasedTable, where: Where) -> int:
    return table._raw.counts.people(where)
