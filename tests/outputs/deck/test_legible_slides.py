"""Can what is drawn on a slide be read, and does a chart follow its numbers?"""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from dashboard.publication import Publication
from tests.outputs.taken import charted, composed, grouped, opened, slide_of

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def test_whiskers_follow_their_cells(publication: Publication) -> None:
    (shape,) = charted(slide_of(composed("emploi", "", publication)))
    book = opened(shape.chart.part.chart_workbook.xlsx_part.blob)
    bars = list(shape.chart._chartSpace.iter(f"{C}errBars"))
    assert len(bars) == len(shape.chart.plots[0].series)
    for side in (side for bar in bars for side in bar.iter(f"{C}plus", f"{C}minus")):
        sheet, cells = side.find(f"{C}numRef/{C}f").text.replace("$", "").split("!")
        written = [cell.value for (cell,) in book[sheet][cells]]
        drawn = {int(p.get("idx")): float(p.find(f"{C}v").text) for p in side.iter(f"{C}pt")}
        assert written == pytest.approx([drawn.get(i) for i in range(len(written))])
    assert any(
        len(list(side.iter(f"{C}pt"))) < len(shape.chart.plots[0].categories) for side in bars
    )


def test_names_of_rows_do_not_meet(publication: Publication) -> None:
    shapes = grouped(
        slide_of(composed("comparer", "genre=F&b.genre=H&comparer.vue=statut", publication))
    )
    names = [s for s in shapes if s.name.startswith("Texte : T") and "→" in s.name]
    assert len(names) >= 5
    size = names[0].text_frame.paragraphs[0].runs[0].font.size
    for name, following in pairwise(names):
        lines = -(-len(name.text_frame.text) * 0.54 * size // name.width)
        assert following.top - name.top >= 1.2 * lines * size


def test_labels_of_a_sankey_stand_apart_where_few_people_are(publication: Publication) -> None:
    exhibit = composed("statut", "region=alsace&age=50-ans-et-plus", publication, medium="room")
    shapes = grouped(slide_of(exhibit))
    labels = [s for s in shapes if s.name.startswith("Texte : ")]
    for label, other in combinations(labels, 2):
        apart = (
            label.left + label.width <= other.left
            or other.left + other.width <= label.left
            or label.top + label.height <= other.top
            or other.top + other.height <= label.top
        )
        assert apart, (label.name, other.name)
