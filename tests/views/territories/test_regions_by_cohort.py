"""Does the table of regions and cohorts hold the cells of annexe I?"""

from dashboard.content.charts.matrix import Matrix
from dashboard.content.charts.rich_text import bold, rich
from dashboard.content.content import Content
from dashboard.content.data_table import TOTAL
from dashboard.content.medium import Medium
from tests.support.exhibits import content, opened, shown

VIEW = "regions-promotions"


def matrix(search: str = "", medium: Medium = "page") -> Matrix:
    chart = shown(VIEW, search, medium=medium).content.chart
    assert isinstance(chart, Matrix)
    return chart


def counts(shown_content: Content) -> dict[tuple[str, ...], int | None]:
    return {row.labels: row.count for row in shown_content.data_table.rows}


def test_annexe_1() -> None:
    cells = counts(content(VIEW))
    assert cells["Rhône-Alpes", "2012-2013"] == 28
    assert cells["Languedoc-Roussillon", "2013-2014"] == 60
    assert cells["Île-de-France", "2016-2017"] == 44
    assert cells["Franche-Comté", "2016-2017"] == 0
    assert cells["Pays de la Loire", "Ensemble"] == 243
    assert cells["Ensemble", "2013-2014"] == 245
    assert cells["Ensemble", "Ensemble"] == 1044


def test_rows_are_about_a_region_and_a_cohort_or_all_of_them() -> None:
    codes = {tuple(key.code for key in row.keys) for row in content(VIEW).data_table.rows}
    assert {("53", "2015-2016"), ("53", TOTAL), (TOTAL, "2015-2016"), (TOTAL, TOTAL)} <= codes
    columns = {tuple(map(str, (k.along for k in r.keys))) for r in content(VIEW).data_table.rows}
    assert columns == {("region", "cohort")}


def test_a_region_not_yet_open_is_absent_rather_than_zero() -> None:
    assert ("Bretagne", "2014-2015") not in counts(content(VIEW))
    third = matrix().cells[2]
    assert [cell.fill for cell in third[:4]] == [None, None, None, 29]
    assert third[0].text.plain == "–"
    assert "non couverte" in third[0].hover.plain


def test_the_chart_holds_the_numbers_of_the_table() -> None:
    of_women = content(VIEW, "?genre=F")
    inner = [cell.fill for line in matrix("?genre=F").cells[:-1] for cell in line[:-1]]
    single = [n for labels, n in counts(of_women).items() if "Ensemble" not in labels]
    assert [fill for fill in inner if fill is not None] == single
    assert sum(n or 0 for n in single) == of_women.base


def test_totals_are_bold_and_have_no_fill() -> None:
    chart = matrix()
    assert {line[-1].fill for line in chart.cells} | {cell.fill for cell in chart.cells[-1]} == {0}
    assert chart.cells[-1][-1].text == rich(bold("1\u202f044"))
    assert chart.rows[-1] == chart.columns[-1] == rich(bold("Ensemble"))


def test_names_are_shorter_on_a_phone_and_longer_in_a_room() -> None:
    phone = matrix(medium="phone")
    assert phone.columns[0] == rich("2012-", "2013")
    assert phone.columns[-1] == rich(bold("Total"))
    assert matrix().columns[0] == rich("2012-2013")
    assert matrix(medium="room").name_letters > matrix().name_letters == phone.name_letters


def test_reading() -> None:
    assert content(VIEW).reading == (
        "74 bénéficiaires de la promotion 2013-2014 résident dans les Pays de la Loire, "
        "sur 245 au total."
    )
    alone = content(VIEW, "?promotion=2014-2015&region=franche-comte&genre=H")
    assert alone.base == 1
    assert alone.reading == "1 bénéficiaire de la promotion 2014-2015 réside en Franche-Comté."
    region = content(VIEW, "?region=bretagne")
    assert region.reading == (
        "29 bénéficiaires de la promotion 2015-2016 résident en Bretagne, "
        "sur 38 dans les 5 promotions."
    )


def test_only_the_cohorts_and_regions_of_the_selection() -> None:
    assert list(counts(content(VIEW, "?promotion=2012-2013"))) == [
        ("Rhône-Alpes", "2012-2013"),
        ("Rhône-Alpes", "Ensemble"),
        ("Ensemble", "2012-2013"),
        ("Ensemble", "Ensemble"),
    ]
    assert shown(VIEW, "?region=corse").empty
    assert shown(VIEW, "?region=bretagne&promotion=2012-2013").empty


def test_a_row_filters_on_its_region_and_cohort() -> None:
    vocabulary = opened().vocabulary
    clicks = {row.labels: row.click.parameters(vocabulary) for row in content(VIEW).data_table.rows}
    assert clicks["Alsace", "2013-2014"] == {"region": "alsace", "promotion": "2013-2014"}
    assert clicks["Ensemble", "2013-2014"] == {"promotion": "2013-2014"}
    assert clicks["Ensemble", "Ensemble"] == {}


def test_each_cohort_is_set_against_the_one_before() -> None:
    changes = {row.labels: row.measures for row in content(VIEW).data_table.rows}
    assert changes["Île-de-France", "2016-2017"] == (44 - 10,)
    assert changes["Ensemble", "2016-2017"] == (330 - 258,)
    assert changes["Franche-Comté", "2016-2017"] == (-3,)
    # There is none before the first one, where nobody could come yet, and of all cohorts together.
    assert changes["Rhône-Alpes", "2012-2013"] == (None,)
    assert changes["Hauts-de-France", "2016-2017"] == (None,)
    assert changes["Alsace", "Ensemble"] == (None,)
    apart = content(VIEW, "?promotion=2013-2014,2016-2017").data_table.rows
    assert {row.measures for row in apart} == {(None,)}


def test_the_last_column_says_how_much_has_changed_where_there_is_room() -> None:
    page, phone = matrix(), matrix(medium="phone")
    assert page.cells[-1][-2].text == rich(bold("330 (+72)"))
    assert phone.cells[-1][-2].text == rich(bold("330"))
    assert "(" not in page.cells[-1][-3].text.plain
    assert any("promotion 2016-2017 : écart avec" in note for note in content(VIEW).notes)
    assert not any("écart avec" in note for note in content(VIEW, "?promotion=2015-2016").notes)
