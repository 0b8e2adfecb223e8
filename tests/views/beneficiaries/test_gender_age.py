"""Is figure 2 of the study reproduced: gender and mean age by cohort?"""

import pytest

from dashboard.content.charts.bars import StackedBars
from dashboard.content.charts.dots import Dots
from dashboard.content.charts.pyramid import Pyramid
from dashboard.content.click_filter import keeping
from dashboard.content.medium import Medium
from dashboard.domain.dimension import Dimension
from tests.support.exhibits import cells, content, opened, plain, shown

VIEW = "genre-age"
PYRAMID = "genre-age.figure=pyramide"
BANDS = "genre-age.figure=tranches"
MEANS = "genre-age.figure=moyennes"


def pyramid(search: str = "") -> Pyramid:
    chart = content(VIEW, f"{PYRAMID}&{search}" if search else PYRAMID).chart
    assert isinstance(chart, Pyramid)
    return chart


def bars(search: str = "", medium: Medium = "page") -> StackedBars:
    chart = shown(VIEW, search, medium=medium).content.chart
    assert isinstance(chart, StackedBars)
    return chart


def test_figure_2() -> None:
    exhibit = shown(VIEW)
    rows = cells(exhibit)
    assert exhibit.content.base == 1044
    for cohort in opened().vocabulary.cohorts:
        women = rows[cohort, "Femmes"].share
        assert women is not None
        assert (women.percent or 0) > 50
        age = rows[cohort, "Ensemble"].measures[0]
        assert age is not None
        assert round(age, 1) == 37.5 if cohort == "2012-2013" else 33.5 <= age < 35.5
    assert rows["2012-2013", "Femmes"].count == 15
    assert rows["Ensemble", "Femmes"].base == 1044


def test_means_agree_with_their_parts() -> None:
    rows = cells(shown(VIEW))
    women, men, both = (rows["2015-2016", label] for label in ("Femmes", "Hommes", "Ensemble"))
    years = sum((row.count or 0) * (row.measures[0] or 0) for row in (women, men))
    assert both.measures[0] == pytest.approx(years / (both.count or 1))


def test_a_bar_tells_its_number_after_its_share_where_there_is_room() -> None:
    search = "promotion=2012-2013"
    page, phone = (bars(search, medium).series[0].data[0] for medium in ("page", "phone"))
    assert page.text == "54\u202f% △ (15)"
    assert phone.text == "54\u202f% △"
    assert bars(search).categories[0].plain == "2012-2013 37,5\u00a0ans"


def test_pyramid_holds_everybody_once() -> None:
    everybody = content(VIEW, PYRAMID)
    assert sum(row.count or 0 for row in everybody.data_table.rows) == everybody.base == 1044
    chart = pyramid()
    assert sum(value or 0 for side in (chart.left, chart.right) for value in side.values) == 1044
    older = [row.count or 0 for row in everybody.data_table.rows if int(row.labels[1][:2]) >= 50]
    # The study: 5.5 % to 7.1 % are 50 or older, whatever the cohort.
    assert 5.5 <= 100 * sum(older) / 1044 <= 7.1


def test_a_filter_moves_no_bar() -> None:
    assert pyramid("promotion=2012-2013").bands == pyramid().bands


def test_ages_that_a_filter_leaves_out_have_no_bar() -> None:
    search = "age=moins-de-30-ans,50-ans-et-plus"
    some = content(VIEW, f"{PYRAMID}&{search}")
    assert not [name for name in pyramid(search).bands if name.startswith(("30", "35", "40", "45"))]
    assert {row.labels[1] for row in some.data_table.rows} == {
        *("15\u00a0à\u00a019\u00a0ans", "20\u00a0à\u00a024\u00a0ans", "25\u00a0à\u00a029\u00a0ans"),
        *("50\u00a0à\u00a054\u00a0ans", "55\u00a0à\u00a059\u00a0ans", "60\u00a0à\u00a064\u00a0ans"),
    }
    assert sum(row.count or 0 for row in some.data_table.rows) == some.base
    assert "(moins de 30 ans et 50 ans et plus)" in some.notes[1].replace("\u00a0", " ")


def test_a_bar_keeps_the_gender_and_the_age_band_that_it_is_part_of() -> None:
    rows = cells(shown(VIEW, PYRAMID))
    click = rows["Femmes", "30\u00a0à\u00a034\u00a0ans"].click
    assert click == keeping((Dimension("gender"), "F"), (Dimension("age_band"), "30_39"))
    assert click in [datum.click for datum in pyramid().left.data]


def test_reading() -> None:
    assert content(VIEW).reading == (
        "La promotion 2016-2017 compte 51,8\u202f% de femmes (171 sur 330 bénéficiaires) ; "
        "l'âge moyen y est de 34,4 ans."
    )
    assert content(VIEW, PYRAMID).reading == (
        "Sur 1\u202f044 bénéficiaires, 130 (12,5\u202f%) sont du groupe « Hommes de 25 à 29 ans »."
    )


def test_the_lecture_does_not_tell_what_a_filter_has_settled() -> None:
    assert content(VIEW, "?genre=H").reading == (
        "L'âge moyen de la promotion 2016-2017 est de 34,3 ans (159 bénéficiaires)."
    )


def test_edges() -> None:
    small = shown(VIEW, "promotion=2012-2013", medium="phone")
    assert small.content.notes[0] == "△ base inférieure à 30 : 2012-2013."
    one_person = "promotion=2014-2015&region=franche-comte&genre=H"
    for search in (one_person, f"{one_person}&{PYRAMID}"):
        person = content(VIEW, search)
        assert person.base == 1
        assert person.reading
    for search in ("promotion=2012-2013&region=bretagne", f"region=corse&{PYRAMID}"):
        nobody = shown(VIEW, search)
        assert nobody.empty
        assert nobody.content.reading == ""


def test_age_bands_give_the_shares_of_50_and_over_that_the_study_prints() -> None:
    rows = cells(shown(VIEW, BANDS))
    printed = {"2012-2013": 7.1, "2014-2015": 7.1, "2016-2017": 5.5}
    for cohort, published in printed.items():
        share = rows[cohort, "50 ans et plus"].share
        assert share is not None
        assert round(share.percent or 0, 1) == published
    assert rows["Ensemble", "50 ans et plus"].base == 1044
    assert shown(VIEW, f"{BANDS}&region=corse").empty


def test_the_share_of_women_is_read_against_that_of_all_jobseekers_of_the_cnam() -> None:
    (line,) = bars().benchmarks
    assert (line.value, plain(line.name)) == (53, "Femmes, demandeurs d'emploi du Cnam : 53 %")
    told = [plain(note) for note in content(VIEW).notes if note.startswith("Repère")]
    assert [note.split(".")[0] for note in told] == [
        "Repère : Femmes, demandeurs d'emploi du Cnam, 53 %",
        "Repère : Âge moyen, demandeurs d'emploi du Cnam, 34 ans",
    ]
    assert bars("region=bretagne").benchmarks == (line,)


def test_of_one_gender_no_share_of_a_gender_is_read_against_another() -> None:
    assert bars("genre=F").benchmarks == ()
    assert [plain(name) for name in content(VIEW, "genre=F").benchmarks] == [
        "Âge moyen, demandeurs d'emploi du Cnam : 34 ans"
    ]
    assert content(VIEW, "genre=F&age=40-49").benchmarks == ()


def test_mean_ages_have_their_interval_and_the_line_of_the_cnam() -> None:
    told = content(VIEW, MEANS)
    assert isinstance(told.chart, Dots)
    assert [(line.value, line.category) for line in told.chart.benchmarks] == [(34, None)]
    rows = {row.labels[0]: row for row in told.data_table.rows}
    # The study: 37.5 years in 2012-2013, and 34 or 35 in the others.
    mean, low, high = rows["2012-2013"].measures
    assert mean is not None
    assert low is not None
    assert high is not None
    assert low < round(mean, 1) == 37.5 < high
    assert rows["2012-2013"].count == 28
    assert rows["Ensemble"].count == told.base == 1044
    assert plain(told.reading) == (
        "Les bénéficiaires de la promotion 2016-2017 ont en moyenne 34,4 ans (330 bénéficiaires)."
    )
    assert rows["2014-2015"].click == keeping((Dimension("cohort"), "2014-2015"))


def test_the_age_of_one_person_has_no_interval_and_that_of_nobody_is_not_told() -> None:
    alone = content(VIEW, f"promotion=2014-2015&region=franche-comte&genre=H&{MEANS}")
    (row,) = alone.data_table.rows
    assert (row.count, row.measures[1:]) == (1, (None, None))
    assert content(VIEW, f"promotion=2012-2013&region=bretagne&{MEANS}").base == 0
