"""Do files stay valid, and run nothing, whatever the institution's codebook calls its categories?"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import BytesIO, StringIO
from itertools import cycle

import pptx
import pytest

from dashboard.outputs.csv import write_csv
from dashboard.outputs.deck.presentation import Cover, Shown, write_deck
from dashboard.outputs.deck.template import own_template
from dashboard.outputs.xlsx.workbook import write_xlsx
from dashboard.publication import Publication
from dashboard.views.registry import views
from tests.outputs.taken import HOSTILE, composed, hostile_publication, opened, parts


@pytest.fixture(scope="module")
def hostile_book(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    return hostile_publication(tmp_path_factory.mktemp("codebook"))


@pytest.mark.parametrize("name", views())
def test_no_label_breaks_a_file_or_runs(name: str, hostile_book: Publication) -> None:
    exhibit = composed(name, "promotion=2013-2014", hostile_book)
    cells = [cell for row in _rows(write_csv(exhibit)) for cell in row]
    assert not [cell for cell in cells if re.match(r"\s*[=+@]|\s*-(?![\d,]+$)", cell)]
    book = write_xlsx(exhibit)
    parts(book)
    written = [cell for sheet in opened(book) for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in written if cell.data_type == "f"]


def test_no_label_breaks_a_deck(hostile_book: Publication) -> None:
    key = composed("chiffres-cles", "", hostile_book)
    shown = [Shown(composed(name, "", hostile_book), text) for name, text in _titled()]
    deck = write_deck(shown, Cover(HOSTILE[0], HOSTILE[4], HOSTILE[9], key), own_template())
    files = parts(deck)
    # Cover and method; the key figures are among the exhibits.
    assert len(pptx.Presentation(BytesIO(deck)).slides) == len(shown) + 2
    books = [data for part, data in files.items() if part.endswith(".xlsx")]
    assert books
    for book in books:
        assert not [
            name for name, data in parts(book).items() if b"<f>" in data and "sheet" in name
        ]


def _titled() -> Iterator[tuple[str, str]]:
    yield from zip(views(), cycle(HOSTILE))


def _rows(content: bytes) -> Iterator[list[str]]:
    text = content.decode("utf-8-sig")
    yield from csv.reader(StringIO(text, newline=""), delimiter=";", strict=True)
