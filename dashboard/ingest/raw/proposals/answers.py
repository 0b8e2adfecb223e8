"""Which answers of a column does a proposal list, with which codes, and which does it keep to itself?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.ingest.personal.values import kind_of
from dashboard.ingest.raw.proposals.categories import Answers
from dashboard.ingest.raw.proposals.profile import Profile
from dashboard.text.folded import folded

MOST_LISTED = 80
"""How many answers of a column are written at most."""

MOST_UNKNOWN = 20
"""So many different answers that mean nothing known are a list; more are what people wrote, names perhaps."""

SEEN = 3
"""An unknown answer is written only where so many persons gave it: what one or two gave may be a name."""

LONGEST = 80
"""No longer text is the label of an answer."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The answers of a column that a proposal writes: their codes, those to confirm; how many others there are."""

    answers: dict[str, str]
    to_confirm: list[str]
    untold: int


def listed_answers(profile: Profile, meant: Answers, persons: Mapping[str, int]) -> Listed:
    """The answers of a column; `persons` tells how many gave each.

    What means a category is written. What means nothing known is, without a code, only where it cannot be a name as far
    as can be told: seldom enough different, often enough given, in no form of personal data.
    """
    meanings = {text: meant.meaning_of(text) for text in profile.usual}
    unknown = [text for text, meaning in meanings.items() if meaning is None]
    shown = [t for t in unknown if persons[t] >= SEEN and _may_be_told(t)]
    if len(unknown) > MOST_UNKNOWN:
        shown = []
    answers: dict[str, str] = {}
    to_confirm: list[str] = []
    said: set[str] = set()
    untold = len(profile.times) - len(meanings)
    for text, meaning in meanings.items():
        if folded(text) in said:
            continue
        if (meaning is None and text not in shown) or len(answers) >= MOST_LISTED:
            untold += 1
            continue
        said.add(folded(text))
        answers[text] = meaning.code if meaning is not None else ""
        if meaning is None or not meaning.sure:
            to_confirm.append(text)
    return Listed(answers, to_confirm, untold)


def _may_be_told(text: str) -> bool:
    return len(text) <= LONGEST and text.isprintable() and kind_of(text) is None
