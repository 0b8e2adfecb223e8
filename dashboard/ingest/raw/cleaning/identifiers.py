"""By which text is a person, or a unit, the same in every file?"""

from __future__ import annotations

import re
import unicodedata

from dashboard.ingest.raw.cleaning.cell import Cell
from dashboard.ingest.raw.cleaning.placeholders import is_placeholder
from dashboard.ingest.raw.rule import Rule

PADDED = Rule(
    "zéros rendus",
    "changed",
    "Un identifiant plus court que la largeur de la correspondance retrouve les zéros que le tableur lui a ôtés.",
)
SAME_LETTERS = Rule(
    "identifiant réécrit",
    "changed",
    "Un identifiant s'écrit en capitales, sans espace et sans l'apostrophe ou le signe = d'un tableur, pour être le "
    "même dans tous les fichiers.",
)
WHOLE = Rule(
    "décimale ôtée",
    "changed",
    "Un identifiant que le tableur a écrit avec une décimale nulle (« 123,0 ») la perd, avant que ses zéros lui "
    "reviennent.",
)
MISSING = Rule(
    "identifiant absent",
    "refused",
    "Sans identifiant, une ligne n'est de personne : elle est refusée.",
)
PLACEHOLDER = Rule(
    "identifiant de personne",
    "refused",
    "« N/A », « inconnu », « ? », « - » ou « 0 » à la place d'un identifiant, ou d'un code d'unité, dit qu'il n'y en a "
    "pas : la ligne est refusée, sans quoi toutes celles qui l'ont seraient d'une seule personne.",
)
ROUNDED = Rule(
    "identifiant arrondi",
    "refused",
    "Un identifiant que le tableur a abrégé (« 1,23E+11 ») a perdu des chiffres, et plusieurs personnes auraient le "
    "même : la ligne est refusée. Reprenez le fichier d'origine, colonne au format texte.",
)
TOO_LONG = Rule(
    "identifiant trop long",
    "refused",
    "Un identifiant plus long que la largeur de la correspondance est d'une autre sorte : la ligne est refusée.",
)
RULES = (SAME_LETTERS, WHOLE, PADDED, MISSING, PLACEHOLDER, ROUNDED, TOO_LONG)

_OF_A_SHEET = re.compile(r"""="(?P<formula>[^"]*)"|'(?P<text>[^']*)'?""")
"""How a spreadsheet is told that digits are a text: `="00123"`, `'00123`."""
_ZERO_DECIMAL = re.compile(r"([0-9]+)[.,]0+")
_ABBREVIATED = re.compile(r"[0-9](?:[.,][0-9]+)?E\+[0-9]{1,3}")


def read_identifier(
    text: str, width: int | None = None, absent: frozenset[str] = frozenset()
) -> Cell:
    """`text` in capitals, without spaces, with as many zeros before as `width` asks.

    A text that says that there is none, as `absent` or words for that do, is refused.
    """
    typed = "".join(unicodedata.normalize("NFKC", text).upper().split())
    told = _OF_A_SHEET.fullmatch(typed)
    plain = (told["formula"] or told["text"] or "") if told else typed
    if not plain:
        return Cell(refused=MISSING)
    if is_placeholder(text, absent) or is_placeholder(plain, absent):
        return Cell(refused=PLACEHOLDER)
    if _ABBREVIATED.fullmatch(plain):
        return Cell(refused=ROUNDED)
    rules = (SAME_LETTERS,) if plain != text else ()
    if whole := _ZERO_DECIMAL.fullmatch(plain):
        plain, rules = whole[1], (*rules, WHOLE)
    if width is not None and len(plain) > width:
        return Cell(refused=TOO_LONG)
    if width is not None and plain.isdecimal() and len(plain) < width:
        return Cell(plain.zfill(width), (*rules, PADDED))
    return Cell(plain, rules)
