"""Which contracts are stable, which precarious, and how are the two followed from wave to wave? (study, note 15)"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.content.click_filter import ClickFilter, keeping
from dashboard.content.data_table import Key, Row
from dashboard.content.view import Scene
from dashboard.domain.codebook import Category
from dashboard.domain.collapsing import collapse_categories
from dashboard.domain.dimension import Dimension
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.transitions import Flow, Flows, Node
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.words import inside
from dashboard.views.kit.flow_shares import FlowShares
from dashboard.views.kit.survey_bases import tells_of_people

SELF_EMPLOYED = "self_employed"


@dataclass(frozen=True)
class Kinds:
    """The kinds of contract, each a category or a group of them: first those of real jobs, then the absences.

    `apart` takes the self-employed out of the stable ones: the study itself calls that choice debatable.
    """

    vocabulary: Vocabulary
    apart: bool

    @property
    def real(self) -> Mapping[str, Category]:
        """Each kind of job, by code: the groups of the codebook, and the self-employed where they stand apart."""
        variable = self.vocabulary.variable("contract")
        groups = {group.code: group for group in variable.groups}
        if not self.apart:
            return groups
        stable, *others = groups
        alone = {SELF_EMPLOYED: variable.by_code[SELF_EMPLOYED]}
        return {stable: groups[stable], **alone, **{code: groups[code] for code in others}}

    @property
    def stable(self) -> str:
        """The code of the first kind, which the study's first reading is about."""
        return next(iter(self.real))

    def category(self, key: Dimension, code: str) -> Category:
        """One kind or absence."""
        return self.real.get(code) or self.vocabulary.category(key, code)

    def members(self, key: Dimension) -> dict[str, tuple[str, ...]]:
        """The contracts of each kind, and each absence by itself."""
        contracts: dict[str, list[str]] = {code: [] for code in self.real}
        for category in self.vocabulary.categories(key):
            own = category.absence is not None or category.code in self.real
            contracts.setdefault(category.code if own else category.group, []).append(category.code)
        return {kind: tuple(codes) for kind, codes in contracts.items()}

    def collapse_categories(self, table: ReleasedTable) -> ReleasedTable:
        """`table` with every contract put into its kind."""
        for key in table.dimensions:
            table = collapse_categories(table, str(key), self.members(key))
        return table

    def click(self, places: Mapping[Dimension, str]) -> ClickFilter:
        """The people who have these kinds of contracts, by wave: their contracts are what a click keeps."""
        return keeping(*((key, self.members(key)[kind]) for key, kind in places.items()))


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

    def being(self, node: Node) -> str:
        """The kind after "être": `en contrat stable`, `sans emploi`."""
        label = inside(self.label(node))
        if node.code == SELF_EMPLOYED:
            return "en emploi indépendant"
        if node.code in self.kinds.real:
            return f"en {label}"
        return label if label.startswith("sans ") else f"dans la situation « {label} »"

    def click(self, *nodes: Node) -> ClickFilter:
        """What a click on a node, or on a flow between two, keeps."""
        return self.kinds.click({node.dimension: node.code for node in nodes})

    def row(self, flow: Flow) -> Row:
        """The flow as a share of those it leaves."""
        source, target = flow.source, flow.target
        before, after = source.dimension.wave, target.dimension.wave
        return Row(
            (
                Key("step", f"{before}-{after}", f"{before} → {after}"),
                Key(source.dimension, source.code, self.label(source)),
                Key(target.dimension, target.code, self.label(target)),
            ),
            flow.count,
            source.count,
            self._correction(flow),
            click=self.click(source, target),
            comparable=tells_of_people(flow, self.flows, self.scene.vocabulary),
        )

    def _correction(self, flow: Flow) -> tuple[float | None, ...]:
        """The cells of the table under `OF_ALL` and `CORRECTED_COLUMNS`; none without a correction."""
        if not self.flows.weighted:
            return ()
        return (self.shares.flow(flow).percent, *self.shares.leaving(flow).correction)
