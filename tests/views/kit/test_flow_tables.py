"""Do the flows along many steps need no more room than there is, and tell the same people?"""

from dataclasses import replace

import pytest

from dashboard.domain.dimension import Dimension
from dashboard.domain.selection import Selection
from dashboard.domain.transitions import Flows
from dashboard.views.kit import flow_tables as kit
from dashboard.views.kit.flow_tables import flow_tables, flows_of
from dashboard.views.kit.nonresponse_weighting import with_weighted
from tests.support.exhibits import opened
from tests.support.vocabularies import another

RESPONDENTS = Selection().keeping(Dimension("response"), ("respondent",))


def steps(waves: tuple[str, ...]) -> tuple[Dimension, ...]:
    return tuple(Dimension("status", wave) for wave in waves)


def test_few_steps_are_counted_at_once_and_many_two_by_two() -> None:
    few, many = ("T0", "T1", "T2"), tuple(f"T{rank}" for rank in range(12))
    (query,) = flow_tables(steps(few), Selection(), another(waves=few)).values()
    assert query.by == steps(few)
    queries = list(flow_tables(steps(many), Selection(), another(waves=many)).values())
    assert [query.by for query in queries] == list(
        zip(steps(many)[:-1], steps(many)[1:], strict=True)
    )


@pytest.mark.parametrize("wanted", [False, True])
def test_two_by_two_or_at_once_the_people_are_the_same(
    monkeypatch: pytest.MonkeyPatch, *, wanted: bool
) -> None:
    publication = opened()
    shown = steps(publication.vocabulary.waves)

    def asked() -> Flows:
        queries = flow_tables(shown, RESPONDENTS, publication.vocabulary)
        return flows_of(publication.tabulate_all(with_weighted(queries, wanted=wanted)))

    at_once = asked()
    monkeypatch.setattr(kit, "MOST_CROSSINGS", 100)
    by_two = asked()
    assert (by_two.base, by_two.steps, by_two.weighted) == (at_once.base, shown, wanted)
    assert by_two.weight == pytest.approx(at_once.weight)
    for node, same_node in zip(at_once.nodes, by_two.nodes, strict=True):
        assert replace(node, weight=0) == replace(same_node, weight=0)
        assert node.weight == pytest.approx(same_node.weight)
    for flow, same in zip(at_once.flows, by_two.flows, strict=True):
        assert (flow.source.code, flow.target.code, flow.count) == (
            same.source.code,
            same.target.code,
            same.count,
        )
        assert flow.weight == pytest.approx(same.weight)
