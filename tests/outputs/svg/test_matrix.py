"""Does a matrix tell nobody from no number, with text that reads on every fill and names that have their room?"""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from dashboard.content.charts import Matrix
from dashboard.content.charts.matrix import MatrixCell
from dashboard.content.charts.rich_text import bold, rich
from dashboard.content.click_filter import ClickFilter
from dashboard.content.theme import INK, SEQUENTIAL
from dashboard.outputs.layout.contrast import luminance
from dashboard.outputs.layout.text_width import width_of
from dashboard.outputs.svg import matrix as drawn
from dashboard.outputs.svg.drawing import Drawing
from dashboard.outputs.svg.matrix import LEAST_ROWS
from dashboard.outputs.svg.matrix_cells import GAP, SCALE, shade
from tests.outputs.svg.drawn import PICTURE, marks, of_class, page, part_of, picture, words

CELLS = (
    (MatrixCell(40, rich("12", "40 %"), rich("a")), MatrixCell(0, rich("0"), rich("b"))),
    (MatrixCell(None, rich("–"), rich("c")), MatrixCell(60, rich("18", "60 %"), rich("d"))),
)
NAMES = (rich("Stable"), rich(bold("Précaire")))
CHART = Matrix(NAMES, NAMES, CELLS, "Avant", "Après")


def matrix(chart: Matrix) -> Drawing:
    """`chart`, of which a click keeps what it names."""
    return drawn.matrix(chart, "page", lambda click: dict(click.switches))


def cells(root: ET.Element) -> list[ET.Element]:
    return of_class(root, "cell")


def text(root: ET.Element, word: str) -> ET.Element:
    return next(part for part in root.iter("text") if word in "".join(part.itertext()))


def test_rows_read_from_the_top_and_columns_from_the_left() -> None:
    root = page(matrix(CHART))
    assert [cell.get("aria-label") for cell in cells(root)] == ["a", "b", "c", "d"]
    assert [cell.get("x") for cell in cells(root)] == ["0%", "50%"] * 2
    tops = [part_of(cell.get("y")) for cell in cells(root)]
    assert tops == pytest.approx([0, 0, 1 / LEAST_ROWS, 1 / LEAST_ROWS], abs=1e-4)


def test_few_rows_leave_room_below_them_and_many_share_it() -> None:
    many = replace(CHART, rows=NAMES * 3, cells=CELLS * 3)
    assert "--down:calc(33.33% - 3px)" in str(
        of_class(page(matrix(CHART)), "cells")[0].get("style")
    )
    assert "--down:calc(16.67% - 3px)" in str(of_class(page(matrix(many)), "cells")[0].get("style"))


def test_the_same_gap_lies_between_cells_in_a_picture() -> None:
    first, beside, below, _ = cells(picture(matrix(CHART)))

    def edge(cell: ET.Element, start: str, side: str) -> float:
        return float(cell.get(start, "")) + float(cell.get(side, ""))

    assert float(beside.get("x", "")) - edge(first, "x", "width") == pytest.approx(GAP, abs=0.02)
    assert float(below.get("y", "")) - edge(first, "y", "height") == pytest.approx(GAP, abs=0.02)
    assert edge(beside, "x", "width") < PICTURE[0]


def test_nobody_stands_on_the_page_itself_in_the_ink_that_the_page_recolours() -> None:
    root = page(matrix(CHART))
    (bare,) = of_class(root, "cell", "bare")
    assert [bare.get("aria-label"), bare.get("fill"), bare.get("pointer-events")] == [
        "b",
        "none",
        "all",
    ]
    assert text(root, "0").get("fill") == INK or text(root, "–").get("fill") is None
    zero = next(part for part in root.iter("text") if "".join(part.itertext()) == "0")
    assert zero.get("fill") is None


def test_what_is_absent_is_hatched_with_its_own_text_and_hover() -> None:
    root = page(matrix(CHART))
    (absent,) = of_class(root, "cell", "absent")
    assert absent.get("aria-label") == "c"
    assert absent.get("fill", "").startswith("url(#")
    assert text(root, "–").get("fill") is None
    assert [*of_class(root, "halo")[0].iter("text")] == [text(root, "–")]


def test_without_absences_nothing_is_hatched() -> None:
    assert not of_class(page(matrix(replace(CHART, cells=(CELLS[0], CELLS[0])))), "absent")


def test_the_highest_cell_has_the_strongest_fill_and_others_lie_between() -> None:
    root = page(matrix(CHART))
    fills = {cell.get("aria-label"): cell.get("fill") for cell in cells(root)}
    assert fills["d"] == SEQUENTIAL[2]
    assert fills["a"] == shade(40 / 60)
    assert [shade(part) for part in (1e-9, 0.5, 1)] == [*SCALE]
    assert luminance(SEQUENTIAL[1]) > luminance(shade(0.75)) > luminance(SEQUENTIAL[2])


def test_dark_ink_reads_on_every_fill() -> None:
    assert text(page(matrix(CHART)), "12").get("fill") == INK
    for part in range(1, 11):
        assert (luminance(shade(part / 10)) + 0.05) / (luminance(INK) + 0.05) >= 4.5


def test_every_cell_says_what_it_is_and_keeps_its_people_where_it_has_some() -> None:
    kept = MatrixCell(40, rich("12"), rich("a"), ClickFilter(switches=(("genre", "F"),)))
    answering = marks(page(matrix(replace(CHART, cells=((kept, CELLS[0][1]),), rows=NAMES[:1]))))
    assert [mark.get("aria-label") for mark in answering] == ["a", "b"]
    assert [mark.get("role") for mark in answering] == ["button", "img"]
    assert [mark.get("data-target") for mark in answering] == ['{"genre":"F"}', None]
    assert not marks(picture(matrix(CHART)))


def test_a_cell_that_says_nothing_is_no_mark() -> None:
    silent = replace(CHART, cells=((MatrixCell(1), MatrixCell(0)),), rows=NAMES[:1])
    assert not marks(page(matrix(silent)))


def test_names_of_rows_have_the_left_margin_in_lines_of_as_many_letters_as_they_may() -> None:
    long = "Contrat à durée indéterminée"
    narrow, wide = (
        matrix(replace(CHART, rows=(rich(long), NAMES[0]), name_letters=letters))
        for letters in (10, 30)
    )
    assert "Contrat à|durée|indéterminée" in words(page(narrow))
    assert long in words(page(wide))
    assert wide.margins.left > width_of(long, 12) > narrow.margins.left > width_of("durée", 12)


def test_titles_and_names_of_columns_have_the_margin_above() -> None:
    titled = matrix(CHART).margins.top
    untitled = matrix(replace(CHART, column_title="", row_title="")).margins.top
    broken = matrix(replace(CHART, columns=(rich("a", "b", "c"), NAMES[1]))).margins.top
    assert broken > titled > untitled > 15


def test_nobody_at_all_is_a_drawing_too() -> None:
    assert not cells(page(matrix(Matrix((), (), ()))))
    assert not cells(picture(matrix(Matrix((), (), ()))))


def test_a_sign_of_what_is_not_told_has_its_legend_below_the_cells() -> None:
    untold = replace(CHART, cells=((CELLS[0][0], MatrixCell(0, rich("s"))), CELLS[1]))
    assert "s : non diffusé" in "".join(text(page(matrix(untold)), "non diffusé").itertext())
    assert matrix(untold).margins.bottom > matrix(CHART).margins.bottom
    assert not CHART.legend
