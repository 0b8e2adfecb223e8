"""Are two selections compared only where the comparison means something?"""

import pytest

from dashboard.domain.address import parse_address
from dashboard.exhibit import Exhibit, compose
from dashboard.views.catalogue import all_options, view_named, views
from dashboard.views.comparer import COMPARED, INCONCLUSIVE, NOT_COMPARED
from dashboard.views.view import Row
from tests.unit.exhibits import opened, plain

COHORTS = "?promotion=2014-2015&b.promotion=2015-2016&comparer.vue=emploi-groupes"


def compared(search: str) -> Exhibit:
    address = parse_address(search, opened().vocabulary, all_options())
    assert not address.problems
    return compose(view_named("comparer"), address, opened())


def line(exhibit: Exhibit, *labels: str) -> Row:
    (found,) = [r for r in exhibit.content.twin.rows if r.labels[: len(labels)] == labels]
    return found


def test_each_line_holds_both_shares_and_their_difference() -> None:
    exhibit = compared("?promotion=2013-2014&b.promotion=2014-2015")
    found = line(exhibit, "T0 → T1", "Demandeur d'emploi", "En recherche d'emploi")
    # Study, annexes III a and IV a: 68 of 142, 91 of 146.
    assert (found.count, found.base) == (68, 142)
    assert found.more[:2] == (91, 146)
    assert found.more[3] == pytest.approx(100 * (68 / 142 - 91 / 146), abs=0.01)
    low, high = found.more[4:6]
    assert low is not None
    assert high is not None
    assert low < 100 * (68 / 142 - 91 / 146) < high


def test_the_base_is_everybody_of_either_side() -> None:
    exhibit = compared("?promotion=2013-2014&b.promotion=2014-2015")
    assert exhibit.content.base == 142 + 146


def test_groups_that_share_people_are_never_said_to_differ() -> None:
    exhibit = compared("?genre=F&b.promotion=2015-2016")
    assert "à la fois dans A et dans B" in plain(" ".join(exhibit.content.notes))
    verdicts = {row.labels[-1] for row in exhibit.content.twin.rows}
    assert verdicts <= {INCONCLUSIVE, NOT_COMPARED}


def test_a_cohort_that_one_side_has_not_is_no_zero() -> None:
    exhibit = compared("?promotion=2015-2016&b.promotion=2014-2015&comparer.vue=emploi")
    verdicts = {row.labels[-1] for row in exhibit.content.twin.rows}
    assert verdicts == {NOT_COMPARED}


def test_an_absence_of_information_is_never_compared() -> None:
    exhibit = compared("?promotion=2014-2015&b.promotion=2015-2016")
    absent = [r for r in exhibit.content.twin.rows if "Pas encore interrogé" in r.labels]
    assert {row.labels[-1] for row in absent} <= {NOT_COMPARED}
    assert "Pas encore interrogé" not in exhibit.content.reading


def test_a_file_names_both_sides() -> None:
    assert compared("?genre=F&b.genre=H").selection == "A : Femmes ; B : Hommes"


def test_people_on_both_sides_are_not_counted_twice() -> None:
    assert compared("").content.base == 732


def test_a_side_without_anybody_is_told() -> None:
    exhibit = compared("?promotion=2013-2014&b.promotion=2012-2013")
    assert exhibit.empty
    assert "rien à comparer" in plain(exhibit.content.nothing)


def test_a_large_difference_is_said_to_be_one() -> None:
    exhibit = compared("?promotion=2012-2013&b.promotion=2013-2014&comparer.vue=modalites")
    assert exhibit.content.twin.rows
    small = compared("?genre=F&b.genre=H&situation.T1=en-emploi-salarie")
    found = [row for row in small.content.twin.rows if row.labels[-1] == "A au-dessus de B"]
    assert any("En emploi salarié" in row.labels for row in found)


@pytest.mark.parametrize("view", [choice.value for choice in COMPARED.choices(opened().vocabulary)])
def test_every_view_offered_can_be_compared(view: str) -> None:
    exhibit = compared(f"{COHORTS.split('&comparer', maxsplit=1)[0]}&comparer.vue={view}")
    assert plain(exhibit.content.title).endswith(views()[view].title)
