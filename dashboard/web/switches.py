"""How does a reader set the switches of a view?"""

from __future__ import annotations

import json
from functools import lru_cache

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.domain.codebook import Term
from dashboard.domain.switches import Choice, Switch, said
from dashboard.domain.vocabulary import Vocabulary
from dashboard.exhibit import Exhibit
from dashboard.web.attributes import dom_id, marked
from dashboard.web.prose import Explained
from dashboard.web.static_html import static_html


def switches(exhibit: Exhibit, vocabulary: Vocabulary, terms: Explained) -> list[Component | None]:
    """The switches of an exhibit's view; a list is a component of its own, which rows of buttons need not be."""
    return [
        _list(switch, exhibit, vocabulary, terms)
        if switch.form == "list"
        else _switch(
            switch,
            said(switch.label, vocabulary),
            switch.offered(vocabulary),
            _position(switch, exhibit, vocabulary),
            switch.first(vocabulary),
            terms.first_said(said(switch.label, vocabulary)),
        )
        for switch in exhibit.view.switches
        if switch.is_shown(vocabulary)
    ]


def _list(switch: Switch, exhibit: Exhibit, vocabulary: Vocabulary, terms: Explained) -> Component:
    """A switch with many positions."""
    return html.Div(
        [
            html.Label(
                terms.linked(said(switch.label, vocabulary)),
                htmlFor=dom_id({"switch": switch.parameter}),
            ),
            dcc.Dropdown(
                id={"switch": switch.parameter},
                options=[{"label": c.label, "value": c.value} for c in switch.offered(vocabulary)],
                value=_position(switch, exhibit, vocabulary),
                clearable=False,
                searchable=False,
                maxHeight=360,
                className="filter-choice",
            ),
        ],
        className="switch",
    )


@lru_cache(maxsize=1024)
def _switch(
    switch: Switch,
    label: str,
    choices: tuple[Choice, ...],
    current: str,
    first: str,
    terms: tuple[Term, ...],
) -> Component | None:
    """A switch as a row of buttons, its label leading to what it says of `terms`; the address leaves out the `first`.

    Kept: a page has a score of them, and a filter changes none.
    """
    buttons = [
        marked(
            html.Button(choice.label, type="button", className="choice"),
            aria_pressed="true" if choice.value == current else "false",
            data_set=json.dumps({switch.parameter: "" if choice.value == first else choice.value}),
        )
        for choice in choices
    ]
    if switch.form == "player":
        play = marked(
            html.Button(
                "▶ Lire", type="button", className="choice play", title="Faire défiler les années"
            ),
            data_play=switch.parameter,
        )
        buttons.insert(0, play)
    name = html.Span(Explained(terms).linked(label), className="switch-label")
    return static_html(
        marked(html.Div([name, *buttons], className="switch", role="group"), aria_label=label)
    )


def _position(switch: Switch, exhibit: Exhibit, vocabulary: Vocabulary) -> str:
    return exhibit.switches.get(switch.parameter) or switch.first(vocabulary)
