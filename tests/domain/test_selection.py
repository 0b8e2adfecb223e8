"""Does narrowing a selection only ever narrow it, whatever the order of the steps?"""

import pytest

from dashboard.domain.dimension import Dimension, dimension
from dashboard.domain.query import crossing, narrowed
from dashboard.domain.selection import Condition, Selection, selection_of

GENDER, REGION, STATUS = Dimension("gender"), Dimension("region"), Dimension("status", "T1")


@pytest.mark.parametrize(
    ("earlier", "narrower", "kept"),
    [
        (None, ["F"], ("F",)),
        (None, ["M", "F", "M"], ("F", "M")),
        (["F"], ["F", "M"], ("F",)),
        (["F", "M"], ["M"], ("M",)),
        (["F"], ["M"], ()),
        (["F"], [], ()),
    ],
)
def test_keeping_leaves_out_what_an_earlier_condition_excludes(
    earlier: list[str] | None, narrower: list[str], kept: tuple[str, ...]
) -> None:
    selection = Selection() if earlier is None else Selection().keeping(GENDER, earlier)
    assert selection.keeping(GENDER, narrower).codes(GENDER) == kept


def test_a_condition_that_keeps_nobody_is_still_a_condition() -> None:
    nobody = Selection().keeping(GENDER, ["F"]).keeping(GENDER, ["M"])
    assert nobody
    assert nobody.condition(GENDER) == Condition(GENDER, ())


def test_the_order_of_the_steps_does_not_matter() -> None:
    first = Selection().keeping(REGION, ["52", "11"]).keeping(STATUS, ["searching"])
    second = Selection().keeping(STATUS, ["searching"]).keeping(REGION, ["11", "52"])
    assert first == second
    assert hash(first) == hash(second)


def test_waves_of_one_variable_are_filtered_apart() -> None:
    later = Dimension("status", "T2")
    selection = selection_of([Condition(later, ("salaried",)), Condition(STATUS, ("searching",))])
    assert [str(c.dimension) for c in selection] == ["status@T1", "status@T2"]
    assert selection.codes(STATUS) == ("searching",)
    assert selection.codes(Dimension("status")) == ()


def test_taking_a_filter_off_leaves_the_others() -> None:
    selection = narrowed(Selection(), gender=["F"], region=["52"])
    assert selection.without(GENDER) == Selection().keeping(REGION, ["52"])
    assert selection.without(GENDER, REGION) == Selection()
    assert not selection.without(GENDER, REGION)
    assert selection.without(STATUS) == selection


def test_a_filter_that_is_not_there_has_no_condition() -> None:
    assert Selection().condition(GENDER) is None
    assert Selection().codes(GENDER) == ()


def test_a_crossing_is_written_by_the_names_of_its_dimensions() -> None:
    query = crossing("gender", "status@T1", of=Selection().keeping(REGION, ["52"]))
    assert query.by == (GENDER, STATUS)
    assert query.counted == "beneficiary"
    assert str(dimension("status@T1")) == "status@T1"
