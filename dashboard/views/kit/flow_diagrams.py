"""How do flows between categories become a diagram, whatever the categories are?"""

from __future__ import annotations

from collections import defaultdict
from math import fsum
from typing import Protocol

from dashboard.content.charts.flows import FlowDiagram, FlowLink, FlowNode
from dashboard.content.charts.rich_text import RichText, bold, rich
from dashboard.content.click_filter import ClickFilter
from dashboard.content.view import Scene
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.transitions import Flow, Flows, Node
from dashboard.views.kit.flow_shares import FlowShares


class FlowWords(Protocol):
    """What a diagram has to know of its nodes: a category for each, and what a click keeps."""

    def category(self, node: Node) -> Category:
        """The category whose label, colour and absence the node has."""

    def click(self, *nodes: Node) -> ClickFilter:
        """What a click keeps: the people who are in all of `nodes`."""


def flow_diagram(scene: Scene, flows: Flows, shares: FlowShares, words: FlowWords) -> FlowDiagram:
    """The diagram of `flows`: nodes and links in their order, each with its share under the mouse.

    Nodes and links are as high as they weigh: people, or what they weigh where the shares are corrected. Rounded flows
    do not add up to their nodes: a node is as high as the larger of both, and bears its own number.
    """
    heights = _heights(flows)
    of_steps = (
        fsum(heights[n] for n in flows.nodes if n.step == s) for s in range(len(flows.steps))
    )
    position = {(node.step, node.code): i for i, node in enumerate(flows.nodes)}
    return FlowDiagram(
        steps=tuple(_step_title(scene, step) for step in flows.steps),
        nodes=tuple(_node(scene, node, shares, words, heights[node]) for node in flows.nodes),
        links=tuple(
            FlowLink(
                source=position[flow.source.step, flow.source.code],
                target=position[flow.target.step, flow.target.code],
                weight=flow.weight,
                hover=_flow_hover(scene, flow, shares, words),
                click=words.click(flow.source, flow.target),
            )
            for flow in flows.flows
        ),
        weight=max(flows.weight, *of_steps) if flows.rounded else flows.weight,
    )


def _heights(flows: Flows) -> dict[Node, float]:
    """How high each node is."""
    heights = {node: node.weight for node in flows.nodes}
    if flows.rounded:
        leaving: defaultdict[Node, float] = defaultdict(float)
        arriving: defaultdict[Node, float] = defaultdict(float)
        for flow in flows.flows:
            leaving[flow.source] += flow.weight
            arriving[flow.target] += flow.weight
        heights = {n: max(weight, leaving[n], arriving[n]) for n, weight in heights.items()}
    return heights


def wave_of(scene: Scene, step: Dimension) -> str:
    """The wave of a step; the first for a variable that has no waves: it tells what people were when they came."""
    return step.wave or scene.vocabulary.waves[0]


def _step_title(scene: Scene, step: Dimension) -> RichText:
    """`T0 · Avant`; the wave alone on a phone."""
    name = wave_of(scene, step)
    if scene.medium == "phone":
        return rich(bold(name))
    return rich([bold(name), f" · {scene.vocabulary.codebook.waves[name].short}"])


def _node(
    scene: Scene, node: Node, shares: FlowShares, words: FlowWords, height: float
) -> FlowNode:
    category = words.category(node)
    return FlowNode(
        step=node.step,
        code=node.code,
        name=category.short_label,
        number=shares.number(node),
        colour=category.colour,
        weight=height,
        absent=category.absence is not None,
        hover=rich(
            [bold(category.label), f" à {wave_of(scene, node.dimension)}"], *shares.of_all(node)
        ),
        click=words.click(node),
    )


def _flow_hover(scene: Scene, flow: Flow, shares: FlowShares, words: FlowWords) -> RichText:
    source, target = words.category(flow.source), words.category(flow.target)
    before, after = wave_of(scene, flow.source.dimension), wave_of(scene, flow.target.dimension)
    return rich(
        [f"{source.label} ({before}) → ", bold(target.label), f" ({after})"],
        *shares.of_source(flow),
    )
