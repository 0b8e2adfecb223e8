"""Of which kind is each contract, and how are kinds of contracts followed from wave to wave?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.content.click_filter import ClickFilter, keeping
from dashboard.content.data_table import Key, Row
from dashboard.content.view import Scene
from dashboard.domain.codebook import Category
from dashboard.domain.collapsing import collapse_categories
from dashboard.domain.counts import Count
from dashboard.domain.dimension import Dimension
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.transitions import Flow, Flows, Node
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.words import inside
from dashboard.views.kit.flow_shares import FlowShares
from dashboard.views.kit.survey_bases import silent_leaving, tells_of_people

NAMES_A_CONTRACT = ("contrat", "emploi")
"""With what the label of a kind of contract begins where it can stand in a sentence as it is."""


def taken_out(vocabulary: Vocabulary) -> tuple[Category, ...]:
    """The contracts that a reader may take out of their group, in order."""
    contract = vocabulary.codebook.variables.get("contract")
    if contract is None:
        return ()
    groups = {group.code for group in contract.groups}
    return tuple(c for c in contract.categories if c.apart is not None and c.group in groups)


@dataclass(frozen=True)
class Kinds:
    """The kinds of contract, each a group of the codebook or a category of its own: first real jobs, then absences.

    `apart` takes out of their groups the contracts of which the codebook says that one may.
    """

    vocabulary: Vocabulary
    apart: bool

    @cached_property
    def real(self) -> Mapping[str, Category]:
        """Each kind of job, by code: the groups, each before those taken out of it, then contracts of no group."""
        contract = self.vocabulary.variable("contract")
        alone = [c for c in contract.categories if self._is_alone(c)]
        kinds: dict[str, Category] = {}
        for group in contract.groups:
            if any(c.group == group.code and not self._is_alone(c) for c in contract.categories):
                kinds[group.code] = group
            kinds |= {self.kind_of(c): c for c in alone if c.group == group.code}
        return {**kinds, **{self.kind_of(c): c for c in alone}}

    @cached_property
    def stable(self) -> str:
        """The code of the first kind of stable contracts, which the first reading is about."""
        contract = self.vocabulary.variable("contract")
        stable = contract.codes_with("stable")
        kinds = {self.kind_of(c) for c in contract.categories if c.code in stable}
        return next(kind for kind in self.real if kind in kinds)

    def category(self, key: Dimension, code: str) -> Category:
        """One kind or absence."""
        return self.real.get(code) or self.vocabulary.category(key, code)

    def members(self, key: Dimension) -> dict[str, tuple[str, ...]]:
        """The contracts of each kind, and each absence by itself."""
        contracts: dict[str, list[str]] = {code: [] for code in self.real}
        for category in self.vocabulary.categories(key):
            kind = category.code if category.absence else self.kind_of(category)
            contracts.setdefault(kind, []).append(category.code)
        return {kind: tuple(codes) for kind, codes in contracts.items()}

    def collapse_categories(self, table: ReleasedTable) -> ReleasedTable:
        """`table` with every contract put into its kind."""
        for key in table.dimensions:
            table = collapse_categories(table, str(key), self.members(key))
        return table

    def click(self, places: Mapping[Dimension, str]) -> ClickFilter:
        """The people who have these kinds of contracts, by wave: their contracts are what a click keeps."""
        return keeping(*((key, self.members(key)[kind]) for key, kind in places.items()))

    def named(self, code: str) -> str:
        """A kind of job after "un" or "en": `contrat stable`, `CDI`; where it names none, `contrat « Titulaire »`."""
        label = self.real[code].label
        first = label.partition(" ")[0]
        tells = first.casefold() in NAMES_A_CONTRACT or (first.isupper() and len(first) > 1)
        return inside(label) if tells else f"contrat « {label} »"

    @cached_property
    def _groups(self) -> frozenset[str]:
        return frozenset(group.code for group in self.vocabulary.variable("contract").groups)

    @cached_property
    def _taken_out(self) -> frozenset[str]:
        return frozenset(c.code for c in taken_out(self.vocabulary)) if self.apart else frozenset()

    def _is_alone(self, contract: Category) -> bool:
        """Whether a contract is a kind of its own."""
        return contract.group not in self._groups or contract.code in self._taken_out

    def kind_of(self, contract: Category) -> str:
        """The code of the kind that a contract is put into; a group may be coded as a contract that is not in it."""
        if not self._is_alone(contract):
            return contract.group
        return f"{contract.code} (seul)" if contract.code in self._groups else contract.code


@dataclass(frozen=True)
class KindWords:
    """How the nodes and flows between kinds of contract are named, clicked on and listed."""

    scene: Scene
    kinds: Kinds
    flows: Flows
    shares: FlowShares

    def category(self, node: Node) -> Category:
        """The kind, or the absence."""
        return self.kinds.category(node.dimension, node.code)

    def label(self, node: Node) -> str:
        """The kind, as a sentence names it."""
        return self.category(node).label

    def being(self, kind: str) -> str:
        """A kind of job after "être": `en contrat stable`, `en emploi indépendant`."""
        apart = self.kinds.real[kind].apart
        return f"en {self.kinds.named(kind)}" if apart is None else apart.being

    def click(self, *nodes: Node) -> ClickFilter:
        """What a click on a node, or on a flow between two, keeps."""
        return self.kinds.click({node.dimension: node.code for node in nodes})

    def row(self, flow: Flow) -> Row:
        """The flow as a share of those it leaves; corrected, with the cells under `OF_ALL` and `CORRECTED_COLUMNS`."""
        source, target = flow.source, flow.target
        before, after = source.dimension.wave, target.dimension.wave
        taken = self.shares.leaving(flow)
        return Row(
            (
                Key("step", f"{before}-{after}", f"{before} → {after}"),
                Key(source.dimension, source.code, self.label(source)),
                Key(target.dimension, target.code, self.label(target)),
            ),
            flow.count,
            taken.counted.base or None,
            (self.shares.flow(flow).percent, *taken.correction) if self.flows.weighted else (),
            click=self.click(source, target),
            comparable=tells_of_people(flow, self.scene.vocabulary),
            silent=self._silent[source],
        )

    @cached_property
    def _silent(self) -> dict[Node, Count]:
        """Of those who leave each node, and whom the survey asked about both waves, how many did not tell of one."""
        leaving, vocabulary = {flow.source for flow in self.flows.flows}, self.scene.vocabulary
        return {node: silent_leaving(self.flows, node.step, vocabulary, node) for node in leaving}
