"""Does each respondent stand on the path that they told of, over the waves that their cohort has reached?"""

import pytest

from dashboard.content.charts import StackedBars
from dashboard.content.content import Content
from dashboard.content.medium import Medium
from dashboard.domain.employment_paths import PATHS
from dashboard.domain.query import crossing
from dashboard.views.outcomes.trajectories.bars import LOOKS
from dashboard.views.outcomes.trajectories.spans import SPAN
from dashboard.views.registry import offered
from tests.studies.studies import study
from tests.support.clicks import people_behind
from tests.support.exhibits import (
    cells,
    composed,
    content,
    loosened,
    opened,
    parts,
    plain,
    row,
    shown,
)
from tests.support.paths import path_of

COHORTS = {
    "2013-2014": ("T1", "T2", "T3"),
    "2014-2015": ("T1", "T2", "T3"),
    "2015-2016": ("T1", "T2"),
    "2016-2017": ("T1",),
}

REACHED = "?trajectoires.vagues=atteintes"
"""Each cohort over the waves that it has reached: the first two of all are shown by themselves."""


def counted(cohort: str) -> dict[str, int]:
    """How many respondents of a cohort are on each path, from the crossing of what they told of its waves."""
    vocabulary, waves = opened().vocabulary, COHORTS[cohort]
    employed = vocabulary.variable("status").codes_with("employed")
    table = opened().tabulate(crossing("cohort", "response", *(f"status@{wave}" for wave in waves)))
    people: dict[str, int] = dict.fromkeys(PATHS, 0)
    for (of, response, *codes), number in table.cells():
        if (of, response) == (cohort, "respondent") and number:
            states = [
                "employed"
                if code in employed
                else "silent"
                if code == "no_information"
                else "not_employed"
                for code in codes
            ]
            people[path_of(states)] += number  # type: ignore[arg-type]
    return people


def told(content: Content, cohort: str) -> dict[str, int | None]:
    return {
        row.keys[1].code: row.count
        for row in content.data_table.rows
        if row.keys[0].code == cohort and row.keys[1].code in PATHS
    }


@pytest.mark.parametrize("cohort", COHORTS)
def test_each_respondent_stands_on_one_path(cohort: str) -> None:
    everybody = counted(cohort)
    paths = told(content("trajectoires", REACHED), cohort)
    assert paths == {path: number for path, number in everybody.items() if path in paths}
    assert sum(everybody.values()) == sum(number or 0 for number in paths.values())


def test_the_study_follows_those_who_were_employed_at_first() -> None:
    # Annexe III b: 30 of 45 a year later, 20 two years later; IV b: 19 and 6 of 43; V: 55 of 86.
    table = parts(shown("trajectoires", REACHED))
    assert table["2013-2014", "En emploi à T1, encore à T2"] == (30, 45)
    assert table["2013-2014", "En emploi à T1, encore à T3"] == (20, 45)
    assert table["2014-2015", "En emploi à T1, encore à T2"] == (19, 43)
    assert table["2014-2015", "En emploi à T1, encore à T3"] == (6, 43)
    assert table["2015-2016", "En emploi à T1, encore à T2"] == (55, 86)
    (still,) = (
        note for note in content("trajectoires", REACHED).notes if note.startswith("Encore en")
    )
    assert "promotion 2013-2014, 30 sur 45 à T2 et 20 à T3" in plain(still)


def test_of_one_wave_nobody_has_found_or_lost_a_job() -> None:
    assert set(told(content("trajectoires", REACHED), "2016-2017")) == {
        "kept",
        "never",
        "incomplete",
    }
    assert set(told(content("trajectoires", REACHED), "2015-2016")) == set(PATHS) - {
        "back_and_forth"
    }


def test_who_has_not_been_asked_is_in_no_base() -> None:
    over_three = shown("trajectoires", "?trajectoires.vagues=T3")
    assert over_three.content.base == 142 + 146
    assert {labels[0] for labels in cells(over_three)} == {"2013-2014", "2014-2015", "Ensemble"}
    (left_out,) = (note for note in over_three.content.notes if note.startswith("Hors de la"))
    assert "promotions 2015-2016 et 2016-2017, qui n'ont pas encore atteint T3" in plain(left_out)
    assert content("trajectoires", REACHED).base == 142 + 146 + 208 + 236


def test_the_same_waves_may_be_told_of_all_with_all_together() -> None:
    over_two = shown("trajectoires", "?trajectoires.vagues=T2")
    table = parts(over_two)
    assert table["2013-2014", "En emploi à toutes les vagues"] == (30, 142)
    kept = [table[c, "En emploi à toutes les vagues"] for c in list(COHORTS)[:3]]
    people, bases = (
        sum(numbers) for numbers in zip(*((n or 0, b or 0) for n, b in kept), strict=True)
    )
    assert table["Ensemble", "En emploi à toutes les vagues"] == (people, bases)
    assert plain(over_two.content.reading) == (
        "Sur 496 répondants, 104 (21,0 %) sont en emploi à T1 et T2, "
        "soit 104 des 174 qui l'étaient à T1 (40 d'entre eux n'ont pas tout renseigné)."
    )


def test_the_base_may_be_of_complete_answers() -> None:
    complete = shown("trajectoires", f"{REACHED}&trajectoires.base=renseignes")
    assert parts(complete)["2013-2014", "En emploi à toutes les vagues"] == (17, 27)
    assert parts(complete)["2013-2014", "Réponses incomplètes"] == (115, None)
    chart = complete.content.chart
    assert isinstance(chart, StackedBars)
    assert "Réponses incomplètes" not in [series.name for series in chart.series]
    assert chart.totals == pytest.approx((100,) * 4)
    assert any("△" in note for note in complete.content.notes)


def test_bars_are_filled_and_incomplete_answers_are_hatched_at_their_end() -> None:
    chart = content("trajectoires", REACHED).chart
    assert isinstance(chart, StackedBars)
    assert chart.totals == pytest.approx((100,) * 4)
    assert [series.absent for series in chart.series] == [False] * 5 + [True]
    assert [plain(name.plain) for name in chart.categories][2:] == [
        "2015-2016 T1 et T2, n = 208",
        "2016-2017 T1, n = 236",
    ]
    assert len({series.colour for series in chart.series}) == len(LOOKS)


@pytest.mark.parametrize("medium", ["page", "phone", "room"])
def test_every_medium_has_every_value(medium: Medium) -> None:
    chart, page = (shown("trajectoires", REACHED, medium=m).content.chart for m in (medium, "page"))
    assert isinstance(chart, StackedBars)
    assert isinstance(page, StackedBars)
    assert [s.values for s in chart.series] == [s.values for s in page.series]


def test_silence_is_warned_of_and_compared_as_such() -> None:
    view = content("trajectoires", REACHED)
    (warned,) = (note for note in view.notes if note.startswith("◇"))
    assert "promotion 2013-2014 (81 %)" in plain(warned)
    assert "2015-2016" not in warned
    kept = row(view, "2013-2014", "En emploi à toutes les vagues")
    assert (kept.silent, kept.comparable) == (115, True)
    assert not row(view, "2013-2014", "Réponses incomplètes").comparable


@pytest.mark.parametrize(
    ("labels", "search"),
    [
        (("2013-2014", "En emploi à toutes les vagues"), ""),
        (("2013-2014", "Emploi trouvé"), ""),
        (("2014-2015", "Emploi perdu"), ""),
        (("2015-2016", "Jamais en emploi"), ""),
        (("2013-2014", "En emploi à T1, encore à T3"), ""),
        (("Ensemble", "Emploi trouvé"), "?trajectoires.vagues=T2"),
    ],
)
def test_a_path_leads_to_its_people(labels: tuple[str, str], search: str) -> None:
    path = cells(shown("trajectoires", search or REACHED))[labels]
    assert people_behind("trajectoires", path.click) == path.count


def test_what_no_conditions_can_say_leads_nowhere() -> None:
    for labels in (("2013-2014", "Allers-retours"), ("2013-2014", "Réponses incomplètes")):
        assert not cells(shown("trajectoires", REACHED))[labels].click


@pytest.mark.parametrize(
    ("search", "reading"),
    [
        (
            "",
            (
                "Sur 208 répondants de la promotion 2015-2016, 55 (26,4 %) sont en emploi à T1 et T2, "
                "soit 55 des 86 qui l'étaient à T1 (14 d'entre eux n'ont pas tout renseigné)."
            ),
        ),
        (
            "?promotion=2013-2014",
            (
                "Sur 142 répondants de la promotion 2013-2014, 17 (12,0 %) sont en emploi à toutes "
                "les vagues (T1 à T3), soit 17 des 45 qui l'étaient à T1 (28 d'entre eux n'ont pas tout renseigné)."
            ),
        ),
        (
            "?promotion=2016-2017",
            "Sur 236 répondants de la promotion 2016-2017, 73 (30,9 %) sont en emploi à T1, seule vague atteinte.",
        ),
        (
            "?promotion=2015-2016&trajectoires.base=renseignes",
            (
                "Sur 152 répondants de la promotion 2015-2016 ayant renseigné T1 et T2, 55 (36,2 %) "
                "sont en emploi à T1 et T2."
            ),
        ),
        # What the filter has decided is not read aloud: nobody could have kept a job.
        (
            "?promotion=2013-2014&situation.T1=en-recherche-d-emploi",
            (
                "Sur 68 répondants de la promotion 2013-2014, 5 (7,4 %) ont trouvé un emploi entre T1 et T3 "
                "(59 ont une réponse manquante)."
            ),
        ),
        ("?promotion=2016-2017&situation.T1=inactif", ""),
    ],
)
def test_the_lecture_tells_who_kept_a_job(search: str, reading: str) -> None:
    over_all_reached = f"{search or '?'}&trajectoires.vagues=atteintes"
    assert plain(content("trajectoires", over_all_reached).reading) == reading


def test_by_itself_it_shows_the_first_two_waves() -> None:
    first_two = content("trajectoires")
    assert plain(first_two.reading) == (
        "Sur 496 répondants, 104 (21,0 %) sont en emploi à T1 et T2, soit 104 des 174 qui l'étaient à T1 "
        "(40 d'entre eux n'ont pas tout renseigné)."
    )
    # Of a cohort that has reached one wave there is no path to tell yet.
    assert told(first_two, "2016-2017") == {}


@pytest.mark.parametrize(
    ("search", "why"),
    [
        ("?promotion=2012-2013", "hors champ de l'enquête"),
        ("?promotion=2016-2017&trajectoires.vagues=T2", "n'a encore atteint T2"),
        (
            "?promotion=2013-2014&situation.T3=sans-information&trajectoires.base=renseignes&trajectoires.vagues=T3",
            "n'a renseigné toutes les vagues",
        ),
    ],
)
def test_without_anybody_it_says_why(search: str, why: str) -> None:
    exhibit = shown("trajectoires", search)
    assert exhibit.empty
    assert why in exhibit.content.nothing


def test_waves_are_those_of_the_study() -> None:
    five = loosened(composed("trajectoires", REACHED, study("cinq_vagues"))).content
    chart = five.chart
    assert isinstance(chart, StackedBars)
    assert [name.plain.split(" ", 1)[1].split(",")[0] for name in chart.categories] == [
        "T1 à T5",
        "T1 à T3",
        "T1",
    ]
    assert chart.totals == pytest.approx((100,) * 3)
    spans = [choice.value for choice in SPAN.offered(study("cinq_vagues").vocabulary)]
    assert spans == ["T2", "T3", "T4", "T5", "atteintes"]


def test_a_study_of_one_wave_has_no_paths() -> None:
    assert "trajectoires" not in offered(study("une_vague").vocabulary)


def test_a_path_that_filters_have_settled_has_no_bar_and_it_is_said() -> None:
    searching = "?situation.T1=en-recherche-d-emploi&trajectoires.vagues=atteintes"
    told = content("trajectoires", searching)
    assert "2016-2017" not in {row.labels[0] for row in told.data_table.rows}
    assert any("2016-2017" in note for note in told.notes if note.startswith("Sans barre"))
    lost = composed(
        "trajectoires",
        "?situation.T1=en-emploi-salarie&situation.T2=en-recherche-d-emploi",
        opened(),
    )
    assert lost.empty
    assert lost.content.base == 25
    assert "pas de trajectoire à lire" in lost.content.nothing
