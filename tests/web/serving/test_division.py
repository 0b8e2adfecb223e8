"""Does each worker know whether another one has fewer connections?"""

from dashboard.web.serving.division import Division


def test_the_one_with_fewest_is_first() -> None:
    division = Division(4)
    first, second = division.join(), division.join()
    assert division.is_least(first)
    assert division.is_least(second)
    division.tell(first, 2)
    division.tell(second, 1)
    assert not division.is_least(first)
    assert division.is_least(second)


def test_who_has_left_is_not_waited_for_and_leaves_its_place() -> None:
    division = Division(2)
    first, second = division.join(), division.join()
    division.tell(first, 3)
    division.leave(second)
    assert division.is_least(first)
    assert division.join() == second
    assert not division.is_least(first)
