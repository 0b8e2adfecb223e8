"""What does an address show: which exhibits, which of their parts are new to the browser?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b
from typing import Any

import dash_bootstrap_components as dbc
import orjson
from dash import html
from dash.development.base_component import Component

from dashboard.content.charts.scales import on_one_scale
from dashboard.content.page import COMPARISON, OVERVIEW, PAGES, Page
from dashboard.domain.address import OTHER, Address, format_address, parameter_of, parse_address
from dashboard.domain.selection import Selection
from dashboard.exhibit import compose, headline
from dashboard.publication import Publication
from dashboard.text.selections import chip_label
from dashboard.text.typography import unbroken
from dashboard.views.registry import all_switches, views, views_of
from dashboard.web.attributes import marked
from dashboard.web.clicks import aimed
from dashboard.web.exhibit_card import parts_of
from dashboard.web.presentation import PRESENTATION
from dashboard.web.slots import Slot, slots_of
from dashboard.web.study_gaps import warnings_on

Parts = dict[str, dict[str, Any]]
"""View name -> part -> what the page shows there."""


LEFT_OUT = "La page n'en tient pas compte."


def page_at(path: str) -> Page:
    """The page at `path`; the overview where there is none."""
    return _offered().get(path.rstrip("/") or "/", OVERVIEW)


def is_page(path: str) -> bool:
    """Whether there is a page at `path`."""
    return (path.rstrip("/") or "/") in _offered()


def _offered() -> dict[str, Page]:
    offered = {page.path: page for page in PAGES if views_of(page)}
    return offered | {PRESENTATION.path: PRESENTATION}


def read(search: str, publication: Publication) -> Address:
    """What the query string asks for."""
    return parse_address(search, publication.vocabulary, all_switches(), views())


def parts_on(
    page: Page,
    address: Address,
    publication: Publication,
    *,
    open_tables: Collection[str] = (),
    narrow: bool = False,
) -> Parts:
    """Every part of every exhibit of `page`."""
    found = {}
    for slot in slots_of(page, address, publication):
        drawn = _Drawn(publication, slot, narrow=narrow, table_open=slot.name in open_tables)
        found[slot.name] = _parts_of(drawn) if slot.view.filtered else _unfiltered(drawn)
    if page is COMPARISON:
        sides = (found["a"], found["b"])
        if all(side["figure"]["data"] for side in sides):
            figures = on_one_scale(sides[0]["figure"], sides[1]["figure"], narrow=narrow)
            for side, figure in zip(sides, figures, strict=True):
                side["figure"] = figure
    return found


@dataclass(frozen=True)
class _Drawn:
    """What stands in a place of a page, and how it is to be drawn."""

    publication: Publication
    slot: Slot
    narrow: bool
    table_open: bool


def _parts_of(drawn: _Drawn) -> dict[str, Any]:
    slot = drawn.slot
    exhibit = compose(
        slot.view, slot.address, drawn.publication, narrow=drawn.narrow, projected=slot.projected
    )
    return parts_of(
        aimed(exhibit, slot.prefix),
        drawn.publication.vocabulary,
        slot,
        table_open=drawn.table_open,
    )


def _unfiltered(drawn: _Drawn) -> dict[str, Any]:
    """The parts of a view that no filter changes."""
    address = Address(switches=drawn.slot.address.switches)
    return _kept_parts_of(replace(drawn, slot=replace(drawn.slot, address=address)))


@lru_cache(maxsize=32)
def _kept_parts_of(drawn: _Drawn) -> dict[str, Any]:
    """Parts that are long ones: kept from one filter to the next."""
    return _parts_of(drawn)


def digest(part: object) -> str:
    """A short fingerprint of a part, by which the browser says what it already shows."""
    options = orjson.OPT_SERIALIZE_NUMPY | orjson.OPT_NON_STR_KEYS
    return blake2b(orjson.dumps(part, _plain, options), digest_size=6).hexdigest()


def _plain(part: object) -> object:
    if isinstance(part, Component):
        return part.to_plotly_json()
    raise TypeError(f"{type(part).__name__} cannot be sent to a page")


def selection_of(
    path: str, search: str, publication: Publication, number: int
) -> tuple[object, ...]:
    """What stands above the page: the selection in words, its chips, messages, and what was answered.

    That is the `number` of the question, where it was asked, and how the address is best written: None where part of it
    was not understood, and must stay readable.
    """
    page, address = page_at(path), read(search, publication)
    problems = [
        dbc.Alert(unbroken(f"{text} {LEFT_OUT}"), color="warning") for text in address.problems
    ]
    if not is_page(path):
        told = f"La page « {path} » n'existe pas : voici la vue d'ensemble."
        problems.insert(0, dbc.Alert(unbroken(told), color="warning"))
    compared = page is COMPARISON
    told = headline(address.selection, publication)
    if compared:
        told = f"A : {told} – B : {headline(address.other, publication)}"
    elif any(screen.address is not None for screen in address.order) and page is PRESENTATION:
        told = "Chaque écran dit sa sélection."
    return (
        unbroken(told),
        [
            *_chips(address.selection, "", "A – " if compared else "", publication),
            *(_chips(address.other, OTHER, "B – ", publication) if compared else ()),
        ],
        [*problems, *warnings_on(page, publication)],
        {
            "number": number,
            "path": path,
            "search": search,
            "best": None if address.problems else _written(address, publication),
        },
    )


def _chips(
    selection: Selection, prefix: str, side: str, publication: Publication
) -> list[Component]:
    """One button for each filter, which takes it off."""
    vocabulary = publication.vocabulary
    return [
        marked(
            html.Button(
                [
                    html.Span(unbroken(f"{side}{chip_label(condition, vocabulary)}")),
                    marked(html.Span("×"), aria_hidden="true"),
                ],
                type="button",
                className="chip",
                title="Retirer ce filtre",
            ),
            data_remove=f"{prefix}{parameter_of(condition.dimension, vocabulary)}",
            aria_label=f"Retirer le filtre {side}{chip_label(condition, vocabulary)}",
        )
        for condition in selection
    ]


def _written(address: Address, publication: Publication) -> str:
    return format_address(
        address.selection,
        address.switches,
        publication.vocabulary,
        address.other,
        address.order,
        address.heading,
    )
