"""What do the views tell of the demonstration tables, and how is an exhibit made by hand? Shared by many tests."""

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from dashboard.content.caption import Caption, Provenance, caption_of
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Key, Row
from dashboard.content.medium import Medium
from dashboard.content.page import OVERVIEW
from dashboard.content.view import Scene, View
from dashboard.disclosure.policy import POLICIES
from dashboard.domain.address import parse_address
from dashboard.domain.edition import Edition
from dashboard.exhibits.composition import compose
from dashboard.exhibits.exhibit import Exhibit
from dashboard.opening import open_publication
from dashboard.publication import Editions, Publication
from dashboard.views.registry import all_switches, view_named

ROOT = Path(__file__).parents[2]


@lru_cache(maxsize=1)
def opened() -> Publication:
    """The demonstration tables, with the same tables as the edition before them, so that all views are offered."""
    alone = open_publication(ROOT / "data" / "demonstration", ROOT / "data", POLICIES["interne"])
    return followed(alone, alone)


def followed(now: Publication, before: Publication) -> Publication:
    """The tables of `now` as the edition that follows those of `before`."""
    first, second = Edition(before.version, 1, before.dated), Edition(now.version, 2, now.dated)
    known = {first.version: first, second.version: second}
    editions = Editions(second, known, before, before=first)
    return Publication(now._source, now.policy, editions)


def composed(
    name: str, search: str, publication: Publication, *, medium: Medium = "page"
) -> Exhibit:
    """The exhibit of a view of `publication` at the address `search`, which must be understood."""
    address = parse_address(search, publication.vocabulary, all_switches())
    assert not address.problems, address.problems
    return compose(view_named(name), address, publication, medium=medium)


def shown(name: str, search: str = "", *, medium: Medium = "page") -> Exhibit:
    """The exhibit of a view of the demonstration tables at the address `search`."""
    return loosened(composed(name, search, opened(), medium=medium))


def loosened(exhibit: Exhibit) -> Exhibit:
    """`exhibit` with ordinary spaces at punctuation: tests are about its words, not about where lines may break."""
    content, caption = exhibit.content, exhibit.caption
    return replace(
        exhibit,
        content=replace(content, **_loose_texts(content)),
        caption=replace(caption, **_loose_texts(caption)),
    )


def _loose_texts(words: Content | Caption) -> dict[str, Any]:
    texts = {field.name: getattr(words, field.name) for field in fields(words)}
    loose = {name: _loose(text) for name, text in texts.items() if isinstance(text, str)}
    return {**loose, "notes": tuple(map(_loose, words.notes))}


def never(scene: Scene, tables: object = None) -> Content:
    raise AssertionError("a file is written from what the exhibit already holds")


BY_HAND = View("essai", OVERVIEW, 99, "Titre", lambda _: {}, never)


def handmade(
    content: Content,
    selection: str = "Femmes",
    stamp: str = "synthétiques",
    version: str = "abc123",
    *,
    switches: Mapping[str, str] | None = None,
) -> Exhibit:
    """An exhibit that holds `content`, in which nothing is asked of anybody; `switches`: labels with positions."""
    provenance = Provenance(selection, stamp, version, date(2017, 10, 31))
    return Exhibit(
        view=BY_HAND,
        content=content,
        caption=caption_of(content, provenance),
        selection=selection,
        address="?genre=F",
        switches={},
        stamp=stamp,
        version=version,
        dated=provenance.dated,
        switch_words=tuple((switches or {}).items()),
    )


def keys(*labels: str, along: str = "essai") -> tuple[Key, ...]:
    """The keys of a row that is written by hand: its labels are its codes."""
    return tuple(Key(f"{along} {i}", label, label) for i, label in enumerate(labels))


def holding(data_table: DataTable, source: str = "Source") -> Content:
    """What an exhibit holds that is a table alone."""
    return Content("Titre", 40, "bénéficiaires", None, data_table, "", "", source)


def _loose(text: str) -> str:
    return re.sub("\u202f(?=[;?!])", " ", text.replace("\u00a0", " "))


def content(name: str, search: str = "") -> Content:
    return shown(name, search).content


def row(content: Content, *labels: str) -> Row:
    (only,) = [row for row in content.data_table.rows if row.labels == labels]
    return only


def percent(content: Content, *labels: str) -> int:
    share = row(content, *labels).share
    assert share is not None
    assert share.percent is not None
    return round(share.percent)


def cells(exhibit: Exhibit) -> dict[tuple[str, ...], Row]:
    """The rows of the data table, by their labels."""
    by_labels = {row.labels: row for row in exhibit.content.data_table.rows}
    assert len(by_labels) == len(exhibit.content.data_table.rows)
    return by_labels


def parts(exhibit: Exhibit) -> dict[tuple[str, ...], tuple[int | None, int | None]]:
    """Count and base of each row of the data table."""
    return {labels: (row.count, row.base) for labels, row in cells(exhibit).items()}


def plain(text: str) -> str:
    """`text` with ordinary spaces, for tests that are about words and not about where lines may break."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")
