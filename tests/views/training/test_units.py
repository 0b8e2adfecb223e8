"""Are the units per beneficiary those of tableau 2?"""

import pytest

from dashboard.content.charts.distributions import Distributions
from dashboard.content.medium import Medium
from tests.support.exhibits import content, plain, row, shown

ALL = "unites.annees=toutes"


@pytest.mark.parametrize(
    ("cohort", "low", "high", "mean"),
    [
        ("2012-2013", 1, 8, 4.3),
        ("2013-2014", 1, 4, 1.7),
        ("2014-2015", 1, 9, 2.2),
        ("2015-2016", 1, 6, 2.3),
        ("2016-2017", 1, 6, 2.1),
    ],
)
def test_first_year(cohort: str, low: int, high: int, mean: float) -> None:
    least, most, average, _ = row(content("unites"), cohort, "Tous").measures
    assert average is not None
    assert (least, most, round(average, 1)) == (low, high, mean)


@pytest.mark.parametrize(
    ("cohort", "low", "high", "mean"),
    [
        ("2012-2013", 1, 8, 4.6),
        ("2013-2014", 1, 11, 2.4),
        ("2014-2015", 1, 12, 2.9),
        ("2015-2016", 1, 10, 2.7),
    ],
)
def test_all_years(cohort: str, low: int, high: int, mean: float) -> None:
    least, most, average, _ = row(content("unites", ALL), cohort, "Tous").measures
    assert average is not None
    assert (least, most, round(average, 1)) == (low, high, mean)


def test_a_cohort_with_one_year_has_nothing_to_tell_of_all_years() -> None:
    units = content("unites", ALL)
    assert "2016-2017" not in {r.labels[0] for r in units.data_table.rows}
    assert units.base == 1044 - 330
    assert any("Une seule année universitaire" in note for note in units.notes)
    alone = shown("unites", f"{ALL}&promotion=2016-2017")
    assert alone.empty
    assert "n'a connu qu'une année universitaire" in alone.content.nothing


def test_the_distribution_adds_up_to_the_base() -> None:
    units = content("unites")
    values = [r for r in units.data_table.rows if r.labels[0] == "2015-2016" and r.base]
    assert sum(r.count or 0 for r in values) == 258
    first = distributions("page").rows[0].points[0]
    assert first.value == 1
    assert first.hover.lines[0][0].bold
    assert first.hover.plain.startswith("2012-2013 1 UE")


def test_of_one_person_no_share_is_told() -> None:
    units = content("unites", "region=champagne-ardenne,poitou-charentes&age=40-49&interim=oui")
    assert units.base == 1
    assert units.reading.startswith(
        "Dans la promotion 2016-2017, 1 bénéficiaire sur 1 (part non diffusée) a eu 1 UE financée"
    )
    assert "%" not in units.reading


def test_nobody() -> None:
    assert shown("unites", "region=corse").content.nothing == (
        "Aucun bénéficiaire dans cette sélection."
    )


def test_a_room_reads_every_circle_and_none_is_of_nobody() -> None:
    labels = [point.label for row in distributions("room").rows for point in row.points]
    assert all(labels)
    assert not any(plain(label) == "0 %" for label in labels)


def test_what_stands_beside_a_row_suits_where_it_is_shown() -> None:
    page, phone, room = (distributions(medium).rows[0] for medium in ("page", "phone", "room"))
    assert [len(distribution.text.lines) for distribution in (page, phone, room)] == [3, 2, 2]
    assert phone.text.plain == "4,3 1 à 8"
    assert [distribution.mean_label for distribution in (page, phone, room)] == ["4,3", "", ""]


def distributions(medium: Medium) -> Distributions:
    chart = shown("unites", medium=medium).content.chart
    assert isinstance(chart, Distributions)
    return chart
