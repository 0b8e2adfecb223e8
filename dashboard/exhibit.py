"""What does a reader see, and take away, of one view of one selection?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import blake2b
from urllib.parse import unquote

from dashboard.content.content import Content, Section
from dashboard.content.view import Scene, View
from dashboard.domain.address import Address, format_address
from dashboard.domain.codebook import Term, slug
from dashboard.domain.query import Query
from dashboard.domain.selection import Condition, Selection
from dashboard.domain.vocabulary import Vocabulary
from dashboard.outputs.plotly.legibility import legible
from dashboard.publication import Publication
from dashboard.text.selections import population_in_words, selection_in_words
from dashboard.text.typography import unbroken
from dashboard.views.registry import all_switches

LONGEST_STATE = 72
"""Letters of a file's name that tell its selection and switches; what is longer ends in a fingerprint."""

NOBODY = "Aucun bénéficiaire dans cette sélection."


@dataclass(frozen=True)
class Widening:
    """The one filter to take off so that the view has somebody again, and how many beneficiaries are then selected."""

    condition: Condition
    people: int


@dataclass(frozen=True)
class Exhibit:
    """Everything that a page, a file or a slide tells of one view: they cannot differ, since all come from here.

    `address` brings the same exhibit back; `filters` is the part of it that other views answer to as well. `switches`
    are those of the view, each by its name and its position in words. `site` is where the dashboard is served, as
    far as is known; `glossary` holds every word that is explained.
    """

    view: View
    content: Content
    selection: str
    address: str
    switches: Mapping[str, str]
    stamp: str
    version: str
    dated: date
    widening: Widening | None = None
    filters: str = ""
    switches: tuple[tuple[str, str], ...] = ()
    site: str = ""
    glossary: tuple[Term, ...] = ()

    @property
    def link(self) -> str:
        """Where the exhibit stands: followed from a file, it leads back to it."""
        return f"{self.site}{self.view.page.path}{self.address}#{self.view.name}"

    @property
    def file_stem(self) -> str:
        """`carte-genre-f-mesure-ue-2017-10-31-demonstration`: the view, what it shows, the data's date, their kind."""
        synthetic = "-demonstration" if self.stamp else ""
        return f"{self.view.name}{self._state}-{self.dated.isoformat()}{synthetic}"

    @property
    def _state(self) -> str:
        switched = "&".join(f"{name}={value}" for name, value in self.switches.items())
        told = unquote(self.address if self.view.filtered else switched)
        state = slug(told.replace(f"{self.view.name}.", ""))
        if len(state) > LONGEST_STATE:
            mark = blake2b(state.encode(), digest_size=4).hexdigest()
            state = f"{state[: LONGEST_STATE - len(mark) - 1]}-{mark}"
        return f"-{state}" if state else ""

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
        address.switches,
        vocabulary,
        narrow=narrow,
        other=address.other,
        dataset_info=publication.dataset_info,
        projected=projected,
    )
    content = _typeset(_content(view, scene, publication))
    if projected:
        content = replace(content, figure=legible(content.figure))
    switches = _settings_of(view, address.switches)
    return Exhibit(
        view=view,
        content=content,
        selection=_told(view, address, vocabulary),
        address=format_address(address.selection, switches, vocabulary, address.other),
        filters=format_address(address.selection, {}, vocabulary),
        switches=switches,
        switches_in_words=_switches_of(view, scene),
        stamp=publication.stamp,
        version=publication.version,
        dated=publication.dated,
        widening=None if content.base or content.offers else widening_of(view, scene, publication),
        site=site,
        glossary=vocabulary.glossary,
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
        # Over nobody, a note would tell what is out of scope as if it were zero; `nothing` says why there is nobody.
        notes=tuple(unbroken(note) for note in content.notes) if content.base else (),
        nothing=unbroken(content.nothing),
        sections=tuple(_typeset_section(section) for section in content.sections),
    )


def _typeset_section(section: Section) -> Section:
    return replace(
        section,
        paragraphs=tuple(unbroken(paragraph) for paragraph in section.paragraphs),
        definitions=tuple(replace(one, text=unbroken(one.text)) for one in section.definitions),
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
    content = view.tell(scene, {name: publication.tabulate(q) for name, q in queries.items()})
    if content.base:
        return content
    # Views know why they count nobody of a selection; that there is nobody to count comes first.
    known = view.borrows or people_in(scene.selection, publication)
    nothing = content.nothing if known else NOBODY
    return replace(content, nothing=nothing, alternative=nothing or content.alternative)


def _switches_of(view: View, scene: Scene) -> tuple[tuple[str, str], ...]:
    """The switches of `view`, and where it shows another one, those of that one."""
    options = list(view.switches)
    if view.borrows:
        shown = {scene.position(switch) for switch in options}
        options += [o for o in all_switches() if o.parameter.partition(".")[0] in shown]
    found = []
    for switch in options:
        labels = {choice.value: choice.label for choice in switch.choices(scene.vocabulary)}
        position = scene.position(switch)
        found.append((switch.label, labels.get(position, position)))
    return tuple(found)


def _settings_of(view: View, switches: Mapping[str, str]) -> dict[str, str]:
    mine = {switch.parameter for switch in view.switches}
    return {name: value for name, value in switches.items() if view.borrows or name in mine}
