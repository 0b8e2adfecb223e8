"""Is the share employed that of figure 5, of those whom each wave has reached and of nobody else?"""

from datetime import date

import pytest

from dashboard.content.charts import Dots, Lines
from dashboard.content.charts.lines import LineSeries
from dashboard.content.click_filter import NO_CLICK
from dashboard.content.medium import Medium
from dashboard.content.view import Scene
from dashboard.domain.dimension import dimension
from dashboard.domain.query import crossing
from dashboard.domain.selection import Selection
from dashboard.domain.statistics.rates import Share
from dashboard.domain.survey_calendar import expected_date, waves_to_come
from dashboard.views.kit.employment import BOUNDS_COLUMNS, Employed
from dashboard.views.outcomes.employed_share.chart import MOST_ROWS, bounded_points
from dashboard.views.outcomes.employed_share.points import Point
from tests.studies.studies import study
from tests.support.clicks import people_behind
from tests.support.diffused import diffused
from tests.support.exhibits import cells, composed, loosened, opened, parts, plain, shown

T1, T2, T3 = "T1 6-12\u00a0mois", "T2 18-24\u00a0mois", "T3 30-36\u00a0mois"


FEW_TOLD = "?emploi.base=renseignes&promotion=2014-2015&promotion=2015-2016&csp.T1=ouvriers&genre=F"


def lines(search: str = "", medium: Medium = "page") -> dict[str, LineSeries]:
    """The lines of the view by the cohort that their name begins with."""
    chart = shown("emploi", search, medium=medium).content.chart
    assert isinstance(chart, Lines)
    return {series.name.split()[0]: series for series in chart.series}


def test_figure_5() -> None:
    exhibit = shown("emploi")
    assert exhibit.content.base == 142 + 146 + 208 + 236
    points = parts(exhibit)
    assert points["2013-2014", T1] == (45, 142)
    assert points["2014-2015", T1] == (43, 146)
    assert points["2015-2016", T1] == (86, 208)
    assert points["2016-2017", T1] == (41 + 23 + 9, 236)
    percents = {
        labels: round(row.share.percent)
        for labels, row in cells(exhibit).items()
        if row.share and row.share.percent
    }
    assert (percents["2014-2015", T1], percents["2015-2016", T1]) == (29, 41)
    assert (percents["2014-2015", T2], percents["2015-2016", T2]) == (34, 48)


def test_a_cohort_has_a_point_only_at_the_waves_that_it_has_reached() -> None:
    exhibit = shown("emploi")
    assert set(parts(exhibit)) == {
        *((cohort, T1) for cohort in ("2013-2014", "2014-2015", "2015-2016", "2016-2017")),
        *((cohort, T2) for cohort in ("2013-2014", "2014-2015", "2015-2016")),
        *((cohort, T3) for cohort in ("2013-2014", "2014-2015")),
    }
    drawn = lines()
    assert [datum.value for datum in drawn["2016-2017"].data][1:] == [None, None]
    assert "2012-2013" not in drawn


def test_the_lines_have_the_numbers_of_the_table() -> None:
    points = cells(shown("emploi"))
    drawn = {
        (cohort, wave): datum
        for cohort, line in lines().items()
        for wave, datum in zip((T1, T2, T3), line.data, strict=True)
        if datum.value is not None
    }
    assert set(drawn) == set(points)
    for place, datum in drawn.items():
        row = points[place]
        assert datum.click == row.click
        assert row.share is not None
        assert (datum.value, datum.interval) == (row.share.percent, row.share.interval)
        assert f"En emploi : {row.count} sur {row.base}" in datum.hover.plain


def test_it_says_when_a_wave_is_to_come() -> None:
    notes = " ".join(shown("emploi").content.notes)
    assert "promotion 2015-2016 à T3 (septembre 2018)" in notes
    assert "promotion 2016-2017 à T2 (septembre 2018) et T3 (septembre 2019)" in notes
    assert "Hors champ de l'enquête : promotion 2012-2013" in notes
    vocabulary = opened().vocabulary
    assert expected_date(vocabulary, "2016-2017", "T3") == date(2019, 9, 1)
    assert waves_to_come(vocabulary, vocabulary.cohorts[:3], vocabulary.waves) == {}


@pytest.mark.parametrize("cohort", ["2013-2014", "2016-2017"])
def test_all_surveyed_people_may_be_the_base(cohort: str) -> None:
    respondents = parts(shown("emploi"))[cohort, T1]
    surveyed = parts(shown("emploi", "?emploi.base=interroges"))[cohort, T1]
    assert surveyed == (respondents[0], {"2013-2014": 245, "2016-2017": 330}[cohort])


def test_silence_is_not_taken_for_jobs_lost() -> None:
    notes = [plain(note) for note in shown("emploi").content.notes]
    assert "promotion 2013-2014 à T3 (62 % ; parmi les 54 autres, 63 % en emploi)" in notes[0]
    assert "promotion 2014-2015 à T3 (66 % ; parmi les 49 autres, 59 % en emploi)" in notes[0]
    assert "peut n'y tenir qu'à ces silences" in notes[0]
    assert "promotion 2013-2014, 22 à T1, 74 à T2 et 88 à T3" in notes[1]
    assert cells(shown("emploi"))["2014-2015", T3].measures == (97,)
    last = lines()["2013-2014"].data[-1]
    assert "Sans information : 88 (62,0" in last.hover.plain
    assert last.marks == ("item_nonresponse",)
    assert not any("◇" in note for note in shown("emploi", "?promotion=2016-2017").content.notes)


def test_those_who_answered_about_the_wave_may_be_the_base() -> None:
    exhibit = shown("emploi", "?emploi.base=renseignes")
    points = parts(exhibit)
    assert points["2013-2014", T3] == (34, 54)
    assert points["2014-2015", T3] == (29, 49)
    assert "ayant renseigné au moins une vague" in exhibit.content.population
    waves = [dimension(f"status@{wave}") for wave in opened().vocabulary.after]
    answers = [opened().vocabulary.real_codes(wave) for wave in waves]
    paths = opened().tabulate(crossing(*map(str, waves))).cells()
    told = [
        people
        for codes, people in paths
        if any(code in real for code, real in zip(codes, answers, strict=True))
    ]
    assert exhibit.content.base == sum(told)
    assert "répondants de la promotion 2016-2017 ayant renseigné T1" in exhibit.content.reading
    silent = shown(
        "emploi",
        "?emploi.base=renseignes&promotion=2016-2017&situation.T1=sans-information",
    )
    assert silent.empty
    assert silent.content.nothing == "Un filtre fixe déjà la part en emploi à T1."


def test_of_those_who_told_a_cohort_of_which_nobody_did_has_a_row_without_a_share() -> None:
    exhibit = shown("emploi", FEW_TOLD)
    row = cells(exhibit)["2014-2015", T2]
    assert (row.count, row.base, row.silent_outside) == (None, 0, 1)
    assert exhibit.content.undrawn
    assert any("2014-2015, 1 à T2" in plain(note) for note in exhibit.content.notes)


@pytest.mark.parametrize(
    "search",
    ["?situation.T1=en-recherche-d-emploi", "?csp.T1=ouvriers", "?situation.T1=sans-information"],
)
def test_a_wave_that_a_filter_settles_has_no_point_and_it_is_said(search: str) -> None:
    exhibit = shown("emploi", search)
    assert not any(labels[1] == T1 for labels in cells(exhibit))
    assert any(note.startswith("Sans point à T1 : un filtre") for note in exhibit.content.notes)
    assert all(series.data[0].value is None for series in lines(search).values())
    assert any(series.data[1].value is not None for series in lines(search).values())


def test_of_fewer_than_ten_people_no_share_and_no_gap_is_told() -> None:
    people = "promotion=2014-2015&promotion=2015-2016&csp.T1=ouvriers&genre="
    women, men = f"{people}F", "&".join(f"b.{one}" for one in f"{people}H".split("&"))
    exhibit = shown("comparer", f"?comparer.vue=emploi&emploi.base=renseignes&{women}&{men}")
    assert cells(exhibit)["Ensemble", T2, "non comparé"].measures == (
        *(2, 2, None),
        *(9, 11, 81.82),
        *(None, None, None),
    )
    assert cells(exhibit)["Ensemble", T3, "non comparé"].measures[:3] == (None, 0, None)


def test_a_point_leads_to_its_people() -> None:
    point = cells(shown("emploi"))["2015-2016", T1]
    assert people_behind("emploi", point.click) == point.base == 208


def test_reading() -> None:
    assert shown("emploi").content.reading == (
        "Sur 236 répondants de la promotion 2016-2017, 73 (30,9\u202f%) sont en emploi "
        "6 à 12 mois après la première inscription."
    )
    # That nobody who is inactive is employed is what the filter says, and the cohort has told of no other wave.
    assert not shown("emploi", "?promotion=2016-2017&situation.T1=inactif").content.reading


def test_selections_with_nobody_or_few() -> None:
    early = shown("emploi", "?promotion=2012-2013")
    assert early.empty
    assert "hors champ" in early.content.nothing
    few = shown("emploi", "?region=limousin")
    assert 0 < few.content.base < 30
    assert any("△" in note for note in few.content.notes)
    assert not shown("emploi", "?promotion=2016-2017", medium="phone").empty


def test_a_cohort_is_named_with_its_base_and_says_when_it_will_reach_a_wave() -> None:
    (line,) = lines("promotion=2016-2017").values()
    assert plain(line.name) == "2016-2017 (n = 236)"
    assert [plain(text) for text in line.to_come] == ["T2 : sept. 2018", "T3 : sept. 2019"]


def test_a_line_that_ends_early_says_at_which_wave() -> None:
    drawn = lines()
    assert plain(drawn["2016-2017"].last_label) == "31 % à T1"
    assert plain(drawn["2015-2016"].last_label) == "48 % à T2"
    assert drawn["2013-2014"].last_label == ""


def test_every_medium_has_every_value() -> None:
    assert lines(medium="room") == lines(medium="phone") == lines()
    labels = [datum.label for line in lines().values() for datum in line.data if datum.label]
    assert len(labels) == 4 + 3 + 2


def test_one_wave_is_told_in_dots_a_cohort() -> None:
    content = loosened(composed("emploi", "", study("une_vague"))).content
    assert isinstance(content.chart, Dots)
    assert [dot.label.split()[0] for dot in content.chart.rows] == ["2020-2021", "2021-2022"]
    assert [dot.datum.value for dot in content.chart.rows] == [
        row.share.percent for row in content.data_table.rows if row.share
    ]
    assert all(dot.conclusive for dot in content.chart.rows)
    assert content.chart.verdicts is None
    assert content.title == "Part des répondants en emploi à T1, par promotion"
    assert content.alternative.startswith("Un point par promotion, part en emploi : à T1, ")


def test_waves_may_follow_one_another_by_six_months() -> None:
    content = loosened(composed("emploi", "", study("cinq_vagues"))).content
    assert isinstance(content.chart, Lines)
    assert len(content.chart.categories) == 5
    (waiting,) = (note for note in content.notes if note.startswith("Pas encore interrogés"))
    assert "promotion 2020-2021 à T4 (septembre 2022) et T5 (mars 2023)" in waiting


BOUNDS = "?emploi.forme=bornes"


def test_the_bounds_of_silence_are_bands_cohort_by_cohort() -> None:
    exhibit = shown("emploi", BOUNDS)
    chart = exhibit.content.chart
    assert isinstance(chart, Dots)
    bands = {plain(dot.label): dot.band for dot in chart.rows}
    # Annexe III, T3: 34 employed of 142, of whom 88 said nothing.
    assert bands["2013-2014 à T3 (n = 142)"] == pytest.approx((100 * 34 / 142, 100 * 122 / 142))
    assert [name.split(" (")[0] for name in bands][:4] == [
        "2013-2014 à T1",
        "2013-2014 à T2",
        "2013-2014 à T3",
        "2014-2015 à T1",
    ]
    assert chart.band_name == "d'aucun à tous les « sans information » en emploi"
    assert any(note.startswith("Bande claire : ") for note in exhibit.content.notes)


@pytest.mark.parametrize("base", ["repondants", "interroges", "renseignes"])
def test_a_share_lies_within_its_band_whatever_the_base(base: str) -> None:
    exhibit = shown("emploi", f"{BOUNDS}&emploi.base={base}")
    chart = exhibit.content.chart
    assert isinstance(chart, Dots)
    for dot in chart.rows:
        assert dot.band is not None
        assert dot.datum.value is not None
        assert dot.band[0] <= dot.datum.value <= dot.band[1]


def test_the_table_has_the_bounds_where_they_are_drawn() -> None:
    drawn, plain_shares = shown("emploi", BOUNDS), shown("emploi")
    names = drawn.content.data_table.measure_names
    assert names[-2:] == BOUNDS_COLUMNS
    assert plain_shares.content.data_table.measure_names == names[:-2]
    chart = drawn.content.chart
    assert isinstance(chart, Dots)
    rows = {row.click: row.measures[-2:] for row in drawn.content.data_table.rows}
    assert {dot.datum.click: dot.band for dot in chart.rows} == rows


def test_one_wave_has_bounds_too() -> None:
    content = composed("emploi", BOUNDS, study("une_vague")).content
    assert isinstance(content.chart, Dots)
    assert all(dot.band for dot in content.chart.rows)


def test_of_more_cohorts_than_there_is_room_for_the_last_are_drawn() -> None:
    scene = Scene(Selection(), {}, opened().vocabulary)
    points = [
        Point(cohort, "T1", Employed(Share(1, 2)), NO_CLICK) for cohort in scene.vocabulary.cohorts
    ]
    assert bounded_points(scene, points) == tuple(points)
    many = points * 6
    last = bounded_points(scene, many)
    assert len(last) <= MOST_ROWS["page"]
    assert {point.cohort for point in last} < {point.cohort for point in many}
    assert last[-1].cohort == scene.vocabulary.cohorts[-1]


def test_a_fall_that_may_be_silence_is_no_solid_line() -> None:
    """At T3, 94 of 142 and 91 of 146 told nothing; of the later cohorts, fewer than a third."""
    dotted = {name.split()[0]: line.dotted for name, line in lines().items()}
    assert dotted == {"2013-2014": (1, 2), "2014-2015": (1, 2), "2015-2016": (), "2016-2017": ()}


@pytest.mark.parametrize(
    ("base", "title", "axis"),
    [
        ("", "Part des répondants en emploi", "Part des répondants"),
        ("interroges", "Part des interrogés en emploi", "Part des interrogés"),
        (
            "renseignes",
            "Part en emploi de ceux qui ont renseigné la vague",
            "Part de ceux qui ont renseigné la vague",
        ),
    ],
)
def test_a_title_and_an_axis_say_of_whom_the_shares_are(base: str, title: str, axis: str) -> None:
    content = shown("emploi", f"?emploi.base={base}" if base else "").content
    assert content.title.startswith(title)
    assert isinstance(content.chart, Lines)
    assert content.chart.axis_title.startswith(axis)


def test_respondents_of_whom_no_cohort_has_enough_are_counted_and_not_denied() -> None:
    few = composed("emploi", "?region=ile-de-france", diffused())
    assert few.empty
    assert few.content.base == 35
    assert plain(few.caption.nothing).startswith("Dans chaque promotion, trop peu de répondants")
