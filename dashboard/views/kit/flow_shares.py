"""Which share of people stands in a node or goes along a ribbon, as counted and as corrected for non-response?

A share is one of those whom the survey has asked. Who waits for their turn is drawn, since a diagram keeps everybody,
and is in no base.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dashboard.content.notes import Caution, Concern
from dashboard.content.view import Scene
from dashboard.domain.counts import SUPPRESSED_TEXT, Count
from dashboard.domain.frequency_table import Where
from dashboard.domain.statistics.rates import Share
from dashboard.domain.transitions import Flow, Flows, Node
from dashboard.text.numbers import FRAGILE, HIDDEN_SHARE, NO_BREAK, count, percent
from dashboard.text.words import counted, listed, part_of_base
from dashboard.views.kit.nonresponse_weighting import CorrectedShare, weighed
from dashboard.views.kit.notes import small_base_note
from dashboard.views.kit.survey_bases import is_asked

OF_ALL = "part redressée de l'ensemble (%)"
"""The column of a table whose shares are of those who leave a node: what the diagram draws, and adds up in nodes."""

OF_START = "part au départ (%)"
"""The column of a table whose shares are of all: what stands under the mouse on a flow, of those at its start."""

READ_AS_ZERO = 0.5
"""A percentage up to which a share without decimals is written as 0."""

IN_NO_SHARE = "hors des pourcentages"
"""What stands beside the number of people whom the survey has not asked yet."""

NOT_DRAWN = Caution(
    "Les catégories et les flux dont l'effectif n'est pas diffusé, ou est arrondi à 0, ne sont pas dessinés ; les "
    "autres le sont à leur effectif arrondi.",
    Concern.NOT_SHOWN,
    "Les petits effectifs, non diffusés, ne sont pas dessinés.",
)
"""What a diagram of rounded flows leaves out."""

NOBODY = (0, 0.0)
"""How many they are, and what they weigh."""


@dataclass(frozen=True)
class FlowShares:
    """The shares of one diagram: corrected where its flows are weighted; of nobody where the survey has not asked."""

    scene: Scene
    flows: Flows

    def asked_at(self, step: int) -> Where:
        """Those whom the survey has asked about a step."""
        return self._asked[step]

    @cached_property
    def _asked(self) -> list[Where]:
        vocabulary = self.scene.vocabulary
        return [
            {str(key): [c for c in self.flows.codes(step) if is_asked(key, c, vocabulary)]}
            for step, key in enumerate(self.flows.steps)
        ]

    def asked(self, node: Node) -> bool:
        """Whether the survey has asked those of a node about its wave."""
        return is_asked(node.dimension, node.code, self.scene.vocabulary)

    def node(self, node: Node) -> CorrectedShare:
        """Of all whom the survey asked about the wave, those in the node; of nobody where it has not asked them."""
        if not self.asked(node):
            return self.share(0, 0)
        return self.share(node.count, node.weight, self.asked_at(node.step))

    def flow(self, flow: Flow) -> CorrectedShare:
        """Of all whom the survey asked about both waves, those who take the flow."""
        return self._taken(flow)

    def leaving(self, flow: Flow) -> CorrectedShare:
        """Of those whom the flow leaves from, and whom the survey asked where it arrives, those who take it."""
        return self._taken(flow, flow.source)

    def share(self, people: Count, weight: float, among: Where | None = None) -> CorrectedShare:
        """So many people, who weigh so much, as a share of those `among`; of nobody without them."""
        return self._share(people, weight, NOBODY if among is None else self.flows.together(among))

    def _share(self, people: Count, weight: float, among: tuple[Count, float]) -> CorrectedShare:
        base, whole = among
        counted = Share(people, base)
        if not self.flows.weighted:
            return CorrectedShare(counted)
        return CorrectedShare(counted, weighed(self.scene, weight, whole, base))

    def _taken(self, flow: Flow, leaving: Node | None = None) -> CorrectedShare:
        if not (self.asked(flow.source) and self.asked(flow.target)):
            return self.share(0, 0)
        start = flow.source.step, leaving.code if leaving else None
        if start not in self._starting:
            self._starting[start] = self._asked_after(flow.source.step, leaving)
        return self._share(flow.count, flow.weight, self._starting[start])

    @cached_property
    def _starting(self) -> dict[tuple[int, str | None], tuple[Count, float]]:
        """By step, and the code at its start if it is of one: of how many flows are shares, and what they weigh."""
        return {}

    def _asked_after(self, step: int, leaving: Node | None) -> tuple[Count, float]:
        """Those who start at a step, or leave one node of it, and whom the survey asked about the next."""
        one = leaving and {str(leaving.dimension): leaving.code}
        return self.flows.together({**(one or self.asked_at(step)), **self.asked_at(step + 1)})

    def number(self, node: Node) -> str:
        """What stands beside a node's name: its people; its share, marked where few stand behind it, if corrected."""
        if self.flows.weighted and not self.asked(node):
            return f"{count(node.count)}{NO_BREAK}pers."
        marked = self.flows.weighted and self.node(node).counted.fragile
        return f"{self.written(node)}{NO_BREAK}{FRAGILE}" if marked else self.written(node)

    def written(self, node: Node) -> str:
        """How much of all a node is: its people; its share where it is corrected, which never reads as nobody."""
        if not self.flows.weighted:
            return count(node.count)
        if not self.asked(node):
            return counted(node.count, "personne")
        if self.node(node).counted.hidden:
            return SUPPRESSED_TEXT
        part = self.node(node).percent
        return percent(part, 1 if part is not None and part <= READ_AS_ZERO else 0)

    def in_words(self, node: Node) -> str:
        """The same in a sentence, which has no sign for a share that is not told."""
        written = self.written(node)
        return HIDDEN_SHARE if written == SUPPRESSED_TEXT else written

    def of_all(self, node: Node) -> tuple[str, ...]:
        """`341 sur 732 (46,6 %)`; what the correction makes of it is a line of its own."""
        return _lines(node, self.node(node), "")

    def of_source(self, flow: Flow) -> tuple[str, ...]:
        """`25 sur 148 au départ (16,9 %)`; what the correction makes of it is a line of its own."""
        part = self.leaving(flow)
        narrowed = part.counted.base < flow.source.count
        asked = f" et interrogés à {flow.target.dimension.wave}" if narrowed else ""
        return _lines(flow, part, f" au départ{asked}")

    def waiting(self) -> str:
        """`, dont 236 pas encore interrogés à T2 et 444 à T3`, after the words for all; nothing if all were asked."""
        by_wave: defaultdict[str | None, int] = defaultdict(int)
        for node in self.flows.nodes:
            if not self.asked(node):
                by_wave[node.dimension.wave] += node.count
        numbers = [(count(people), people, wave) for wave, people in by_wave.items()]
        if not numbers:
            return ""
        (first, people, wave), *others = numbers
        asked = "interrogé" if people == 1 else "interrogés"
        told = [f"{first} pas encore {asked} à {wave}", *(f"{n} à {w}" for n, _, w in others)]
        return f", dont {listed(told)}"

    def notes(self) -> tuple[str, ...]:
        """That the base is small, where it is, its mark beside shares alone; and that not everything is drawn."""
        not_drawn = (NOT_DRAWN,) if self.flows.rounded else ()
        return (*small_base_note(self.flows.base, marked=self.flows.weighted), *not_drawn)

    def effects(self) -> Iterator[float | None]:
        """What the correction changes in the share of each node, which the diagram shows."""
        return (self.node(node).effect for node in self.flows.nodes)


def _lines(part: Node | Flow, shown: CorrectedShare, where: str) -> tuple[str, ...]:
    of_asked = shown.counted
    if not of_asked.base:
        return (f"{counted(part.count, 'personne')}, {IN_NO_SHARE}",)
    return (part_of_base(of_asked, where), *shown.hover)
