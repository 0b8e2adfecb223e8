"""Where an exhibit has nobody to show, what does its card say, and offer to do?"""

from __future__ import annotations

import json

from dash import html
from dash.development.base_component import Component

from dashboard.content.click_filter import ClickFilter
from dashboard.content.content import Offer
from dashboard.domain.address import OTHER, parameter_of
from dashboard.domain.vocabulary import Vocabulary
from dashboard.exhibit import Exhibit
from dashboard.text.selections import chip_label
from dashboard.text.words import counted
from dashboard.web.attributes import marked


def empty_card(exhibit: Exhibit, vocabulary: Vocabulary, prefix: str) -> Component:
    """Why there is nothing to see, and what to do: take off the filter that hides it, or one of the view's offers."""
    buttons = [
        marked(
            html.Button(offer.label, type="button", className="btn btn-primary"),
            data_set=json.dumps(_parameters(offer, vocabulary)),
        )
        for offer in exhibit.content.offers
    ]
    if exhibit.widening is not None:
        condition = exhibit.widening.condition
        side = "A – " if exhibit.view.borrows else ""
        buttons.append(
            marked(
                html.Button(
                    f"Retirer le filtre « {side}{chip_label(condition, vocabulary)} » "
                    f"({counted(exhibit.widening.people, 'bénéficiaire')})",
                    type="button",
                    className="btn btn-primary",
                ),
                data_remove=f"{prefix}{parameter_of(condition.dimension, vocabulary)}",
            )
        )
    offered = [html.Div(buttons, className="offers")] if buttons else []
    return html.Div([html.P(exhibit.caption.nothing), *offered], className="empty")


def _parameters(offer: Offer, vocabulary: Vocabulary) -> dict[str, str]:
    """What the button of `offer` puts into the address: both selections that it compares."""
    return {
        **ClickFilter(offer.selection).parameters(vocabulary),
        **ClickFilter(offer.other).parameters(vocabulary, OTHER),
    }
