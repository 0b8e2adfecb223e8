"""Do the flows between waves move the people of the table, no more and no less?"""

import pytest

from dashboard.domain.tables import ReleasedTable
from dashboard.domain.transitions import Flows, flows_along, flows_between
from tests.support.released import released, weighed

THREE_WAVES = """
    status@T0  status@T1  status@T2         n
    jobseeker  salaried   salaried          3
    jobseeker  searching  salaried          1
    jobseeker  searching  searching         4
    jobseeker  searching  not_yet_surveyed  2
"""

WEIGHTED = """
    status@T0  status@T1  status@T2         n  w
    jobseeker  salaried   salaried          3  4.5
    jobseeker  salaried   searching         1  0.5
    jobseeker  searching  salaried          2  1.5
    jobseeker  searching  not_yet_surveyed  4  3.5
"""


def nodes(flows: Flows) -> list[tuple[int, str, int]]:
    return [(node.step, node.code, node.count) for node in flows.nodes]


def moves(flows: Flows) -> list[tuple[int, str, str, int]]:
    return [(f.source.step, f.source.code, f.target.code, f.count) for f in flows.flows]


def test_each_step_holds_everybody_in_the_order_of_categories() -> None:
    flows = flows_between(released(THREE_WAVES))
    assert flows.base == 10
    assert [str(step) for step in flows.steps] == ["status@T0", "status@T1", "status@T2"]
    assert nodes(flows) == [
        (0, "jobseeker", 10),
        (1, "salaried", 3),
        (1, "searching", 7),
        (2, "salaried", 4),
        (2, "searching", 4),
        (2, "not_yet_surveyed", 2),
    ]


def test_flows_join_one_step_to_the_next_only() -> None:
    assert moves(flows_between(released(THREE_WAVES))) == [
        (0, "jobseeker", "salaried", 3),
        (0, "jobseeker", "searching", 7),
        (1, "salaried", "salaried", 3),
        (1, "searching", "salaried", 1),
        (1, "searching", "searching", 4),
        (1, "searching", "not_yet_surveyed", 2),
    ]


def test_nobody_makes_no_node_and_no_flow() -> None:
    flows = flows_between(
        released("""
            csp@T0    csp@T1    n
            clerical  clerical  0
        """)
    )
    assert (flows.base, flows.nodes, flows.flows) == (0, (), ())


def test_the_same_code_at_two_waves_is_two_nodes() -> None:
    flows = flows_between(
        released("""
            csp@T0    csp@T1    n
            clerical  clerical  5
        """)
    )
    assert nodes(flows) == [(0, "clerical", 5), (1, "clerical", 5)]
    assert moves(flows) == [(0, "clerical", "clerical", 5)]


@pytest.mark.parametrize("first", ["long_term_jobseeker", "status@T0"])
def test_the_first_step_may_be_another_variable(first: str) -> None:
    flows = flows_between(
        released(f"""
            {first}  status@T1  n
            yes      searching  2
            no       salaried   1
        """)
    )
    assert moves(flows) == [(0, "yes", "searching", 2), (0, "no", "salaried", 1)]


def test_weighted_nodes_and_flows_hold_people_and_what_they_weigh() -> None:
    flows = flows_between(*weighed(WEIGHTED))
    assert (flows.base, flows.weight, flows.weighted) == (10, 10, True)
    assert [(node.step, node.code, node.count, node.weight) for node in flows.nodes] == [
        (0, "jobseeker", 10, 10),
        (1, "salaried", 4, 5),
        (1, "searching", 6, 5),
        (2, "salaried", 5, 6),
        (2, "searching", 1, 0.5),
        (2, "not_yet_surveyed", 4, 3.5),
    ]
    assert [(f.source.code, f.target.code, f.count, f.weight) for f in flows.flows] == [
        ("jobseeker", "salaried", 4, 5),
        ("jobseeker", "searching", 6, 5),
        ("salaried", "salaried", 3, 4.5),
        ("salaried", "searching", 1, 0.5),
        ("searching", "salaried", 2, 1.5),
        ("searching", "not_yet_surveyed", 4, 3.5),
    ]


def test_without_weights_each_person_weighs_one() -> None:
    flows = flows_between(released(THREE_WAVES))
    assert (flows.weight, flows.weighted) == (10, False)
    assert all(node.weight == node.count for node in flows.nodes)
    assert all(flow.weight == flow.count for flow in flows.flows)


def test_whoever_weighs_nothing_is_still_there() -> None:
    flows = flows_between(
        *weighed("""
            csp@T0    csp@T1    n  w
            clerical  clerical  2  0
            clerical  manual    1  3
        """)
    )
    assert moves(flows) == [(0, "clerical", "clerical", 2), (0, "clerical", "manual", 1)]
    assert [flow.weight for flow in flows.flows] == [0, 3]


def test_weights_of_another_crossing_are_refused() -> None:
    people, _ = weighed(WEIGHTED)
    _, others = weighed("""
        status@T0  status@T1  n  w
        jobseeker  salaried   1  1.5
    """)
    with pytest.raises(ValueError, match="crossing"):
        flows_between(people, others)


def pairs(table: ReleasedTable) -> list[ReleasedTable]:
    """Each step of a crossing of three with the next."""
    first, second, third = map(str, table.dimensions)
    return [table.margin(first, second), table.margin(second, third)]


def test_tables_of_two_steps_have_the_flows_of_all_of_them() -> None:
    people, weights = weighed(WEIGHTED)
    assert flows_along(pairs(people)) == flows_between(people)
    assert flows_along(pairs(people), pairs(weights)) == flows_between(people, weights)


def test_weights_of_other_steps_are_refused() -> None:
    people, weights = weighed(WEIGHTED)
    with pytest.raises(ValueError, match="crossing"):
        flows_along(pairs(people), pairs(weights)[::-1])
