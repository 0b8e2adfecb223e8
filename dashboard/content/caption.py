"""What stands around the numbers of an exhibit, wherever they are shown or written? Composed once, in French.

Every text is set as French typography wants it. A writer escapes, and decides where each part stands; it composes none.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Caption:
    """The words of one exhibit.

    `title` is its headline, `selection` whom it is about, `base` the population with its number (`Bénéficiaires : n =
    1 044`), `champ` the selection, the population and the number in a sentence; `reading` one number read aloud, empty
    where there is nobody. `source` ends with one full stop and tells, for demonstration tables, that they are
    synthetic; so does `stamp` by itself, empty for real ones. `dated` is the day of the data and their version.
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

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """Champ, Lecture and Source, as they stand under a chart; without what is empty."""
        named = (("Champ", self.champ), ("Lecture", self.reading), ("Source", self.source))
        return tuple((name, text) for name, text in named if text)
