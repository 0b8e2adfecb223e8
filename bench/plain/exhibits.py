"""What does a plain page show of a selection: our own figures, by the views' own code?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dashboard.content.charts import Chart
from dashboard.content.charts.scales import on_one_scale
from dashboard.content.content import Content
from dashboard.content.page import COMPARISON, Page
from dashboard.content.view import Scene, View
from dashboard.domain.address import Address, parse_address
from dashboard.domain.selection import Selection
from dashboard.exhibits.selected import headline
from dashboard.publication import Publication
from dashboard.views.registry import (
    not_offered,
    offered_on,
    offered_switches,
    offered_titles,
    offered_view,
)


@dataclass(frozen=True)
class Place:
    """A place on a page: its name, the view in it, and whether that shows the second selection."""

    name: str
    view: View
    of_other: bool = False


def places_on(page: Page, publication: Publication) -> tuple[Place, ...]:
    """The places of `page`; a comparison shows its first view twice, then how the two differ."""
    vocabulary = publication.vocabulary
    own = tuple(Place(view.name, view) for view in offered_on(page, vocabulary))
    if page is not COMPARISON:
        return own
    (switch,) = {
        s.parameter: s for view in offered_on(page, vocabulary) for s in view.switches
    }.values()
    compared = offered_view(switch.first(vocabulary), vocabulary)
    return (Place("a", compared), Place("b", compared, of_other=True), *own)


def read(search: str, publication: Publication) -> Address:
    """What the filters and clicks of a page, written as an address, ask for."""
    vocabulary = publication.vocabulary
    return parse_address(
        search, vocabulary, offered_switches(vocabulary), offered_titles(vocabulary)
    )


def contents(
    places: tuple[Place, ...], address: Address, publication: Publication
) -> dict[str, Content]:
    """What each place tells of the selections of `address`; both sides of a comparison on one scale."""
    told = {place.name: _content(place, address, publication) for place in places}
    if "b" in told and not (told["a"].empty or told["b"].empty):
        charts = _on_one_scale(told["a"].chart, told["b"].chart)
        for name, chart in charts.items():
            told[name] = replace(told[name], chart=chart)
    return told


def people(page: Page, address: Address, publication: Publication) -> str:
    """The selection in words, with how many it has."""
    first = headline(address.selection, publication)
    if page is not COMPARISON:
        return first
    return f"A : {first} – B : {headline(address.other, publication)}"


def _on_one_scale(first: Chart | None, second: Chart | None) -> Mapping[str, Chart]:
    if first is None or second is None:
        return {}
    return dict(zip("ab", on_one_scale(first, second), strict=True))


def _content(place: Place, address: Address, publication: Publication) -> Content:
    view, vocabulary = place.view, publication.vocabulary
    chosen = address.other if place.of_other else address.selection
    scene = Scene(
        chosen if view.filtered else Selection(),
        address.switches,
        vocabulary,
        other=address.other,
        dataset_info=publication.dataset_info,
        not_offered=not_offered(vocabulary),
    )
    return view.tell(scene, publication.tabulate_all(view.ask(scene)))
