"""What do the three diagrams of the overview share: bases, words and table?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.content.click_filter import ClickFilter, keeping
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Key, Row
from dashboard.content.view import Scene
from dashboard.domain.codebook import Category
from dashboard.domain.counts import Count, left_of
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.selection import Selection
from dashboard.domain.switches import Switch
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.transitions import Flow, Flows, Node
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import Noun, variable_noun
from dashboard.text.numbers import count
from dashboard.text.words import NONE_TOLD, inside, listed
from dashboard.views.kit.flow_diagrams import flow_diagram, wave_of
from dashboard.views.kit.flow_shares import OF_START, FlowShares
from dashboard.views.kit.flow_tables import flow_tables, flows_of
from dashboard.views.kit.nonresponse_weighting import (
    CORRECTED_COLUMNS,
    corrected_title,
    correction_notes,
    wanted,
    with_weighted,
)
from dashboard.views.kit.survey_bases import (
    BOTH_EMPLOYED,
    RESPONDENTS_IN_WORDS,
    SURVEYED,
    SURVEYED_IN_WORDS,
    both_dates,
    nobody_because,
    silent_leaving,
    survey_base,
    tells_of_people,
    told_or_silent,
)

UNTOLD = "told or silent"
"""The query of the people employed at both dates with those who did not tell at one of them."""


@dataclass(frozen=True)
class Moves:
    """What one diagram is about: along which variable people move; two of its switches; and how it is read aloud."""

    variable: str
    base: Switch
    correction: Switch
    reading: Callable[[Scene, FlowShares, str], str]

    def title(self, vocabulary: Vocabulary) -> str:
        """`Situation professionnelle, avant et après la formation`; nothing is before it where nobody was asked."""
        named = vocabulary.variable(self.variable).title
        return f"{named}{', avant et' if vocabulary.before else ''} après la formation"

    def subject(self, vocabulary: Vocabulary) -> Noun:
        """What its categories are, in a sentence: `la situation`."""
        return variable_noun(vocabulary.variable(self.variable))


def flow_queries(scene: Scene, moves: Moves, steps: tuple[Dimension, ...]) -> Mapping[str, Query]:
    """The tables of the people of the base, from which nodes and flows are taken: so they cannot disagree."""
    base = scene.position(moves.base)
    queries = flow_tables(steps, _based(scene, moves.variable, base), scene.vocabulary)
    weighted = with_weighted(queries, wanted=wanted(scene, moves.correction))
    if base != BOTH_EMPLOYED:
        return weighted
    both = [Dimension(moves.variable, wave) for wave in both_dates(scene.vocabulary)]
    asked = told_or_silent(survey_base(scene.selection, base), both, scene.vocabulary)
    return {**weighted, UNTOLD: Query((), asked)}


def flow_content(scene: Scene, moves: Moves, tables: Mapping[str, ReleasedTable]) -> Content:
    """The diagram of the tables that `flow_queries` asks for."""
    flows = flows_of({name: table for name, table in tables.items() if name != UNTOLD})
    outside = left_of(tables[UNTOLD].total(), flows.base) if UNTOLD in tables else 0
    shares, base = FlowShares(scene, flows), scene.position(moves.base)
    words, vocabulary = _Words(scene, flows, shares, outside), scene.vocabulary
    title = corrected_title(moves.title(vocabulary), corrected=flows.weighted)
    effects = (*shares.effects(), *(shares.flow(flow).effect for flow in flows.flows))
    subject = moves.subject(vocabulary)
    return Content(
        title=title,
        base=flows.base,
        population=base_in_words(base, subject, vocabulary),
        waiting=shares.waiting(),
        chart=flow_diagram(scene, flows, shares, words),
        data_table=DataTable(
            ("étape", f"{subject.singular} au départ", f"{subject.singular} à l'arrivée"),
            "effectif",
            tuple(words.row(flow) for flow in flows.flows),
            (OF_START, *(CORRECTED_COLUMNS if flows.weighted else ())),
            partition_by=1,
        ),
        reading=moves.reading(scene, shares, base),
        alternative=words.alternative(title),
        source=vocabulary.codebook.study.source_survey,
        notes=(*shares.notes(), *correction_notes(scene, moves.correction, effects)),
        nothing=nobody_because(scene.selection, vocabulary),
    )


def base_in_words(base: str, subject: Noun, vocabulary: Vocabulary) -> str:
    """Who is counted, as it stands above the diagram."""
    if base == BOTH_EMPLOYED:
        dates = listed([f"à {wave}" for wave in both_dates(vocabulary)])
        return (
            f"répondants dont {subject.definite} est {subject.agreeing('connu')} {dates} "
            "(en emploi aux deux dates)"
        )
    return SURVEYED_IN_WORDS if base == SURVEYED else RESPONDENTS_IN_WORDS


def _based(scene: Scene, variable: str, base: str) -> Selection:
    """The selection narrowed to the base; `deux-emplois` keeps those whose category is known at both dates."""
    kept = survey_base(scene.selection, base)
    if base == BOTH_EMPLOYED:
        for wave in both_dates(scene.vocabulary):
            step = Dimension(variable, wave)
            kept = kept.keeping(step, scene.vocabulary.real_codes(step))
    return kept


@dataclass(frozen=True)
class _Words:
    """Puts nodes and flows of one diagram into words, rows and clicks.

    `silent_outside` did not tell at one of both dates, and are not in the base for that.
    """

    scene: Scene
    flows: Flows
    shares: FlowShares
    silent_outside: int

    def category(self, node: Node) -> Category:
        return self.scene.vocabulary.category(node.dimension, node.code)

    def click(self, *nodes: Node) -> ClickFilter:
        return keeping(*((node.dimension, node.code) for node in nodes))

    def row(self, flow: Flow) -> Row:
        before, after = self._wave(flow.source), self._wave(flow.target)
        taken = self.shares.flow(flow)
        return Row(
            (
                Key("step", f"{before}-{after}", f"{before} → {after}"),
                self._key(flow.source),
                self._key(flow.target),
            ),
            flow.count,
            taken.counted.base or None,
            (self.shares.leaving(flow).counted.percent, *taken.correction),
            click=self.click(flow.source, flow.target),
            comparable=tells_of_people(flow, self.scene.vocabulary),
            silent=self._silent[flow.source.step],
            silent_outside=self.silent_outside,
        )

    def alternative(self, title: str) -> str:
        last = min(1, len(self.flows.steps) - 1)
        second = [node for node in self.flows.nodes if node.step == last]
        parts = ", ".join(f"{self.category(n).label} {self.shares.in_words(n)}" for n in second)
        return (
            f"Diagramme de flux : {inside(title)}, {count(self.flows.base)} personnes. "
            f"À {wave_of(self.scene, self.flows.steps[last])} : {parts or NONE_TOLD}."
        )

    def _key(self, node: Node) -> Key:
        return Key(node.dimension, node.code, self.category(node).label)

    @cached_property
    def _silent(self) -> list[Count]:
        """How many, at each step but the last, were asked about it and the next, and did not tell of one of them."""
        steps = range(len(self.flows.steps) - 1)
        return [silent_leaving(self.flows, step, self.scene.vocabulary) for step in steps]

    def _wave(self, node: Node) -> str:
        return wave_of(self.scene, node.dimension)
