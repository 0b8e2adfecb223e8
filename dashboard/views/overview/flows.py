"""What do the three diagrams of the overview share: bases, words and table?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.content.click_filter import ClickFilter, keeping
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Key, Row
from dashboard.content.view import Scene
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.selection import Selection
from dashboard.domain.switches import Switch
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.transitions import Flow, Flows, Node, flows_between
from dashboard.text.nouns import Noun
from dashboard.text.numbers import count, share
from dashboard.text.words import counted, inside
from dashboard.views.kit.flow_diagrams import flow_diagram, wave_of
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


@dataclass(frozen=True)
class Moves:
    """What one diagram is about: its title, what a category is, along which variable; and two of its switches."""

    title: str
    subject: Noun
    variable: str
    base: Switch
    correction: Switch


def flow_queries(scene: Scene, moves: Moves, steps: tuple[Dimension, ...]) -> Mapping[str, Query]:
    """The joint table of all steps, from which nodes and flows are taken: so they cannot disagree."""
    base = scene.position(moves.base)
    query = Query(steps, _based(scene, moves.variable, base))
    return with_weighted({FLOWS: query}, wanted=applied(scene, moves.correction, base))


def flow_content(scene: Scene, moves: Moves, tables: Mapping[str, ReleasedTable]) -> Content:
    """The diagram of the joint table, whose dimensions are the steps."""
    flows = flows_between(tables[FLOWS], tables.get(weighted_name(FLOWS)))
    shares, base = FlowShares(scene, flows), scene.position(moves.base)
    words = _Words(scene, flows, shares)
    title = corrected_title(moves.title, corrected=flows.weighted)
    effects = (*shares.effects(), *(shares.flow(flow).effect for flow in flows.flows))
    subject = moves.subject.singular
    return Content(
        title=title,
        base=flows.base,
        population=base_in_words(base, moves.subject),
        chart=flow_diagram(scene, flows, shares, words),
        data_table=DataTable(
            ("étape", f"{subject} au départ", f"{subject} à l'arrivée"),
            "effectif",
            tuple(words.row(flow) for flow in flows.flows),
            CORRECTED_COLUMNS if flows.weighted else (),
            partition_by=1,
        ),
        reading=words.reading(),
        alternative=words.alternative(title),
        source=scene.vocabulary.codebook.study.source_survey,
        notes=(*shares.notes(), *correction_notes(scene, moves.correction, base, effects)),
        nothing=nobody_because(scene.selection, scene.vocabulary),
    )


def base_in_words(base: str, subject: Noun) -> str:
    """Who is counted, as it stands above the diagram."""
    if base == BOTH_EMPLOYED:
        return (
            f"répondants dont {subject.definite} est {subject.agreeing('connu')} à T0 et à T1 "
            "(en emploi aux deux dates)"
        )
    return SURVEYED_IN_WORDS if base == SURVEYED else RESPONDENTS_IN_WORDS


def _based(scene: Scene, variable: str, base: str) -> Selection:
    """The selection narrowed to the base; `deux-emplois` keeps those whose category is known at T0 and at T1."""
    kept = survey_base(scene.selection, base)
    if base == BOTH_EMPLOYED:
        for wave in scene.vocabulary.waves[:2]:
            step = Dimension(variable, wave)
            kept = kept.keeping(step, scene.vocabulary.real_codes(step))
    return kept


@dataclass(frozen=True)
class _Words:
    """Puts nodes and flows of one diagram into words, rows and clicks."""

    scene: Scene
    flows: Flows
    shares: FlowShares

    def category(self, node: Node) -> Category:
        return self.scene.vocabulary.category(node.dimension, node.code)

    def click(self, *nodes: Node) -> ClickFilter:
        return keeping(*((node.dimension, node.code) for node in nodes))

    def row(self, flow: Flow) -> Row:
        before, after = self._wave(flow.source), self._wave(flow.target)
        return Row(
            (
                Key("step", f"{before}-{after}", f"{before} → {after}"),
                self._key(flow.source),
                self._key(flow.target),
            ),
            flow.count,
            self.flows.base,
            self.shares.flow(flow).correction,
            click=self.click(flow.source, flow.target),
            comparable=tells_of_people(flow, self.flows, self.scene.vocabulary),
        )

    def reading(self) -> str:
        """One flow read aloud: the largest that ends, at the second step, in an answer rather than an absence."""
        first = [flow for flow in self.flows.flows if flow.source.step == 0]
        answers = [flow for flow in first if self.category(flow.target).absence is None] or first
        if not answers:
            return ""
        flow = max(answers, key=lambda answer: answer.count)
        source, target = self.category(flow.source), self.category(flow.target)
        months = self.scene.vocabulary.codebook.waves[self._wave(flow.target)].months
        people = f"Sur {counted(self.flows.base, 'personne')}"
        move = f"de « {source.label} » à {self._wave(flow.source)} à « {target.label} » {months}"
        taken = self.shares.flow(flow)
        if taken.corrected is not None:
            return f"{people}, la part de celles qui passent {move} est de {taken.stamped()}."
        verb = "passe" if flow.count == 1 else "passent"
        return f"{people}, {count(flow.count)} ({share(taken.counted)}) {verb} {move}."

    def alternative(self, title: str) -> str:
        second = [n for n in self.flows.nodes if n.step == min(1, len(self.flows.steps) - 1)]
        parts = ", ".join(f"{self.category(n).label} {self.shares.written(n)}" for n in second)
        return (
            f"Diagramme de flux : {inside(title)}, {count(self.flows.base)} personnes. "
            f"À {self._wave(second[0]) if second else 'T1'} : {parts}."
        )

    def _key(self, node: Node) -> Key:
        return Key(node.dimension, node.code, self.category(node).label)

    def _wave(self, node: Node) -> str:
        return wave_of(self.scene, node.dimension)
