"""Does the document of a region become slides of PowerPoint's own: cover, key figures, a chart a slide, how to read?"""

from __future__ import annotations

from functools import partial
from io import BytesIO

import pptx
import pytest
from pptx.presentation import Presentation

from dashboard.documents.document import Document
from dashboard.documents.fiche.content import fiche
from dashboard.documents.fiche.region import one_region
from dashboard.exhibits.composition import compose
from dashboard.outputs.deck.fiche import write_fiche
from dashboard.outputs.deck.template import own_template
from dashboard.publication import Publication
from dashboard.web.pages import read
from tests.support.exhibits import plain


@pytest.fixture(scope="module")
def document(publication: Publication) -> Document:
    address = read("?region=bretagne", publication)
    region = one_region(address.selection, publication.vocabulary)
    assert region is not None
    made = partial(compose, publication=publication, medium="room")
    return fiche(region, address, publication, made)


@pytest.fixture(scope="module")
def slides(document: Document) -> Presentation:
    return pptx.Presentation(BytesIO(write_fiche(document, own_template())))


def test_it_opens_on_the_region_and_its_people(slides: Presentation) -> None:
    cover = " / ".join(s.text_frame.text for s in slides.slides[0].placeholders)
    assert "Fiche région : Bretagne" in plain(cover)
    assert "Bretagne : 38 bénéficiaires" in plain(cover)
    assert "synthétiques" in cover


def test_each_plate_has_a_slide_with_its_notes(slides: Presentation, document: Document) -> None:
    # Beside them: the cover, and how to read.
    assert len(slides.slides) == len(document.plates) + 2
    for slide, plate in zip(list(slides.slides)[1:-1], document.plates, strict=True):
        notes = slide.notes_slide.notes_text_frame.text
        assert plate.exhibit.caption.champ in notes
        assert "Tableau" in notes


def test_bars_and_lines_are_charts_of_its_own(slides: Presentation) -> None:
    charts = [shape for slide in slides.slides for shape in slide.shapes if shape.has_chart]
    assert len(charts) >= 2


def test_it_ends_with_how_to_read(slides: Presentation, document: Document) -> None:
    last = slides.slides[len(slides.slides) - 1]
    notes = last.notes_slide.notes_text_frame.text
    for paragraph in document.chapters[-1].sections[0].paragraphs:
        assert paragraph in notes


def test_a_document_of_nobody_has_no_slides(publication: Publication) -> None:
    address = read("?region=corse", publication)
    region = one_region(address.selection, publication.vocabulary)
    assert region is not None
    nobody = fiche(region, address, publication, partial(compose, publication=publication))
    with pytest.raises(ValueError, match="no slides"):
        write_fiche(nobody, own_template())
