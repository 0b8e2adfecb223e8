"""What do the views tell of the demonstration tables? Shared by the tests of views."""

import re
from dataclasses import fields, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from plotly.graph_objects import Figure

from dashboard.content.content import Content
from dashboard.content.data_table import Row
from dashboard.disclosure.policy import POLICIES
from dashboard.domain.address import parse_address
from dashboard.exhibit import Exhibit, compose
from dashboard.publication import Publication, open_publication
from dashboard.views.registry import all_switches, view_named

ROOT = Path(__file__).parents[2]


@lru_cache(maxsize=1)
def opened() -> Publication:
    return open_publication(
        ROOT / "data" / "demonstration", ROOT / "data" / "codebook.toml", POLICIES["interne"]
    )


def shown(name: str, search: str = "", *, narrow: bool = False, projected: bool = False) -> Exhibit:
    """The exhibit of a view at the address `search`, whose figure plotly accepts."""
    publication = opened()
    address = parse_address(search, publication.vocabulary, all_switches())
    assert not address.problems, address.problems
    composed = compose(view_named(name), address, publication, narrow=narrow, projected=projected)
    if not composed.empty:
        Figure(composed.content.figure)
    return loosened(composed)


def loosened(exhibit: Exhibit) -> Exhibit:
    """`exhibit` with ordinary spaces at punctuation: tests are about its words, not about where lines may break."""
    told = exhibit.content
    loose: dict[str, Any] = {
        field.name: _loose(value)
        for field in fields(told)
        if isinstance(value := getattr(told, field.name), str)
    }
    notes = tuple(_loose(note) for note in told.notes)
    return replace(exhibit, content=replace(told, **loose, notes=notes))


def _loose(text: str) -> str:
    return re.sub("\u202f(?=[;?!])", " ", text.replace("\u00a0", " "))


def content(name: str, search: str = "") -> Content:
    return shown(name, search).content


def row(told: Content, *labels: str) -> Row:
    (found,) = [one for one in told.data_table.rows if one.labels == labels]
    return found


def percent(told: Content, *labels: str) -> int:
    share = row(told, *labels).share
    assert share is not None
    assert share.percent is not None
    return round(share.percent)


def cells(exhibit: Exhibit) -> dict[tuple[str, ...], Row]:
    """The rows of the table twin, by their labels."""
    found = {row.labels: row for row in exhibit.content.data_table.rows}
    assert len(found) == len(exhibit.content.data_table.rows)
    return found


def parts(exhibit: Exhibit) -> dict[tuple[str, ...], tuple[int, int | None]]:
    """Count and base of each row of the table twin."""
    return {labels: (row.count, row.base) for labels, row in cells(exhibit).items()}


def plain(text: str) -> str:
    """`text` with ordinary spaces, for tests that are about words and not about where lines may break."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")
