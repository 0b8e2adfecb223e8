"""Which diagram is it that tests of its drawing are about? One of counted people, in codes instead of labels."""

from __future__ import annotations

from dashboard.content.charts import FlowDiagram
from dashboard.content.charts.flows import FlowLink, FlowNode
from dashboard.content.charts.rich_text import rich
from dashboard.content.click_filter import keeping
from dashboard.domain.transitions import Flows

ABSENT = ("no_information", "not_yet_surveyed")
COLOURS = {"not_yet_surveyed": "#ffffff"}


def diagram_of(counted: Flows) -> FlowDiagram:
    """Says codes as they are; absences are those whose code is not a status."""
    place = {(node.step, node.code): i for i, node in enumerate(counted.nodes)}
    nodes = tuple(
        FlowNode(
            node.step,
            node.code,
            node.code,
            str(node.count),
            COLOURS.get(node.code, "#1f5f9e"),
            node.weight,
            node.code in ABSENT,
            rich(f"{node.code} : {node.count}"),
            keeping((node.dimension, node.code)),
        )
        for node in counted.nodes
    )
    links = tuple(
        FlowLink(
            place[flow.source.step, flow.source.code],
            place[flow.target.step, flow.target.code],
            flow.weight,
            rich(f"{flow.source.code} → {flow.target.code}"),
            keeping(
                (flow.source.dimension, flow.source.code), (flow.target.dimension, flow.target.code)
            ),
        )
        for flow in counted.flows
    )
    return FlowDiagram(
        tuple(rich(str(step.wave)) for step in counted.steps), nodes, links, counted.weight
    )
