"""What stands on each side of a comparison?"""

from __future__ import annotations

import re

from dashboard.content.page import COMPARISON
from dashboard.web.card.card_parts import Parts
from tests.support.pages import parts_at, tree, words

COHORTS = "?promotion=2013-2014,2014-2015&b.promotion=2015-2016&comparer.vue={}"


def compared(search: str) -> dict[str, Parts]:
    return parts_at(COMPARISON.path, search)


def test_key_figures_stand_there_once() -> None:
    parts = compared(COHORTS.format("chiffres-cles"))
    for side in ("a", "b"):
        assert "Taux de réponse" in parts[side]["head"]
        (canvas,) = tree(parts[side]["chart"])
        assert "hidden" in canvas.get("class").split()
        assert list(canvas) == []


def test_each_side_names_its_own_years() -> None:
    parts = compared(COHORTS.format("inscriptions"))
    years = [
        sorted(set(re.findall(r"\d{4}-\d{4}", words(parts[side]["chart"])))) for side in ("a", "b")
    ]
    assert years == [
        ["2013-2014", "2014-2015", "2015-2016", "2016-2017"],
        ["2015-2016", "2016-2017"],
    ]
