"""What stands around the numbers of an exhibit, wherever they are shown or written? Composed once, in French.

Every text is set as French typography wants it. A writer escapes, and decides where each part stands; it composes none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dashboard.content.content import Content
from dashboard.content.notes import foremost
from dashboard.domain.counts import ROUNDING_BASE, SUPPRESSED_TEXT, is_nobody, is_told
from dashboard.text.numbers import count, day
from dashboard.text.typography import unbroken
from dashboard.text.words import UNTOLD_NUMBER, capital

ROUNDING = (
    f"Effectifs arrondis au hasard à un multiple de {ROUNDING_BASE} (0 : personne, ou trop peu) : une somme "
    f"peut différer de son total ; {SUPPRESSED_TEXT} : non diffusé."
)
"""What a reader of rounded counts has to know, in one sentence."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Of which people and which tables the numbers are.

    `selection` in words; `version` and `dated` of the tables, whose `stamp` is empty for real ones. `rounded`: counts
    are, or some of them.
    """

    selection: str
    stamp: str
    version: str
    dated: date
    rounded: bool = False


@dataclass(frozen=True, slots=True)
class Caption:
    """The words of one exhibit.

    `title` is its headline, `selection` whom it is about, `base` the population with its number (`Bénéficiaires : n =
    1 044`), `champ` the selection, the population and the number in a sentence, `scope` the same without the selection;
    where nobody has been chosen yet, the first and the last are empty, and the second is the selection alone;
    `reading` one number read aloud, empty where none is told. `origin` names what was counted (`DNF-OEC.`); `source`
    also tells, for demonstration tables, that they are synthetic; both are whole sentences, or empty. `stamp` says that
    by itself, without a full stop; it is empty for real tables. `dated` is the day of the data and their version.
    `nothing` says why there is nothing to show, or to draw; it is empty where there is something.
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
    def lines(self) -> tuple[tuple[str, str], ...]:
        """Champ, Lecture and Source, as they stand under a chart; without what is empty."""
        named = (("Champ", self.champ), ("Lecture", self.reading), ("Source", self.source))
        return tuple((name, text) for name, text in named if text)


def caption_of(content: Content, provenance: Provenance) -> Caption:
    """The caption of `content`, whose own texts are typeset already."""
    selection, empty = provenance.selection, content.empty
    population = f"{content.population}{content.waiting}"
    base = _base(content)
    origin = sentence(content.source)
    rounding = (unbroken(ROUNDING),) if provenance.rounded else ()
    return Caption(
        title=content.title,
        selection=unbroken(selection),
        base=unbroken(f"{capital(population)} : {base}") if base else "",
        champ=unbroken(f"{selection} ; {population}, {base}." if base else f"{selection}."),
        reading="" if empty else content.reading,
        source=" ".join(text for text in (origin, sentence(provenance.stamp)) if text),
        stamp=provenance.stamp,
        dated=f"Données au {day(provenance.dated)}, version {provenance.version}",
        alternative=content.alternative,
        notes=(*content.notes, *rounding),
        nothing=content.nothing if empty else content.undrawn,
        origin=origin,
        scope=unbroken(f"{capital(population)}, {base}.") if base else "",
    )


def _base(content: Content) -> str:
    """`n = 1 044`; that it is not told, where it may not be, or is none or too few; nothing where nobody is chosen."""
    if content.offers:
        return ""
    is_number = is_told(content.base) and (content.base or is_nobody(content.base))
    return f"n = {count(content.base)}" if is_number else UNTOLD_NUMBER


def sentence(text: str) -> str:
    """`text` with one full stop at its end; nothing stays nothing."""
    said = text.rstrip(". ")
    return f"{said}." if said else ""
