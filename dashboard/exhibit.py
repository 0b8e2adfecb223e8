"""What does a reader see, and take away, of one view of one selection?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import blake2b
from urllib.parse import unquote

from dashboard.content.caption import Caption, Provenance, caption_of
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable
from dashboard.content.medium import Medium
from dashboard.content.typesetting import typeset
from dashboard.content.untold import with_what_is_hidden
from dashboard.content.view import Scene, View
from dashboard.domain.address import Address, format_address, of_version
from dashboard.domain.codebook import Term, slug
from dashboard.domain.counts import LEAST_DETAILED, Count, Rounded, Suppressed
from dashboard.domain.query import Query
from dashboard.domain.selection import Condition, Selection
from dashboard.domain.vocabulary import Vocabulary
from dashboard.publication import Publication
from dashboard.switch_words import switch_words, switches_of
from dashboard.text.editions import other_version
from dashboard.text.selections import population_in_words, selection_in_words
from dashboard.text.typography import unbroken
from dashboard.text.words import or_too_few
from dashboard.views.registry import not_offered

LONGEST_STATE = 72
"""Letters of a file's name that tell its selection and switches; what is longer ends in a fingerprint."""

TOO_FEW = (
    "Cette sélection compte trop peu de bénéficiaires, ou aucun, pour que leurs réponses soient diffusées. Retirez un "
    "filtre."
)

TOO_FEW_HERE = (
    "Trop peu de bénéficiaires de cette sélection, ou aucun, sont concernés par cette vue pour que leurs réponses "
    "soient diffusées. Retirez un filtre."
)

NOBODY = "Aucun bénéficiaire dans cette sélection."

FAILED = (
    "Cette vue n'a pas pu être calculée : une erreur inattendue s'est produite, et le journal du serveur la décrit. "
    "Les autres vues n'en dépendent pas. Retirez le dernier filtre ou changez le dernier réglage."
)


def file_name(what: str, dated: date, stamp: str, mark: str = "") -> str:
    """`what-2017-10-31-demonstration`: what a file holds, the data's date and, where these bear a stamp, their kind.

    It ends in `-interne` where each page of the file bears a `mark`.
    """
    kind = "-demonstration" if stamp else ""
    return f"{what}-{dated.isoformat()}{kind}{'-interne' if mark else ''}"


@dataclass(frozen=True)
class Widening:
    """The one filter to take off so that there is something to show, and how many beneficiaries are then selected."""

    condition: Condition
    people: int


@dataclass(frozen=True)
class Exhibit:
    """Everything that a page, a file or a slide tells of one view: they cannot differ, since all come from here.

    `caption` holds every word around the numbers, composed once; `selection` is the plain text of whom they are about,
    as cells of files have it. `address` brings the same exhibit back; `filters` is the part of it that other views
    answer to as well. `switches` are those of the view that are not at their default, each parameter with its position;
    `switch_words` tell all of them: label, position in words. `site` is where the dashboard is served, as far as is
    known; `glossary` holds every word that is explained. `failed`: its view could not be composed, as its caption says.
    `other_version`: that it was asked for of another version than its own, for a file to say; else empty.
    `disclosure` says under which rules its numbers are shown, `mark` what each page of a file of it bears, if anything.
    """

    view: View
    content: Content
    caption: Caption
    selection: str
    address: str
    switches: Mapping[str, str]
    stamp: str
    version: str
    dated: date
    widening: Widening | None = None
    filters: str = ""
    switch_words: tuple[tuple[str, str], ...] = ()
    site: str = ""
    glossary: tuple[Term, ...] = ()
    failed: bool = False
    other_version: str = ""
    disclosure: str = ""
    mark: str = ""

    @property
    def link(self) -> str:
        """Where the exhibit stands: followed from a file, it leads back to it, and says of which version it is."""
        search = of_version(self.address, self.version)
        return f"{self.site}{self.view.page.path}{search}#{self.view.name}"

    @property
    def file_stem(self) -> str:
        """`carte-genre-f-mesure-ue-2017-10-31-demonstration`: the view, what it shows, the data's date, their kind."""
        return file_name(f"{self.view.name}{self._state}", self.dated, self.stamp, self.mark)

    @property
    def _state(self) -> str:
        switched = "&".join(f"{name}={position}" for name, position in self.switches.items())
        address = unquote(self.address if self.view.filtered else switched)
        state = slug(address.replace(f"{self.view.name}.", ""))
        if len(state) > LONGEST_STATE:
            mark = blake2b(state.encode(), digest_size=4).hexdigest()
            state = f"{state[: LONGEST_STATE - len(mark) - 1]}-{mark}"
        return f"-{state}" if state else ""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return self.content.empty


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
    content = typeset(_content(view, scene, publication))
    widening = (
        None if content.offers or not content.empty else widening_of(view, scene, publication)
    )
    rounded = _is_rounded(content, scene, publication)
    exhibit = _around(content, view, address, publication, site, rounded=rounded)
    return replace(exhibit, widening=widening, switch_words=switch_words(view, scene))


def failed(view: View, address: Address, publication: Publication, *, site: str = "") -> Exhibit:
    """What stands for `view` where it could not be composed: nobody, and that it failed, in French."""
    nothing = _without_numbers(view, publication, FAILED)
    return replace(_around(typeset(nothing), view, address, publication, site), failed=True)


def refused(view: View, address: Address, publication: Publication, why: str) -> Exhibit:
    """What stands for `view` where the policy does not answer the selection: no number, and `why` in French."""
    nothing = _without_numbers(view, publication, why)
    exhibit = _around(typeset(nothing), view, address, publication, "")
    # Nobody is counted: there is no base, rather than one of nobody.
    caption = replace(exhibit.caption, base="", champ=f"{exhibit.selection}.", scope="")
    return replace(exhibit, caption=caption)


def too_few(scene: Scene, publication: Publication) -> bool:
    """Whether the policy tells no detail of whom the scene is about: of either side, where it has two."""
    if not publication.policy.protects:
        return False
    people = [people_in(selection, publication) for selection in (scene.selection, scene.other)]
    return any(map(_has_no_detail, people))


def _has_no_detail(people: Count) -> bool:
    """Whether there are so few that nothing is told of them but their number, or not even that."""
    if isinstance(people, Suppressed):
        return True
    return isinstance(people, Rounded) and people < LEAST_DETAILED


def _is_rounded(content: Content, scene: Scene, publication: Publication) -> bool:
    """Whether a number is rounded or suppressed: under a policy that protects, of people whom it does not tell exactly.

    Who runs a region is told of it exactly, and may see it beside others.
    """
    if not publication.policy.protects:
        return False
    rows = content.data_table.rows
    numbers = (
        people_in(scene.selection, publication),
        *(n for r in rows for n in (r.count, r.base)),
    )
    return any(isinstance(number, (Rounded, Suppressed)) for number in numbers)


def _without_numbers(
    view: View, publication: Publication, why: str, *, people: Count = 0
) -> Content:
    """What is shown instead of a view, and why; `people` may be a number that is not told."""
    title = view.title_in(publication.vocabulary)
    return Content(
        title=title,
        base=people,
        population="bénéficiaires",
        chart=None,
        data_table=DataTable((title,), "", ()),
        reading="",
        alternative=why,
        source="",
        nothing=why,
        nothing_to_find=True,
    )


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


def people_in(selection: Selection, publication: Publication) -> int:
    """How many beneficiaries the selection keeps; raises SelectionError where the policy does not answer it."""
    publication.admit(selection)
    return publication.tabulate(Query((), selection)).total()


def headline(selection: Selection, publication: Publication) -> str:
    """The selection in words, with its number of beneficiaries; raises SelectionError as `people_in` does."""
    return population_in_words(selection, people_in(selection, publication), publication.vocabulary)


def widening_of(view: View, scene: Scene, publication: Publication) -> Widening | None:
    """The filter whose removal brings most people back to `view`; None where no single one does."""
    best, most = None, 0
    for condition in scene.selection:
        wider = replace(scene, selection=scene.selection.without(condition.dimension))
        people = people_in(wider.selection, publication)
        base = _base(view, wider, publication) if people else 0
        if base > most:
            best, most = Widening(condition, people), base
    return best


def _base(view: View, scene: Scene, publication: Publication) -> int:
    """How many `view` shows. To know it is to make all of its content: it is kept for the next narrow selection."""
    key = ("base", view, scene.selection, scene.other, tuple(sorted(scene.switches.items())))
    return publication.remembered(key, lambda: _shown(_content(view, scene, publication)))


def _shown(content: Content) -> int:
    return 0 if content.empty else content.base


def _content(view: View, scene: Scene, publication: Publication) -> Content:
    if too_few(scene, publication):
        return _without_numbers(view, publication, TOO_FEW, people=Suppressed())
    content = view.tell(scene, publication.tabulate_all(view.ask(scene)))
    if not content.empty and _has_no_detail(content.base):
        return _without_numbers(view, publication, TOO_FEW_HERE, people=Suppressed())
    if not content.empty:
        return with_what_is_hidden(content)
    # Views know why they count nobody of a selection; that there is nobody to count comes first.
    known = view.borrows or people_in(scene.selection, publication)
    nothing = content.nothing if known else NOBODY
    if isinstance(content.base, Rounded):
        nothing = or_too_few(nothing)
    if content.nothing_to_find:
        # What is no finding on the page is none in a file either.
        content = replace(content, data_table=replace(content.data_table, rows=()))
    return replace(content, nothing=nothing, alternative=nothing or content.alternative)
