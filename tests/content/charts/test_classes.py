"""Do the classes of a map hold every value once, under labels that say which?"""

import pytest

from dashboard.content.charts.classes import (
    Classes,
    count_classes,
    count_labels,
    even_classes,
    even_labels,
    round_symbols,
)


@pytest.mark.parametrize(
    ("counts", "labels"),
    [
        ([], ["1 et plus"]),
        ([1], ["1 et plus"]),
        ([1, 3], ["1", "2", "3 et plus"]),
        ([2, 5], ["1", "2", "3", "4", "5 et plus"]),
        ([6], ["1", "2 à 4", "5 et plus"]),
        ([4, 44], ["1", "2 à 4", "5 à 9", "10 à 19", "20 et plus"]),
        ([4, 243], ["1 à 19", "20 à 49", "50 à 99", "100 à 199", "200 et plus"]),
        ([12, 650], ["1 à 49", "50 à 99", "100 à 199", "200 à 499", "500 et plus"]),
    ],
)
def test_counts_fall_into_classes_that_about_double(counts: list[int], labels: list[str]) -> None:
    assert list(count_labels(count_classes(counts), str)) == labels


@pytest.mark.parametrize(
    ("counts", "labels"),
    [
        ([5], ["5 et plus"]),
        ([10, 15], ["5", "10", "15 et plus"]),
        ([5, 45], ["5", "10 à 15", "20 et plus"]),
        ([5, 240], ["5 à 15", "20 à 45", "50 à 95", "100 à 195", "200 et plus"]),
    ],
)
def test_classes_of_rounded_counts_hold_numbers_that_there_can_be(
    counts: list[int], labels: list[str]
) -> None:
    classes = count_classes(counts, 5)
    assert list(count_labels(classes, str)) == labels
    assert round_symbols(counts[-1], 5)[-1] >= 5


@pytest.mark.parametrize(
    ("values", "bounds"),
    [
        ([], (0.0,)),
        ([50.0], (0, 50)),
        ([51.3], (0, 50)),
        ([0.4], (0, 0.2)),
        ([0.0, 0.0], (0,)),
        ([0.0, 100.0], (0, 20, 40, 60, 80)),
        ([40.0, 60.0], (40, 45, 50, 55)),
        ([41.2, 58.9], (40, 45, 50, 55)),
        ([2.1, 2.9], (2, 2.2, 2.4, 2.6, 2.8)),
    ],
)
def test_shares_fall_into_classes_of_equal_round_width(
    values: list[float], bounds: tuple[float, ...]
) -> None:
    assert even_classes(values).lower == pytest.approx(bounds)


@pytest.mark.parametrize(
    ("value", "index"), [(0, 0), (1, 0), (19, 0), (20, 1), (49, 1), (50, 2), (1000, 2)]
)
def test_a_class_holds_its_lower_bound_and_the_last_is_open(value: float, index: int) -> None:
    assert Classes((1.0, 20.0, 50.0)).index(value) == index


def test_labels_of_shares_tell_which_bound_is_inside() -> None:
    labels = even_labels(Classes((20.0, 40.0, 60.0)), _percent)
    assert labels == ("moins de 40 %", "40 % à < 60 %", "60 % et plus")


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        ([0.0, 0.0], ("0 %",)),
        ([50.0], ("moins de 50 %", "50 % et plus")),
        ([100.0], ("moins de 100 %", "100 %")),
        (
            [95.0, 100.0],
            ("moins de 96 %", "96 % à < 97 %", "97 % à < 98 %", "98 % à < 99 %", "99 % et plus"),
        ),
    ],
)
def test_no_label_of_shares_promises_more_than_all(
    values: list[float], labels: tuple[str, ...]
) -> None:
    assert even_labels(even_classes(values), _percent, 100) == labels


def _percent(bound: float) -> str:
    return f"{bound:.0f} %"


@pytest.mark.parametrize(
    ("top", "values"),
    [(0, ()), (1, (1,)), (3, (2, 1)), (7, (5, 1)), (10, (10, 2, 1)), (650, (500, 100, 20))],
)
def test_a_legend_of_circles_has_round_values_none_above_the_largest(
    top: int, values: tuple[int, ...]
) -> None:
    assert round_symbols(top) == values
