"""Do key figures stay in their tiles where they are drawn side by side?"""

import plotly.graph_objects as go

from dashboard.content.charts import Tiles
from dashboard.content.charts.tiles import Tile
from dashboard.outputs.plotly.figure import draw
from dashboard.outputs.plotly.tiles import BASE_LETTERS
from tests.outputs.plotly.described import written

LONG = "247 sur 732 répondants, dont 46 sans information"


def base_drawn(base: str) -> str:
    figure = draw(Tiles((Tile("En emploi", "34 %", base),)), "page", written)
    go.Figure(figure)
    return str(figure["layout"]["annotations"][2]["text"])


def test_a_long_base_is_broken_where_it_pauses() -> None:
    assert base_drawn(LONG) == "247 sur 732 répondants,<br>dont 46 sans information"


def test_no_line_of_a_base_is_wider_than_its_tile() -> None:
    base = base_drawn("personnes que l'enquête a interrogées plusieurs fois, dont " + LONG)
    assert max(map(len, base.split("<br>"))) <= BASE_LETTERS


def test_a_short_base_stays_as_it_is() -> None:
    assert base_drawn("732 sur 1 016 interrogés") == "732 sur 1 016 interrogés"


def test_tiles_stand_in_rows_of_four() -> None:
    figure = draw(Tiles((Tile("Femmes", "12", ""),) * 5), "page", written)
    lines = [(line["x0"], line["y1"] > 0.5) for line in figure["layout"]["shapes"]]
    assert [x for x, upper in lines if not upper] == [lines[0][0]]
    assert len({x for x, _ in lines}) == 4
