"""Does each key figure have a base, and the table the same number?"""

from dashboard.content.charts.tiles import Tiles
from dashboard.domain.query import crossing
from dashboard.domain.statistics.rates import Share
from dashboard.text.numbers import count, share
from tests.studies.studies import study
from tests.support.exhibits import composed, content, opened, plain, row, shown


def test_the_chart_is_the_tiles_of_the_page() -> None:
    key_figures = content("chiffres-cles")
    assert key_figures.chart == Tiles(key_figures.tiles)


def test_rows_are_about_an_indicator() -> None:
    keys = [row.keys for row in content("chiffres-cles").data_table.rows]
    assert {key.along for (key,) in keys} == {"indicator"}
    codes = [key.code for (key,) in keys]
    waves = opened().vocabulary.after
    figures = ["people", "units", "units_per_person", "response_rate"]
    assert codes == [*figures, *(f"employed@{wave}" for wave in waves)]


def test_tiles_say_the_numbers_of_the_table() -> None:
    key_figures = content("chiffres-cles")
    for tile, figure in zip(key_figures.tiles, key_figures.data_table.rows, strict=True):
        assert figure.labels == (tile.label,)
        assert figure.share == tile.share
        if tile.share is not None:
            assert tile.value == share(tile.share, 0)
        elif figure.count is not None:
            assert tile.value == count(figure.count)


def test_a_mean_counts_nobody_and_has_no_share() -> None:
    mean = row(content("chiffres-cles"), "UE par bénéficiaire")
    assert (mean.count, mean.base, mean.share) == (None, 1044, None)
    assert mean.measures == (2.53,)


def test_the_response_rate_is_of_those_asked() -> None:
    rate = row(content("chiffres-cles"), "Taux de réponse").share
    assert rate is not None
    table = opened().tabulate(crossing("response"))
    asked = table.count({"response": ("respondent", "non_respondent")})
    assert rate == Share(table.count({"response": "respondent"}), asked)


def test_without_anybody_asked_the_base_says_why() -> None:
    key_figures = content("chiffres-cles", "?promotion=2012-2013")
    bases = {tile.label: tile.base for tile in key_figures.tiles}
    assert bases["Taux de réponse"] == "aucun interrogé"
    assert "champ" in bases["En emploi à T1"]


def test_heavy_item_nonresponse_is_marked_beside_its_figure_and_explained_below() -> None:
    key_figures = content("chiffres-cles")
    marked = [tile.label[-2:] for tile in key_figures.tiles if "◇" in tile.base]
    warned = [note for note in key_figures.notes if note.startswith("◇")]
    assert bool(marked) == bool(warned)
    assert all(f"{wave} (" in plain(warned[0]) for wave in marked)


def test_nobody() -> None:
    assert shown("chiffres-cles", "?region=corse").empty


def test_what_is_funded_is_called_as_the_study_calls_it() -> None:
    key_figures = composed("chiffres-cles", "", study("une_vague")).content
    assert [tile.label for tile in key_figures.tiles] == [
        "Bénéficiaires",
        "Modules financés",
        "Modules par bénéficiaire",
        "Taux de réponse",
        "En emploi à T1",
    ]
    assert "modules financés, soit" in key_figures.reading
    assert "modules, " in key_figures.tiles[2].base
