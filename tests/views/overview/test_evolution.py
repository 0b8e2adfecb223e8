"""Is the last promotion set against the one before, figure by figure and region by region?"""

from dataclasses import replace

import pytest

from dashboard.content.charts import Matrix
from dashboard.content.data_table import Row
from dashboard.content.medium import Medium
from dashboard.disclosure.policy import internal_of
from dashboard.domain.statistics.comparisons import Group, difference_between
from dashboard.domain.statistics.rates import Share
from dashboard.exhibits.exhibit import Exhibit
from dashboard.views.overview.evolution.change import Change
from dashboard.views.overview.evolution.view import VIEW
from tests.studies.studies import study
from tests.support.diffused import diffused
from tests.support.exhibits import composed, content, opened, plain, shown
from tests.support.publications import keyed
from tests.support.retold import retold


def figures(search: str = "") -> dict[str, Row]:
    return {row.keys[0].code: row for row in shown("evolution", search).content.data_table.rows}


def matrix(search: str = "", medium: Medium = "page") -> Matrix:
    chart = shown("evolution", search, medium=medium).content.chart
    assert isinstance(chart, Matrix)
    return chart


def regions(search: str = "") -> dict[str, Row]:
    exhibit = shown("evolution", f"?evolution.selon=regions{search}")
    return {row.labels[0]: row for row in exhibit.content.data_table.rows}


def test_the_last_promotion_is_set_against_the_one_before() -> None:
    content = shown("evolution").content
    assert plain(content.title) == "Depuis la promotion précédente : 2016-2017 face à 2015-2016"
    # Study, annexe I: 330 and 258.
    assert figures()["people"].measures == (330, None, None, 258, None, None, 72, None, None)
    assert content.base == 330 + 258


def test_a_share_has_both_bases_its_gap_its_interval_and_the_verdict_of_every_page() -> None:
    at_work = figures()["employed@T1"]
    judged = difference_between(Group(Share(73, 230)), Group(Share(86, 198)))
    assert judged is not None
    assert judged.interval is not None
    assert at_work.measures[:6] == (73, 31.74, 230, 86, 43.43, 198)
    assert at_work.measures[6:] == pytest.approx((judged.value, *judged.interval), abs=0.006)
    assert at_work.labels[2] == "non concluant"


def test_a_mean_is_in_its_own_unit_and_judged_too() -> None:
    age = figures()["age"]
    assert age.labels[1:] == ("ans", "non concluant")
    assert age.measures[7] is not None
    units = figures()["units_per_person"]
    # Units of the first year: the earlier promotion has had more years since.
    assert units.measures[0] == pytest.approx(698 / 330, abs=0.006)
    assert units.measures[3] == pytest.approx(592 / 258, abs=0.006)


def test_employment_stands_at_each_wave_that_both_have_told_of() -> None:
    assert "employed@T2" not in figures()
    assert any(
        "Sans part en emploi à T2 et T3" in note for note in shown("evolution").content.notes
    )
    assert {"employed@T1", "employed@T2"} <= set(figures("?promotion=2015-2016"))


@pytest.mark.parametrize(
    ("search", "title"),
    [
        ("?promotion=2015-2016", "2015-2016 face à 2014-2015"),
        ("?promotion=2013-2014,2016-2017", "2016-2017 face à 2013-2014"),
        ("?genre=F", "2016-2017 face à 2015-2016"),
    ],
)
def test_a_filter_chooses_the_promotions(search: str, title: str) -> None:
    assert plain(shown("evolution", search).content.title).endswith(title)


def test_of_one_promotion_it_is_said_that_the_other_one_is_not_in_the_selection() -> None:
    def told(search: str) -> bool:
        return any("Le filtre choisit" in note for note in shown("evolution", search).content.notes)

    assert told("?promotion=2015-2016")
    assert not told("?promotion=2014-2015,2015-2016")
    assert not told("")


def test_people_who_are_too_few_to_be_told_of_are_not_nobody() -> None:
    told = composed("evolution", "?region=bretagne", diffused())
    assert "trop peu de bénéficiaires" in told.caption.nothing
    assert plain(told.caption.base) == "Bénéficiaires : effectif non diffusé"


def test_who_runs_a_region_is_told_of_it_what_everybody_with_exact_numbers_is() -> None:
    bretagne, search = ("53",), "?region=bretagne"
    theirs = composed("evolution", search, keyed().under(internal_of(bretagne)))
    assert theirs.content.data_table == shown("evolution", search).content.data_table
    assert not [note for note in theirs.caption.notes if "arrondi" in note]


@pytest.mark.parametrize("figure", ["indicateurs", "regions"])
def test_the_first_promotion_has_none_before(figure: str) -> None:
    switch = "" if figure == "indicateurs" else "&evolution.selon=regions"
    exhibit = shown("evolution", f"?promotion=2012-2013{switch}")
    assert exhibit.empty
    assert plain(exhibit.content.nothing) == (
        "La promotion 2012-2013 est la première : aucune ne la précède."
    )


def test_what_a_filter_fixes_is_left_out_and_named() -> None:
    assert "femmes" not in figures("?genre=F")
    assert any(
        "un filtre le fixe : part de femmes" in plain(note)
        for note in shown("evolution", "?genre=F").content.notes
    )
    assert "femmes" in figures("?genre=F,H")


def test_what_is_not_known_of_both_promotions_is_left_out_and_named() -> None:
    # Study, tableau 1 and text: of 2013-2014 and 2014-2015, hardly any status of executive is known.
    assert "cadres" not in figures("?promotion=2015-2016")
    notes = map(plain, shown("evolution", "?promotion=2015-2016").content.notes)
    assert any("faute d'information" in note and "cotisants cadres" in note for note in notes)


def test_what_too_little_is_known_of_is_not_compared() -> None:
    groups = Group(Share(60, 100)), Group(Share(20, 100))
    judged = Change("deld", "Part de DELD", "share", groups=groups)
    assert judged.gap == pytest.approx(40)
    assert judged.gap_written == "+40,0 points"
    assert judged.difference is not None
    poor = replace(judged, poorly_known=True)
    assert (poor.values, poor.gap, poor.difference, poor.gap_written) == ((60, 20), None, None, "–")


def test_the_lecture_is_about_employment_where_both_tell_of_it() -> None:
    assert plain(shown("evolution").content.reading).startswith(
        "En emploi à T1 : la part est de 31,7 % (73 sur 230) pour la promotion 2016-2017, contre 43,4 % (86 sur 198)"
    )
    first = shown("evolution", "?promotion=2013-2014").content.reading
    assert "En emploi" not in first


def test_a_row_has_both_values_the_gap_with_its_interval_and_the_verdict() -> None:
    chart = matrix()
    assert [plain(column.plain) for column in chart.columns] == [
        "2016-2017",
        "2015-2016",
        "Écart",
        "Conclusion",
    ]
    told = {
        plain(name.plain): [plain(cell.text.plain) for cell in cells]
        for name, cells in zip(chart.rows, chart.cells, strict=True)
    }
    assert told["Bénéficiaires"] == ["330", "258", "+72", "–"]
    assert told["En emploi à T1"] == [
        *("31,7 % 73 sur 230", "43,4 % 86 sur 198"),
        *("−11,7 points [−23,4 ; +0,4]", "non concluant"),
    ]
    assert told["Âge moyen"][0] == "34,4 ans 330 bénéficiaires"


def test_what_stands_out_is_established() -> None:
    rows = shown("evolution").content.data_table.rows
    established = [row.labels[2] == "établi" for row in rows]
    assert [cells[2].fill == 1 for cells in matrix().cells] == established
    phone = matrix(medium="phone")
    assert len(phone.columns) == 3
    assert [cells[2].fill == 1 for cells in phone.cells] == established
    assert plain(phone.cells[4][0].text.plain) == "31,7 % n = 230"
    assert "non concluant" in plain(phone.cells[4][2].hover.plain)


def test_regions_have_both_numbers_both_shares_and_the_change() -> None:
    rows = regions()
    # Study, annexe I: 44 of 330 and 10 of 258.
    there = rows["Île-de-France"]
    judged = difference_between(Group(Share(44, 330)), Group(Share(10, 258)))
    assert judged is not None
    assert judged.interval is not None
    assert there.measures[:7] == (44, 13.33, 330, 10, 3.88, 258, 34)
    assert there.measures[7:] == pytest.approx((judged.value, *judged.interval), abs=0.006)
    assert there.labels[1] == "établi"
    assert sum(row.measures[0] or 0 for row in rows.values()) == 330
    # Nobody could come before: that is no zero, and no change.
    assert rows["Hauts-de-France"].measures[:3] == (44, 13.33, 330)
    assert set(rows["Hauts-de-France"].measures[3:]) == {None}
    assert rows["Hauts-de-France"].labels[1] == "nouvelle"
    # Nobody came any more, which is one.
    assert rows["Franche-Comté"].measures[:7] == (0, 0.0, 330, 3, 1.16, 258, -3)


def test_regions_are_sorted_by_the_change_of_their_shares() -> None:
    changes = [(row.measures[1] or 0) - (row.measures[4] or 0) for row in regions().values()]
    assert changes == sorted(changes, reverse=True)


@pytest.mark.parametrize("medium", ["page", "phone", "room"])
def test_a_region_stands_out_where_its_change_is_established_and_is_hatched_where_it_is_new(
    medium: Medium,
) -> None:
    search = "?evolution.selon=regions"
    rows = shown("evolution", search).content.data_table.rows
    chart = matrix(search, medium)
    assert len(chart.columns) == (3 if medium == "phone" else 5)
    assert ("n = 330" in plain(chart.columns[0].plain)) is (medium != "phone")
    for cells, row in zip(chart.cells, rows, strict=True):
        assert (cells[-1].fill == 1) is (row.labels[1] == "établi")
        assert (cells[1].fill is None) is (row.labels[1] == "nouvelle")
        assert cells[0].click == row.click


def test_the_lecture_of_regions_is_an_established_change() -> None:
    assert plain(shown("evolution", "?evolution.selon=regions").content.reading) == (
        "La promotion 2016-2017 compte en Île-de-France 13,3 % de ses bénéficiaires (44 sur 330), contre 3,9 % "
        "(10 sur 258) pour la promotion 2015-2016 : écart établi, +9,5 points [+3,4 ; +15,4]."
    )


def test_the_only_region_has_numbers_and_no_share_of_itself() -> None:
    search = "?evolution.selon=regions&region=bretagne"
    (row,) = regions("&region=bretagne").values()
    assert row.measures == (9, None, None, 29, None, None, -20, None, None, None)
    assert len(matrix(search).columns) == 3
    told = shown("evolution", search).content
    assert plain(told.reading) == (
        "La promotion 2016-2017 compte en Bretagne 9 bénéficiaires, contre 29 pour la promotion 2015-2016, soit un "
        "écart de −20."
    )
    assert "établi" not in told.alternative


def test_the_measures_are_those_of_the_codebook() -> None:
    book = opened().vocabulary.codebook
    fewer = retold(opened(), measures=book.measures[:1])
    codes = [row.keys[0].code for row in _rows(composed("evolution", "", fewer))]
    assert [code for code in codes if code in {m.name for m in book.measures}] == ["femmes"]


def _rows(exhibit: Exhibit) -> tuple[Row, ...]:
    return exhibit.content.data_table.rows


def test_other_studies_have_it_in_their_own_words() -> None:
    exhibit = composed("evolution", "", study("une_vague"))
    assert not exhibit.empty
    assert "UE" not in exhibit.content.alternative


def test_it_takes_two_promotions() -> None:
    vocabulary = opened().vocabulary
    assert not VIEW.missing(vocabulary)
    alone = replace(vocabulary, cohorts=vocabulary.cohorts[:1])
    assert VIEW.missing(alone) == ("il n'y a qu'une promotion",)


def test_it_is_a_comparison_and_stands_beside_no_other() -> None:
    assert not VIEW.comparable


def test_who_does_not_see_the_regions_is_told_of_rows() -> None:
    alternative = shown("evolution", "?evolution.selon=regions").content.alternative
    assert plain(alternative).startswith("Une ligne par région, promotion 2016-2017 contre")
    assert plain(alternative).endswith("Écart établi : Île-de-France et Bretagne.")


@pytest.mark.parametrize(
    ("search", "pair"),
    [
        ("?situation.T1=en-recherche-d-emploi", "2016-2017 face à 2015-2016"),
        # Asked at T3: the two oldest surveyed cohorts alone.
        ("?situation.T3=en-recherche-d-emploi", "2014-2015 face à 2013-2014"),
        ("?promotion=2014-2015&situation.T1=en-recherche-d-emploi", "2014-2015 face à 2013-2014"),
    ],
)
def test_cohorts_that_were_not_asked_at_a_filtered_wave_are_not_set_against_others(
    search: str, pair: str
) -> None:
    assert plain(content("evolution", search).title).endswith(pair)


def test_the_first_cohort_asked_at_a_filtered_wave_has_none_before_it() -> None:
    search = "?promotion=2013-2014&situation.T1=en-recherche-d-emploi"
    assert plain(content("evolution", search).nothing) == (
        "La promotion 2013-2014 est la première interrogée : aucune ne la précède."
    )
    (people, *_) = content("chiffres-cles", search).tiles
    assert "(+" not in " ".join(people.small_print)


def test_a_lecture_of_a_part_of_a_cohort_says_that_filters_hold() -> None:
    for search in ("?genre=F&evolution.selon=regions", "?genre=F&promotion=2012-2013,2013-2014"):
        assert shown("evolution", search).content.reading.startswith(
            "Avec ces filtres, la promotion"
        )
    assert not shown("evolution", "?evolution.selon=regions").content.reading.startswith("Avec")


def test_what_a_filter_on_an_answer_settles_is_left_out_and_said() -> None:
    told = shown("evolution", "?situation.T1=en-recherche-d-emploi").content
    labels = {row.labels[0] for row in told.data_table.rows}
    assert not labels & {"Taux de réponse", "En emploi à T1"}
    (left_out,) = (note for note in told.notes if "un filtre le fixe" in note)
    assert "taux de réponse" in left_out
    assert "en emploi à T1" in left_out
