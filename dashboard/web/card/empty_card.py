"""Where an exhibit has nothing to show, what does its card say, and offer to do?"""

from __future__ import annotations

from markupsafe import Markup

from dashboard.content.click_filter import ClickFilter
from dashboard.content.content import Offer
from dashboard.domain.address import OTHER, parameter_of
from dashboard.domain.vocabulary import Vocabulary
from dashboard.exhibits.exhibit import Exhibit
from dashboard.text.selections import chip_label
from dashboard.text.words import counted
from dashboard.web.markup import as_data, tag

LOOK = "btn btn-primary"


def empty_card(exhibit: Exhibit, vocabulary: Vocabulary, prefix: str) -> Markup:
    """Why there is nothing to see, and what to do: take off the filter that hides it, or one of the view's offers."""
    buttons = [
        tag(
            "button",
            offer.label,
            type="button",
            class_=LOOK,
            data_set=as_data(_parameters(offer, vocabulary)),
        )
        for offer in exhibit.content.offers
    ]
    if exhibit.widening is not None:
        condition = exhibit.widening.condition
        side = "A – " if exhibit.view.borrows else ""
        label = (
            f"Retirer le filtre « {side}{chip_label(condition, vocabulary)} » "
            f"({counted(exhibit.widening.people, 'bénéficiaire')})"
        )
        removed = f"{prefix}{parameter_of(condition.dimension, vocabulary)}"
        buttons.append(tag("button", label, type="button", class_=LOOK, data_remove=removed))
    offered = tag("div", buttons, class_="offers") if buttons else None
    return tag("div", [tag("p", exhibit.caption.nothing), offered], class_="empty")


def _parameters(offer: Offer, vocabulary: Vocabulary) -> dict[str, str]:
    """What the button of `offer` puts into the address: both selections that it compares."""
    return {
        **ClickFilter(offer.selection).parameters(vocabulary),
        **ClickFilter(offer.other).parameters(vocabulary, OTHER),
    }
