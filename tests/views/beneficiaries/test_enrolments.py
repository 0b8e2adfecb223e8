"""Is figure 1 of the study reproduced: who enrols first, who comes back?"""

from dashboard.content.charts.matrix import Matrix, MatrixCell
from dashboard.content.click_filter import keeping
from dashboard.content.content import Content
from dashboard.content.data_table import TOTAL
from dashboard.domain.dimension import Dimension
from tests.support.exhibits import content, shown

VIEW = "inscriptions"
COHORT = Dimension("cohort")
FIGURE_1 = {
    "2012-2013": [28, 5, 0, 1, 0],
    "2013-2014": [245, 45, 20, 5],
    "2014-2015": [183, 38, 16],
    "2015-2016": [258, 51],
    "2016-2017": [330],
    "Ensemble": [28, 250, 228, 317, 402],
}


def lines(shown_content: Content) -> dict[str, list[int | None]]:
    """The counts of each cohort, year by year."""
    counts: dict[str, list[int | None]] = {}
    for row in shown_content.data_table.rows:
        counts.setdefault(row.labels[0], []).append(row.count)
    return counts


def matrix(search: str = "") -> dict[tuple[str, str], MatrixCell]:
    """The cells of the chart by the names of their row and column."""
    chart = content(VIEW, search).chart
    assert isinstance(chart, Matrix)
    return {
        (row.plain, column.plain): cell
        for row, cells in zip(chart.rows, chart.cells, strict=True)
        for column, cell in zip(chart.columns, cells, strict=True)
    }


def test_figure_1() -> None:
    everybody = content(VIEW)
    assert lines(everybody) == FIGURE_1
    assert everybody.base == 1225
    assert everybody.population == "inscriptions, une par bénéficiaire et par année universitaire"
    later = [
        row.count or 0
        for row in everybody.data_table.rows
        if row.keys[2].along == Dimension("enrolment_rank") and row.keys[2].code == "later"
    ]
    assert sum(later) == 181
    assert any(
        "158 bénéficiaires sur 714 (22,1\u202f%)" in note and "139 (88,0\u202f%)" in note
        for note in everybody.notes
    )


def test_shares_are_of_the_cohort() -> None:
    rows = {row.labels[:2]: row for row in content(VIEW).data_table.rows}
    assert rows["2013-2014", "2014-2015"].base == 245
    assert rows["2012-2013", "2014-2015"].count == 0
    assert rows["2013-2014", "2013-2014"].click == keeping((COHORT, "2013-2014"))
    assert rows["Ensemble", "2016-2017"].base is None
    assert rows["Ensemble", "2016-2017"].keys[0].code == TOTAL
    assert ("2016-2017", "2015-2016") not in rows


def test_the_same_year_of_two_cohorts_is_matched_whichever_academic_year_it_is() -> None:
    rows = {row.labels[:2]: row for row in content(VIEW).data_table.rows}
    second = rows["2013-2014", "2014-2015"].match_key
    assert second == rows["2015-2016", "2016-2017"].match_key
    assert second != rows["2013-2014", "2015-2016"].match_key
    assert second[0].label == "2e année"


def test_before_the_first_enrolment_there_is_no_zero() -> None:
    cells = matrix()
    before = cells["2016-2017", "2012-2013"]
    assert (before.fill, before.text.plain) == (None, "–")
    assert cells["2016-2017", "2016-2017"].fill == 100
    # Nobody came back, of those who could: a zero.
    zero = cells["2012-2013", "2014-2015"]
    assert zero.fill == 0
    assert zero.text.plain == "0 0,0\u202f% △"


def test_the_first_enrolment_stands_out_and_the_margin_has_no_fill() -> None:
    cells = matrix()
    assert cells["2015-2016", "2015-2016"].text.has_bold
    assert not cells["2015-2016", "2016-2017"].text.has_bold
    assert (cells["Ensemble", "2016-2017"].fill, cells["Ensemble", "2016-2017"].text.plain) == (
        0,
        "402",
    )


def test_a_phone_has_shorter_words_and_the_same_numbers() -> None:
    page, phone = (shown(VIEW, medium=medium).content for medium in ("page", "phone"))
    assert page.data_table == phone.data_table
    assert isinstance(phone.chart, Matrix)
    assert phone.chart.rows[-1].plain == "Total"
    assert [len(year.lines) for year in phone.chart.columns] == [2] * 5
    assert phone.chart.column_title == ""
    assert phone.chart.cells[3][4].text.plain == "51 20\u202f%"


def test_reading() -> None:
    assert content(VIEW).reading == (
        "Sur 258 bénéficiaires de la promotion 2015-2016, 51 (19,8\u202f%) sont de nouveau "
        "inscrits en 2016-2017."
    )
    assert content(VIEW, "promotion=2016-2017").reading == (
        "330 bénéficiaires se sont inscrits pour la première fois en 2016-2017 ; "
        "l'année suivante est à venir."
    )


def test_the_last_cohort_has_had_no_year_to_come_back() -> None:
    notes = content(VIEW).notes
    assert "Promotion 2016-2017 hors de cette part : l'année suivante est à venir." in notes
    # The Limousin is covered from 2016-2017 on: earlier cohorts have no row of zeros, nobody failed to come back.
    limousin = content(VIEW, "region=limousin")
    assert lines(limousin) == {"2016-2017": [4], "Ensemble": [4]}
    assert limousin.reading.endswith("en 2016-2017 ; l'année suivante est à venir.")
    assert not any("au-delà de la première année" in note for note in limousin.notes)


def test_edges() -> None:
    first = shown(VIEW, "promotion=2012-2013", medium="phone")
    assert lines(first.content) == {
        "2012-2013": [28, 5, 0, 1, 0],
        "Ensemble": [28, 5, 0, 1, 0],
    }
    assert content(VIEW, "promotion=2014-2015&region=franche-comte&genre=H").base == 1
    nobody = shown(VIEW, "promotion=2012-2013&region=bretagne")
    assert nobody.empty
    assert nobody.content.reading == ""
