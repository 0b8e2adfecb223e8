"""Whatever is selected, does every flow diagram keep its people from step to step, and say what its table says?"""

from collections import Counter, defaultdict
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.content.charts.flows import FlowDiagram
from dashboard.content.data_table import Row
from dashboard.exhibits.composition import compose
from dashboard.exhibits.exhibit import Exhibit
from dashboard.publication import Publication
from dashboard.views.kit.nonresponse_weighting import CORRECTED, CORRECTED_COLUMNS, PLAIN
from dashboard.views.registry import view_named
from tests.properties.addresses import any_view, drawn
from tests.support.examples import examples

RANDOM_SELECTIONS = 200
SANKEYS = ("statut", "csp", "secteur")

every_selection = examples(RANDOM_SELECTIONS)


def diagram_of(exhibit: Exhibit) -> FlowDiagram | None:
    """The Sankey of an exhibit; None where it has none or nobody to draw."""
    chart = exhibit.content.chart
    return chart if isinstance(chart, FlowDiagram) and not exhibit.empty else None


def is_corrected(exhibit: Exhibit) -> bool:
    """Whether ribbons are weights, and rows have a corrected share beside the plain one."""
    names = exhibit.content.data_table.measure_names
    return names[-len(CORRECTED_COLUMNS) :] == CORRECTED_COLUMNS


def waits(row: Row) -> bool:
    """Whether a row is of people whom the survey has not asked at one of its waves."""
    return any(key.code == "not_yet_surveyed" for key in row.keys)


def check_conservation(diagram: FlowDiagram) -> None:
    """Every step holds the whole, and what arrives at a node in between leaves it: people, or what they weigh."""
    arriving: dict[int, float] = defaultdict(float)
    leaving: dict[int, float] = defaultdict(float)
    for link in diagram.links:
        assert link.weight > 0
        assert diagram.nodes[link.source].step + 1 == diagram.nodes[link.target].step
        leaving[link.source] += link.weight
        arriving[link.target] += link.weight
    last = len(diagram.steps) - 1
    for step in range(last + 1):
        here = [i for i, node in enumerate(diagram.nodes) if node.step == step]
        weights = [diagram.nodes[i].weight for i in here]
        assert sum(weights) == pytest.approx(diagram.weight, abs=1e-9)
        if step > 0:
            assert [arriving[i] for i in here] == pytest.approx(weights, abs=1e-9)
        if step < last:
            assert [leaving[i] for i in here] == pytest.approx(weights, abs=1e-9)


@every_selection
@given(data=st.data())
def test_every_sankey_conserves_people_at_every_wave(
    publication: Publication, data: st.DataObject
) -> None:
    address = drawn(data, publication)
    for name in (*SANKEYS, any_view(data)):
        exhibit = compose(view_named(name), address, publication)
        diagram = diagram_of(exhibit)
        if diagram is not None:
            assert is_corrected(exhibit) or diagram.weight == exhibit.content.base
            check_conservation(diagram)


@examples(RANDOM_SELECTIONS // 2)  # Each compares four views with themselves uncorrected.
@given(data=st.data())
def test_correcting_flows_counts_the_same_people_and_conserves_what_they_weigh(
    publication: Publication, data: st.DataObject
) -> None:
    address = drawn(data, publication)
    for name in (*SANKEYS, "contrats"):
        positions = {
            position: replace(
                address, switches={**address.switches, f"{name}.redressement": position}
            )
            for position in (PLAIN, CORRECTED)
        }
        plain, corrected = (
            compose(view_named(name), switched, publication) for switched in positions.values()
        )
        assert [(row.labels, row.count, row.base) for row in corrected.content.data_table.rows] == [
            (row.labels, row.count, row.base) for row in plain.content.data_table.rows
        ]
        stamped = "après redressement de la non-réponse" in corrected.content.title
        assert is_corrected(corrected) is stamped
        assert stamped or corrected.content.chart == plain.content.chart
        diagram = diagram_of(corrected)
        if diagram is not None:
            check_conservation(diagram)


@every_selection
@given(data=st.data())
def test_the_table_of_a_sankey_is_its_ribbons(
    publication: Publication, data: st.DataObject
) -> None:
    address = drawn(data, publication)
    for name in SANKEYS:
        exhibit = compose(view_named(name), address, publication)
        rows = exhibit.content.data_table.rows
        diagram = exhibit.content.chart
        assert isinstance(diagram, FlowDiagram)
        weights = [link.weight for link in diagram.links]
        steps, asked = Counter[str](), Counter[str]()
        heavy: defaultdict[str, float] = defaultdict(float)
        for row, weight in zip(rows, weights, strict=True):
            step = row.keys[0].code
            steps[step] += row.count or 0
            if not waits(row):
                asked[step] += row.count or 0
                heavy[step] += weight
        assert set(steps.values()) <= {exhibit.content.base}
        for row, weight in zip(rows, weights, strict=True):
            step = row.keys[0].code
            assert row.base == (None if waits(row) else asked[step])
            if not is_corrected(exhibit):
                assert row.count == weight
            elif not waits(row):
                corrected = row.measures[-len(CORRECTED_COLUMNS)]
                assert corrected == pytest.approx(100 * weight / heavy[step])
        assert bool(rows) is not exhibit.empty
