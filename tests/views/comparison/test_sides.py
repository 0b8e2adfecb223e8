"""Are the two sides called what they are, wherever somebody reads of them?"""

import re
from dataclasses import fields

import pytest

from dashboard.content.charts.dots import Dots
from dashboard.content.content import Content
from dashboard.content.medium import Medium
from dashboard.views.comparison.view import COMPARED
from tests.support.exhibits import composed, opened, plain, shown
from tests.views.comparison.compared import compared

WOMEN_AND_MEN = "?genre=F&b.genre=H"


def words_of(content: Content) -> str:
    """Every text of a comparison but what is said where there is nothing: there a side's filters are to be found."""
    left_out = {"nothing", "offers", *([] if content.base else ["alternative"])}
    texts = [getattr(content, f.name) for f in fields(content) if f.name not in left_out]
    return plain(repr(texts))


@pytest.mark.parametrize("view", [choice.value for choice in COMPARED.choices(opened().vocabulary)])
@pytest.mark.parametrize("sides", [WOMEN_AND_MEN, "?promotion=2014-2015&b.promotion=2015-2016"])
def test_no_side_is_called_by_its_letter(view: str, sides: str) -> None:
    content = compared(f"{sides}&comparer.vue={view}").content
    assert not re.search(r"(?<![\w'’-])[AB](?![\w'’-])", words_of(content))


@pytest.mark.parametrize(
    ("search", "first", "second"),
    [
        (WOMEN_AND_MEN, "Femmes", "hommes"),
        # What both have in common is said above the chart.
        (f"{WOMEN_AND_MEN}&promotion=2015-2016&b.promotion=2015-2016", "Femmes", "hommes"),
        ("?region=bretagne&b.region=alsace", "Bretagne", "Alsace"),
        ("?genre=F", "Femmes", "tous les bénéficiaires"),
        (
            "?promotion=2013-2014&b.promotion=2014-2015",
            "Promotion 2014-2015",
            "promotion 2013-2014",
        ),
        (
            "?genre=F&age=30-39&b.genre=H&b.age=40-49&region=alsace&b.region=alsace",
            "Femmes de 30 à 39 ans",
            "hommes de 40 à 49 ans",
        ),
    ],
)
def test_a_side_is_called_by_what_it_has_not_in_common(
    search: str, first: str, second: str
) -> None:
    content = compared(f"{search}&comparer.vue=emploi").content
    assert plain(content.title) == f"Part en emploi : {first} et {second}"


@pytest.mark.parametrize("medium", ["page", "phone", "room"])
def test_each_end_of_the_axis_says_who_stands_higher(medium: Medium) -> None:
    chart = shown("comparer", f"{WOMEN_AND_MEN}&comparer.vue=emploi", medium=medium).content.chart
    assert isinstance(chart, Dots)
    assert chart.reference is not None
    assert (chart.reference.left, chart.reference.right) == ("Hommes plus haut", "Femmes plus haut")
    assert chart.span is not None
    assert chart.span[0] == -chart.span[1]


def test_the_lecture_is_about_employment_and_a_line_that_is_drawn() -> None:
    exhibit = compared(WOMEN_AND_MEN)
    reading = plain(exhibit.content.reading)
    # The only line of employed people whose gap stands.
    assert reading.startswith(
        "Pour le passage « T0 → T1 · Demandeur d'emploi → Indépendant, chef d'entreprise », la part est de "
        "1,0 % (4 sur 393) pour « femmes » et de "
    )
    assert " : écart établi, hommes plus haut, −" in reading
    chart = exhibit.content.chart
    assert isinstance(chart, Dots)
    assert any(plain(row.label) in reading for row in chart.rows)


def test_the_n_of_a_comparison_is_that_of_its_table() -> None:
    content = compared(f"{WOMEN_AND_MEN}&comparer.vue=diplomes").content
    (whole, *_) = [
        row for row in content.data_table.rows if row.labels[0] == "Promotions assez connues"
    ]
    assert content.base == (whole.measures[1] or 0) + (whole.measures[4] or 0)
    assert "femmes : 255 ; hommes : 225" in plain(content.population)


def test_the_lecture_of_key_figures_is_about_employment() -> None:
    reading = compared(f"{WOMEN_AND_MEN}&comparer.vue=chiffres-cles").content.reading
    assert plain(reading).startswith(
        "Pour « En emploi à T1 », la part est de 33,7 % (126 sur 374) pour « femmes » et de "
    )


def test_the_title_has_no_colon_after_a_question_and_names_equal_sides_once() -> None:
    asked = compared(f"{WOMEN_AND_MEN}&comparer.vue=emploi-groupes").content.title
    assert plain(asked) == "Qui est en emploi ? – Femmes et hommes"
    same = compared("?genre=F&b.genre=F&comparer.vue=emploi").content.title
    assert plain(same) == "Part en emploi : Femmes, des deux côtés"


def test_lines_of_the_same_people_are_left_out_and_the_cases_on_both_sides_have_a_unit() -> None:
    levels = compared("?promotion=2015-2016&comparer.vue=niveaux").content
    assert not any("2015-2016" in row.labels for row in levels.data_table.rows)
    assert levels.base
    (both,) = [note for note in levels.notes if "des deux côtés" in note]
    assert "(558 UE dans le champ de cette vue)" in plain(both)


def test_key_figures_are_compared_where_no_view_is_named() -> None:
    assert composed("comparer", WOMEN_AND_MEN, opened()).content.title.startswith("Chiffres clés")


def test_the_lecture_does_not_tell_what_a_filter_on_a_wave_has_settled() -> None:
    search = "?situation.T1=en-emploi-salarie&comparer.vue=chiffres-cles"
    reading = compared(search).content.reading
    assert reading
    assert "100,0" not in reading


def test_whom_both_sides_count_is_said_without_those_of_one_who_wait() -> None:
    """Each side has its own number of people whose turn has not come."""
    content = compared("?genre=F&b.genre=H&comparer.vue=statut").content
    assert "pas encore interrogé" not in content.population


def test_a_side_of_which_a_filter_has_settled_all_is_not_compared() -> None:
    view = "&comparer.vue=profils-regionaux&profils-regionaux.mesure=femmes"
    for search in (
        f"?genre=F{view}",
        "?situation.T1=en-recherche-d-emploi&b.genre=F&comparer.vue=emploi-groupes",
    ):
        exhibit = compared(search)
        assert exhibit.empty
        assert "cette vue est vide pour A" in plain(exhibit.content.nothing)
