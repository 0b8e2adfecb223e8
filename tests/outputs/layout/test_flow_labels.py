"""Do the nodes of a Sankey say what fits beside them, and no more?"""

from dataclasses import replace

import pytest

from dashboard.outputs.layout.flow_labels import Spot, end_labels, inner_labels, widest

TALL = [
    Spot(0, "jobseeker", "Demandeur d'emploi", "732", 0.5),
    Spot(1, "salaried", "En emploi salarié", "222", 0.2),
    Spot(1, "later", "Pas encore interrogé", "236", 0.7),
    Spot(2, "salaried", "En emploi salarié", "56", 0.2),
    Spot(2, "later", "Pas encore interrogé", "444", 0.7),
]
LOW = [Spot(0, str(i), "Pas encore interrogé", str(i), 0.4 + 0.05 * i) for i in range(3)]


def test_a_category_is_named_at_every_step_that_has_room() -> None:
    again = [*TALL[:3], Spot(2, "salaried", "En emploi salarié", "180", 0.2), *TALL[3:]]
    again[4:] = [replace(spot, step=3) for spot in again[4:]]
    assert inner_labels(again, 200)[:4] == [
        ["Demandeur d'emploi 732"],
        ["En emploi salarié 222"],
        ["Pas encore interrogé 236"],
        ["En emploi salarié 180"],
    ]


def test_nodes_that_another_diagram_cannot_name_are_counted() -> None:
    assert inner_labels(TALL, 200, {(1, "salaried")})[:3] == [
        ["732"],
        ["En emploi salarié 222"],
        ["236"],
    ]


@pytest.mark.parametrize("room", [0, 60, 90, 120, 150, 200])
def test_no_label_is_wider_than_the_room_but_its_number_is_never_left_out(room: float) -> None:
    for spot, lines in zip(TALL[:3], inner_labels(TALL, room), strict=False):
        assert lines[-1].endswith(spot.number)
        assert widest([lines]) <= room or lines == [spot.number]


def test_a_label_too_wide_is_broken_where_there_is_height_and_else_counts_alone() -> None:
    assert inner_labels(TALL, 100)[0] == ["Demandeur", "d'emploi 732"]
    crowded = [*LOW, Spot(1, "end", "Fin", "3", 0.5)]
    assert inner_labels(crowded, 100)[:3] == [["0"], ["1"], ["2"]]


def test_a_name_that_had_no_room_is_written_at_the_next_step_that_has_it() -> None:
    spots = [*LOW, Spot(1, "1", "Pas encore interrogé", "3", 0.5), Spot(2, "end", "Fin", "3", 0.5)]
    assert inner_labels(spots, 100) == [["0"], ["1"], ["2"], ["Pas encore", "interrogé 3"], []]


def test_labels_of_the_last_step_keep_their_names_and_are_not_broken_in_vain() -> None:
    assert list(end_labels(TALL).values()) == [
        ["En emploi", "salarié 56"],
        ["Pas encore", "interrogé 444"],
    ]
    assert list(end_labels(LOW).values()) == [[spot.label] for spot in LOW]
    with_a_crowd = [*LOW, Spot(0, "tall", "En emploi salarié", "56", 0.9)]
    assert end_labels(with_a_crowd)[3] == ["En emploi salarié 56"]
