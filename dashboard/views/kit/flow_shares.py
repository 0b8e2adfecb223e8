"""Which share of people stands in a node or goes along a ribbon, as counted and as corrected for non-response?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.content.view import Scene
from dashboard.domain.statistics.rates import Share
from dashboard.domain.transitions import Flow, Flows, Node
from dashboard.text.numbers import FRAGILE, NO_BREAK, count, percent, share
from dashboard.views.kit.nonresponse_weighting import CorrectedShare, weighed
from dashboard.views.kit.notes import small_base_note

OF_ALL = "part redressée de l'ensemble (%)"
"""The column of a table whose shares are of those who leave a node: what the diagram draws, and adds up in nodes."""

READ_AS_ZERO = 0.5
"""A percentage up to which a share without decimals is written as 0."""


@dataclass(frozen=True)
class FlowShares:
    """The shares of one diagram: corrected where its flows are weighted."""

    scene: Scene
    flows: Flows

    def node(self, node: Node) -> CorrectedShare:
        """Of all, those in the node."""
        return self._share(node, self.flows.base, self.flows.weight)

    def flow(self, flow: Flow) -> CorrectedShare:
        """Of all, those who take the flow."""
        return self._share(flow, self.flows.base, self.flows.weight)

    def leaving(self, flow: Flow) -> CorrectedShare:
        """Of those whom the flow leaves from, those who take it."""
        return self._share(flow, flow.source.count, flow.source.weight)

    def number(self, node: Node) -> str:
        """What stands beside a node's name: its people; its share, marked where few stand behind it, if corrected."""
        marked = self.flows.weighted and self.node(node).counted.fragile
        return f"{self.written(node)}{NO_BREAK}{FRAGILE}" if marked else self.written(node)

    def written(self, node: Node) -> str:
        """How much of all a node is: its people; its share where it is corrected, which never reads as nobody."""
        if not self.flows.weighted:
            return count(node.count)
        part = self.node(node).percent
        return percent(part, 1 if part is not None and part <= READ_AS_ZERO else 0)

    def of_all(self, node: Node) -> tuple[str, ...]:
        """`341 sur 732 (46,6 %)`; what the correction makes of it is a line of its own."""
        return _lines(self.node(node), "")

    def of_source(self, flow: Flow) -> tuple[str, ...]:
        """`25 sur 148 au départ (16,9 %)`; what the correction makes of it is a line of its own."""
        return _lines(self.leaving(flow), " au départ")

    def notes(self) -> tuple[str, ...]:
        """That the base is small, where it is; its mark stands beside shares alone."""
        return small_base_note(self.flows.base, marked=self.flows.weighted)

    def effects(self) -> Iterator[float | None]:
        """What the correction changes in the share of each node, which the diagram shows."""
        return (self.node(node).effect for node in self.flows.nodes)

    def _share(self, part: Node | Flow, base: int, whole: float) -> CorrectedShare:
        counted = Share(part.count, base)
        if not self.flows.weighted:
            return CorrectedShare(counted)
        return CorrectedShare(counted, weighed(self.scene, part.weight, whole, base))


def _lines(corrected: CorrectedShare, where: str) -> tuple[str, ...]:
    part = corrected.counted
    return (
        f"{count(part.count)} sur {count(part.base)}{where} ({share(part)})",
        *corrected.hover,
    )
