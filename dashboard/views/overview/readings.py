"""Which number of a diagram is read aloud: who found a job, or whose job is of the same kind as before?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.content.view import Scene
from dashboard.domain.counts import is_told
from dashboard.domain.dimension import Dimension
from dashboard.domain.statistics.rates import Share
from dashboard.domain.transitions import Flow, Node
from dashboard.text.nouns import Noun, variable_noun
from dashboard.text.numbers import count, share
from dashboard.text.variables import known
from dashboard.text.words import counted, listed
from dashboard.views.kit.employment import Employed, employed_reading
from dashboard.views.kit.flow_shares import FlowShares
from dashboard.views.kit.survey_bases import SURVEYED, both_dates, employed_codes


@dataclass(frozen=True)
class _Wave:
    """How many are employed at one wave, and in which `nodes`, of those asked about it.

    `filtered`: the selection has a condition at that wave; `narrowed`: some were not asked about it.
    """

    name: str
    nodes: Sequence[Node]
    employed: Employed
    filtered: bool
    narrowed: bool

    @property
    def open(self) -> bool:
        """Whether neither all nor none are employed."""
        return 0 < self.employed.counted.count < self.employed.counted.base


def employed_in_words(scene: Scene, shares: FlowShares, base: str) -> str:
    """Who is employed at the first wave after enrolment at which the selection has not decided it.

    It tells the parts of that number which the diagram draws. Nothing where nobody has answered about such a wave.
    """
    waves = [at for at in _answered_waves(scene, shares) if _is_told(at.employed.counted)]
    read = next((at for at in waves if not at.filtered), None)
    read = read or next((at for at in waves if at.open), None)
    if read is None:
        return ""
    who = _asked_at(read, base) if read.narrowed else ""
    return employed_reading(read.employed, who, scene, read.name, base, _parts(read.nodes, scene))


def _asked_at(wave: _Wave, base: str) -> str:
    """Which of all, after the word for them: ` interrogés à T2`."""
    if base == SURVEYED:
        return f" à {wave.name}"
    return f" interrogé{'' if wave.employed.counted.base == 1 else 's'} à {wave.name}"


def _answered_waves(scene: Scene, shares: FlowShares) -> Iterator[_Wave]:
    """The waves after enrolment about which somebody has answered."""
    filtered = {condition.dimension.wave for condition in scene.selection}
    for step, key in enumerate(shares.flows.steps):
        here = [node for node in shares.flows.nodes if node.step == step]
        answers = scene.vocabulary.real_codes(key)
        if key.wave in scene.vocabulary.after and any(node.code in answers for node in here):
            codes = employed_codes(scene.vocabulary)
            at_work = [node for node in here if node.code in codes]
            together = shares.flows.together({str(key): codes})
            part = shares.share(*together, shares.asked_at(step))
            told = shares.flows.together({str(key): answers})[0]
            employed = Employed(
                part.counted,
                part.corrected,
                answered=Share(part.counted.count, told),
                item_nonresponse=Share(part.counted.base - told, part.counted.base),
            )
            narrowed = employed.counted.base < shares.flows.base
            yield _Wave(key.wave, at_work, employed, key.wave in filtered, narrowed)


def _parts(nodes: Sequence[Node], scene: Scene) -> str:
    """`, dont 213 « En emploi salarié » et 34 « Indépendant »`, where several nodes make up the number."""
    if len(nodes) == 1:
        return ""
    # Of those of a node that is not drawn nothing is told.
    named = [f"{count(node.count)} « {_label(node, scene)} »" for node in nodes]
    return f", dont {listed(named)}" if named else ""


def stayed_in_words(scene: Scene, shares: FlowShares, base: str) -> str:
    """Of those whose job is known at the two first dates, how many have one of the same kind; and of which, mostly.

    Where it is known of nobody at both dates, how many have a job at the second. Nothing where that is nobody, or where
    the selection has decided it.
    """
    flows, vocabulary = shares.flows, scene.vocabulary
    before, after = flows.steps[:2]
    jobs = {str(step): vocabulary.real_codes(step) for step in (before, after)}
    subject = variable_noun(vocabulary.variable(before.variable))
    if not flows.together(jobs)[0]:
        return _found(scene, shares, subject, base)
    stayed = [
        flow
        for flow in flows.flows
        if flow.source.step == 0 and flow.source.code == flow.target.code in jobs[str(after)]
    ]
    people, weight = sum(f.count for f in stayed), sum(f.weight for f in stayed)
    part = shares.share(people, weight, jobs)
    decided = _decided(scene, (before, after)) and part.counted.count in (0, part.counted.base)
    untold = not _is_told(part.counted) or (flows.rounded and not part.counted.count)
    if decided or untold:
        return ""
    dates = listed([f"à {wave}" for wave in both_dates(vocabulary)])
    who = f"Sur {counted(part.counted.base, 'répondant')} {known(subject)} {dates}"
    same = f"{'la' if subject.feminine else 'le'} même {subject.singular} aux deux dates"
    if part.corrected is not None and not part.counted.hidden:
        return f"{who}, la part de ceux qui ont {same} est de {part.stamped()}."
    if not part.counted.count:
        return f"{who}, aucun n'a {same}."
    have = "a" if people == 1 else "ont"
    value = _in_brackets(part.counted)
    return f"{who}, {count(people)}{value} {have} {same}{_mostly(stayed, scene)}."


def _is_told(part: Share) -> bool:
    return is_told(part.count) and is_told(part.base)


def _in_brackets(part: Share) -> str:
    return "" if part.hidden else f" ({share(part)})"


def _mostly(stayed: Sequence[Flow], scene: Scene) -> str:
    """`, le plus souvent « Employés » (89)`."""
    if not stayed:
        return ""
    most = max(stayed, key=lambda flow: flow.count)
    if len(stayed) == 1:
        return f", « {_label(most.target, scene)} »"
    return f", le plus souvent « {_label(most.target, scene)} » ({count(most.count)})"


def _found(scene: Scene, shares: FlowShares, subject: Noun, base: str) -> str:
    """How many have a job at the second date whose kind is known."""
    after = shares.flows.steps[1]
    jobs = shares.flows.together({str(after): scene.vocabulary.real_codes(after)})
    part = shares.share(*jobs, shares.asked_at(1))
    if not part.counted.count or not _is_told(part.counted) or _decided(scene, (after,)):
        return ""
    wave = scene.vocabulary.codebook.waves[both_dates(scene.vocabulary)[1]]
    people = f"Sur {counted(part.counted.base, 'interrogé' if base == SURVEYED else 'répondant')}"
    job = f"un emploi {known(subject)}, {wave.months}"
    if part.corrected is not None and not part.counted.hidden:
        return f"{people}, la part de ceux qui ont {job} est de {part.stamped()}."
    have = "a" if part.counted.count == 1 else "ont"
    return f"{people}, {count(part.counted.count)}{_in_brackets(part.counted)} {have} {job}."


def _decided(scene: Scene, steps: Sequence[Dimension]) -> bool:
    """Whether the selection has a condition at each of `steps`, so that what all or none are is its own doing."""
    return all(scene.selection.codes(step) for step in steps)


def _label(node: Node, scene: Scene) -> str:
    """What the diagram calls the node."""
    return scene.vocabulary.category(node.dimension, node.code).label
