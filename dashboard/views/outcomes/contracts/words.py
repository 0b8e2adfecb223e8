"""In which words are contracts described: two readings, one flow, what a stable contract is, and who is taken out?"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.content.view import Scene
from dashboard.domain.codebook import Category
from dashboard.domain.counts import Rounded, is_nobody, is_told
from dashboard.domain.transitions import Node
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import agreed, unlike_the_report
from dashboard.text.numbers import interval, share_in_words
from dashboard.text.words import capital, counted, inside, listed, number_in_words
from dashboard.views.kit.nonresponse_weighting import CorrectedShare
from dashboard.views.kit.survey_bases import tells_of_people
from dashboard.views.outcomes.contracts.crossing import Pair
from dashboard.views.outcomes.contracts.kinds import Kinds, KindWords, taken_out


def flow_reading(scene: Scene, words: KindWords) -> str:
    """Of those stable before, how many are stable at the next step; else the largest flow between two jobs.

    So it is where the first is not told. Those whom the survey has not asked at that step are in no base. Nothing where
    it has no answer.
    """
    stable, real = words.kinds.stable, words.kinds.real
    moves = [f for f in words.flows.flows if f.source.step == 0 and f.source.code in real]
    told = [f for f in moves if tells_of_people(f, scene.vocabulary)]
    jobs = [f for f in told if f.target.code in real]
    from_stable = [(f.source, stable) for f in told if f.source.code == stable][:1]
    largest = sorted(jobs, key=lambda f: f.count, reverse=True)[:1]
    moves_told = (
        (start, end, part)
        for start, end in (*from_stable, *((f.source, f.target.code) for f in largest))
        if is_told((part := _going(words, start, end)).counted.count) and is_told(part.counted.base)
    )
    first = next(moves_told, None)
    if first is None:
        return ""
    start, end, part = first
    step = words.flows.steps[1]
    if _decided(scene, step.wave) and part.counted.count in (0, part.counted.base):
        return ""
    waves = scene.vocabulary.codebook.waves
    before, months = (waves[at.wave or ""].months for at in (start.dimension, step))
    people = f"Sur {counted(part.counted.base, 'répondant')} {words.being(start.code)} {before}"
    if part.counted.base < start.count:
        people += f", interrogé{'' if part.counted.base == 1 else 's'} à {step.wave}"
    after = f"{words.being(end)} {months}"
    if part.corrected is not None:
        return (
            f"{people}, la part de ceux qui sont {after} est de {part.stamped()}."
            if part.percent
            else ""
        )
    if is_nobody(part.counted.count):
        return f"{people}, aucun n'est {after}."
    number, verb = number_in_words(part.counted.count), agreed(part.counted, "est", "sont")
    return f"{people}, {number} ({share_in_words(part.counted)}) {verb} {after}."


def _going(words: KindWords, start: Node, end: str) -> CorrectedShare:
    """Of those of a kind of job, and asked at the next step, who is in the kind `end` there."""
    leaving, step = {str(start.dimension): start.code}, words.flows.steps[1]
    going = words.flows.together({**leaving, str(step): end})
    return words.shares.share(*going, {**leaving, **words.shares.asked_at(1)})


def _decided(scene: Scene, wave: str | None) -> bool:
    """Whether the selection has a condition at `wave`, so that what all or none are may be its own doing."""
    return any(condition.dimension.wave == wave for condition in scene.selection)


def stable_again(pair: Pair) -> str:
    """The first reading: of those stable before and employed at the wave, how many are stable again."""
    again, wave = pair.cell(pair.kinds.stable, pair.kinds.stable), pair.after.wave
    contract = pair.kinds.named(pair.kinds.stable)
    if not pair.people:
        return ""
    if not is_told(again.counted.count) or not is_told(again.counted.base):
        return ""
    if isinstance(again.counted.base, Rounded) and not again.counted.base:
        return ""
    if not again.counted.base:
        return f"Aucun des répondants en emploi à {wave} dont le contrat d'avant est connu n'avait un {contract}."
    people = counted(again.counted.base, "répondant")
    have = _have(again, f"de nouveau un {contract}")
    if not have:
        return ""
    return f"Sur {people} en {contract} avant et en emploi à {wave}, {have}."


def same_kind(pair: Pair) -> tuple[str, ...]:
    """The second reading: of those employed whose contracts are known, how many have the same kind again."""
    same = pair.same
    if not same.counted.base or not is_told(same.counted.count) or not is_told(same.counted.base):
        return ()
    people = counted(same.counted.base, "répondant")
    have = _have(same, "le même type de contrat qu'avant")
    if not have:
        return ()
    return (
        f"Sur {people} en emploi à {pair.after.wave} dont les deux contrats sont connus, {have}.",
    )


def what_is_stable(scene: Scene, kinds: Kinds) -> tuple[str, ...]:
    """Which contracts each group gathers, and what is to be known of those that may be taken out, if anything."""
    contract = scene.vocabulary.variable("contract")
    sentences = []
    for code, category in kinds.real.items():
        members = [c for c in contract.categories if kinds.kind_of(c) == code]
        names = [inside(member.label) for member in members]
        if contract.codes_of_group(code) and names != [inside(category.label)]:
            sentences.append(f"{category.label} : {', '.join(names)}{_remarks(members)}.")
    if kinds.apart:
        sentences.append(_taken_out(scene.vocabulary))
    return (" ".join(sentences),) if sentences else ()


def _remarks(members: Sequence[Category]) -> str:
    """Why one may want to take some of a group out of it, in brackets."""
    said = [member.apart.remark for member in members if member.apart and member.apart.remark]
    return f" ({' ; '.join(said)})" if said else ""


def _taken_out(vocabulary: Vocabulary) -> str:
    """Who is taken out of a group, which the report does not do."""
    named = [category.apart for category in taken_out(vocabulary) if category.apart is not None]
    left = "sorties" if all(each.feminine for each in named) else "sortis"
    people = capital(listed([each.people for each in named]))
    return f"{people} sont {left} de leur groupe{unlike_the_report(vocabulary)}."


def taken_out_names(vocabulary: Vocabulary) -> str:
    """Who may be taken out of a group, as a switch names them: `Indépendants`."""
    named = [category.apart.label for category in taken_out(vocabulary) if category.apart]
    return capital(listed([inside(name) for name in named]))


def title_of(vocabulary: Vocabulary) -> str:
    """The title of the view: what the codebook heads contracts with."""
    contract = vocabulary.codebook.variables.get("contract")
    return "Contrats" if contract is None else contract.title


def _have(shown: CorrectedShare, what: str) -> str:
    """`25 (39,1 %, intervalle à 95 % [28,1 ; 51,3]) ont de nouveau un contrat stable`; corrected, their share alone.

    Nothing of a corrected share that is not told.
    """
    if shown.corrected is not None and shown.percent is None:
        return ""
    if shown.corrected is not None:
        return f"la part de ceux qui ont {what} est de {shown.stamped(bounded=True)}"
    part = shown.counted
    if is_nobody(part.count):
        return f"aucun n'a {what}"
    within = share_in_words(part)
    if not part.hidden:
        within += f", intervalle à 95 % {interval(part)}"
    return f"{number_in_words(part.count)} ({within}) {agreed(part, 'a', 'ont')} {what}"
