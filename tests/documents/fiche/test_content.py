"""What stands in the document of a region: every part that the study offers, of its people and other filters?"""

from functools import partial

import pytest

from dashboard.documents.document import Document
from dashboard.documents.fiche.content import HOW_TO_READ, PARTS, fiche, fiche_stem
from dashboard.documents.fiche.profile import VIEW as PROFILE
from dashboard.documents.fiche.region import choices, one_region
from dashboard.exhibits.composition import compose
from dashboard.publication import Publication
from dashboard.views.registry import offered
from dashboard.web.pages import read
from tests.studies.studies import study


def document_of(search: str, publication: Publication) -> Document:
    address = read(search, publication)
    region = one_region(address.selection, publication.vocabulary)
    assert region is not None
    return fiche(region, address, publication, partial(compose, publication=publication))


def test_every_part_has_its_view_of_the_region_alone(publication: Publication) -> None:
    document = document_of("?region=bretagne", publication)
    shown = [plate.exhibit for plate in document.plates]
    known = {*offered(publication.vocabulary), PROFILE.name}
    for part in PARTS:
        chapter = document.chapter(part.name)
        (name,) = [p.exhibit.view.name for p in (chapter.plates if chapter else ())]
        assert name == next(view for view in part.views if view in known)
    assert {exhibit.selection for exhibit in shown} == {"Bretagne"}
    assert all(exhibit.content.base for exhibit in shown)
    assert document.people == 38
    assert document.chapters[-1].name == HOW_TO_READ


def test_a_region_that_is_new_has_its_cohorts_in_place_of_what_changed(
    publication: Publication,
) -> None:
    views = {
        search: document_of(search, publication).plates[1].exhibit.view.name
        for search in ("?region=bretagne", "?region=limousin")
    }
    assert views == {"?region=bretagne": "evolution", "?region=limousin": "regions-promotions"}


def test_other_filters_hold_and_are_told(publication: Publication) -> None:
    search = "?region=pays-de-la-loire&genre=F&promotion=2015-2016&carte.mesure=ue"
    document = document_of(search, publication)
    assert document.selection == "Femmes, promotion 2015-2016, Pays de la Loire"
    assert all(plate.exhibit.selection == document.selection for plate in document.plates)
    address = read(search, publication)
    region = one_region(address.selection, publication.vocabulary)
    assert region is not None
    stem = fiche_stem(region, address, publication)
    assert stem.startswith("fiche-pays-de-la-loire-promotion-2015-2016-genre-f")


def test_a_region_with_nobody_has_no_plate(publication: Publication) -> None:
    document = document_of("?region=corse", publication)
    assert (document.people, document.chapters) == (0, ())
    assert "aucun bénéficiaire" in document.headline


@pytest.mark.parametrize("name", ["cinq_vagues", "rien_publie"])
def test_another_study_has_its_own(name: str) -> None:
    opened = study(name)
    there = [choice for choice in choices(read("", opened).selection, opened) if choice.people]
    for choice in (there[0], there[-1]):
        document = document_of(choice.search, opened)
        assert choice.region.label in document.title
        assert document.plates
