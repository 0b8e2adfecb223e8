"""Do key figures stay in their tiles where they are drawn side by side?"""

import plotly.graph_objects as go

from dashboard.outputs.plotly.tiles import BASE_LETTERS, tiles

LONG = "247 sur 732 répondants, dont 46 sans information"


def told(base: str) -> str:
    figure = tiles([("En emploi", "34 %", base)])
    go.Figure(figure)
    return str(figure["layout"]["annotations"][2]["text"])


def test_a_long_base_is_parted_where_it_pauses() -> None:
    assert told(LONG) == "247 sur 732 répondants,<br>dont 46 sans information"


def test_no_line_of_a_base_is_wider_than_its_tile() -> None:
    partition_by = told("personnes que l'enquête a interrogées plusieurs fois, dont " + LONG)
    assert max(map(len, partition_by.split("<br>"))) <= BASE_LETTERS


def test_a_short_base_stays_as_it_is() -> None:
    assert told("732 sur 1 016 interrogés") == "732 sur 1 016 interrogés"
