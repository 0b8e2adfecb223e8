"""Does the overview tell what has changed since the edition before, and never more than that?"""

from __future__ import annotations

import pytest

from dashboard.content.charts.matrix import Matrix
from dashboard.domain.address import parse_address
from dashboard.publication import Publication
from dashboard.views.registry import all_switches, not_offered, offered, view_named
from tests.spec.written import written
from tests.support.exhibits import cells, composed, followed, loosened, opened, plain
from tests.support.exhibits import composed as shown_of

NAME = "derniere-edition"

BEFORE = """
    person  cohort     gender
    A       2015-2016  F
    B       2015-2016  M
"""
NOW = """
    person  cohort     gender
    A       2015-2016  F
    B       2015-2016  M
    C       2016-2017  F
"""
SURVEY_BEFORE = """
    person  wave  status
    A       T0    jobseeker
    A       T1    searching
    B       T0    jobseeker
    B       T1    no_information
"""
SURVEY_NOW = """
    person  wave  status
    A       T0    jobseeker
    A       T1    salaried
    B       T0    jobseeker
    B       T1    salaried
"""


def tenfold(table: str) -> str:
    """The same table of ten people for each: of fewer no share is told."""
    head, *rows = table.strip().splitlines()
    people = [row.split() for row in rows]
    return "\n".join([head, *(" ".join([f"{p}{i}", *r]) for p, *r in people for i in range(10))])


@pytest.fixture(scope="module")
def two() -> Publication:
    now, before = (
        written(tenfold(people), survey=tenfold(survey))
        for people, survey in ((NOW, SURVEY_NOW), (BEFORE, SURVEY_BEFORE))
    )
    return followed(now, before)


def test_each_key_figure_stands_beside_what_it_was(two: Publication) -> None:
    rows = {labels[0]: row.measures for labels, row in cells(composed(NAME, "", two)).items()}
    assert rows["Bénéficiaires"] == (30, None, None, 20, None, None, 10)
    assert rows["Répondants"] == (20, None, None, 10, None, None, 10)
    assert rows["En emploi à T1"] == (20, 100, 20, 0, 0, 10, 100)


def test_it_answers_to_filters_in_both_editions(two: Publication) -> None:
    rows = {
        labels[0]: row.measures for labels, row in cells(composed(NAME, "genre=F", two)).items()
    }
    assert rows["Bénéficiaires"] == (20, None, None, 10, None, None, 10)


def test_what_the_edition_before_does_not_know_is_told(two: Publication) -> None:
    exhibit = loosened(shown_of(NAME, "promotion=2016-2017", two))
    assert exhibit.empty
    assert exhibit.content.data_table.rows == ()
    assert (
        exhibit.content.nothing
        == "L'édition précédente ne connaît pas « Promotion : 2016-2017 » : il n'y a rien à comparer."
    )


def test_what_is_new_is_named_and_nothing_is_tested(two: Publication) -> None:
    content = loosened(composed(NAME, "", two)).content
    assert "Nouveau dans cette édition : promotion 2016-2017." in content.notes
    assert any("mêmes personnes" in note for note in content.notes)
    assert (
        content.reading
        == "Cette édition compte 30 bénéficiaires, contre 20 dans la précédente ; UE financées : 30, contre 20 ; "
        "4 autres chiffres ont changé."
    )


def test_of_the_same_tables_nothing_has_changed() -> None:
    content = loosened(composed(NAME, "", opened())).content
    assert content.reading == (
        "Cette édition compte 1 044 bénéficiaires, contre 1 044 dans la précédente : "
        "aucun des 12 chiffres comparés n'a changé."
    ).replace("1 044", "1\u202f044")
    assert all(row.measures[-1] in (0, None) for row in content.data_table.rows)


def test_what_describes_people_is_compared_too() -> None:
    before = "person cohort gender\nA 2015-2016 F\nB 2015-2016 F"
    now = before.replace("B 2015-2016 F", "B 2015-2016 M")
    changed = followed(written(tenfold(now)), written(tenfold(before)))
    exhibit = loosened(composed(NAME, "", changed))
    rows = {labels[0]: row.measures for labels, row in cells(exhibit).items()}
    assert rows["Part de femmes"] == (10, 50, 20, 20, 100, 20, -50)
    assert rows["Âge moyen"] == (35, None, 20, 35, None, 20, 0)
    assert plain(exhibit.content.reading).endswith(
        "; Part de femmes : 50,0 % (10 sur 20), contre 100,0 % (20 sur 20)."
    )
    filtered = cells(composed(NAME, "genre=F", changed))
    assert "Part de femmes" not in {labels[0] for labels in filtered}


@pytest.mark.parametrize(
    ("longer", "values", "told"),
    [
        ("now", (10, 100, 10, None, None, 0, None), "Nouveau dans cette édition : vague T2."),
        ("before", (None, None, 0, 10, 100, 10, None), "Absent de cette édition : vague T2."),
    ],
)
def test_a_wave_that_one_edition_alone_has_keeps_its_row_and_its_reason(
    longer: str, values: tuple[object, ...], told: str
) -> None:
    one = written(tenfold(BEFORE), survey=tenfold(SURVEY_BEFORE))
    second = "    A       T2    salaried\n    B       T2    no_information\n"
    two_waves = written(tenfold(BEFORE), survey=tenfold(SURVEY_BEFORE.rstrip() + "\n" + second))
    both = (two_waves, one) if longer == "now" else (one, two_waves)
    exhibit = loosened(composed(NAME, "", followed(*both)))
    rows = {labels[0]: row.measures for labels, row in cells(exhibit).items()}
    assert rows["En emploi à T2"] == values
    assert told in exhibit.content.notes
    assert exhibit.content.reading.endswith("chiffres que les deux éditions donnent n'a changé.")
    chart = exhibit.content.chart
    assert isinstance(chart, Matrix)
    (texts,) = [
        [cell.text.plain for cell in row_cells]
        for name, row_cells in zip(chart.rows, chart.cells, strict=True)
        if name.plain == "En emploi à T2"
    ]
    assert "pas de T2" in texts[longer == "now"]


def test_the_card_is_no_longer_than_a_dozen_rows() -> None:
    assert len(composed(NAME, "", opened()).content.data_table.rows) == 12


def test_a_figure_that_a_filter_settles_is_left_out(two: Publication) -> None:
    address = parse_address("situation.T1=en-emploi-salarie", two.vocabulary, all_switches())
    assert not address.problems
    labels = [key[0] for key in cells(composed(NAME, "situation.T1=en-emploi-salarie", two))]
    assert "En emploi à T1" not in labels


def test_without_an_edition_before_it_is_not_offered_and_the_study_says_why() -> None:
    alone = written(NOW, survey=SURVEY_NOW)
    assert NAME not in offered(alone.vocabulary)
    (lack,) = [lack for lack in not_offered(alone.vocabulary) if lack.name == NAME]
    assert lack.reasons == ("ces tables ne viennent pas d'un dépôt de versions",)
    assert view_named(NAME).compares
