"""Is one region told from several, and does each that may be chosen come with its people?"""

import pytest

from dashboard.documents.fiche.region import choices, one_region
from dashboard.publication import Publication
from dashboard.web.pages import read
from tests.studies.studies import study


@pytest.mark.parametrize(
    ("search", "region"),
    [
        ("?region=bretagne", "Bretagne"),
        ("?region=bretagne&genre=F", "Bretagne"),
        ("?region=bretagne,alsace", None),
        ("?genre=F", None),
        ("", None),
    ],
)
def test_one_region_is_that_which_alone_is_kept(
    search: str, region: str | None, publication: Publication
) -> None:
    found = one_region(read(search, publication).selection, publication.vocabulary)
    assert (found and found.label) == region


def test_each_region_may_be_chosen_with_the_other_filters_kept(publication: Publication) -> None:
    offered = choices(read("?genre=F&region=alsace", publication).selection, publication)
    everybody = choices(read("", publication).selection, publication)
    assert [choice.region for choice in offered] == [choice.region for choice in everybody]
    assert sum(choice.people for choice in everybody) == 1044
    for women, all_of_it in zip(offered, everybody, strict=True):
        assert women.people <= all_of_it.people
        address = read(women.search, publication)
        assert address.problems == ()
        assert one_region(address.selection, publication.vocabulary) == women.region
        assert "genre=F" in women.search


def test_a_study_without_regions_has_none_to_choose() -> None:
    opened = study("une_vague")
    selection = read("", opened).selection
    assert choices(selection, opened) == ()
    assert one_region(selection, opened.vocabulary) is None
