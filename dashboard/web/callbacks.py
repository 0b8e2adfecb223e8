"""What does the server answer when the address changes?

The address is the whole state. One request answers a change: a whole page where the address leads to another one, else
every part of every exhibit, less the parts that the browser says it already shows. The browser asks one question at a
time (`assets/scripts/question.js`): answers that overtook each other would leave parts of one selection beside parts of
another.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping

import dash_bootstrap_components as dbc
from dash import (
    ALL,
    ClientsideFunction,
    Dash,
    Input,
    Output,
    State,
    ctx,
    html,
    no_update,
    set_props,
)

from dashboard.content.page import COMPARISON
from dashboard.publication import Current
from dashboard.web.attributes import Property
from dashboard.web.exhibit_card import ELEMENTS, PARTS, card, choice_of_view
from dashboard.web.frame import other_filters
from dashboard.web.presentation import PRESENTATION, stage
from dashboard.web.slots import slots_of
from dashboard.web.state import (
    Parts,
    digest,
    page_at,
    parts_on,
    read,
    selection_of,
)

_LOG = logging.getLogger(__name__)

SELECTION = {
    "headline": "children",
    "chips": "children",
    "messages": "children",
    "answered": "data",
}
"""What stands above every page, with the property that holds each; `selection_of` gives them in this order."""

TEXTS = {part: held for part, held in PARTS.items() if part != "figure"}
"""The parts that Dash puts in place; charts are redrawn one at a time (`assets/scripts/charts/redraw.js`)."""

UNEXPECTED = (
    "Une erreur inattendue empêche de répondre à cette demande. La page garde son état précédent ; "
    "retirez le dernier filtre ou rechargez la page."
)


def tell_unexpected(error: Exception) -> None:
    """Shows a French message for an error in a callback, and keeps the traceback for the log."""
    _LOG.error("callback failed", exc_info=error)
    set_props("messages", {"children": [dbc.Alert(UNEXPECTED, color="danger")]})
    set_props("answered", {"data": {"failed": True}})


def register_callbacks(app: Dash, current: Current) -> None:
    """Binds `app` to the counts of the `current` publication, which is asked for once a request."""

    @app.callback(
        Output("page", "children"),
        Output("page", "className"),
        Output("digests", "data"),
        *(Output(name, held) for name, held in SELECTION.items()),
        Input("asked-page", "data"),
        prevent_initial_call=True,
    )
    def show_page(asked: Mapping[str, Property]) -> list[Property]:
        publication = current.get()
        path, search, tables = asked["path"], asked["search"], asked["tables"]
        page, address = page_at(path, publication), read(search, publication)
        parts = parts_on(page, address, publication, open_tables=tables, narrow=asked["narrow"])
        slots = slots_of(page, address, publication)
        cards = [
            card(slot.name, slot.laid_out, parts[slot.name], table_open=slot.name in tables)
            for slot in slots
        ]
        if page is COMPARISON:
            choices = [choice_of_view(s.name, parts[s.name]) for s in slots if s.view.borrows]
            other = other_filters(publication.vocabulary, narrow=asked["narrow"])
            cards.insert(0, html.Div([*choices, other], className="compared"))
        if page is PRESENTATION:
            cards = stage(cards)
        selection = selection_of(path, search, publication, asked["number"])
        return [cards, f"page page-{page.name}", _digests(parts), *selection]

    @app.callback(
        *(
            Output({"view": ALL, "part": ELEMENTS.get(part, part)}, held)
            for part, held in TEXTS.items()
        ),
        Output("figures", "data"),
        Output("digests", "data", allow_duplicate=True),
        *(Output(name, held, allow_duplicate=True) for name, held in SELECTION.items()),
        Input("asked-parts", "data"),
        prevent_initial_call=True,
    )
    def update(asked: Mapping[str, Property]) -> list[Property]:
        publication = current.get()
        path, search, tables = asked["path"], asked["search"], asked["tables"]
        page, address = page_at(path, publication), read(search, publication)
        known = asked["known"]
        parts = parts_on(page, address, publication, open_tables=tables, narrow=asked["narrow"])
        fresh = _digests(parts)
        texts = [
            [
                parts[name][part]
                if fresh[f"{name}/{part}"] != known.get(f"{name}/{part}")
                else no_update
                for name in (output["id"]["view"] for output in outputs)
            ]
            for outputs, part in zip(ctx.outputs_list, TEXTS, strict=False)
        ]
        figures = {
            name: card_parts["figure"]
            for name, card_parts in parts.items()
            if fresh[f"{name}/figure"] != known.get(f"{name}/figure")
        }
        selection = selection_of(path, search, publication, asked["number"])
        return [*texts, figures, fresh, *selection]

    _register_client(app)


def _digests(parts: Parts) -> dict[str, str]:
    return {
        f"{name}/{part}": digest(value)
        for name, card_parts in parts.items()
        for part, value in card_parts.items()
    }


def _register_client(app: Dash) -> None:
    """What the browser does by itself, in `assets/`: the address from filters and clicks, and the other way round."""
    app.clientside_callback(
        ClientsideFunction("dashboard", "ask"),
        Output("asked-page", "data"),
        Output("asked-parts", "data"),
        Input("address", "pathname"),
        Input("address", "search"),
        Input("open-tables", "data"),
        State("digests", "data"),
    )
    app.clientside_callback(
        ClientsideFunction("dashboard", "filtersChanged"),
        Input({"filter": ALL}, "value"),
        State({"filter": ALL}, "id"),
        State({"filter": ALL}, "options"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("dashboard", "showFilters"),
        Output({"filter": ALL}, "value"),
        Input("address", "search"),
        State({"filter": ALL}, "id"),
        State({"filter": ALL}, "options"),
        State({"filter": ALL}, "value"),
    )
    app.clientside_callback(
        ClientsideFunction("dashboard", "switchChanged"),
        Input({"switch": ALL}, "value"),
        State({"switch": ALL}, "id"),
        State({"switch": ALL}, "options"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("dashboard", "pointClicked"),
        Output({"view": ALL, "part": "figure"}, "clickData"),
        Input({"view": ALL, "part": "figure"}, "clickData"),
        State({"view": ALL, "part": "figure"}, "figure"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("dashboard", "screensLaid"),
        Input("page", "children"),
        State("address", "pathname"),
    )
    app.clientside_callback(
        ClientsideFunction("dashboard", "redraw"),
        Input("figures", "data"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("dashboard", "pageShown"),
        Input("answered", "data"),
        State("open-tables", "data"),
        State("digests", "data"),
        prevent_initial_call=True,
    )
