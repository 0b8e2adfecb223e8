"""Is a slide the page's exhibit, number for number, in shapes and charts that can be edited, without a picture?"""

from __future__ import annotations

import pytest
from lxml import etree
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.shapes.base import BaseShape
from pptx.slide import Slide

from dashboard.content.charts import FlowDiagram, RegionMap
from dashboard.exhibits.exhibit import Exhibit
from dashboard.outputs.columns import columns_of
from dashboard.outputs.layout.geography import regions
from dashboard.outputs.native_plot import NativePlot, native_plot
from dashboard.outputs.xml_safe import xml_safe
from dashboard.publication import Publication
from dashboard.views.registry import views
from tests.outputs.taken import (
    HOSTILE,
    addresses,
    charted,
    composed,
    grouped,
    hostile,
    opened,
    rows_in,
    rows_of,
    slide_of,
)

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def plot_of(exhibit: Exhibit) -> NativePlot | None:
    """What an office program draws by itself of an exhibit's chart."""
    chart = exhibit.content.chart
    return None if exhibit.empty or chart is None else native_plot(chart, "room")


def flows_of(exhibit: Exhibit) -> FlowDiagram:
    assert isinstance(exhibit.content.chart, FlowDiagram)
    return exhibit.content.chart


def described(shape: BaseShape) -> str:
    properties = next(shape._element.iter(f"{P}cNvPr"))
    return str(properties.get("descr", ""))


@pytest.mark.parametrize("name", views())
def test_a_slide_holds_the_page_s_numbers_in_every_selection_and_position(
    name: str, publication: Publication
) -> None:
    for view, search in addresses(publication):
        if view == name:
            exhibit = composed(view, search, publication)
            slide = slide_of(exhibit)
            assert_notes_hold_the_table(slide, exhibit, search)
            assert_charts_hold_the_numbers(slide, exhibit, search)


def assert_notes_hold_the_table(slide: Slide, exhibit: Exhibit, search: str) -> None:
    notes = slide.notes_slide.notes_text_frame.text
    words = [column.words() for column in columns_of(exhibit.content.data_table)]
    for line in zip(*words, strict=True):
        assert "\t".join(line) in notes, search
    assert f"Champ : {exhibit.selection}" in notes.replace("\u00a0", " ").replace(
        "\u202f;", " ;"
    ).replace("  ", " ")


def assert_charts_hold_the_numbers(slide: Slide, exhibit: Exhibit, search: str) -> None:
    """The description's numbers in the chart, the table in its workbook."""
    plot = plot_of(exhibit)
    charts = charted(slide)
    assert len(charts) == (plot is not None), search
    for shape in charts:
        assert plot is not None
        drawn = shape.chart.plots[0]
        assert list(drawn.categories) == list(plot.categories)
        for series, wanted in zip(drawn.series, plot.series, strict=True):
            assert list(series.values) == pytest.approx(list(wanted.values)), search
        assert described(shape) == exhibit.content.alternative
        book = opened(shape.chart.part.chart_workbook.xlsx_part.blob)
        assert rows_in(book) == rows_of(exhibit)
        cells = [row[1 : 1 + len(plot.series)] for row in book["Graphique"].values][1:]
        columns = [list(column) for column in zip(*cells, strict=True)]
        assert columns == [pytest.approx(list(s.values)) for s in plot.series]


def test_an_absent_value_is_no_zero(publication: Publication) -> None:
    (shape,) = charted(slide_of(composed("emploi", "", publication)))
    values = [list(series.values) for series in shape.chart.plots[0].series]
    assert any(None in listed for listed in values)
    assert not any(0 in listed for listed in values)


@pytest.mark.parametrize("name", ["statut", "csp", "secteur", "contrats"])
def test_a_sankey_is_named_ribbons_and_nodes(name: str, publication: Publication) -> None:
    exhibit = composed(name, "promotion=2013-2014", publication)
    shapes = grouped(slide_of(exhibit))
    ribbons = [shape for shape in shapes if shape.name.startswith("Flux : ")]
    nodes = [shape for shape in shapes if shape.name.startswith("Nœud : ")]
    diagram = flows_of(exhibit)
    assert len(ribbons) == len(diagram.links)
    assert len(nodes) == len(diagram.nodes)
    assert all(len(list(ribbon._element.iter(f"{A}cubicBezTo"))) == 2 for ribbon in ribbons)
    assert all(described(shape) for shape in ribbons + nodes)


def test_ribbons_are_as_thick_as_their_people_and_fill_their_nodes(
    publication: Publication,
) -> None:
    exhibit = composed("statut", "promotion=2013-2014", publication)
    shapes = grouped(slide_of(exhibit))
    links = flows_of(exhibit).links
    nodes = [shape for shape in shapes if shape.name.startswith("Nœud : ")]
    first = nodes[0]
    unit = first.height / sum(link.weight for link in links if link.source == 0)
    ribbons = [shape for shape in shapes if shape.name.startswith("Flux : ")]
    for ribbon, link in zip(ribbons, links, strict=True):
        edges = [int(point.get("y")) for point in ribbon._element.iter(f"{A}pt")]
        # Start and the end of the last curve are the two corners at the left.
        assert abs(edges[-1] - edges[0]) * 952.5 == pytest.approx(unit * link.weight, abs=1000)
    tops = [(node.top, node.top + node.height) for node in nodes]
    for link, ribbon in zip(links, ribbons, strict=True):
        top, bottom = tops[link.source]
        start = ribbon.top + 952.5 * int(next(ribbon._element.iter(f"{A}pt")).get("y"))
        assert top - 1000 <= start <= bottom + 1000


def test_a_map_is_named_regions_circles_and_hatching(publication: Publication) -> None:
    exhibit = composed("carte", "", publication)
    shapes = grouped(slide_of(exhibit))
    chart = exhibit.content.chart
    assert isinstance(chart, RegionMap)
    names = {region.name for region in regions(chart.layer)}
    drawn = {shape.name: shape for shape in shapes}
    assert names <= set(drawn)
    assert len(names) == len(chart.places) == 20
    assert "243" in described(drawn["Pays de la Loire"])
    circles = [s for s in shapes if s._element.find(f".//{A}prstGeom[@prst='ellipse']") is not None]
    assert len(circles) > 14


def test_a_region_that_is_not_covered_is_hatched(publication: Publication) -> None:
    shapes = grouped(slide_of(composed("carte", "carte.annee=2013-2014", publication)))
    drawn = {shape.name: shape for shape in shapes}
    hatched = {name for name, s in drawn.items() if list(s._element.iter(f"{A}pattFill"))}
    assert "Corse" in hatched
    assert "Pays de la Loire" not in hatched


def test_a_matrix_is_a_table_with_the_page_s_words(publication: Publication) -> None:
    exhibit = composed("regions-promotions", "", publication)
    (shape,) = [s for s in slide_of(exhibit).shapes if s.has_table]
    text = [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in shape.table.rows]
    line = next(row for row in text if row[0] == "Pays de la Loire")
    # The study's annexe I; beside the last cohort's number, how it stands against the one before.
    assert line[1:] == ["–", "74", "55", "58", "56 (−2)", "243"]
    assert described(shape) == exhibit.content.alternative


@pytest.mark.parametrize("name", views())
def test_every_slide_says_what_where_from_and_when(name: str, publication: Publication) -> None:
    exhibit = composed(name, "", publication)
    slide = slide_of(exhibit)
    text = {shape.name: shape.text_frame.text for shape in slide.shapes if shape.has_text_frame}
    assert slide.shapes.title.text_frame.text
    assert exhibit.content.title in text["Sous-titre"]
    for words in ("Source : ", "synthétiques", "31 octobre 2017", exhibit.version, f"#{name}"):
        assert words in text["Pied de page"]
    inside = [
        s
        for s in slide.shapes
        if s.has_chart or s.has_table or s.shape_type == MSO_SHAPE_TYPE.GROUP
    ]
    # Over a chart of PowerPoint's own, benchmarks are a group beside it, which says what they are.
    inside = [s for s in inside if s.name != "Repère"]
    assert [described(shape) for shape in inside] == [exhibit.content.alternative]
    identifiers = [e.get("id") for e in slide._element.iter(f"{P}cNvPr")]
    assert len(set(identifiers)) == len(identifiers)
    # python-pptx gives elements a text of its own making.
    written = etree.fromstring(etree.tostring(slide._element))
    stray = {e.tag for e in written.iter() if (e.text or "").strip() and e.tag != f"{A}t"}
    assert stray <= {f"{A}tableStyleId"}


def test_nobody_is_written_not_drawn(publication: Publication) -> None:
    exhibit = composed("statut", "genre=H&cadre=oui&region=corse", publication)
    (text,) = grouped(slide_of(exhibit))
    assert text.text_frame.text == exhibit.content.nothing


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_a_slide_or_runs(text: str) -> None:
    slide = slide_of(hostile(text))
    (shape,) = charted(slide)
    book = opened(shape.chart.part.chart_workbook.xlsx_part.blob)
    assert not [c for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "f"]
    title = " ".join(xml_safe(text).split())
    assert " ".join(slide.shapes.title.text_frame.text.split()) == title


def test_what_was_not_asked_is_bare_and_what_is_out_of_scope_is_hatched(
    publication: Publication,
) -> None:
    slide = slide_of(composed("methode", "", publication))
    (table,) = (shape.table for shape in slide.shapes if shape.has_table)
    texts = {cell.text: cell for row in table.rows for cell in row.cells}
    assert list(texts["hors champ"]._tc.iter(f"{A}pattFill"))
    assert list(texts[""]._tc.iter(f"{A}noFill"))
    assert not list(texts[""]._tc.iter(f"{A}pattFill"))


def test_lines_are_distinguished_without_their_colours(publication: Publication) -> None:
    (shape,) = charted(slide_of(composed("emploi", "", publication, medium="room")))
    markers = [series.marker.style for series in shape.chart.plots[0].series]
    assert len(markers) == len(set(markers)) > 1


def test_a_line_to_a_silent_point_is_dotted(publication: Publication) -> None:
    slide = slide_of(composed("emploi", "", publication))
    (frame,) = [shape for shape in slide.shapes if shape.has_chart]
    dashes = [
        [dash.get("val") for dash in series.findall(f"{C}dPt/{C}spPr//{A}prstDash")]
        for series in frame.chart._chartSpace.iter(f"{C}ser")
    ]
    assert dashes == [["sysDot", "sysDot"], ["sysDot", "sysDot"], [], []]
