"""What speaks for a column holding a variable: its header, and its values?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.domain.codebook import Codebook, Variable
from dashboard.ingest.raw.cleaning.ages import AGE
from dashboard.ingest.raw.proposals.categories import Answers
from dashboard.ingest.raw.proposals.days import Days
from dashboard.ingest.raw.proposals.heading import Heading, words_of
from dashboard.ingest.raw.proposals.likeness import POSSIBLE, SURE, likeness
from dashboard.ingest.raw.proposals.profile import Profile
from dashboard.ingest.raw.proposals.years import is_academic_year, year_in
from dashboard.text.folded import folded

HALF = 0.5
"""Below this share of values that fit, a header is not believed."""

NEARLY_ALL = 0.95
"""From this share on, values speak for a variable that the header does not name."""

MOST_CODES = 30
"""So few different texts may be the codes of a list that the codebook does not know."""

_IDENTIFIER = re.compile(r"(?=\D*\d)[\w./@+-]{1,64}")
_COUNTS = frozenset(("nb", "nbre", "nombre", "total", "rang", "ordre"))
"""A column whose header has one of these words holds a number, and no identifier."""

_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_BIRTHS = range(1920, 2015)
_YES_NO = frozenset(
    ("oui", "non", "o", "n", "yes", "no", "y", "x", "0", "1", "vrai", "faux", "n/a")
)
"""Answers that too many questions have to tell one from another."""


@dataclass(frozen=True)
class Evidence:
    """What speaks for `variable`: the likeness of the header, the share of filled cells that are values of it.

    `days` are those of a column of dates, `telling` that its values are those of this variable rather than of any;
    `listed` that they are few enough to be answers, known or not.
    """

    variable: Variable
    header: float
    share: float
    days: Days | None = None
    telling: bool = False
    listed: bool = False

    @property
    def score(self) -> float:
        """By which the better of two is chosen; 0 where there is too little."""
        if self.header >= POSSIBLE and self.share >= HALF:
            return 2 * self.header + self.share
        if self.header >= SURE and self.listed:
            return self.header + self.share
        return self.share if self.telling and self.share >= NEARLY_ALL else 0.0

    @property
    def sure(self) -> bool:
        """Whether nobody has to confirm it."""
        return self.header >= SURE and self.share >= NEARLY_ALL - HALF / 5


class Weighing:
    """Weighs what speaks for each variable of a codebook."""

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook

    @cached_property
    def answers(self) -> Mapping[str, Answers]:
        """What the answers to each question mean, by variable."""
        return {
            variable.name: Answers(variable)
            for variable in self.codebook.variables.values()
            if variable.kind == "category" and not variable.derived
        }

    def of(self, profile: Profile, heading: Heading, variable: Variable) -> Evidence:
        """What speaks for the column being `variable`."""
        header = likeness(heading, variable)
        if variable.kind == "category":
            return self._category(profile, header, variable)
        if variable.kind == "date":
            days = profile.days
            share = 1 - days.wrong / profile.filled if days is not None else 0.0
            return Evidence(variable, header, share, days)
        if variable.kind == "integer":
            return _integer(profile, header, variable)
        if variable.kind == "identifier" and _COUNTS.intersection(words_of(heading.text)):
            return Evidence(variable, 0.0, 0.0)
        fitting = [text for text in profile.times if self._fits(text, variable)]
        return Evidence(variable, header, profile.share(fitting))

    def _fits(self, text: str, variable: Variable) -> bool:
        """Whether `text` may be an identifier, an academic year or a wave."""
        match variable.kind:
            case "identifier":
                return _IDENTIFIER.fullmatch(text) is not None
            case "academic_year":
                return is_academic_year(text) or year_in(text) == text
            case "wave":
                return folded(text) in self._waves
            case _:
                return False

    @cached_property
    def _waves(self) -> frozenset[str]:
        named = (n for c, w in self.codebook.waves.items() for n in (c, w.label, w.short))
        return frozenset(map(folded, named))

    def _category(self, profile: Profile, header: float, variable: Variable) -> Evidence:
        answers = self.answers[variable.name]
        near = header >= POSSIBLE
        found = ((text, answers.meaning_of(text, near=near)) for text in profile.usual)
        meanings = {text: meaning for text, meaning in found if meaning is not None}
        real = {m.code for t, m in meanings.items() if folded(t) not in _YES_NO and m.sure}
        telling = len(real) > 1
        listed = len(profile.times) <= MOST_CODES and not profile.is_free_text
        share = profile.share(list(meanings))
        return Evidence(variable, header, share, telling=telling, listed=listed)


def _integer(profile: Profile, header: float, variable: Variable) -> Evidence:
    if variable.name == AGE:
        days = profile.days
        if days is not None and days.days and all(day.year in _BIRTHS for day in days.days):
            return Evidence(variable, header, 1 - days.wrong / profile.filled, days)
    low, high = variable.minimum, variable.maximum
    within = [
        text
        for text, number in ((text, _number(text)) for text in profile.times)
        if number is not None
        and (low is None or number >= low)
        and (high is None or number <= high)
    ]
    return Evidence(variable, header, profile.share(within))


def _number(text: str) -> float | None:
    tight = re.sub(r"[\s€]|EUR|euros?", "", text)
    return float(tight.replace(",", ".")) if _NUMBER.fullmatch(tight) else None
