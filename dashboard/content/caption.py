"""What stands around the numbers of an exhibit, wherever they are shown or written? Composed once, in French.

Every text is set as French typography wants it. A writer escapes, and decides where each part stands; it composes none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dashboard.content.content import Content
from dashboard.content.notes import foremost
from dashboard.text.numbers import count, day
from dashboard.text.typography import unbroken
from dashboard.text.words import capital

MOST_WORDS = 60
"""Words that stand under a chart before anybody asks for more: a reader gives them a glance."""


IN_BRACKETS = re.compile(r"\s\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Provenance:
    """Of which people and which tables the numbers are.

    `selection` in words; `version` and `dated` of the tables, whose `stamp` is empty for real ones.
    """

    selection: str
    stamp: str
    version: str
    dated: date


@dataclass(frozen=True, slots=True)
class Caption:
    """The words of one exhibit.

    `title` is its headline, `selection` whom it is about, `base` the population with its number (`Bénéficiaires : n =
    1 044`), `champ` the selection, the population and the number in a sentence, `scope` the same without the selection;
    `reading` one number read aloud, empty where there is nobody. `origin` names what was counted (`DNF-OEC.`); `source`
    also tells, for demonstration tables, that they are synthetic; both are whole sentences, or empty. `stamp` says that
    by itself, without a full stop; it is empty for real tables. `dated` is the day of the data and their version.
    `nothing` says why there is nobody; it is empty where there is somebody.
    """

    title: str
    selection: str
    base: str
    champ: str
    reading: str
    source: str
    stamp: str
    dated: str
    alternative: str
    notes: tuple[str, ...] = ()
    nothing: str = ""
    origin: str = ""
    scope: str = ""

    @property
    def warning(self) -> str:
        """The one line that has to be read with the chart, empty where nothing warns."""
        caution = foremost(self.notes)
        return caution.brief if caution else ""

    @property
    def glance(self) -> tuple[tuple[str, str], ...]:
        """Champ, Lecture and Source as they stand under a chart, so short that they are read with its warning.

        A source is named by its first sentence. Where there are too many words, Champ does without the selection, which
        stands above the page and above each side of a comparison; then without what it says in brackets.
        """
        lines = dict(self.lines)
        if self.origin:
            lines["Source"] = sentence(self.origin.partition(". ")[0])
        room = MOST_WORDS - words_in(self.warning)
        if _length(lines) > room and self.scope:
            lines["Champ"] = self.scope
        if _length(lines) > room and self.scope:
            lines["Champ"] = IN_BRACKETS.sub("", self.scope)
        return tuple(lines.items())

    @property
    def details(self) -> tuple[tuple[str, str], ...]:
        """What is told to who asks: in full what stands shortened under the chart, then every other note, and the data.

        Each with its name, which a note has not got.
        """
        seen, warning = dict(self.glance), foremost(self.notes)
        shortened = [(name, text) for name, text in self.lines if seen.get(name) != text]
        told = [("", note) for note in self.notes if note is not warning or warning.brief != note]
        return (*shortened, *told, ("", sentence(self.dated)))

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """Champ, Lecture and Source, as they stand under a chart; without what is empty."""
        named = (("Champ", self.champ), ("Lecture", self.reading), ("Source", self.source))
        return tuple((name, text) for name, text in named if text)


def caption_of(content: Content, provenance: Provenance) -> Caption:
    """The caption of `content`, whose own texts are typeset already."""
    selection, empty = provenance.selection, content.base == 0
    base = count(content.base)
    origin = sentence(content.source)
    return Caption(
        title=content.title,
        selection=unbroken(selection),
        base=unbroken(f"{capital(content.population)} : n = {base}"),
        champ=unbroken(f"{selection} ; {content.population}, n = {base}."),
        reading="" if empty else content.reading,
        source=" ".join(text for text in (origin, sentence(provenance.stamp)) if text),
        stamp=provenance.stamp,
        dated=f"Données au {day(provenance.dated)}, version {provenance.version}",
        alternative=content.alternative,
        notes=content.notes,
        nothing=content.nothing if empty else "",
        origin=origin,
        scope=unbroken(f"{capital(content.population)}, n = {base}."),
    )


def sentence(text: str) -> str:
    """`text` with one full stop at its end; nothing stays nothing."""
    said = text.rstrip(". ")
    return f"{said}." if said else ""


def words_in(text: str) -> int:
    """How many words are read: whatever stands between spaces, also those that no line breaks at."""
    return len(text.split())


def _length(lines: Mapping[str, str]) -> int:
    return sum(words_in(f"{name} : {text}") for name, text in lines.items())
