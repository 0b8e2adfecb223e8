"""How does a reader set the switches of a view?"""

from __future__ import annotations

import json
from functools import lru_cache

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.domain.codebook import Term
from dashboard.domain.switches import Choice, Switch
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
            switch.choices(vocabulary),
            _position(switch, exhibit),
            terms.first_said(switch.label),
        )
        for switch in exhibit.view.switches
    ]


def _list(switch: Switch, exhibit: Exhibit, vocabulary: Vocabulary, terms: Explained) -> Component:
    """A switch with many positions."""
    return html.Div(
        [
            html.Label(terms.linked(switch.label), htmlFor=dom_id({"switch": switch.parameter})),
            dcc.Dropdown(
                id={"switch": switch.parameter},
                options=[{"label": c.label, "value": c.value} for c in switch.choices(vocabulary)],
                value=_position(switch, exhibit),
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
    switch: Switch, choices: tuple[Choice, ...], current: str, terms: tuple[Term, ...]
) -> Component | None:
    """A switch as a row of buttons, its label leading to what it says of `terms`.

    Kept: a page has a score of them, and a filter changes none.
    """
    buttons = [
        marked(
            html.Button(choice.label, type="button", className="choice"),
            aria_pressed="true" if choice.value == current else "false",
            data_set=json.dumps(
                {switch.parameter: "" if choice.value == switch.default else choice.value}
            ),
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
    label = html.Span(Explained(terms).linked(switch.label), className="switch-label")
    return static_html(
        marked(
            html.Div([label, *buttons], className="switch", role="group"), aria_label=switch.label
        )
    )


def _position(switch: Switch, exhibit: Exhibit) -> str:
    return exhibit.switches.get(switch.parameter, switch.default)
