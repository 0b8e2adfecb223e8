"""What do the three Sankeys of the overview share: steps, bases, words and table?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.content.charts.flows import NodeStyle, sankey
from dashboard.content.click_filter import ClickFilter
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Row
from dashboard.content.view import Scene
from dashboard.domain.address import parameter_of, value_of
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.selection import Selection
from dashboard.domain.switches import Choice, Switch, fixed
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.transitions import Flow, Flows, Node, flows_between
from dashboard.text.numbers import count, share
from dashboard.text.words import capital, counted, inside
from dashboard.views.kit.flow_shares import FlowShares
from dashboard.views.kit.nonresponse_weighting import (
    CORRECTED_COLUMNS,
    applied,
    corrected_title,
    correction_notes,
    weighted_name,
    with_weighted,
)
from dashboard.views.kit.survey_bases import (
    BOTH_EMPLOYED,
    RESPONDENTS_IN_WORDS,
    SURVEYED,
    SURVEYED_IN_WORDS,
    nobody_because,
    survey_base,
    tells_of_people,
)

FLOWS = "flows"
"""What the joint table is called."""

FIRST_TWO = "t1"
ALL_WAVES = "toutes"


def waves_option(view: str) -> Switch:
    """The switch that adds the waves after T1."""
    return Switch(
        f"{view}.vagues",
        "Vagues",
        FIRST_TWO,
        fixed(Choice(FIRST_TWO, "T0 et T1"), Choice(ALL_WAVES, "Toutes")),
    )


def based(scene: Scene, variable: str, base: str) -> Selection:
    """The selection narrowed to the base; `deux-emplois` keeps those whose category is known at T0 and at T1."""
    kept = survey_base(scene.selection, base)
    if base == BOTH_EMPLOYED:
        for wave in scene.vocabulary.waves[:2]:
            key = Dimension(variable, wave)
            kept = kept.keeping(key, scene.vocabulary.real_codes(key))
    return kept


def job_steps(scene: Scene, variable: str, waves: str) -> tuple[Dimension, ...]:
    """The steps of a Sankey of jobs: T0 and T1, or every wave."""
    shown = scene.vocabulary.waves if waves == ALL_WAVES else scene.vocabulary.waves[:2]
    return tuple(Dimension(variable, wave) for wave in shown)


@dataclass(frozen=True)
class Moves:
    """What one Sankey is about: its title, what a category is, along which variable; and two of its switches."""

    title: str
    subject: str
    variable: str
    base: Switch
    correction: Switch


def flow_queries(scene: Scene, moves: Moves, steps: tuple[Dimension, ...]) -> Mapping[str, Query]:
    """The joint table of all steps, from which nodes and flows are summed: so they cannot disagree."""
    base = scene.position(moves.base)
    query = Query(steps, based(scene, moves.variable, base))
    return with_weighted({FLOWS: query}, wanted=applied(scene, moves.correction, base))


def flow_content(scene: Scene, moves: Moves, tables: Mapping[str, ReleasedTable]) -> Content:
    """The Sankey of the joint table, whose dimensions are the steps."""
    flows = flows_between(tables[FLOWS], tables.get(weighted_name(FLOWS)))
    shares, base = FlowShares(scene, flows), scene.position(moves.base)
    teller = _Teller(scene, flows, shares)
    title = corrected_title(moves.title, corrected=flows.weighted)
    effects = (*shares.effects(), *(shares.flow(flow).effect for flow in flows.flows))
    return Content(
        title=title,
        base=flows.base,
        population=base_in_words(base, moves.subject),
        figure=sankey(flows, teller, narrow=scene.narrow, projected=scene.projected),
        data_table=DataTable(
            ("étape", f"{moves.subject} au départ", f"{moves.subject} à l'arrivée"),
            "effectif",
            tuple(teller.row(flow) for flow in flows.flows),
            CORRECTED_COLUMNS if flows.weighted else (),
            partition_by=1,
        ),
        reading=teller.reading(),
        alternative=teller.alternative(title),
        source=scene.vocabulary.codebook.study.source_survey,
        notes=(*shares.notes(), *correction_notes(scene, moves.correction, base, effects)),
        nothing=nobody_because(scene.selection, scene.vocabulary),
    )


def base_in_words(base: str, subject: str) -> str:
    """Who is counted, as it stands above the diagram."""
    if base == BOTH_EMPLOYED:
        known = "connue" if subject == "catégorie" else "connu"
        article = "la" if subject == "catégorie" else "le"
        return (
            f"répondants dont {article} {subject} est {known} à T0 et à T1 "
            "(en emploi aux deux dates)"
        )
    return SURVEYED_IN_WORDS if base == SURVEYED else RESPONDENTS_IN_WORDS


@dataclass(frozen=True)
class _Teller:
    """Puts nodes and flows of one Sankey into words."""

    scene: Scene
    flows: Flows
    shares: FlowShares

    def category(self, node: Node) -> Category:
        return self.scene.vocabulary.category(node.dimension, node.code)

    def wave(self, step: Dimension) -> str:
        return step.wave or self.scene.vocabulary.waves[0]

    def step_title(self, step: Dimension) -> str:
        wave = self.scene.vocabulary.codebook.waves[self.wave(step)]
        name = f"<b>{self.wave(step)}</b>"
        return name if self.scene.narrow else f"{name} · {wave.short}"

    def style(self, node: Node) -> NodeStyle:
        category = self.category(node)
        label = self.shares.label(category.short_label, node)
        return NodeStyle(label, category.colour, category.absence is not None)

    def node(self, node: Node) -> str:
        name = f"<b>{self.category(node).label}</b> à {self.wave(node.dimension)}"
        return f"{name}<br>{self.shares.of_all(node)}"

    def flow(self, flow: Flow) -> str:
        return (
            f"{self.category(flow.source).label} ({self.wave(flow.source.dimension)}) → "
            f"<b>{self.category(flow.target).label}</b> ({self.wave(flow.target.dimension)})<br>"
            f"{self.shares.of_source(flow)}"
        )

    def click(self, *nodes: Node) -> ClickFilter:
        vocabulary = self.scene.vocabulary
        return {
            parameter_of(n.dimension, vocabulary): value_of(n.dimension, n.code, vocabulary)
            for n in nodes
        }

    def row(self, flow: Flow) -> Row:
        step = f"{self.wave(flow.source.dimension)} → {self.wave(flow.target.dimension)}"
        return Row(
            (step, self.category(flow.source).label, self.category(flow.target).label),
            flow.count,
            self.flows.base,
            self.shares.flow(flow).correction,
            target=self.click(flow.source, flow.target),
            tested=tells_of_people(flow, self.flows, self.scene.vocabulary),
        )

    def reading(self) -> str:
        """One flow read aloud: the largest that ends, at the second step, in an answer rather than an absence."""
        first = [f for f in self.flows.flows if f.source.step == 0]
        told = [f for f in first if self.category(f.target).absence is None] or first
        if not told:
            return ""
        flow = max(told, key=lambda f: f.count)
        source, click = self.category(flow.source), self.category(flow.target)
        months = self.scene.vocabulary.codebook.waves[self.wave(flow.target.dimension)].months
        people = capital(f"sur {counted(self.flows.base, 'personne')}")
        move = (
            f"de « {source.label} » à {self.wave(flow.source.dimension)} à « {target.label} » "
            f"{months}"
        )
        found = self.shares.flow(flow)
        if found.corrected is not None:
            return f"{people}, la part de celles qui passent {move} est de {found.stamped()}."
        verb = "passe" if flow.count == 1 else "passent"
        return f"{people}, {count(flow.count)} ({share(found.counted)}) {verb} {move}."

    def alternative(self, title: str) -> str:
        last = [n for n in self.flows.nodes if n.step == min(1, len(self.flows.steps) - 1)]
        parts = ", ".join(f"{self.category(n).label} {self.shares.written(n)}" for n in last)
        return (
            f"Diagramme de flux : {inside(title)}, {count(self.flows.base)} personnes. "
            f"À {self.wave(last[0].dimension) if last else 'T1'} : {parts}."
        )
