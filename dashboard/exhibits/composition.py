"""How is a view of a selection made into what a reader sees: what it tells, and all that stands around it?"""

from __future__ import annotations

from dataclasses import replace

from dashboard.content.caption import Provenance, caption_of
from dashboard.content.content import Content
from dashboard.content.medium import Medium
from dashboard.content.typesetting import typeset
from dashboard.content.view import Scene, View
from dashboard.domain.address import Address, format_address
from dashboard.domain.selection import Selection
from dashboard.domain.vocabulary import Vocabulary
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.switch_words import switch_words, switches_of
from dashboard.exhibits.told import content_of, is_rounded, without_numbers
from dashboard.exhibits.widening import widening_of
from dashboard.publication import Publication
from dashboard.text.editions import other_version
from dashboard.text.selections import selection_in_words
from dashboard.text.typography import unbroken
from dashboard.views.registry import not_offered

FAILED = (
    "Cette vue n'a pas pu être calculée : une erreur inattendue s'est produite, et le journal du serveur la décrit. "
    "Les autres vues n'en dépendent pas. Retirez le dernier filtre ou changez le dernier réglage."
)


def compose(
    view: View,
    address: Address,
    publication: Publication,
    *,
    medium: Medium = "page",
    site: str = "",
) -> Exhibit:
    """`view` of the selection and switches of `address`, from counts that have passed the gate.

    `medium` is where its chart will be drawn; the numbers are the same. `site`, scheme and host, makes the exhibit's
    link whole. Raises SelectionError where the policy does not answer the reader's selection.
    """
    publication.admit(address.selection, address.other)
    scene = _scene(view, address, publication, medium)
    content = typeset(content_of(view, scene, publication))
    widening = (
        None if content.offers or not content.empty else widening_of(view, scene, publication)
    )
    rounded = is_rounded(content, scene, publication)
    exhibit = _around(content, view, address, publication, site, rounded=rounded)
    return replace(exhibit, widening=widening, switch_words=switch_words(view, scene))


def failed(view: View, address: Address, publication: Publication, *, site: str = "") -> Exhibit:
    """What stands for `view` where it could not be composed: nobody, and that it failed, in French."""
    nothing = without_numbers(view, publication, FAILED)
    return replace(_around(typeset(nothing), view, address, publication, site), failed=True)


def refused(view: View, address: Address, publication: Publication, why: str) -> Exhibit:
    """What stands for `view` where the policy does not answer the selection: no number, and `why` in French."""
    nothing = without_numbers(view, publication, why)
    exhibit = _around(typeset(nothing), view, address, publication, "")
    # Nobody is counted: there is no base, rather than one of nobody.
    caption = replace(exhibit.caption, base="", champ=f"{exhibit.selection}.", scope="")
    return replace(exhibit, caption=caption)


def _scene(view: View, address: Address, publication: Publication, medium: Medium) -> Scene:
    return Scene(
        address.selection if view.filtered else Selection(),
        address.switches,
        publication.vocabulary,
        medium,
        other=address.other,
        dataset_info=publication.dataset_info,
        not_offered=not_offered(publication.vocabulary),
    )


def _around(
    content: Content,
    view: View,
    address: Address,
    publication: Publication,
    site: str,
    *,
    rounded: bool = False,
) -> Exhibit:
    """The exhibit of `content`: its caption, and how it is found again."""
    vocabulary = publication.vocabulary
    switches = switches_of(view, address.switches)
    provenance = Provenance(
        _selection_in_words(view, address, vocabulary),
        publication.stamp,
        publication.version,
        publication.dated,
        rounded,
    )
    return Exhibit(
        view=view,
        content=content,
        caption=caption_of(content, provenance),
        selection=provenance.selection,
        address=format_address(address.selection, switches, vocabulary, address.other),
        switches=switches,
        stamp=provenance.stamp,
        version=provenance.version,
        dated=provenance.dated,
        filters=format_address(address.selection, {}, vocabulary),
        site=site,
        glossary=vocabulary.glossary,
        other_version=other_version(
            address.version, provenance.version, provenance.dated, publication.editions
        ),
        disclosure=unbroken(publication.policy.description),
        mark=publication.policy.mark,
    )


def _selection_in_words(view: View, address: Address, vocabulary: Vocabulary) -> str:
    """Whom the exhibit is about: both sides of a comparison, or everybody where no filter applies."""
    if view.borrows:
        sides = (("A", address.selection), ("B", address.other))
        return " ; ".join(f"{side} : {selection_in_words(s, vocabulary)}" for side, s in sides)
    return selection_in_words(address.selection if view.filtered else Selection(), vocabulary)
