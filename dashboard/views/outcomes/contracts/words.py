"""In which words are contracts described: two readings, one flow, what a stable contract is, and who is taken out?"""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.content.view import Scene
from dashboard.domain.transitions import Flow
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import unlike_the_report
from dashboard.text.numbers import count, interval, share
from dashboard.text.words import capital, counted, inside, listed
from dashboard.views.kit.nonresponse_weighting import CorrectedShare
from dashboard.views.outcomes.contracts.crossing import Pair
from dashboard.views.outcomes.contracts.kinds import Kinds, KindWords, taken_out


def flow_reading(scene: Scene, words: KindWords) -> str:
    """Of those stable before, how many are stable at the next step; else the largest flow between two jobs."""
    first = [f for f in words.flows.flows if f.source.step == 0]
    real = words.kinds.real
    jobs = [f for f in first if f.source.code in real and f.target.code in real] or first
    if not jobs:
        return ""
    stable = words.kinds.stable
    flow = max(jobs, key=lambda f: ((f.source.code, f.target.code) == (stable, stable), f.count))
    waves = scene.vocabulary.codebook.waves
    before = waves[flow.source.dimension.wave or ""].months
    months = waves[flow.target.dimension.wave or ""].months
    people = f"Sur {counted(flow.source.count, 'répondant')} {words.being(flow.source)} {before}"
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
    """The first reading: of those stable before and employed at the wave, how many are stable again."""
    again, wave = pair.cell(pair.kinds.stable, pair.kinds.stable), pair.after.wave
    contract = pair.kinds.named(pair.kinds.stable)
    if not pair.people:
        return ""
    if not again.counted.base:
        return f"Aucun des répondants en emploi à {wave} dont le contrat d'avant est connu n'avait un {contract}."
    people = counted(again.counted.base, "répondant")
    have = _have(again, f"de nouveau un {contract}")
    return f"Sur {people} en {contract} avant et en emploi à {wave}, {have}."


def same_kind(pair: Pair) -> tuple[str, ...]:
    """The second reading: of those employed whose contracts are known, how many have the same kind again."""
    same = pair.same
    if not same.counted.base:
        return ()
    people = counted(same.counted.base, "répondant")
    have = _have(same, "le même type de contrat qu'avant")
    return (
        f"Sur {people} en emploi à {pair.after.wave} dont les deux contrats sont connus, {have}.",
    )


def what_is_stable(scene: Scene, kinds: Kinds) -> tuple[str, ...]:
    """Which contracts each group gathers, and what is to be known of those that may be taken out, if anything."""
    contract = scene.vocabulary.variable("contract")
    sentences = []
    for code, category in kinds.real.items():
        names = [inside(c.label) for c in contract.categories if kinds.kind_of(c) == code]
        if contract.codes_of_group(code) and names != [inside(category.label)]:
            sentences.append(f"{category.label} : {', '.join(names)}")
    told = [". ".join(sentences), _taken_out(scene.vocabulary, apart=kinds.apart)]
    said = " ; ".join(part for part in told if part)
    return (f"{capital(said)}.",) if said else ()


def _taken_out(vocabulary: Vocabulary, *, apart: bool) -> str:
    """Who is taken out of a group, which the report does not do; or why one may want to."""
    named = [category.apart for category in taken_out(vocabulary) if category.apart is not None]
    if not apart:
        return " ; ".join(each.remark for each in named if each.remark)
    left = "sorties" if all(each.feminine for each in named) else "sortis"
    return (
        f"{listed([each.people for each in named])} en sont {left}{unlike_the_report(vocabulary)}"
    )


def taken_out_names(vocabulary: Vocabulary) -> str:
    """Who may be taken out of a group, as a switch names them: `Indépendants`."""
    named = [category.apart.label for category in taken_out(vocabulary) if category.apart]
    return capital(listed([inside(name) for name in named]))


def title_of(vocabulary: Vocabulary) -> str:
    """The title of the view: what the codebook heads contracts with."""
    contract = vocabulary.codebook.variables.get("contract")
    return "Contrats" if contract is None else contract.title


def _have(shown: CorrectedShare, what: str) -> str:
    """`25 (39,1 %, intervalle à 95 % [28,1 ; 51,3]) ont de nouveau un contrat stable`; corrected, their share alone."""
    if shown.corrected is not None:
        return f"la part de ceux qui ont {what} est de {shown.stamped(bounded=True)}"
    part = shown.counted
    if not part.count:
        return f"aucun n'a {what}"
    within = f"{share(part)}, intervalle à 95 % {interval(part)}"
    return f"{count(part.count)} ({within}) {'a' if part.count == 1 else 'ont'} {what}"
