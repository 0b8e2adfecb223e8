"""Which addresses may a reader come to, by filters, clicks and switches?"""

from itertools import product

from hypothesis import strategies as st

from dashboard.content.view import View
from dashboard.domain.address import Address
from dashboard.domain.dimension import Dimension
from dashboard.domain.selection import Condition, Selection, selection_of
from dashboard.domain.switches import Switch
from dashboard.domain.vocabulary import Vocabulary
from dashboard.publication import Publication
from dashboard.views.registry import all_switches, views

MOST_FILTERS, MOST_STEPS, MOST_VALUES, MOST_SWITCHES = 3, 2, 4, 4

FLOWING = ("status", "csp", "sector")
"""The variables of which a Sankey's path is made."""


def selectable(vocabulary: Vocabulary) -> list[Dimension]:
    """Every dimension that an address may filter on."""
    return [
        dimension
        for variable in vocabulary.codebook.variables.values()
        for dimension in (Dimension(variable.name, w) for w in (None, *vocabulary.waves))
        if variable.parameter
        and variable.kind != "integer"
        and vocabulary.has(dimension)
        and vocabulary.selects_people(dimension)
    ]


@st.composite
def selections(draw: st.DrawFn, vocabulary: Vocabulary) -> Selection:
    """Filters of one or several values, and steps of a path through the Sankeys."""
    all_of_them = selectable(vocabulary)
    filters = [d for d in all_of_them if d.variable in vocabulary.codebook.filters.order]
    steps = [d for d in all_of_them if d.variable in FLOWING]
    chosen = [
        *draw(st.lists(st.sampled_from(filters), max_size=MOST_FILTERS, unique=True)),
        *draw(st.lists(st.sampled_from(steps), max_size=MOST_STEPS, unique=True)),
        *draw(st.lists(st.sampled_from(all_of_them), max_size=1)),
    ]
    return selection_of(
        [
            Condition(dimension, tuple(draw(some_codes(vocabulary, dimension))))
            for dimension in dict.fromkeys(chosen)
        ]
    )


@st.composite
def some_codes(draw: st.DrawFn, vocabulary: Vocabulary, dimension: Dimension) -> list[str]:
    """A few of the categories, absences included, or all but a few, or a grouping.

    So filters keep hardly anybody and nearly all, and what an address writes as one choice.
    """
    gathered = [list(grouping.gathers) for grouping in vocabulary.groupings(dimension)]
    if gathered:
        as_one: bool = draw(st.booleans())
        if as_one:
            return draw(st.sampled_from(gathered))
    listed = vocabulary.codes(dimension)
    few = draw(st.lists(st.sampled_from(listed), min_size=1, max_size=MOST_VALUES, unique=True))
    others = [code for code in listed if code not in few]
    nearly_all = draw(st.booleans())
    return others if others and nearly_all else few


@st.composite
def switches(draw: st.DrawFn, vocabulary: Vocabulary) -> dict[str, str]:
    """Positions of some switches, those at their default left out as an address does."""
    turned: list[Switch] = draw(
        st.lists(
            st.sampled_from(all_switches()),
            max_size=MOST_SWITCHES,
            unique_by=lambda switch: switch.parameter,
        )
    )
    positions = {}
    for switch in turned:
        first = switch.first(vocabulary)
        others = [c.value for c in switch.offered(vocabulary) if c.value != first]
        if others:
            positions[switch.parameter] = draw(st.sampled_from(others))
    return positions


def every_position(view: View, vocabulary: Vocabulary) -> list[dict[str, str]]:
    """Each way in which the switches of a view can stand."""
    offered = [
        [(switch.parameter, choice.value) for choice in switch.offered(vocabulary)]
        for switch in view.switches
    ]
    return [dict(positions) for positions in product(*offered)]


def addresses(vocabulary: Vocabulary) -> st.SearchStrategy[Address]:
    """A selection, switches, and at times a second selection to compare with, as a page without problems has them."""
    some = selections(vocabulary)
    return st.builds(Address, some, switches(vocabulary), st.just(()), st.just(Selection()) | some)


def drawn(data: st.DataObject, publication: Publication) -> Address:
    """Any address of `publication`."""
    return data.draw(addresses(publication.vocabulary))


def any_view(data: st.DataObject) -> str:
    """The name of any view."""
    return data.draw(st.sampled_from(sorted(views())))
