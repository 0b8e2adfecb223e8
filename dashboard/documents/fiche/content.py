"""What does the document of a region tell: key figures, since last year, profile, outcomes, training, how to read?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import unquote

from dashboard.content.view import View
from dashboard.documents.document import Chapter, Composer, Document, Plate, document_of, file_stem
from dashboard.documents.fiche.profile import VIEW as PROFILE
from dashboard.documents.fiche.reading import how_to_read
from dashboard.domain.address import Address, format_address
from dashboard.domain.codebook import Category
from dashboard.domain.vocabulary import Vocabulary
from dashboard.exhibits.told import TOO_FEW
from dashboard.publication import Publication
from dashboard.text.typography import unbroken
from dashboard.views.kit.regions import main_noun, region_of
from dashboard.views.registry import offered

HOW_TO_READ = "lire"
"""The chapter of method, which a deck puts on its last slide."""


@dataclass(frozen=True)
class _Part:
    """A chapter of the document: the first of its `views` that has anybody to show, of those that the study offers."""

    name: str
    title: str
    views: tuple[str, ...]


PARTS = (
    _Part("chiffres", "Chiffres clés", ("chiffres-cles",)),
    _Part("evolution", "Depuis la promotion précédente", ("evolution", "regions-promotions")),
    _Part("profil", "Profil", (PROFILE.name,)),
    _Part("devenir", "Devenir", ("emploi", "trajectoires")),
    _Part("formations", "Formations", ("niveaux", "modalites", "equipes")),
)
"""The chapters in their order; one that has nothing to show is left out."""


def fiche_title(region: Category, vocabulary: Vocabulary) -> str:
    """`Fiche région : Bretagne`."""
    return unbroken(f"Fiche {main_noun(vocabulary).singular} : {region.label}")


def fiche_stem(region: Category, address: Address, publication: Publication) -> str:
    """`fiche-bretagne-2017-10-31-demonstration`: the region, then the other filters of `address`, then the data."""
    vocabulary = publication.vocabulary
    others = address.selection.without(region_of(vocabulary))
    state = f"{region.parameter_value}{unquote(format_address(others, {}, vocabulary))}"
    return file_stem("fiche", state, publication)


def fiche(
    region: Category, address: Address, publication: Publication, compose: Composer
) -> Document:
    """The document of `region`, of whom the other filters of `address` keep; `compose` makes its exhibits."""
    vocabulary = publication.vocabulary
    title, stem = fiche_title(region, vocabulary), fiche_stem(region, address, publication)
    document = document_of(address, title, stem, publication)
    if not document.people:
        return document
    chapters = tuple(_chapters(Address(address.selection), vocabulary, compose))
    if not any(chapter.plates for chapter in chapters):
        return replace(document, nothing=TOO_FEW)
    return replace(document, chapters=chapters)


def _chapters(address: Address, vocabulary: Vocabulary, compose: Composer) -> Iterator[Chapter]:
    profile = {} if PROFILE.missing(vocabulary) else {PROFILE.name: PROFILE}
    known: Mapping[str, View] = {**offered(vocabulary), **profile}
    for part in PARTS:
        exhibits = (compose(known[name], address) for name in part.views if name in known)
        # A sentence that nothing can be drawn is no page of a document: the next view may have something to show.
        drawn = (each for each in exhibits if not each.empty and not each.content.undrawn)
        shown = next(drawn, None)
        if shown is not None:
            yield Chapter(part.name, part.title, plates=(Plate(shown),))
    explained = how_to_read(vocabulary)
    yield Chapter(HOW_TO_READ, explained.title, sections=(explained,))
