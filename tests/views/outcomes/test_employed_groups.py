"""Are the groups those that the study compares, and is a difference doubtful until it is shown?"""

import pytest

from dashboard.content.charts import Dots
from dashboard.content.medium import Medium
from dashboard.exhibits.exhibit import Exhibit
from dashboard.publication import Publication
from dashboard.views.outcomes.employed_groups.view import VIEW
from tests.support.clicks import people_behind
from tests.support.exhibits import cells, composed, parts, plain, row, shown
from tests.support.retold import changed, retold

EQUAL_SWITCH = "emploi-groupes.composition=egale"
EVERYBODY = ("Ensemble", "Ensemble", "–")


def shares(search: str = "") -> dict[str, int]:
    rows = cells(shown("emploi-groupes", search))
    return {labels[1]: round(r.share.percent or 0) for labels, r in rows.items() if r.share}


def drawn(search: str = "", medium: Medium = "page") -> Dots:
    chart = shown("emploi-groupes", search, medium=medium).content.chart
    assert isinstance(chart, Dots)
    return chart


def test_the_four_groups_of_the_report() -> None:
    percents = shares()
    assert percents["Ayant cotisé en tant que cadres"] == 32
    assert percents["Avec mission d'intérim"] == 40
    assert percents["Moins de 30 ans"] == 38
    assert percents["50 ans et plus"] == 22


def test_groups_add_up_to_the_whole_with_those_unknown() -> None:
    exhibit = shown("emploi-groupes")
    rows = cells(exhibit)
    assert (rows[EVERYBODY].count, rows[EVERYBODY].base) == (45 + 43 + 86 + 73, 732)
    women_and_men = [group.count or 0 for labels, group in rows.items() if labels[0] == "Genre"]
    assert sum(women_and_men) == rows[EVERYBODY].count
    known = sum(group.base or 0 for labels, group in rows.items() if labels[0] == "Statut cadre")
    assert f"statut cadre ({732 - known})" in " ".join(exhibit.content.notes)


def test_a_dot_is_the_gap_from_the_others_that_the_table_has() -> None:
    _, *groups = shown("emploi-groupes").content.data_table.rows
    dots = drawn()
    assert (dots.unit, dots.confidence) == ("number", 99)
    assert dots.reference is not None
    assert dots.reference.value == 0
    for dot, group in zip(dots.rows, groups, strict=True):
        assert (dot.datum.value, *(dot.datum.interval or ())) == group.measures[:3]
        assert dot.datum.click == group.click
        assert plain(dot.label) == f"{group.labels[1]} (n = {group.base})"
        assert f"{group.count} sur {group.base}" in dot.datum.hover.plain
        assert f"Écart avec les autres : {group.labels[2]}" in dot.datum.hover.plain
    women = dots.rows[4]
    assert plain(women.datum.label) == "32 % contre 36 %"
    assert plain(drawn(medium="phone").rows[4].datum.label) == "32 %"


def test_corrected_shares_stand_with_intervals_of_their_own_beside_that_of_all() -> None:
    dots = drawn("?emploi-groupes.redressement=oui")
    assert (dots.unit, dots.confidence, dots.verdicts) == ("percent", 95, None)
    assert all(row.conclusive for row in dots.rows)
    assert dots.reference is not None
    assert plain(dots.reference.name).startswith("ensemble : ")
    assert all(
        low <= (row.datum.value or 0) <= high
        for row in dots.rows
        for low, high in [row.datum.interval or (0, 0)]
    )


def test_names_are_short_on_a_phone_and_lines_long_in_a_room() -> None:
    phone, room = drawn(medium="phone"), drawn(medium="room")
    assert plain(phone.rows[0].label).startswith("Statut cadre : oui (n = ")
    assert plain(room.rows[0].label).startswith("Ayant cotisé en tant que cadres (n = ")
    assert (phone.name_letters, drawn().name_letters, room.name_letters) == (22, 34, 60)
    assert (phone.steps, drawn().steps, room.steps) == (2, 5, 5)


def test_few_people_and_silence_are_marked_on_a_dot() -> None:
    marks = {mark for dot in drawn("?region=poitou-charentes").rows for mark in dot.datum.marks}
    assert "small_base" in marks
    assert all(
        "item_nonresponse" in dot.datum.marks for dot in drawn("?emploi-groupes.vague=T3").rows
    )
    assert not any(dot.datum.marks for dot in drawn().rows)


def test_a_dot_leads_to_its_group_whose_share_then_stays_the_same() -> None:
    women = row(shown("emploi-groupes").content, "Genre", "Femmes", "non concluant")
    assert people_behind("emploi-groupes", women.click) == women.base == 393


def test_groups_that_face_each_other_differ_by_opposite_amounts() -> None:
    rows = cells(shown("emploi-groupes"))
    women, men = (group for labels, group in rows.items() if labels[0] == "Genre")
    assert (women.base, men.base) == (393, 339)
    assert women.measures[0] == pytest.approx(-(men.measures[0] or 0))
    assert women.measures[0] == pytest.approx(
        100 * ((women.count or 0) / 393 - (men.count or 0) / 339)
    )


def test_a_difference_is_doubtful_until_it_is_shown() -> None:
    # 40 % with agency work against 33 % without: the intervals meet.
    assert {labels[2] for labels in cells(shown("emploi-groupes"))} == {"–", "non concluant"}


def test_what_a_filter_fixes_is_no_finding() -> None:
    every, none = "tous ceux qui ont renseigné T2 sont", "aucun de ceux qui ont renseigné T2 n'est"
    for filtered, whom in (
        ("situation.T2=en-emploi-salarie", every),
        ("contrat.T2=cdi", every),
        ("situation.T2=en-recherche-d-emploi", none),
        ("situation.T2=en-recherche-d-emploi,sans-information", none),
    ):
        at_work = shown("emploi-groupes", f"?{filtered}&emploi-groupes.vague=T2")
        assert at_work.empty
        assert at_work.content.base > 0
        assert at_work.content.nothing.startswith(f"Avec ce filtre, {whom} en emploi")
    by_chance = "situation.T2=en-emploi-salarie,en-recherche-d-emploi&region=centre&interim=oui"
    assert not shown("emploi-groupes", f"?{by_chance}&emploi-groupes.vague=T2").empty
    silent = shown("emploi-groupes", "?situation.T2=sans-information&emploi-groupes.vague=T2")
    assert silent.content.nothing == "Aucun répondant de cette sélection n'a renseigné T2."
    assert not shown("emploi-groupes", "?situation.T2=en-emploi-salarie").empty


@pytest.mark.parametrize("switch", ["", "&emploi-groupes.redressement=oui", f"&{EQUAL_SWITCH}"])
def test_a_group_that_a_filter_keeps_alone_has_no_line_and_is_named(switch: str) -> None:
    search = f"?genre=F{switch}"
    exhibit = shown("emploi-groupes", search)
    assert "Genre" not in {labels[0] for labels in cells(exhibit)}
    assert not any(plain(dot.label).startswith("Femmes") for dot in drawn(search).rows)
    (note,) = (note for note in exhibit.content.notes if "Sans ligne" in note)
    assert "femmes" in note


def test_where_filters_keep_one_group_of_each_characteristic_their_shares_are_drawn() -> None:
    alone = "?genre=F&age=30-39&interim=non&cadre=non&chomage=deld"
    content = shown("emploi-groupes", alone).content
    assert "Femmes" in {row.labels[1] for row in content.data_table.rows}
    assert drawn(alone).unit == "percent"
    assert not any("Sans ligne" in note for note in content.notes)


@pytest.mark.parametrize(
    "search",
    [
        "?genre=F",
        "?genre=H",
        "?age=30-39",
        "?genre=F&emploi-groupes.vague=T2",
        "?region=bretagne",
    ],
)
def test_the_group_that_is_read_aloud_has_a_gap_that_is_drawn(search: str) -> None:
    content = shown("emploi-groupes", search).content
    (read,) = (
        dot
        for dot, row in zip(drawn(search).rows, content.data_table.rows[1:], strict=True)
        if f"« {row.labels[1]} »" in plain(content.reading)
    )
    assert read.datum.value is not None


def test_reading() -> None:
    assert shown("emploi-groupes").content.reading == (
        "Sur 393 répondants du groupe « Femmes », 126 (32,1\u202f%) sont en emploi "
        "6 à 12 mois après la première inscription, contre 35,7\u202f% des autres (121 sur 339) : "
        "écart non concluant, −3,6 points [−12,6 ; +5,3]."
    )


def test_a_wave_to_come_and_nobody() -> None:
    exhibit = shown("emploi-groupes", "?promotion=2016-2017&emploi-groupes.vague=T2")
    assert exhibit.empty
    assert exhibit.content.nothing == (
        "Les répondants de cette sélection n'ont pas encore été interrogés à T2."
    )
    assert "hors champ" in shown("emploi-groupes", "?promotion=2012-2013").content.nothing
    assert not shown("emploi-groupes", "?region=limousin", medium="phone").empty


def test_those_who_answered_about_the_wave_may_be_the_base() -> None:
    plain = shown("emploi-groupes", "?emploi-groupes.vague=T3")
    assert any(note.startswith("◇") and "ensemble (64" in note for note in plain.content.notes)
    answered = shown("emploi-groupes", "?emploi-groupes.vague=T3&emploi-groupes.base=renseignes")
    assert parts(plain)[EVERYBODY] == (63, 288)
    assert parts(answered)[EVERYBODY] == (63, 103)
    assert cells(answered)[EVERYBODY].measures[-1] == 185


@pytest.mark.parametrize(
    ("search", "group", "mark"),
    [
        # 2 executives against 16 others.
        (
            "?region=languedoc-roussillon&interim=non",
            "Ayant cotisé en tant que cadres",
            "△",
        ),
        # 12 of the 28 women and 1 of the 22 men did not answer at T2: few people, and silence, which is told first.
        ("?age=moins-de-30-ans&interim=non&emploi-groupes.vague=T2", "Femmes", "◇"),
        # Of all, more than a third did not answer at T3.
        ("?emploi-groupes.vague=T3", "Hommes", "◇"),
        # At T2 more than a third of all, though of those who had temporary work fewer.
        ("?emploi-groupes.vague=T2", "Femmes", "◇"),
    ],
)
def test_nothing_is_concluded_from_few_people_nor_from_silence(
    search: str, group: str, mark: str
) -> None:
    rows = cells(shown("emploi-groupes", search))
    (verdict,) = (labels[2] for labels in rows if labels[1] == group)
    assert verdict == f"non testé {mark}"


@pytest.mark.parametrize("composition", ["", "&emploi-groupes.composition=egale"])
@pytest.mark.parametrize("wave", ["T2", "T3"])
def test_a_base_of_those_who_told_hides_no_silence(wave: str, composition: str) -> None:
    search = f"?emploi-groupes.vague={wave}&emploi-groupes.base=renseignes{composition}"
    exhibit = shown("emploi-groupes", search)
    (told,) = (row for labels, row in cells(exhibit).items() if labels[1] == "Hommes")
    assert told.labels[2] == "non testé ◇"
    assert told.measures[1:3] == (None, None)


@pytest.mark.parametrize("base", ["", "&emploi-groupes.base=renseignes"])
def test_an_order_that_depends_on_the_base_is_the_warning(
    base: str, publication: Publication
) -> None:
    """At T2, men are above women among respondents, and below among those who told."""
    exhibit = composed("emploi-groupes", f"?emploi-groupes.vague=T2{base}", publication)
    warning = plain(exhibit.caption.warning)
    assert warning.startswith("L'ordre s'inverse selon la base")
    (named,) = (note for note in exhibit.content.notes if "L'ordre s'inverse" in note)
    assert "femmes" in named
    at_t1 = composed("emploi-groupes", base.replace("&", "?"), publication)
    assert "L'ordre s'inverse" not in at_t1.caption.warning


def test_it_compares_the_groups_that_the_codebook_names(publication: Publication) -> None:
    uses = changed(publication.vocabulary.codebook.uses, compared=("gender",))
    exhibit = composed("emploi-groupes", "", retold(publication, uses=uses))
    named = [labels[1] for labels in cells(exhibit)]
    assert named == ["Ensemble", "Femmes", "Hommes"]


def test_it_is_not_offered_where_no_group_is_compared(publication: Publication) -> None:
    uses = changed(publication.vocabulary.codebook.uses, compared=())
    (reason,) = VIEW.missing(retold(publication, uses=uses).vocabulary)
    assert reason.startswith("aucune variable n'est à comparer")


EQUAL = f"?{EQUAL_SWITCH}"


def told(exhibit: Exhibit, name: str) -> dict[str, float | int | None]:
    """The measures of a group, by their names."""
    (measures,) = (r.measures for labels, r in cells(exhibit).items() if labels[1] == name)
    return dict(zip(exhibit.content.data_table.measure_names, measures, strict=True))


def test_a_gap_may_be_told_at_equal_cohort() -> None:
    exhibit, as_it_is = shown("emploi-groupes", EQUAL), shown("emploi-groupes")
    executives = told(exhibit, "Ayant cotisé en tant que cadres")
    assert executives["écart tel quel (points)"] == pytest.approx(
        told(as_it_is, "Ayant cotisé en tant que cadres")["écart (points)"]
    )
    # Most of them are of a cohort in which fewer are employed: more than half of their gap is that.
    assert (
        abs(executives["écart (points)"] or 0) < abs(executives["écart tel quel (points)"] or 0) / 2
    )
    assert executives["écart (points)"] == pytest.approx(
        (executives["part à promotion égale (%)"] or 0)
        - (executives["autres, à promotion égale (%)"] or 0)
    )
    assert exhibit.content.title == "Qui est en emploi à T1, à promotion égale ?"
    assert parts(exhibit).keys() >= {("Ensemble", "Ensemble", "–")}
    assert [r.share for r in exhibit.content.data_table.rows] == [
        r.share for r in as_it_is.content.data_table.rows
    ]


def test_dots_and_verdicts_are_those_of_the_gap_at_equal_cohort() -> None:
    _, *groups = shown("emploi-groupes", EQUAL).content.data_table.rows
    dots = drawn(EQUAL)
    assert dots.axis_title == "écart à promotion égale, en points"
    for dot, group in zip(dots.rows, groups, strict=True):
        assert (dot.datum.value, *(dot.datum.interval or ())) == group.measures[:3]
        low, high = dot.datum.interval or (0, 0)
        assert dot.conclusive is (low > 0 or high < 0)
        assert (group.labels[2] == "établi") is dot.conclusive
    assert "À promotion égale, " in shown("emploi-groupes", EQUAL).content.reading


@pytest.mark.parametrize("cohort", ["2013-2014", "2016-2017"])
def test_of_one_cohort_it_changes_no_verdict(cohort: str) -> None:
    one = f"promotion={cohort}"
    equal, plain_gaps = (drawn(f"{start}{one}") for start in (f"{EQUAL}&", "?"))
    for held, as_it_is in zip(equal.rows, plain_gaps.rows, strict=True):
        assert held.datum.value == pytest.approx(as_it_is.datum.value)
        assert held.conclusive is as_it_is.conclusive


def test_cohorts_in_which_one_side_is_empty_are_left_out_and_told() -> None:
    search = f"{EQUAL}&promotion=2013-2014,2014-2015&region=centre"
    (left_out,) = (
        note for note in shown("emploi-groupes", search).content.notes if "laissées" in note
    )
    assert "vide : 50 ans et plus (2013-2014)." in plain(left_out)
    older = shown("emploi-groupes", "?promotion=2013-2014&region=centre")
    assert "50 ans et plus" not in {labels[1] for labels in cells(older)}


def test_corrected_shares_are_not_held_equal() -> None:
    both = shown("emploi-groupes", f"{EQUAL}&emploi-groupes.redressement=oui")
    assert (
        both.content.data_table
        == shown("emploi-groupes", "?emploi-groupes.redressement=oui").content.data_table
    )


@pytest.mark.parametrize(
    ("search", "drawn"),
    [
        ("", "écart de sa part en emploi avec celle des autres"),
        ("?emploi-groupes.redressement=oui", "part en emploi à T1"),
    ],
)
def test_who_does_not_see_the_chart_is_told_whether_it_draws_gaps_or_shares(
    search: str, drawn: str
) -> None:
    alternative = plain(shown("emploi-groupes", search).content.alternative)
    assert alternative.startswith(f"Un point par groupe, {drawn}")
