"""Do key figures stay in their tiles where they are drawn side by side?"""

from dashboard.content.charts import Tiles
from dashboard.content.charts.tiles import Tile
from dashboard.domain.statistics.rates import Share
from dashboard.outputs.svg.tiles import BASE_LETTERS, tiles
from tests.outputs.svg.drawn import lines_of, page, part_of, picture, words

LONG = "247 sur 732 répondants, dont 46 sans information"


def base_drawn(base: str) -> list[str]:
    *_, text = picture(tiles(Tiles((Tile("En emploi", "34 %", base),)))).iter("text")
    return lines_of(text)


def test_a_long_base_is_broken_where_it_pauses() -> None:
    assert base_drawn(LONG) == ["247 sur 732 répondants,", "dont 46 sans information"]


def test_no_line_of_a_base_is_wider_than_its_tile() -> None:
    base = base_drawn("personnes que l'enquête a interrogées plusieurs fois, dont " + LONG)
    assert max(map(len, base)) <= BASE_LETTERS


def test_a_short_base_stays_as_it_is() -> None:
    assert base_drawn("732 sur 1 016 interrogés") == ["732 sur 1 016 interrogés"]


def test_other_readings_stand_below_the_base_and_a_small_base_is_marked() -> None:
    tile = Tile("En emploi", "50 %", "6 sur 12", Share(6, 12), ("43 % de 14", "entre 43 et 57 %"))
    *_, text = picture(tiles(Tiles((tile,)))).iter("text")
    assert lines_of(text) == ["6 sur 12 · base < 30", "43 % de 14", "entre 43 et 57 %"]


def test_a_tile_says_its_label_its_value_and_its_base() -> None:
    drawn = tiles(Tiles((Tile("Femmes", "12", "sur 40"), Tile("Hommes", "28", "sur 40"))))
    assert words(picture(drawn)) == ["Femmes", "Hommes", "12", "28", "sur 40", "sur 40"]


def test_tiles_stand_in_rows_of_four() -> None:
    root = page(tiles(Tiles((Tile("Femmes", "12", ""),) * 5)))
    lines = [(part_of(line.get("x1")), part_of(line.get("y1")) < 0.5) for line in root.iter("line")]
    assert [x for x, upper in lines if not upper] == [lines[0][0]]
    assert len({x for x, _ in lines}) == 4


def test_no_figure_is_a_drawing_too() -> None:
    assert not words(page(tiles(Tiles(()))))
