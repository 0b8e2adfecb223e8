"""Does an address carry the version that a link was copied from, as no filter and nothing else?"""

import pytest

from dashboard.domain.address import format_address, of_version, parse_address
from dashboard.domain.selection import Selection
from dashboard.publication import Publication
from dashboard.web.pages import carried, read, rewritten
from tests.support.exhibits import plain
from tests.support.vocabularies import VOCABULARY

VERSION = "0123456789ab"


@pytest.mark.parametrize("search", ["", "?genre=F", "?genre=F&expo=carte"])
def test_a_link_says_it_last(search: str) -> None:
    assert of_version(search, VERSION) == f"{search or '?'}{'&' if search else ''}version={VERSION}"


def test_it_is_no_filter() -> None:
    address = parse_address(f"?version={VERSION}", VOCABULARY, ())
    assert (address.version, address.selection, address.problems) == (VERSION, Selection(), ())
    assert format_address(address.selection, address.switches, VOCABULARY) == ""


@pytest.mark.parametrize("text", ["", "12", "0123456789AB", "0123456789abc", "<script>", "é" * 90])
def test_what_is_no_version_is_told_in_a_sentence(text: str) -> None:
    address = parse_address(f"?version={text}", VOCABULARY, ())
    assert address.version == ""
    (problem,) = address.problems
    assert plain(problem).startswith("La version « ")
    assert len(problem) < 240


def test_the_best_form_keeps_another_version_and_not_the_one_that_is_shown(
    publication: Publication,
) -> None:
    other = read(f"?version={VERSION}&genre=F", publication)
    own = read(f"?version={publication.version}&genre=F", publication)
    assert rewritten(other, publication) == f"?genre=F&version={VERSION}"
    assert rewritten(own, publication) == "?genre=F"
    assert read(rewritten(other, publication), publication) == other


def test_links_within_the_site_do_not_carry_it(publication: Publication) -> None:
    assert carried(f"?genre=F&version={VERSION}", publication) == "?genre=F"
