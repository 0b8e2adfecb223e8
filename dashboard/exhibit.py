"""What does a reader see, and take away, of one view of one selection?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from dashboard.charts.legibility import legible
from dashboard.domain.address import Address, format_address
from dashboard.domain.codebook import Term
from dashboard.domain.glossary import terms_of
from dashboard.domain.query import Query
from dashboard.domain.selection import Condition, Selection
from dashboard.domain.vocabulary import Vocabulary
from dashboard.publication import Publication
from dashboard.text.selections import population_in_words, selection_in_words
from dashboard.text.typography import unbroken
from dashboard.views.view import Content, Scene, View


@dataclass(frozen=True)
class Widening:
    """The one filter to take off so that the view has somebody again, and how many beneficiaries are then selected."""

    condition: Condition
    people: int


@dataclass(frozen=True)
class Exhibit:
    """Everything that a page, a file or a slide tells of one view: they cannot differ, since all come from here.

    `address` brings the same exhibit back; `filters` is the part of it that other views answer to as well. `site` is
    where the dashboard is served, as far as is known; `glossary` holds every word that is explained.
    """

    view: View
    content: Content
    selection: str
    address: str
    settings: Mapping[str, str]
    stamp: str
    version: str
    dated: date
    widening: Widening | None = None
    filters: str = ""
    site: str = ""
    glossary: tuple[Term, ...] = ()

    @property
    def link(self) -> str:
        """Where the exhibit stands: followed from a file, it leads back to it."""
        return f"{self.site}{self.view.page.path}{self.address}#{self.view.name}"

    @property
    def file_stem(self) -> str:
        """`carte-2017-10-31-demonstration`: the view, the data's date, and whether they are synthetic."""
        synthetic = "-demonstration" if self.stamp else ""
        return f"{self.view.name}-{self.dated.isoformat()}{synthetic}"

    @property
    def empty(self) -> bool:
        """Whether there is nobody to show."""
        return self.content.base == 0


def compose(
    view: View,
    address: Address,
    publication: Publication,
    *,
    narrow: bool = False,
    projected: bool = False,
    site: str = "",
) -> Exhibit:
    """`view` of the selection and switches of `address`, from counts that have passed the gate.

    `narrow` draws the figure for a phone, `projected` for a room; the numbers are the same. `site`, scheme and host,
    makes the exhibit's link whole.
    """
    vocabulary = publication.vocabulary
    selection = address.selection if view.filtered else Selection()
    scene = Scene(
        selection,
        address.settings,
        vocabulary,
        narrow=narrow,
        other=address.other,
        edition=publication.edition,
        projected=projected,
    )
    content = _typeset(_content(view, scene, publication))
    if projected:
        content = replace(content, figure=legible(content.figure))
    settings = _settings_of(view, address.settings)
    return Exhibit(
        view=view,
        content=content,
        selection=_told(view, address, vocabulary),
        address=format_address(address.selection, settings, vocabulary, address.other),
        filters=format_address(address.selection, {}, vocabulary),
        settings=settings,
        stamp=publication.stamp,
        version=publication.version,
        dated=publication.dated,
        widening=widening_of(view, scene, publication) if content.base == 0 else None,
        site=site,
        glossary=terms_of(vocabulary.codebook),
    )


def _told(view: View, address: Address, vocabulary: Vocabulary) -> str:
    """Whom the exhibit is about: both sides of a comparison, or everybody where no filter applies."""
    if view.borrows:
        sides = (("A", address.selection), ("B", address.other))
        return " ; ".join(f"{side} : {selection_in_words(s, vocabulary)}" for side, s in sides)
    return selection_in_words(address.selection if view.filtered else Selection(), vocabulary)


def _typeset(content: Content) -> Content:
    """`content` with its sentences as French typography wants them."""
    return replace(
        content,
        title=unbroken(content.title),
        population=unbroken(content.population),
        reading=unbroken(content.reading),
        alternative=unbroken(content.alternative),
        source=unbroken(content.source),
        notes=tuple(unbroken(note) for note in content.notes),
        nothing=unbroken(content.nothing),
    )


def people_in(selection: Selection, publication: Publication) -> int:
    """How many beneficiaries the selection keeps."""
    return publication.tabulate(Query((), selection)).total()


def headline(selection: Selection, publication: Publication) -> str:
    """The selection in words, with its number of beneficiaries."""
    return population_in_words(selection, people_in(selection, publication), publication.vocabulary)


def widening_of(view: View, scene: Scene, publication: Publication) -> Widening | None:
    """The filter whose removal brings most people back to `view`; None where no single one does."""
    best, most = None, 0
    for condition in scene.selection:
        wider = replace(scene, selection=scene.selection.without(condition.dimension))
        base = _content(view, wider, publication).base
        if base > most:
            best, most = Widening(condition, people_in(wider.selection, publication)), base
    return best


def _content(view: View, scene: Scene, publication: Publication) -> Content:
    queries = view.ask(scene)
    return view.tell(scene, {name: publication.tabulate(q) for name, q in queries.items()})


def _settings_of(view: View, settings: Mapping[str, str]) -> dict[str, str]:
    mine = {option.parameter for option in view.options}
    return {name: value for name, value in settings.items() if view.borrows or name in mine}
