"""Which columns are the options of one question with several answers, and what does each stand for?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.domain.codebook import Codebook, Variable
from dashboard.ingest.raw.mapping.model import ANY, ColumnMapping
from dashboard.ingest.raw.proposals.categories import Answers
from dashboard.ingest.raw.proposals.heading import Heading
from dashboard.ingest.raw.proposals.likeness import SURE, likeness
from dashboard.ingest.raw.proposals.limesurvey import ticks_in
from dashboard.ingest.raw.proposals.profile import Profile
from dashboard.text.folded import folded

SEVERAL = 2
"""So many columns of one question, at least, are its options."""

USUAL_TICK = "Oui"
OTHER_QUESTION = "option d'une question à plusieurs réponses, qui n'est pas dans le dictionnaire"
FREE = "texte libre (précisions d'une réponse)"


@dataclass(frozen=True)
class Asked:
    """A column with its header in parts."""

    profile: Profile
    heading: Heading


def choices(columns: Sequence[Asked], codebook: Codebook) -> Mapping[int, ColumnMapping]:
    """What the columns of questions with several answers are for, by their ranks."""
    asked: dict[str, list[Asked]] = {}
    for column in columns:
        question = _question(column.heading)
        if question:
            asked.setdefault(question, []).append(column)
    variables = [
        v for v in codebook.variables.values() if v.table == "benefits" and v.kind == "category"
    ]
    found: dict[int, ColumnMapping] = {}
    for options in asked.values():
        ticked = [one for one in options if ticks_in(list(one.profile.times)) is not None]
        if len(ticked) >= SEVERAL:
            found |= {one.profile.rank: _option(one, options, variables) for one in options}
    return found


def _question(heading: Heading) -> str:
    """What the options of one question share: its code, or its words; empty where a header is no option."""
    if heading.code.endswith("]"):
        return heading.code.split("[")[0]
    return f"{heading.code} {folded(heading.text)}" if heading.option else ""


def _option(one: Asked, options: Sequence[Asked], variables: Sequence[Variable]) -> ColumnMapping:
    header, option = one.profile.header, one.heading.option or one.heading.text
    if _is_comment(one.heading):
        return ColumnMapping(column=header, ignored=FREE)
    if not option:
        return ColumnMapping(column=header, ticks=_ticks(one, options))
    for variable in variables:
        meant = Answers(variable)
        meanings = [meant.meaning_of(o.heading.option or o.heading.text) for o in options]
        asked = likeness(Heading("", one.heading.text, "", "", one.heading.rest), variable)
        if sum(m is not None for m in meanings) < SEVERAL and asked < SURE:
            continue
        meaning = meant.meaning_of(option)
        ticks = _ticks(one, options)
        return ColumnMapping(
            column=header,
            confirmed=meaning is not None and meaning.sure and ticks != [ANY],
            variable=variable.name,
            option=meaning.code if meaning is not None else _other(variable),
            ticks=ticks,
        )
    return ColumnMapping(column=header, ignored=OTHER_QUESTION)


def _ticks(one: Asked, options: Sequence[Asked]) -> list[str]:
    """The texts that are a tick of `one`: those of the other options where it has none, any where people wrote more."""
    own = ticks_in(list(one.profile.times))
    if own is None:
        return [ANY]
    of_others = {tick for o in options for tick in ticks_in(list(o.profile.times)) or ()}
    return own or sorted(of_others) or [USUAL_TICK]


def _other(variable: Variable) -> str:
    """The category of all that has none of its own; the last one, where there is none."""
    return next(iter(variable.codes_with("other")), variable.categories[-1].code)


def _is_comment(heading: Heading) -> bool:
    return (
        folded(f"{heading.code} {heading.option}").rstrip("]").endswith(("comment", "commentaire"))
    )
