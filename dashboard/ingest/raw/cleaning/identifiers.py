"""By which text is a person, or a unit, the same in every file?"""

from __future__ import annotations

import unicodedata

from dashboard.ingest.raw.cleaning.cell import Cell
from dashboard.ingest.raw.rule import Rule

PADDED = Rule(
    "zéros rendus",
    "changed",
    "Un identifiant plus court que la largeur de la correspondance retrouve les zéros que le tableur lui a ôtés.",
)
SAME_LETTERS = Rule(
    "identifiant réécrit",
    "changed",
    "Un identifiant s'écrit en capitales et sans espace, pour être le même dans tous les fichiers.",
)
MISSING = Rule(
    "identifiant absent",
    "refused",
    "Sans identifiant, une ligne n'est de personne : elle est refusée.",
)
TOO_LONG = Rule(
    "identifiant trop long",
    "refused",
    "Un identifiant plus long que la largeur de la correspondance est d'une autre sorte : la ligne est refusée.",
)
RULES = (PADDED, SAME_LETTERS, MISSING, TOO_LONG)


def read_identifier(text: str, width: int | None = None) -> Cell:
    """`text` in capitals, without spaces, with as many zeros before as `width` asks."""
    plain = "".join(unicodedata.normalize("NFKC", text).upper().split())
    if not plain:
        return Cell(refused=MISSING)
    if width is not None and len(plain) > width:
        return Cell(refused=TOO_LONG)
    rules = (SAME_LETTERS,) if plain != text else ()
    if width is not None and plain.isdecimal() and len(plain) < width:
        return Cell(plain.zfill(width), (*rules, PADDED))
    return Cell(plain, rules)
