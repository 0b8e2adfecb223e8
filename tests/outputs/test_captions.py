"""Does every output say the same around its numbers, and say nothing where tables have no label?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape
from io import BytesIO

import pptx
import pytest
from lxml import etree
from pptx.slide import Slide

from dashboard.content.charts import StackedBars, Tiles
from dashboard.content.charts.datum import Datum, Series
from dashboard.content.charts.rich_text import rich
from dashboard.content.charts.tiles import Tile
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Row
from dashboard.domain.address import Address
from dashboard.exhibits.exhibit import Exhibit
from dashboard.outputs.csv import write_csv
from dashboard.outputs.deck.presentation import Cover, Shown, write_deck, write_pptx
from dashboard.outputs.deck.template import own_template
from dashboard.outputs.svg.picture import write_svg
from dashboard.outputs.xlsx.workbook import write_xlsx
from dashboard.web.card.card_parts import parts_of
from dashboard.web.slots import Slot
from tests.outputs.taken import opened
from tests.support.exhibits import BY_HAND, handmade, keys
from tests.support.vocabularies import VOCABULARY

SOURCE = "DNF-OEC"
STAMP = "Données de démonstration, synthétiques, calées sur le bilan publié"
STAMPED = f"{SOURCE}. {STAMP}."

BARS = StackedBars(
    (rich("2015-2016"),), (Series("Oui", "#1d5f6b", (Datum(40.0, "40 %"),)),), "percent"
)

TILES = Tiles((Tile("Bénéficiaires", "40", "personnes"),))

TABLE = DataTable(("promotion",), "effectif", (Row(keys("2015-2016"), 16, 40),))


def exhibit(stamp: str, source: str = SOURCE, *, base: int = 40) -> Exhibit:
    content = Content(
        title="Titre",
        base=base,
        population="bénéficiaires",
        chart=BARS,
        data_table=TABLE,
        reading="16 personnes sur 40.",
        alternative="Une barre.",
        source=source,
        nothing="" if base else "Personne.",
    )
    return handmade(content, stamp=stamp)


def csv_texts(exhibit: Exhibit) -> Iterator[str]:
    for line in write_csv(exhibit).decode("utf-8-sig").splitlines():
        yield from line.split(";")


def xlsx_texts(exhibit: Exhibit) -> Iterator[str]:
    for sheet in opened(write_xlsx(exhibit)):
        yield from (str(cell.value or "") for row in sheet.iter_rows() for cell in row)


def pptx_texts(exhibit: Exhibit) -> Iterator[str]:
    yield from _slide_texts(write_pptx(exhibit, own_template()))


def deck_texts(exhibit: Exhibit) -> Iterator[str]:
    key_figures = replace(exhibit, content=replace(exhibit.content, chart=TILES))
    cover = Cover("Titre", "Partenaires", "Tout le monde", key_figures, ("Méthode.",))
    yield from _slide_texts(write_deck([Shown(exhibit)], cover, own_template()))


def _slide_texts(content: bytes) -> Iterator[str]:
    slides: list[Slide] = list(pptx.Presentation(BytesIO(content)).slides)
    for slide in slides:
        frames = [shape.text_frame for shape in slide.shapes if shape.has_text_frame]
        if slide.has_notes_slide:
            frames.append(slide.notes_slide.notes_text_frame)
        yield from (paragraph.text for frame in frames for paragraph in frame.paragraphs)


def picture_texts(exhibit: Exhibit) -> Iterator[str]:
    for said in etree.fromstring(write_svg(exhibit)).iter("{*}title", "{*}desc", "{*}text"):
        yield "".join(said.itertext())


def card_texts(exhibit: Exhibit) -> Iterator[str]:
    slot = Slot(BY_HAND.name, BY_HAND, Address())
    parts, _ = parts_of(exhibit, VOCABULARY, slot, "page", table_open=True)
    for name in ("head", "empty", "table", "foot", "details"):
        yield from (unescape(text) for text in re.split(r"<[^>]*>", parts[name]))


OUTPUTS: dict[str, Callable[[Exhibit], Iterator[str]]] = {
    "csv": csv_texts,
    "xlsx": xlsx_texts,
    "pptx": pptx_texts,
    "deck": deck_texts,
    "picture": picture_texts,
    "card": card_texts,
}


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("source", [SOURCE, f"{SOURCE}.", ""])
@pytest.mark.parametrize("base", [40, 0])
def test_without_a_label_nothing_says_an_empty_sentence(
    output: str, source: str, base: int
) -> None:
    texts = list(OUTPUTS[output](exhibit("", source, base=base)))
    assert texts
    assert [text for text in texts if re.search(r"\.\s*\.|^\s*\.\s*$|\S\.\s+$", text)] == []
    assert not any("démonstration" in text for text in texts)


@pytest.mark.parametrize("output", [name for name in OUTPUTS if name != "csv"])
@pytest.mark.parametrize("stamp", ["", STAMP])
def test_without_a_source_nothing_names_one(output: str, stamp: str) -> None:
    texts = list(OUTPUTS[output](exhibit(stamp, "")))
    assert [text for text in texts if SOURCE in text] == []
    assert any(re.search(r"\bSource\b", text) for text in texts) is (
        bool(stamp) and output != "xlsx"
    )


@pytest.mark.parametrize("output", [name for name in OUTPUTS if name != "csv"])
def test_the_source_ends_with_one_full_stop(output: str) -> None:
    said = [text for text in OUTPUTS[output](exhibit("")) if SOURCE in text]
    assert said
    assert all(text.endswith(f"{SOURCE}.") for text in said)


@pytest.mark.parametrize("output", ["pptx", "deck", "picture", "card"])
def test_synthetic_tables_are_named_behind_the_source(output: str) -> None:
    texts = list(OUTPUTS[output](exhibit(STAMP)))
    assert [text for text in texts if text.endswith(STAMPED)]


def test_a_workbook_tells_them_in_a_line_of_their_own() -> None:
    assert {f"{SOURCE}.", STAMP} <= set(xlsx_texts(exhibit(STAMP)))


def test_a_picture_says_champ_lecture_and_source() -> None:
    assert [text for text in picture_texts(exhibit(STAMP)) if " : " in text] == [
        "Champ : Femmes\u202f; bénéficiaires, n\u00a0=\u00a040.",
        "Lecture : 16 personnes sur 40.",
        f"Source : {STAMPED}",
    ]


@pytest.mark.parametrize("output", ["xlsx", "pptx", "picture", "card"])
def test_over_nobody_no_number_is_read_aloud(output: str) -> None:
    texts = list(OUTPUTS[output](exhibit(STAMP, base=0)))
    assert not any("16 personnes" in text for text in texts)
    assert any("Personne." in text for text in texts)


@pytest.mark.parametrize("output", [name for name in OUTPUTS if name != "csv"])
def test_every_output_says_the_same_champ(output: str) -> None:
    wanted = exhibit(STAMP).caption.champ
    # On a card, its words lead to the glossary.
    assert wanted in "".join(OUTPUTS[output](exhibit(STAMP)))
