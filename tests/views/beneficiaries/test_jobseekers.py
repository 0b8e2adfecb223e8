"""Is tableau 1 of the study reproduced, and is nobody without information in a share?"""

import pytest

from dashboard.content.charts.bars import StackedBars
from dashboard.content.click_filter import keeping
from dashboard.domain.dimension import Dimension
from tests.support.exhibits import cells, content, parts, plain, shown

VIEW = "demandeurs-emploi"
SHARES = "demandeurs-emploi.valeurs=parts"
DURATION = "demandeurs-emploi.detail=chomage"
NOTHING_KNOWN = "Sans information"


def bars(search: str = "") -> StackedBars:
    chart = content(VIEW, search).chart
    assert isinstance(chart, StackedBars)
    return chart


def test_tableau_1() -> None:
    exhibit = shown(VIEW)
    counts = {labels: count for labels, (count, _) in parts(exhibit).items()}
    expected = {
        "2014-2015": (34, 24, 15, 35, 75),
        "2015-2016": (23, 81, 45, 89, 20),
        "2016-2017": (46, 88, 47, 119, 30),
    }
    situations = (
        "DE avec mission d'intérim",
        "DE sans mission d'intérim",
        "DELD avec mission d'intérim",
        "DELD sans mission d'intérim",
        NOTHING_KNOWN,
    )
    for cohort, numbers in expected.items():
        assert tuple(counts[cohort, situation] for situation in situations) == numbers
    assert counts["2012-2013", NOTHING_KNOWN] == 28
    assert sum(count or 0 for count in counts.values()) == exhibit.content.base == 1044


def test_a_dash_of_tableau_1_is_no_zero() -> None:
    exhibit = shown(VIEW)
    counts = {labels: count for labels, (count, _) in parts(exhibit).items()}
    of_cohort = {situation: n for (cohort, situation), n in counts.items() if cohort == "2013-2014"}
    assert {situation: n for situation, n in of_cohort.items() if n} == {
        "Durée inconnue, avec mission d'intérim": 12,
        "Durée inconnue, sans mission d'intérim": 22,
        NOTHING_KNOWN: 211,
    }
    assert not any(situation.startswith("DE") for situation in of_cohort)
    durations = parts(shown(VIEW, DURATION))
    assert durations["2013-2014", "Durée inconnue"] == (245, None)
    assert ("2013-2014", "DELD (un an ou plus)") not in durations


def test_the_bars_carry_the_numbers_of_the_table() -> None:
    for search in ("", SHARES, DURATION, f"{DURATION}&{SHARES}"):
        chart = bars(search)
        drawn = {
            (category.plain.split(" ")[0], series.name): datum.value
            for series in chart.series
            for category, datum in zip(chart.categories, series.data, strict=True)
            if datum.value is not None
        }
        rows = content(VIEW, search).data_table.rows
        if chart.unit == "number":
            assert drawn == {row.labels: row.count for row in rows}
        else:
            # Those of whom nothing is known have a row, and no segment.
            assert drawn == {row.labels: row.share.percent for row in rows if row.share}


def test_shares_are_of_those_whose_situation_is_known() -> None:
    exhibit = shown(VIEW, f"{SHARES}&{DURATION}")
    numbers = parts(exhibit)
    # The study: 56 % and 55 %, 134 of 238 and 166 of 300.
    assert numbers["2015-2016", "DELD (un an ou plus)"] == (134, 238)
    assert numbers["2016-2017", "DELD (un an ou plus)"][0] == 166
    assert exhibit.content.base == numbers["Ensemble", "DELD (un an ou plus)"][1] == 646
    assert numbers["2015-2016", "Durée inconnue"] == (20, None)
    # Of the 28 of 2012-2013 nothing is known: unknown is not zero.
    assert ("2012-2013", "DELD (un an ou plus)") not in numbers
    assert numbers["2012-2013", "Durée inconnue"] == (28, None)


def test_interim() -> None:
    rows = cells(shown(VIEW, "demandeurs-emploi.detail=interim"))
    assert rows["2015-2016", "Avec mission d'intérim"].count == 68
    assert rows["2015-2016", "Sans information sur l'intérim"].base is None


def test_reading() -> None:
    assert content(VIEW).reading == (
        "La promotion 2016-2017 compte 39,7\u202f% de bénéficiaires demandeurs d'emploi de longue "
        "durée sans mission d'intérim : 119 sur 300 bénéficiaires dont la durée de chômage et "
        "l'intérim sont connus."
    )


def test_a_click_keeps_the_people_of_the_bar() -> None:
    rows = cells(shown(VIEW))
    assert rows["2016-2017", "DELD avec mission d'intérim"].click == keeping(
        (Dimension("cohort"), "2016-2017"),
        (Dimension("long_term_jobseeker"), "yes"),
        (Dimension("interim"), "yes"),
    )
    assert content(VIEW, "promotion=2016-2017&chomage=deld&interim=oui").base == 47


def test_a_click_on_the_bar_of_all_cohorts_keeps_the_situation_alone() -> None:
    rows = cells(shown(VIEW, f"{SHARES}&{DURATION}"))
    assert rows["Ensemble", "DELD (un an ou plus)"].click == keeping(
        (Dimension("long_term_jobseeker"), "yes")
    )


def test_edges() -> None:
    unknown = content(VIEW, "promotion=2012-2013")
    assert (unknown.base, unknown.reading) == (28, "")
    assert shown(VIEW, f"promotion=2012-2013&{SHARES}").empty
    assert shown(VIEW, "promotion=2012-2013&region=bretagne").empty
    person = content(VIEW, "promotion=2014-2015&region=franche-comte&genre=H")
    assert person.base == 1
    assert "1 bénéficiaire" in person.reading


def test_a_cohort_of_nobody_has_no_bar() -> None:
    assert {row.labels[0] for row in content(VIEW, "region=limousin").data_table.rows} == {
        "2016-2017"
    }


def test_a_cohort_of_which_too_little_is_known_is_said_to_be_no_match_for_others() -> None:
    in_shares = content(VIEW, f"{SHARES}&demandeurs-emploi.detail=interim")
    # Study, tableau 1: 34 of the 245 of 2013-2014 are known.
    assert any("2013-2014" in note and "34 sur 245" in note for note in in_shares.notes)
    rows = [row for row in in_shares.data_table.rows if row.labels[0] == "2013-2014"]
    assert {row.comparable for row in rows} == {False}


@pytest.mark.parametrize("detail", ["", f"&{DURATION}"])
def test_shares_of_long_term_jobseekers_are_read_against_those_of_france(detail: str) -> None:
    (line,) = bars(f"{SHARES}{detail}").benchmarks
    # Of 100 %, they are the last 47: what is left of the line are the others.
    assert (line.value, plain(line.name)) == (53, "DELD en France : 47 % →")


@pytest.mark.parametrize(
    "search", ["", f"{SHARES}&demandeurs-emploi.detail=interim", f"{SHARES}&chomage=deld"]
)
def test_numbers_agency_jobs_and_long_term_jobseekers_alone_are_read_against_nothing(
    search: str,
) -> None:
    assert bars(search).benchmarks == ()
    assert not any(note.startswith("Repère") for note in content(VIEW, search).notes)
