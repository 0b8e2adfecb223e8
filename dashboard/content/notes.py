"""Which note of an exhibit is its warning, read with the chart, and which wait until somebody asks for details?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Self

from dashboard.domain.statistics.rates import SMALL_BASE
from dashboard.text.numbers import FRAGILE, SILENT
from dashboard.text.typography import unbroken
from dashboard.text.words import some_of

ONE_LINE = 100
"""Letters that stand on a line under half a page's chart."""


class Concern(IntEnum):
    """What a caution is about; of several, the first here is told under the chart.

    First what makes the whole chart say something else than it seems to, then what weakens a part of it.
    """

    IGNORED_FILTERS = 1
    """The filters that hold elsewhere change nothing here."""
    SAME_PEOPLE = 2
    """Two groups share people: nothing is tested."""
    SMALL_BASE = 3
    """Few people stand behind the whole chart."""
    OTHER_PEOPLE = 4
    """Numbers that stand side by side are of other people: no change can be read between them."""
    UNTOLD = 5
    """Some shares are not told: what is not drawn is no zero."""
    ORDER = 6
    """Who stands higher depends on whether those who did not answer are counted."""
    SILENCE = 7
    """Many did not answer the question: a low share may come from that alone."""
    LOW_COVERAGE = 8
    """Too little is known of a part of the chart for it to be compared."""
    SMALL_BASES = 9
    """Few people stand behind a part of the chart."""
    APPROXIMATION = 10
    """A number is an order of magnitude."""
    NOT_SHOWN = 11
    """Some of whom one would expect to see are not drawn."""


SHORTEST = {
    Concern.IGNORED_FILTERS: "Les filtres ne s'appliquent pas ici.",
    Concern.SAME_PEOPLE: "Aucun écart n'est testé.",
    Concern.SMALL_BASE: f"Base inférieure à {SMALL_BASE}.",
    Concern.OTHER_PEOPLE: "D'une vague à l'autre, les personnes changent.",
    Concern.UNTOLD: "Des parts, non diffusées, ne sont pas dessinées.",
    Concern.SILENCE: f"{SILENT} Plus d'un tiers sans information.",
    Concern.LOW_COVERAGE: "Information trop lacunaire sur certaines promotions.",
    Concern.SMALL_BASES: f"{FRAGILE} base inférieure à {SMALL_BASE}.",
    Concern.APPROXIMATION: "Ordres de grandeur.",
    Concern.NOT_SHOWN: "Le tableau montre tout, pas la figure.",
}
"""What a caution of each kind says where there is hardly any room."""


class Caution(str):
    """A note that warns: it is a text like any other note, and knows how much it weighs.

    `brief` says it in one line, where the note itself is longer; the note is then told in full among the details.
    """

    __slots__ = ("_brief", "concern")
    concern: Concern
    _brief: str

    def __new__(cls, text: str, concern: Concern, brief: str = "") -> Self:
        """The caution that says `text`."""
        made = super().__new__(cls, text)
        made.concern, made._brief = concern, brief
        return made

    @property
    def brief(self) -> str:
        """The caution in one line."""
        return self._brief or str(self)

    def typeset(self) -> Caution:
        """The same, with no-break spaces where French forbids a line to break."""
        return Caution(unbroken(self), self.concern, unbroken(self._brief))


def in_one_line(beginning: str, names: Sequence[str]) -> str:
    """`beginning`, then as many of `names` as a line has room for, and how many others there are.

    For example `△ base inférieure à 30 : Bretagne, Corse et 5 autres.`
    """
    lines = [f"{beginning}{some_of(names, most)}." for most in (3, 2, 1)]
    return next((line for line in lines if len(line) <= ONE_LINE), lines[-1])


def foremost(notes: Iterable[str]) -> Caution | None:
    """The warning: of all cautions among `notes`, the first of those that weigh most; None where nothing warns."""
    cautions = [note for note in notes if isinstance(note, Caution)]
    return min(cautions, key=lambda caution: caution.concern, default=None)
