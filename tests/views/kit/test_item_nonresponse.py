"""Is the item non-response of a wave reported where it is heavy, with what the others say?"""

import pytest

from dashboard.domain.statistics.rates import Share
from dashboard.text.numbers import NARROW
from dashboard.views.kit.item_nonresponse import warning
from dashboard.views.kit.survey_bases import RESPONDENTS


@pytest.mark.parametrize(
    ("missing", "answered", "expected"),
    [
        (Share(9, 20), Share(6, 11), "T2 (45 % ; parmi les 11 autres, 55 % en emploi)"),
        (Share(9, 10), Share(1, 1), "T2 (90 % ; l'autre est en emploi)"),
        (Share(9, 10), Share(0, 1), "T2 (90 % ; l'autre n'est pas en emploi)"),
        (Share(12, 12), Share(0, 0), "T2 (100 %)"),
    ],
)
def test_heavy_item_nonresponse_is_reported_with_what_the_others_say(
    missing: Share, answered: Share, expected: str
) -> None:
    (note,) = warning(RESPONDENTS, [("T2", missing, answered)])
    assert expected in note.replace(NARROW, " ")


def test_a_third_or_less_is_no_warning() -> None:
    assert warning(RESPONDENTS, [("T2", Share(3, 9), Share(3, 6))]) == ()
