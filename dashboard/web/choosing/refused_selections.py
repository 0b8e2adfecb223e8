"""What does a page show of a selection that is not answered, and how does its reader get on from there?"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from dashboard.domain.address import OTHER, Address, parameter_of
from dashboard.domain.errors import SelectionError
from dashboard.domain.selection import Condition, Selection
from dashboard.exhibits.selected import headline
from dashboard.publication import Publication
from dashboard.text.selections import chip_label, selection_in_words
from dashboard.text.typography import unbroken
from dashboard.web.markup import as_data, tag
from dashboard.web.messages import message


def whom(selection: Selection, publication: Publication) -> str:
    """The selection in words, with its number of beneficiaries where it is answered."""
    try:
        return headline(selection, publication)
    except SelectionError:
        return selection_in_words(selection, publication.vocabulary)


def refusal_of(address: Address, publication: Publication) -> Markup | None:
    """Why the selections of `address` are not answered, and a button for each filter that may come off."""
    try:
        publication.admit(address.selection, address.other)
    except SelectionError as error:
        buttons = [
            *_ways_out(address.selection, "", publication),
            *_ways_out(address.other, OTHER, publication),
        ]
        told = tag("p", unbroken(str(error)))
        return message([told, tag("div", buttons, class_="ways-out")])
    return None


def _ways_out(selection: Selection, prefix: str, publication: Publication) -> Iterator[Markup]:
    """A button for each condition that is too wide, or, where there are too many, for each of them."""
    admission = publication.admission(selection)
    listed = selection.conditions if admission.too_many else admission.several
    for condition in listed:
        yield _taking_off(condition, prefix, publication)


def _taking_off(condition: Condition, prefix: str, publication: Publication) -> Markup:
    vocabulary = publication.vocabulary
    parameter = f"{prefix}{parameter_of(condition.dimension, vocabulary)}"
    return tag(
        "button",
        f"Retirer « {unbroken(chip_label(condition, vocabulary))} »",
        type="button",
        class_="btn btn-outline-secondary btn-sm",
        data_set=as_data({parameter: ""}),
    )
