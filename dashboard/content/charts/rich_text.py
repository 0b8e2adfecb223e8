"""How does a chart hold a text of several lines, part of which is bold or coloured, whoever writes it in the end?

A codebook's words stay words: what a label says is never read as markup, and each renderer escapes it in its own way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_BROKEN_AFTER_HYPHEN = re.compile(r"\w-$")


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line in one style; an empty colour is that of the text around it."""

    text: str
    bold: bool = False
    colour: str = ""


Piece = str | Run
Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class RichText:
    """Lines of styled pieces."""

    lines: tuple[Line, ...] = ()

    def __bool__(self) -> bool:
        return any(run.text for line in self.lines for run in line)

    @property
    def plain(self) -> str:
        """The text on one line, without its styles; a word that was broken after a hyphen is whole again."""
        whole = ""
        for line in self.lines:
            text = "".join(run.text for run in line)
            joint = "" if not whole or _BROKEN_AFTER_HYPHEN.search(whole) else " "
            whole += joint + text
        return whole

    @property
    def has_bold(self) -> bool:
        """Whether any of it is bold."""
        return any(run.bold for line in self.lines for run in line)

    def __add__(self, other: RichText) -> RichText:
        """The lines of both, one after the other."""
        return RichText((*self.lines, *other.lines))


NO_TEXT = RichText()


def rich(*lines: Piece | Sequence[Piece]) -> RichText:
    """A text of `lines`, each a piece or several: `rich(bold("Femmes"), ["12 sur 40 ", bold("30 %")])`."""
    return RichText(tuple(_line(line) for line in lines))


def bold(text: str) -> Run:
    """`text` in bold."""
    return Run(text, bold=True)


def _line(pieces: Piece | Sequence[Piece]) -> Line:
    if isinstance(pieces, str):
        return (Run(pieces),)
    if isinstance(pieces, Run):
        return (pieces,)
    return tuple(Run(piece) if isinstance(piece, str) else piece for piece in pieces)
