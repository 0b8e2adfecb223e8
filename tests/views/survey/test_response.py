"""Is response given by wave and cohort as the study counts it, and are the absences kept apart?"""

import pytest

from dashboard.content.charts import GroupedBars, StackedBars
from dashboard.domain.statistics.comparisons import Group, difference_between
from dashboard.domain.statistics.rates import Share
from dashboard.exhibits.exhibit import Exhibit
from dashboard.publication import Publication
from dashboard.views.survey.response.view import BY
from tests.studies.studies import study
from tests.support.clicks import people_behind
from tests.support.exhibits import cells, composed, loosened, opened, row, shown
from tests.support.retold import changed, retold


def responses(search: str = "") -> Exhibit:
    return shown("reponses", search)


def stacked(exhibit: Exhibit) -> StackedBars:
    assert isinstance(exhibit.content.chart, StackedBars)
    return exhibit.content.chart


def grouped(exhibit: Exhibit) -> GroupedBars:
    assert isinstance(exhibit.content.chart, GroupedBars)
    return exhibit.content.chart


def labels(exhibit: Exhibit, cohort: str, wave: str) -> set[str]:
    return {r.labels[2] for r in exhibit.content.data_table.rows if r.labels[:2] == (cohort, wave)}


@pytest.mark.parametrize(
    ("cohort", "answered", "silent", "never"),
    [
        ("2013-2014", 120, 22, 103),
        ("2016-2017", 230, 6, 94),
    ],
)
def test_response_at_t1(cohort: str, answered: int, silent: int, never: int) -> None:
    exhibit = responses()
    counts = {
        way: row(exhibit.content, cohort, "T1", way).count
        for way in ("Vague renseignée", "Sans information", "Non répondant")
    }
    assert counts == {
        "Vague renseignée": answered,
        "Sans information": silent,
        "Non répondant": never,
    }


def test_those_never_asked_stand_apart_without_a_share() -> None:
    exhibit = responses()
    assert labels(exhibit, "2012-2013", "T1") == {"Hors champ de l'enquête"}
    assert labels(exhibit, "2016-2017", "T2") == {"Pas encore interrogé"}
    out_of_scope = row(exhibit.content, "2012-2013", "T1", "Hors champ de l'enquête")
    assert (out_of_scope.count, out_of_scope.share) == (28, None)
    assert "2016-2017 à T2, septembre 2018" in " ".join(exhibit.content.notes)


def test_each_bar_adds_up_to_its_cohort() -> None:
    exhibit = responses()
    bars = stacked(exhibit)
    assert len(bars.categories) == 15
    assert bars.totals == pytest.approx([100] * 15)
    at_t1 = [r.count or 0 for r in exhibit.content.data_table.rows if r.labels[1] == "T1"]
    assert sum(at_t1) == exhibit.content.base == 1044


def test_those_never_asked_are_drawn_with_their_number() -> None:
    exhibit = responses()
    (unasked,) = (s for s in stacked(exhibit).series if s.name == "Hors champ de l'enquête")
    assert unasked.absent
    first = unasked.data[0]
    assert (first.label, first.value, first.marks) == ("28", 100, ())
    assert first.hover.plain == "2012-2013, T1 Hors champ de l'enquête : 28 sur 28"
    assert {datum.value for datum in unasked.data[3:]} == {None}


def test_one_sentence_reads_one_row() -> None:
    exhibit = responses()
    assert exhibit.content.reading == (
        "Dans la promotion 2016-2017, 230 personnes interrogées sur 330 (69,7\u202f%) ont renseigné la vague T1."
    )
    never_asked = responses("promotion=2012-2013")
    assert never_asked.content.reading == (
        "28 bénéficiaires de la promotion 2012-2013 sont dans le cas « Hors champ de l'enquête » à T1."
    )


def test_a_click_on_a_bar_selects_its_people() -> None:
    exhibit = responses()
    answered = row(exhibit.content, "2013-2014", "T1", "Vague renseignée")
    assert people_behind("reponses", answered.click) == answered.count
    clicks = {datum.click for series in stacked(exhibit).series for datum in series.data}
    assert {r.click for r in exhibit.content.data_table.rows} <= clicks


def test_it_compares_on_the_variables_that_the_correction_uses() -> None:
    view, vocabulary = shown("reponses").view, opened().vocabulary
    (switch,) = view.switches
    waves, *variables = [choice.value for choice in switch.choices(vocabulary)]
    assert waves == switch.default
    known_of_all = vocabulary.codebook.uses.known_of_all
    assert variables == [vocabulary.variable(name).parameter for name in known_of_all]
    assert len(variables) == 5


def test_respondents_against_the_others() -> None:
    exhibit = responses("reponses.selon=promotion")
    assert exhibit.content.base == 1044 - 28
    first = row(exhibit.content, "2013-2014", "Répondants")
    assert (first.count, first.base) == (142, 732)
    assert row(exhibit.content, "2013-2014", "Non répondants").count == 245 - 142
    difference = difference_between(Group(Share(142, 732)), Group(Share(103, 284)))
    assert difference is not None
    assert first.measures == pytest.approx(difference.numbers)
    assert first.remarks == ("établi",)


def test_one_category_is_compared_with_no_other() -> None:
    content = responses("promotion=2015-2016&reponses.selon=promotion").content
    assert {row.share.percent for row in content.data_table.rows if row.share} == {100}
    assert {row.remarks for row in content.data_table.rows} == {("–",)}
    assert not any("Écart établi" in note or "concluant." in note for note in content.notes)


@pytest.mark.parametrize("variable", ["promotion", "region", "age", "genre", "cadre"])
def test_both_groups_add_up(variable: str) -> None:
    exhibit = responses(f"reponses.selon={variable}")
    for group in ("Répondants", "Non répondants"):
        rows = [r for r in exhibit.content.data_table.rows if r.labels[1] == group]
        assert sum(r.count or 0 for r in rows) == rows[0].base
    reading = exhibit.content.reading
    assert any(f"{r.count} sur {r.base}" in reading for r in exhibit.content.data_table.rows)


def test_those_unknown_are_in_neither_base() -> None:
    exhibit = responses("reponses.selon=cadre")
    assert exhibit.content.population.endswith("de catégorie connue")
    assert any("de catégorie inconnue" in note for note in exhibit.content.notes)


def test_nobody() -> None:
    never_asked = responses("reponses.selon=genre&promotion=2012-2013")
    assert never_asked.empty
    assert "hors champ de l'enquête" in never_asked.content.nothing
    unknown = responses("reponses.selon=cadre&promotion=2013-2014")
    assert unknown.empty
    assert unknown.content.nothing.startswith("Statut cadre : inconnu de toutes")
    assert responses("promotion=2012-2013&region=bretagne").empty


def test_a_small_base_is_marked() -> None:
    exhibit = responses("promotion=2016-2017&region=bretagne")
    assert exhibit.content.base == 9
    assert any("base inférieure à 30" in note for note in exhibit.content.notes)
    alone = responses("promotion=2015-2016&region=bretagne&reponses.selon=genre")
    assert any("base inférieure à 30" in note for note in alone.content.notes)


def test_bars_have_the_shares_of_the_table_and_their_intervals() -> None:
    exhibit = responses("reponses.selon=genre")
    rows = cells(exhibit)
    bars = grouped(exhibit)
    for series in bars.series:
        group = series.name.split("\u00a0")[0].rpartition(" (")[0]
        for category, datum in zip(bars.categories, series.data, strict=True):
            share = rows[category.plain, group].share
            assert share is not None
            assert (datum.value, datum.interval) == (share.percent, share.interval)
            assert datum.click == rows[category.plain, group].click
            assert not datum.marks


def test_a_base_of_few_is_marked_on_each_bar() -> None:
    few = responses("promotion=2015-2016&region=bretagne")
    answered, *_ = stacked(few).series
    assert answered.data[0].marks == ("small_base",)
    by_gender = grouped(responses("promotion=2015-2016&region=bretagne&reponses.selon=genre"))
    assert {d.marks for series in by_gender.series for d in series.data} == {("small_base",)}


def test_many_bars_stand_upright_in_a_room() -> None:
    for search, level in (("reponses.selon=region", False), ("reponses.selon=genre", True)):
        chart = shown("reponses", search, medium="room").content.chart
        assert isinstance(chart, GroupedBars)
        assert chart.horizontal is level
        assert grouped(responses(search)).horizontal


def test_what_is_known_of_nobody_but_respondents_is_no_position(publication: Publication) -> None:
    uses = changed(publication.vocabulary.codebook.uses, known_of_all=())
    vocabulary = retold(publication, uses=uses).vocabulary
    assert not BY.is_shown(vocabulary)
    assert [choice.value for choice in BY.offered(vocabulary)] == ["vague"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "une_vague",
            "« Sans information » : a répondu à autre chose. « Non répondant » : n'a rien répondu.",
        ),
        ("cinq_vagues", "« Sans information » : a répondu à une autre vague."),
        ("rien_publie", "a répondu à une autre vague, ou sur son dernier emploi."),
    ],
)
def test_an_absence_means_what_it_can_mean(name: str, said: str) -> None:
    assert said in loosened(composed("reponses", "", study(name))).content.notes[0]


def test_bars_stand_in_the_order_of_waves() -> None:
    rows = composed("reponses", "", study("cinq_vagues")).content.data_table.rows
    waves = [r.labels[1] for r in rows if r.labels[0] == "2019-2020"]
    assert list(dict.fromkeys(waves)) == ["T1", "T2", "T3", "T4", "T5"]
