"""How does a reader set the switches of a view?"""

from __future__ import annotations

import json
from functools import lru_cache

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.domain.codebook import Term
from dashboard.domain.options import Choice, Option
from dashboard.domain.vocabulary import Vocabulary
from dashboard.exhibit import Exhibit
from dashboard.web.attributes import dom_id, marked
from dashboard.web.prose import Explained
from dashboard.web.still import still


def switches(exhibit: Exhibit, vocabulary: Vocabulary, terms: Explained) -> list[Component | None]:
    """The switches; a list is a component of its own, which rows of buttons need not be."""
    return [
        _list(option, exhibit, vocabulary, terms)
        if option.form == "list"
        else _switch(
            option,
            option.choices(vocabulary),
            _position(option, exhibit),
            terms.first_said(option.label),
        )
        for option in exhibit.view.options
    ]


def _list(option: Option, exhibit: Exhibit, vocabulary: Vocabulary, terms: Explained) -> Component:
    """A switch with many positions."""
    return html.Div(
        [
            html.Label(terms.linked(option.label), htmlFor=dom_id({"setting": option.parameter})),
            dcc.Dropdown(
                id={"setting": option.parameter},
                options=[{"label": c.label, "value": c.value} for c in option.choices(vocabulary)],
                value=_position(option, exhibit),
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
    option: Option, choices: tuple[Choice, ...], current: str, terms: tuple[Term, ...]
) -> Component | None:
    """A switch as a row of buttons, its label leading to what it says of `terms`.

    Kept: a page has a score of them, and a filter changes none.
    """
    buttons = [
        marked(
            html.Button(choice.label, type="button", className="choice"),
            aria_pressed="true" if choice.value == current else "false",
            data_set=json.dumps(
                {option.parameter: "" if choice.value == option.default else choice.value}
            ),
        )
        for choice in choices
    ]
    if option.form == "player":
        play = marked(
            html.Button(
                "▶ Lire", type="button", className="choice play", title="Faire défiler les années"
            ),
            data_play=option.parameter,
        )
        buttons.insert(0, play)
    label = html.Span(Explained(terms).linked(option.label), className="switch-label")
    return still(
        marked(
            html.Div([label, *buttons], className="switch", role="group"), aria_label=option.label
        )
    )


def _position(option: Option, exhibit: Exhibit) -> str:
    return exhibit.settings.get(option.parameter, option.default)
