"""What of an exhibit's words stands under its chart at a glance, and what waits in its details?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from dashboard.content.caption import Caption, sentence
from dashboard.content.notes import SHORTEST, foremost

DETAILS = "Détails"
"""What stands on the button that tells more."""

MOST_WORDS = 60
"""Words that stand under a chart before anybody asks for more, the button's too: a reader gives them a glance."""

IN_BRACKETS = re.compile(r"\s\([^()]*\)")
ASIDE = re.compile(r"\s\([^()\d]*\)")
"""What stands in brackets, without a number: a number keeps the base that it is a share of."""

WITHIN = re.compile(r"\s\[[^\[\]]*\]")
"""The interval of a gap, which the chart draws; its verdict stands before it."""

SENTENCE_END = re.compile(r"(?<=\.)\s(?=[A-ZÀÉÈÎ])")
"""Where a sentence ends and another begins."""

CLAUSE = re.compile(r"\s?[,;]\s")


@dataclass(frozen=True, slots=True)
class Glance:
    """Champ, Lecture and Source, each with its name, and the `warning`, which is empty where nothing warns."""

    lines: Mapping[str, str]
    warning: str

    @property
    def words(self) -> int:
        """How many words are read."""
        said = (self.warning, DETAILS, *(f"{name} : {text}" for name, text in self.lines.items()))
        return sum(map(words_in, said))

    def saying(self, name: str, text: str) -> Glance:
        """The same, with `text` under `name`; as it is where there is no such line, or nothing to say."""
        if name not in self.lines or not text:
            return self
        return replace(self, lines={**self.lines, name: text})


def glance_at(caption: Caption) -> Glance:
    """The words of `caption` in as many words as a reader gives a glance, or in the fewest that there are."""
    shorter = _ever_shorter(caption)
    glance = next(shorter)
    while glance.words > MOST_WORDS and (less := next(shorter, None)) is not None:
        glance = less
    return glance


def _ever_shorter(caption: Caption) -> Iterator[Glance]:
    """The source by its first sentence; then less and less.

    Whom a selection keeps stands above the page and above each side of a comparison, and the population above the
    chart: Champ is shortened first, then the Lecture by what it says in passing and by the interval of its gap, then
    the warning to its kind. Where even that is too much, the source is left to the details, then all of the Lecture but
    its first sentence, and last the Lecture itself.
    """
    source = sentence(caption.origin.partition(". ")[0])
    glance = Glance(dict(caption.lines), caption.warning).saying("Source", source)
    yield glance
    population, _, number = caption.scope.rpartition(", ")
    bare = IN_BRACKETS.sub("", population)
    for shorter in (population, bare, CLAUSE.split(bare)[0]):
        glance = glance.saying("Champ", f"{shorter}, {number}" if shorter else "")
        yield glance
    reading = ASIDE.sub("", caption.reading)
    for shorter in (reading, WITHIN.sub("", reading)):
        glance = glance.saying("Lecture", shorter)
        yield glance
    caution = foremost(caption.notes)
    if caution is not None:
        shortest = SHORTEST.get(caution.concern, glance.warning)
        glance = replace(glance, warning=min(shortest, glance.warning, key=words_in))
        yield glance
    # A number alone would not say of what it is: `Bénéficiaires (100).`
    size = number.rpartition("=")[2].strip().rstrip(".")
    whom = f"{population.split()[0].rstrip(',')} ({size})." if population else number
    glance = glance.saying("Champ", whom)
    yield glance
    # The details tell it, as they tell all of the above.
    glance = replace(
        glance, lines={name: glance.lines[name] for name in glance.lines if name != "Source"}
    )
    yield glance
    glance = glance.saying("Lecture", SENTENCE_END.split(WITHIN.sub("", reading))[0])
    yield glance
    # Names of sides have no end: what is left is one sentence, which the details tell whole.
    yield replace(glance, lines={"Champ": whom})


def details_of(caption: Caption, seen: Glance) -> tuple[tuple[str, str], ...]:
    """What is told to who asks: in full what is `seen` shortened, then every other note, and the data.

    Each with its name, which a note has not got.
    """
    shortened = [(name, text) for name, text in caption.lines if seen.lines.get(name) != text]
    told = [("", note) for note in caption.notes if note != seen.warning]
    return (*shortened, *told, ("", sentence(caption.dated)))


def words_in(text: str) -> int:
    """How many words are read: whatever stands between spaces, also those that no line breaks at."""
    return len(text.split())
