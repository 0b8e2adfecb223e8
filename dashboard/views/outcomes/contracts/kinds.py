"""Which contracts are stable, which precarious, and how are the two followed from wave to wave? (study, note 15)"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.content.charts.flows import NodeStyle
from dashboard.content.click_filter import ClickFilter
from dashboard.content.data_table import Row
from dashboard.content.view import Scene
from dashboard.domain.address import parameter_of, value_of
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
        found = {group.code: group for group in variable.groups}
        if not self.apart:
            return found
        stable, *others = found
        alone = {SELF_EMPLOYED: variable.by_code[SELF_EMPLOYED]}
        return {stable: found[stable], **alone, **{code: found[code] for code in others}}

    @property
    def stable(self) -> str:
        """The code of the first kind, which the study's first reading is about."""
        return next(iter(self.real))

    def category(self, key: Dimension, code: str) -> Category:
        """One kind or absence."""
        return self.real.get(code) or self.vocabulary.category(key, code)

    def members(self, key: Dimension) -> dict[str, tuple[str, ...]]:
        """The contracts of each kind, and each absence by itself."""
        found: dict[str, list[str]] = {code: [] for code in self.real}
        for category in self.vocabulary.categories(key):
            own = category.absence is not None or category.code in self.real
            found.setdefault(category.code if own else category.group, []).append(category.code)
        return {code: tuple(contracts) for code, contracts in found.items()}

    def collapse_categories(self, table: ReleasedTable) -> ReleasedTable:
        """`table` with every contract put into its kind."""
        for key in table.dimensions:
            table = collapse_categories(table, str(key), self.members(key))
        return table

    def click(self, places: Mapping[Dimension, str]) -> ClickFilter:
        """What a click on people of these kinds puts into the address: their contracts."""
        vocabulary = self.vocabulary
        return {
            parameter_of(key, vocabulary): ",".join(
                value_of(key, contract, vocabulary) for contract in self.members(key)[code]
            )
            for key, code in places.items()
        }


@dataclass(frozen=True)
class KindTeller:
    """Puts the flows between kinds of contract into words."""

    scene: Scene
    kinds: Kinds
    flows: Flows
    shares: FlowShares

    def label(self, node: Node) -> str:
        """The kind, as a sentence names it."""
        return self.kinds.category(node.dimension, node.code).label

    def being(self, node: Node) -> str:
        """The kind after "être": `en contrat stable`, `sans emploi`."""
        label = inside(self.label(node))
        if node.code == SELF_EMPLOYED:
            return "en emploi indépendant"
        if node.code in self.kinds.real:
            return f"en {label}"
        return label if label.startswith("sans ") else f"dans la situation « {label} »"

    def style(self, node: Node) -> NodeStyle:
        """A node in the colour of its kind, with its number of people or its corrected share."""
        category = self.kinds.category(node.dimension, node.code)
        text = self.shares.label(category.short_label, node)
        return NodeStyle(text, category.colour, category.absence is not None)

    def step_title(self, step: Dimension) -> str:
        """The wave above a column."""
        name = f"<b>{step.wave}</b>"
        short = self.scene.vocabulary.codebook.waves[step.wave or ""].short
        return name if self.scene.narrow else f"{name} · {short}"

    def node(self, node: Node) -> str:
        """What a node says under the mouse."""
        return f"<b>{self.label(node)}</b> à {node.dimension.wave}<br>{self.shares.of_all(node)}"

    def flow(self, flow: Flow) -> str:
        """What a ribbon says under the mouse."""
        return (
            f"{self.label(flow.source)} ({flow.source.dimension.wave}) → "
            f"<b>{self.label(flow.target)}</b> ({flow.target.dimension.wave})<br>"
            f"{self.shares.of_source(flow)}"
        )

    def click(self, *nodes: Node) -> ClickFilter:
        """What a click puts into the address."""
        return self.kinds.click({node.dimension: node.code for node in nodes})

    def row(self, flow: Flow) -> Row:
        """The flow as a share of those it leaves."""
        step = f"{flow.source.dimension.wave} → {flow.target.dimension.wave}"
        return Row(
            (step, self.label(flow.source), self.label(flow.target)),
            flow.count,
            flow.source.count,
            self._correction(flow),
            target=self.click(flow.source, flow.target),
            tested=tells_of_people(flow, self.flows, self.scene.vocabulary),
        )

    def _correction(self, flow: Flow) -> tuple[float | None, ...]:
        """The cells of the table under `OF_ALL` and `CORRECTED_COLUMNS`; none without a correction."""
        if not self.flows.weighted:
            return ()
        return (self.shares.flow(flow).percent, *self.shares.leaving(flow).correction)
