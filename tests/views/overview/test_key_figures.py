"""Does each key figure have a base, and the table the same number?"""

import pytest

from dashboard.content.charts.tiles import Tiles
from dashboard.content.notes import foremost
from dashboard.domain.query import crossing
from dashboard.domain.statistics.rates import Share
from dashboard.outputs.csv import write_csv
from dashboard.text.numbers import count, share
from tests.studies.studies import study
from tests.support.diffused import diffused
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
    assert mean.measures == (2.53, *[None] * 5)


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


def at_work(wave: str, search: str = "") -> tuple[str, str, tuple[str, ...]]:
    """Value, base and other readings of the tile of a wave."""
    (tile,) = (
        t for t in content("chiffres-cles", search).tiles if t.label == f"En emploi à {wave}"
    )
    return plain(tile.value), plain(tile.base), tuple(map(plain, tile.other_readings))


@pytest.mark.parametrize(
    ("wave", "expected"),
    [
        # Of the annexes: 34 and 29 employed of 142 and 146 respondents, of whom 88 and 97 said nothing at T3.
        (
            "T3",
            (
                "61 %",
                "63 sur 103 ayant renseigné T3",
                (
                    "22 % des 288 répondants, 2 promotions",
                    "185 sans information ◇ : entre 22 et 86 %",
                ),
            ),
        ),
        (
            "T1",
            (
                "36 %",
                "247 sur 686 ayant renseigné T1",
                ("34 % des 732 répondants, 4 promotions", "46 sans information : entre 34 et 40 %"),
            ),
        ),
    ],
)
def test_a_share_employed_has_both_readings_and_the_bounds_of_silence(
    wave: str, expected: tuple[str, str, tuple[str, ...]]
) -> None:
    assert at_work(wave) == expected


def test_who_told_is_large_so_that_silence_makes_no_fall() -> None:
    percents = [int(at_work(wave)[0].removesuffix(" %")) for wave in ("T1", "T2", "T3")]
    assert percents[-1] > percents[0]


def test_one_cohort_is_not_counted_and_a_wave_without_silence_has_no_bounds() -> None:
    readings = at_work("T1", "?promotion=2016-2017")[2]
    assert readings == ("31 % des 236 répondants", "6 sans information : entre 31 et 33 %")
    told = at_work("T1", "?situation.T1=en-emploi-salarie,en-recherche-d-emploi")
    assert len(told[2]) == 1


@pytest.mark.parametrize(
    "search",
    [
        "?situation.T1=en-emploi-salarie",
        "?situation.T1=en-recherche-d-emploi",
        "?contrat.T1=cdi",
        "?situation.T1=en-recherche-d-emploi,sans-information",
    ],
)
def test_what_a_filter_settles_is_no_figure(search: str) -> None:
    figures = content("chiffres-cles", search)
    for label in ("Taux de réponse", "En emploi à T1"):
        settled = row(figures, label)
        assert (settled.count, settled.base, settled.remarks) == (
            None,
            None,
            ("fixé par un filtre",),
        )
        (tile,) = (tile for tile in figures.tiles if tile.label == label)
        assert (tile.value, tile.base) == ("–", "fixé par un filtre")
    assert row(figures, "En emploi à T2").count is not None


def test_what_happens_to_be_all_of_a_group_is_a_figure() -> None:
    """Both answers are kept: that all of a few people have a job is no filter's doing."""
    both = "situation.T2=en-emploi-salarie,en-recherche-d-emploi"
    found = row(content("chiffres-cles", f"?{both}&region=centre&interim=oui"), "En emploi à T2")
    assert found.base == 2


def test_the_table_has_both_readings() -> None:
    key_figures = content("chiffres-cles")
    names = key_figures.data_table.measure_names
    last = row(key_figures, "En emploi à T3")
    assert (last.count, last.base) == (63, 103)
    told = dict(zip(names, last.measures, strict=True))
    assert (told["répondants"], told["sans information"]) == (288, 185)
    assert told["part des répondants (%)"] == pytest.approx(100 * 63 / 288)
    highest = told["part si tous les sans information étaient en emploi (%)"]
    assert highest == pytest.approx(100 * (63 + 185) / 288)
    assert told["promotions interrogées"] == 2


@pytest.mark.parametrize(
    ("search", "label", "because"),
    [
        ("?promotion=2016-2017", "En emploi à T2", "pas encore interrogés"),
        ("?promotion=2016-2017", "En emploi à T3", "pas encore interrogés"),
        ("?promotion=2012-2013", "En emploi à T1", "hors champ de l'enquête"),
        ("?promotion=2012-2013", "Taux de réponse", "aucun interrogé"),
        (
            "?promotion=2013-2014&situation.T3=sans-information",
            "En emploi à T3",
            "aucun des 88 répondants n'a renseigné T3",
        ),
        (
            "?promotion=2014-2015&region=franche-comte&genre=H&situation.T3=sans-information",
            "En emploi à T3",
            "le seul répondant n'a pas renseigné T3",
        ),
    ],
)
def test_a_number_that_there_is_not_is_absent_with_its_reason_and_no_zero(
    search: str, label: str, because: str
) -> None:
    exhibit = shown("chiffres-cles", search)
    absent = row(exhibit.content, label)
    assert (absent.count, absent.base, absent.share) == (None, None, None)
    assert absent.measures == (None,) * 6
    assert absent.remarks == (because,)
    (tile,) = (tile for tile in exhibit.content.tiles if tile.label == label)
    assert (tile.value, tile.base, tile.share) == ("–", because, None)
    written = write_csv(exhibit).decode("utf-8-sig").splitlines()
    (line,) = (line for line in written if line.startswith(label))
    assert line.startswith(f"{label};;;;;;;;;;;;{because};")


def test_heavy_item_nonresponse_is_marked_beside_its_figure_and_explained_below() -> None:
    key_figures = content("chiffres-cles")
    marked = [t.label[-2:] for t in key_figures.tiles if "◇" in " ".join(t.other_readings)]
    (warned,) = (note for note in key_figures.notes if note.startswith("◇"))
    assert marked == ["T2", "T3"]
    assert "T2 (36 %), T3 (64 %)" in plain(warned)


def test_waves_of_different_cohorts_are_said_not_to_compare() -> None:
    (said,) = (note for note in content("chiffres-cles").notes if "mêmes promotions" in note)
    assert plain(said) == (
        "T1, T2 et T3 ne portent pas sur les mêmes promotions (4, 3 et 2) : ni hausse ni baisse ne s'y lit."
    )
    warned = foremost(composed("chiffres-cles", "", opened()).content.notes)
    assert warned is not None
    assert "mêmes promotions" in warned.brief
    for search in (
        "?promotion=2013-2014",
        "?promotion=2013-2014,2014-2015",
        "?promotion=2016-2017",
    ):
        assert not any(
            "mêmes promotions" in note for note in content("chiffres-cles", search).notes
        )


@pytest.mark.parametrize(
    ("search", "numbers"),
    [("", "(4, 3 et 2)"), ("?promotion=2015-2016", ""), ("?region=rhone-alpes", "(4, 3 et 2)")],
)
def test_where_counts_are_rounded_the_calendar_tells_how_many_cohorts_were_asked(
    search: str, numbers: str
) -> None:
    told = composed("chiffres-cles", search, diffused()).content
    warned = [plain(note) for note in told.notes if "mêmes promotions" in note]
    assert [numbers in note for note in warned] == ([True] if numbers else [])
    readings = plain(" ".join(text for tile in told.tiles for text in tile.other_readings))
    assert "5 promotions" not in readings
    assert ("4 promotions" in readings) is bool(numbers)


def test_of_a_choice_of_which_only_the_total_is_told_a_card_says_why() -> None:
    told = composed("chiffres-cles", "?region2016=nouvelle-aquitaine", diffused())
    assert plain(told.caption.nothing).startswith("Seul l'effectif total est diffusé")
    assert plain(told.caption.base) == "Bénéficiaires : n = 115"


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
    assert (
        key_figures.reading
        == "Sur 61 répondants ayant renseigné T1, 20 (32,8\u202f%) sont en emploi."
    )
    assert "modules, " in key_figures.tiles[2].base


@pytest.mark.parametrize(
    ("search", "base"),
    [
        # Study, annexe I.
        ("", "2016-2017 : 330 (+72)"),
        ("?promotion=2014-2015", "−62 depuis 2013-2014"),
        ("?region=franche-comte", "2016-2017 : 0 (−3)"),
        ("?promotion=2012-2013", "personnes, selon les filtres"),
    ],
)
def test_beneficiaries_tell_how_many_more_there_are_than_the_cohort_before(
    search: str, base: str
) -> None:
    content = shown("chiffres-cles", search).content
    assert plain(content.tiles[0].base) == base
    assert any("Entre parenthèses" in note for note in content.notes) == ("(" in base)


@pytest.mark.parametrize(
    ("search", "beginning"),
    [
        ("", "Sur 686 répondants ayant renseigné T1, 247 (36,0 %) sont en emploi."),
        # A filter on the situation at T1 settles T1.
        ("?situation.T1=en-recherche-d-emploi", "Sur "),
        # Nobody has been asked: what is funded is all that there is to say.
        ("?promotion=2012-2013", "28 personnes ont bénéficié de "),
    ],
)
def test_the_lecture_is_about_employment_at_the_first_wave_that_no_filter_settles(
    search: str, beginning: str
) -> None:
    reading = plain(content("chiffres-cles", search).reading)
    assert reading.startswith(beginning)
    assert ("T1" in reading) == (not search)


def test_the_cohort_that_a_filter_keeps_before_the_last_one_is_named_though_others_stand_between() -> (
    None
):
    content = shown("chiffres-cles", "?promotion=2012-2013,2015-2016").content
    assert any("écart avec la promotion 2012-2013." in note for note in content.notes)
