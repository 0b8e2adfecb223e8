"""Are the groups those that the study compares, and is a difference doubtful until it is shown?"""

import pytest

from tests.support.exhibits import cells, parts, shown

EVERYBODY = ("Ensemble", "Ensemble", "–")


def shares(search: str = "") -> dict[str, int]:
    rows = cells(shown("emploi-groupes", search))
    return {labels[1]: round(row.share.percent or 0) for labels, row in rows.items() if row.share}


def test_the_study_s_four_groups() -> None:
    found = shares()
    assert found["Ayant cotisé en tant que cadres"] == 32
    assert found["Avec mission d'intérim"] == 40
    assert found["Moins de 30 ans"] == 38
    assert found["50 ans et plus"] == 22


def test_groups_add_up_to_the_whole_with_those_unknown() -> None:
    exhibit = shown("emploi-groupes")
    found = parts(exhibit)
    assert found[EVERYBODY] == (45 + 43 + 86 + 73, 732)
    women_and_men = [row for labels, row in found.items() if labels[0] == "Genre"]
    assert sum(count for count, _ in women_and_men) == found[EVERYBODY][0]
    known = sum(base or 0 for labels, (_, base) in found.items() if labels[0] == "Statut cadre")
    assert f"statut cadre ({732 - known})" in " ".join(exhibit.content.notes)


def test_the_figure_has_the_numbers_of_the_table() -> None:
    exhibit = shown("emploi-groupes")
    drawn = [x for trace in exhibit.content.figure["data"] for x in trace["x"]]
    told = [
        r.share.percent for labels, r in cells(exhibit).items() if r.share and labels != EVERYBODY
    ]
    assert sorted(drawn) == sorted(value for value in told if value is not None)


def test_groups_that_face_each_other_differ_by_opposite_amounts() -> None:
    rows = cells(shown("emploi-groupes"))
    women, men = (row for labels, row in rows.items() if labels[0] == "Genre")
    assert women.measures[0] == pytest.approx(-(men.measures[0] or 0))
    assert women.measures[0] == pytest.approx(100 * (women.count / 393 - men.count / 339))


def test_a_difference_is_doubtful_until_it_is_shown() -> None:
    # 40 % with agency work against 33 % without: the intervals meet.
    assert {labels[2] for labels in cells(shown("emploi-groupes"))} == {"–", "non concluant"}
    # Only those employed at T2 are kept at T2: each group is all of them, nothing differs.
    same = cells(
        shown(
            "emploi-groupes",
            "?situation.T2=en-emploi-salarie&emploi-groupes.vague=T2",
        )
    )
    assert {row.share.percent for row in same.values() if row.share} == {100}
    assert {row.measures[0] for row in same.values()} <= {0, None}


def test_a_filter_leaves_its_group_without_a_difference() -> None:
    rows = cells(shown("emploi-groupes", "?genre=F"))
    (women,) = (labels for labels in rows if labels[0] == "Genre")
    assert women == ("Genre", "Femmes", "–")


def test_reading() -> None:
    assert shown("emploi-groupes").content.reading == (
        "Sur 393 répondants du groupe « Femmes », 126 (32,1\u202f%) sont en emploi "
        "6 à 12 mois après la première inscription."
    )


def test_a_wave_to_come_and_nobody() -> None:
    exhibit = shown("emploi-groupes", "?promotion=2016-2017&emploi-groupes.vague=T2")
    assert exhibit.empty
    assert exhibit.content.nothing == (
        "Les répondants de cette sélection n'ont pas encore été interrogés à T2."
    )
    assert "hors champ" in shown("emploi-groupes", "?promotion=2012-2013").content.nothing
    assert not shown("emploi-groupes", "?region=limousin", narrow=True).empty


def test_those_who_answered_about_the_wave_may_be_the_base() -> None:
    plain = shown("emploi-groupes", "?emploi-groupes.vague=T3")
    assert any(note.startswith("◇") and "ensemble (64" in note for note in plain.content.notes)
    answered = shown("emploi-groupes", "?emploi-groupes.vague=T3&emploi-groupes.base=renseignes")
    assert parts(plain)[EVERYBODY] == (63, 288)
    assert parts(answered)[EVERYBODY] == (63, 103)
    assert cells(answered)[EVERYBODY].measures[-1] == 185


@pytest.mark.parametrize(
    ("search", "group"),
    [
        # Two executives, both employed, against six others, none of whom is.
        (
            "?region=languedoc-roussillon&interim=non&emploi-groupes.vague=T2",
            "Ayant cotisé en tant que cadres",
        ),
        # 12 of the 28 women and 1 of the 22 men told nothing of T2.
        ("?age=moins-de-30-ans&interim=non&emploi-groupes.vague=T2", "Femmes"),
        # Of all, more than a third told nothing of T3.
        ("?emploi-groupes.vague=T3", "Hommes"),
    ],
)
def test_nothing_is_concluded_from_few_people_nor_from_silence(search: str, group: str) -> None:
    (found,) = (labels for labels in cells(shown("emploi-groupes", search)) if labels[1] == group)
    assert found[2] == "non testé"


def test_among_those_who_told_of_a_wave_silence_makes_no_gap() -> None:
    rows = cells(shown("emploi-groupes", "?emploi-groupes.vague=T3&emploi-groupes.base=renseignes"))
    (found,) = (labels for labels in rows if labels[1] == "Hommes")
    assert found[2] == "non concluant"
