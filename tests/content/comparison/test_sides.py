"""What stands on each side of a comparison?"""

from __future__ import annotations

from dashboard.content.page import COMPARISON
from dashboard.web.state import Parts, parts_on, read
from tests.support.exhibits import opened

COHORTS = "?promotion=2013-2014,2014-2015&b.promotion=2015-2016&comparer.vue={}"


def compared(search: str) -> Parts:
    return parts_on(COMPARISON, read(search, opened()), opened())


def test_key_figures_stand_there_once() -> None:
    parts = compared(COHORTS.format("chiffres-cles"))
    for side in ("a", "b"):
        assert "Taux de réponse" in str(parts[side]["head"])
        assert parts[side]["figure"]["data"] == []
        assert "hidden" in parts[side]["canvas"].split()


def test_each_side_names_its_own_years() -> None:
    parts = compared(COHORTS.format("inscriptions"))
    years = [
        [text.replace("<br>", "") for text in parts[side]["figure"]["layout"]["xaxis"]["ticktext"]]
        for side in ("a", "b")
    ]
    assert years == [
        ["2013-2014", "2014-2015", "2015-2016", "2016-2017"],
        ["2015-2016", "2016-2017"],
    ]
