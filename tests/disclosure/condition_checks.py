"""What do the rules of `diffusion` keep of conditions: parents, sets of categories, answers of respondents?

As in `rule_checks.py`, each check is about one rule, and fails without it.
"""

from __future__ import annotations

from collections.abc import Collection

from dashboard.disclosure.rules.diffusion import Diffusion
from dashboard.domain.dimension import Dimension
from tests.disclosure.rule_checks import NAMES, NORTH, SECRETS, Check, secret
from tests.support.population import people

BY_BOTH = {"gender": "F", "region": "both"}


class South:
    """North and south are a set that everybody may ask for: withheld beside the north, or rounded by itself."""

    def __init__(self, *, withheld: bool) -> None:
        self._withheld = withheld

    def concern(self, dimension: Dimension, *, by_itself: bool) -> bool:
        return str(dimension) == "region" and not by_itself

    def told_alone(self, _dimension: Dimension) -> bool:
        return False

    def withheld(self, dimension: Dimension, codes: Collection[str]) -> bool:
        return self._withheld and self._is_set(dimension, codes)

    def key(self, dimension: Dimension, codes: Collection[str]) -> int:
        return 0 if self._withheld or not self._is_set(dimension, codes) else 1_234_567_890

    def _is_set(self, dimension: Dimension, codes: Collection[str]) -> bool:
        return str(dimension) == "region" and set(codes) == {"north", "south"}


BOTH = ("north", "south")

FAR = {("F", "east", "job"): 50, ("M", "east", "none"): 60, ("F", "south", "none"): 3}


def no_detail_of_a_set_is_told_beside_a_part_of_it(rules: Diffusion) -> None:
    """Women who work are as many in the north as in both: a difference in another cell would tell of the south."""
    country = people({**NORTH, **FAR}, *NAMES, unions=South(withheld=True))
    selected = country.raw("gender", region=BOTH)
    asked = country.raw("gender", "region")
    nested = country.raw("gender", "region", region=(*BOTH, "east"))
    for table, where in (
        (selected, {"gender": "F"}),
        (asked, {"gender": "F", "region": BOTH}),
        (nested, {"gender": "F", "region": BOTH}),
        (asked.collapsed("region", {"both": BOTH, "rest": ("east",)}), BY_BOTH),
    ):
        assert secret(rules.count(table, where))
    assert not secret(rules.count(asked, {"region": BOTH}))
    assert not secret(rules.count(asked, {"gender": "F", "region": "north"}))


def a_set_that_is_offered_is_rounded_by_itself(rules: Diffusion) -> None:
    """Nobody of the south works: with the same key, both would be the same number each time."""
    differences = set()
    for key in SECRETS[:40]:
        country = people({**NORTH, **FAR}, *NAMES, secret=key, unions=South(withheld=False))
        table = country.raw("region", "work")
        told = [rules.count(table, {"region": of, "work": "job"}) for of in (BOTH, "north")]
        differences.add(told[0] - told[1])
        joined = table.collapsed("region", {"both": BOTH, "rest": ("east",)})
        assert rules.count(joined, {"region": "both", "work": "job"}) == told[0]
        assert rules.count(country.raw("work", region=BOTH), {"work": "job"}) == told[0]
    assert differences == {-5, 0, 5}


def what_all_of_a_parent_share_is_not_told(rules: Diffusion) -> None:
    """All women work: 25 of 25, of whom nothing is told, though there are more than are ever few."""
    groups = {("F", "job"): 25, ("M", "job"): 60, ("M", "none"): 60}
    table = people(groups, "gender", "work").raw(gender="F", work="job")
    assert secret(rules.count(table, {}))


def a_parent_is_as_large_as_it_is_told(rules: Diffusion) -> None:
    """Of 28 women, who are told as 25 or as 30: else what is suppressed would tell more than the number."""
    groups = {("F", "job"): 14, ("F", "none"): 14, ("M", "job"): 60, ("M", "none"): 60}
    seen = set()
    for key in SECRETS:
        table = people(groups, "gender", "work", secret=key).raw("gender", "work")
        whole = rules.count(table, {"gender": "F"})
        seen.add((int(whole), secret(rules.count(table, {"gender": "F", "work": "job"}))))
    assert seen == {(25, True), (30, False)}


ASKED = {
    ("F", "respondent", "job"): 22,
    ("F", "respondent", "none"): 19,
    ("F", "silent", "unknown"): 12,
    ("M", "respondent", "job"): 41,
    ("M", "respondent", "none"): 33,
    ("M", "silent", "unknown"): 40,
    ("X", "respondent", "job"): 13,
    ("X", "silent", "unknown"): 7,
}
"""Of twenty people of another gender, all who responded have a job."""

SURVEY = people(
    ASKED,
    "gender",
    "response",
    "work",
    respondents={Dimension("work"): frozenset({"job", "none"})},
)


def an_answer_among_respondents_is_told_as_the_answer_is(rules: Diffusion) -> None:
    """22 women have a job: that they responded is no detail of them."""
    alone = rules.count(SURVEY.raw("gender", "work"), {"gender": "F", "work": "job"})
    assert not secret(alone)
    for table, where in (
        (SURVEY.raw("gender", "work", response="respondent"), {"gender": "F", "work": "job"}),
        (SURVEY.raw("gender", response="respondent", work="job"), {"gender": "F"}),
        (
            SURVEY.raw("gender", "response", "work"),
            {"gender": "F", "response": "respondent", "work": "job"},
        ),
    ):
        assert rules.count(table, where) == alone


def that_few_people_responded_is_not_told(rules: Diffusion) -> None:
    """Of the twenty people of another gender it is a detail: no answer is asked for that would say so."""
    assert secret(rules.count(SURVEY.raw("gender", response="respondent"), {"gender": "X"}))
    by_table = SURVEY.raw("gender", "response", "work")
    assert secret(rules.count(by_table, {"gender": "X", "response": "respondent"}))


CHECKS_OF_CONDITIONS: tuple[Check, ...] = (
    what_all_of_a_parent_share_is_not_told,
    a_parent_is_as_large_as_it_is_told,
    no_detail_of_a_set_is_told_beside_a_part_of_it,
    a_set_that_is_offered_is_rounded_by_itself,
    an_answer_among_respondents_is_told_as_the_answer_is,
    that_few_people_responded_is_not_told,
)
