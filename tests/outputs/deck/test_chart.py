"""Does every kind of chart get onto a slide, with its title and its alternative text?"""

from __future__ import annotations

from typing import get_args

import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE

from dashboard.content.charts import Chart
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Row
from dashboard.exhibits.exhibit import Exhibit
from tests.outputs.deck.described import every_kind
from tests.outputs.taken import slide_of
from tests.support.exhibits import handmade, keys

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"

NATIVE = {"StackedBars", "GroupedBars", "Lines", "Pyramid"}


def holding(chart: Chart | None) -> Exhibit:
    table = DataTable(("promotion",), "bénéficiaires", (Row(keys("2013-2014"), 4, 10),))
    return handmade(
        Content("Titre", 10, "bénéficiaires", chart, table, "Lecture", "Autrement dit", "DNF-OEC")
    )


def test_a_chart_of_every_kind_is_described() -> None:
    assert set(every_kind()) == {kind.__name__ for kind in get_args(Chart)}


@pytest.mark.parametrize("kind", [kind.__name__ for kind in get_args(Chart)])
def test_a_chart_is_one_thing_that_tells_what_it_shows(kind: str) -> None:
    slide = slide_of(holding(every_kind()[kind]))
    (drawn,) = [
        shape
        for shape in slide.shapes
        if shape.has_chart or shape.has_table or shape.shape_type == MSO_SHAPE_TYPE.GROUP
    ]
    assert drawn.has_chart == (kind in NATIVE)
    assert drawn.has_table == (kind == "Matrix")
    assert next(drawn._element.iter(f"{P}cNvPr")).get("descr") == "Autrement dit"
    assert "Titre" in drawn.name


def test_an_exhibit_without_a_chart_has_words_and_notes() -> None:
    slide = slide_of(holding(None))
    assert {shape.name for shape in slide.shapes if not shape.is_placeholder} == {"Sous-titre"}
    assert "2013-2014\t4" in slide.notes_slide.notes_text_frame.text
