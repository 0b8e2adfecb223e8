"""Does any state survive its own address, and is nothing in an address ever dropped in silence?"""

from dataclasses import replace
from urllib.parse import quote

from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.address import Address, format_address, of_version, parse_address
from dashboard.exhibits.composition import compose
from dashboard.publication import Publication
from dashboard.text.selections import selection_in_words
from dashboard.views.registry import all_switches, view_named, views
from dashboard.web.pages import read
from tests.properties.addresses import addresses, selections
from tests.support.examples import examples

every_selection = examples(200)


@every_selection
@given(data=st.data())
def test_a_state_comes_back_from_its_address(publication: Publication, data: st.DataObject) -> None:
    vocabulary = publication.vocabulary
    state = data.draw(addresses(vocabulary))
    written = format_address(state.selection, state.switches, vocabulary, state.other)
    assert parse_address(written, vocabulary, all_switches()) == state


@every_selection
@given(data=st.data(), version=st.text("0123456789abcdef", min_size=12, max_size=12))
def test_the_version_of_a_link_comes_back_and_selects_nobody(
    publication: Publication, data: st.DataObject, version: str
) -> None:
    vocabulary = publication.vocabulary
    state = data.draw(addresses(vocabulary))
    written = format_address(state.selection, state.switches, vocabulary, state.other)
    again = parse_address(of_version(written, version), vocabulary, all_switches())
    assert again == replace(state, version=version)


@every_selection
@given(data=st.data())
def test_an_address_is_written_in_one_way(publication: Publication, data: st.DataObject) -> None:
    vocabulary = publication.vocabulary
    state = data.draw(addresses(vocabulary))
    written = format_address(state.selection, state.switches, vocabulary, state.other)
    parts = written.removeprefix("?").split("&")
    shuffled = "&".join(data.draw(st.permutations(parts)))
    again = read(shuffled, publication)
    assert format_address(again.selection, again.switches, vocabulary, again.other) == written


@every_selection
@given(data=st.data())
def test_the_address_of_an_exhibit_brings_the_same_exhibit_back(
    publication: Publication, data: st.DataObject
) -> None:
    state = data.draw(addresses(publication.vocabulary))
    view = view_named(data.draw(st.sampled_from(sorted(views()))))
    exhibit = compose(view, state, publication)
    again = compose(view, read(exhibit.address, publication), publication)
    assert again.address == exhibit.address
    assert (again.selection, again.switches) == (exhibit.selection, exhibit.switches)
    assert again.content.data_table == exhibit.content.data_table
    assert again.content.chart == exhibit.content.chart


@given(search=st.text(max_size=80))
def test_no_text_is_too_strange_for_an_address(publication: Publication, search: str) -> None:
    address = read(search, publication)
    assert address != Address() or "=" not in search


@given(value=st.text(min_size=1, max_size=20).filter(lambda text: text not in ("F", "H", "M")))
def test_an_unknown_value_is_reported_whatever_it_is(publication: Publication, value: str) -> None:
    address = read(f"?genre={quote(value)}", publication)
    unknown = [text for text in value.split(",") if text not in ("F", "H", "M")]
    # One sentence tells all that a parameter gets wrong.
    assert len(address.problems) == bool(unknown)
    for text in unknown:
        assert f"« {text} »" in address.problems[0]


@every_selection
@given(data=st.data())
def test_every_selection_can_be_described(publication: Publication, data: st.DataObject) -> None:
    words = selection_in_words(
        data.draw(selections(publication.vocabulary)), publication.vocabulary
    )
    assert words
    assert words == words.strip()
    assert not words[0].islower()
    assert "  " not in words
    assert "{" not in words
