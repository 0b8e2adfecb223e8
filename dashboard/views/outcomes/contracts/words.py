"""In which words are contracts described: the study's two readings, one flow, and what a stable contract is?"""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.content.view import Scene
from dashboard.domain.dimension import Dimension
from dashboard.domain.transitions import Flow
from dashboard.text.numbers import count, interval, share
from dashboard.text.words import counted, inside
from dashboard.views.kit.nonresponse_weighting import CorrectedShare
from dashboard.views.outcomes.contracts.crossing import Pair
from dashboard.views.outcomes.contracts.kinds import Kinds, KindWords


def flow_reading(scene: Scene, words: KindWords) -> str:
    """Of those stable before, how many are stable at the next step; else the largest flow between two jobs."""
    first = [f for f in words.flows.flows if f.source.step == 0]
    real = words.kinds.real
    jobs = [f for f in first if f.source.code in real and f.target.code in real] or first
    if not jobs:
        return ""
    stable = words.kinds.stable
    flow = max(jobs, key=lambda f: ((f.source.code, f.target.code) == (stable, stable), f.count))
    months = scene.vocabulary.codebook.waves[flow.target.dimension.wave or ""].months
    people = (
        f"Sur {counted(flow.source.count, 'répondant')} {words.being(flow.source)} avant la première "
        "inscription"
    )
    shown, after = words.shares.leaving(flow), f"{words.being(flow.target)} {months}"
    waiting = _waiting(first, flow)
    if shown.corrected is not None:
        return f"{people}, la part de ceux qui sont {after} est de {shown.stamped()}{waiting}."
    verb = "est" if flow.count == 1 else "sont"
    return f"{people}, {count(flow.count)} ({share(shown.counted)}) {verb} {after}{waiting}."


def _waiting(flows: Iterable[Flow], read: Flow) -> str:
    """How many of the same origin wait for their turn: they are in the base, and no job lost."""
    waiting = next(
        (f.count for f in flows if f.source == read.source and f.target.code == "not_yet_surveyed"),
        0,
    )
    if not waiting or read.target.code == "not_yet_surveyed":
        return ""
    verb = "n'a" if waiting == 1 else "n'ont"
    asked = "interrogé" if waiting == 1 else "interrogés"
    return f" ; {count(waiting)} {verb} pas encore été {asked}"


def stable_again(pair: Pair) -> str:
    """The study's first reading: of those stable before and employed at the wave, how many are stable again."""
    again, wave = pair.cell(pair.kinds.stable, pair.kinds.stable), pair.after.wave
    contract = inside(pair.label(pair.kinds.stable))
    if not pair.people:
        return ""
    if not again.counted.base:
        return f"Aucun des répondants en emploi à {wave} dont le contrat d'avant est connu n'avait un {contract}."
    people = counted(again.counted.base, "répondant")
    have = _have(again, f"de nouveau un {contract}")
    return f"Sur {people} en {contract} avant et en emploi à {wave}, {have}."


def same_kind(pair: Pair) -> tuple[str, ...]:
    """The study's second reading: of those employed whose contracts are known, how many have the same kind again."""
    same = pair.same
    if not same.counted.base:
        return ()
    people = counted(same.counted.base, "répondant")
    have = _have(same, "le même type de contrat qu'avant")
    return (
        f"Sur {people} en emploi à {pair.after.wave} dont les deux contrats sont connus, {have}.",
    )


def what_is_stable(scene: Scene, kinds: Kinds) -> str:
    """Which contracts are of which kind, and what the study says of the self-employed."""
    members = kinds.members(Dimension("contract", scene.vocabulary.waves[0]))
    sentences = []
    for code, category in kinds.real.items():
        names = [scene.vocabulary.variable("contract").by_code[c].label for c in members[code]]
        if len(names) > 1:
            sentences.append(f"{category.label} : {', '.join(map(inside, names))}")
    about = (
        "les indépendants et chefs d'entreprise en sont sortis, à la différence du bilan"
        if kinds.apart
        else "le bilan juge discutable d'y compter les indépendants"
    )
    return f"{'. '.join(sentences)} ; {about}."


def _have(shown: CorrectedShare, what: str) -> str:
    """`25 (39,1 %, intervalle à 95 % [28,1 ; 51,3]) ont de nouveau un contrat stable`; corrected, their share alone."""
    if shown.corrected is not None:
        return f"la part de ceux qui ont {what} est de {shown.stamped(bounded=True)}"
    part = shown.counted
    if not part.count:
        return f"aucun n'a {what}"
    within = f"{share(part)}, intervalle à 95 % {interval(part)}"
    return f"{count(part.count)} ({within}) {'a' if part.count == 1 else 'ont'} {what}"
