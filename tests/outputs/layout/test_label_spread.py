"""Do labels beside lines stand clear of each other and of the top?"""

from dashboard.outputs.layout.label_spread import spread


def test_labels_are_pushed_apart() -> None:
    assert spread([4, 5, 60], [10, 10, 10], 100) == [5, 15, 60]


def test_labels_stay_below_the_top() -> None:
    assert spread([4, 92, 98], [10, 10, 10], 100) == [5, 85, 95]
