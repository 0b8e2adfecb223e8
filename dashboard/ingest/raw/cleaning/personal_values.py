"""Does a text that would be kept as it is hold personal data?"""

from __future__ import annotations

import re
from collections.abc import Collection

from dashboard.ingest.raw.rule import Rule
from dashboard.text.folded import folded

IN_TEXT = Rule(
    "donnée personnelle dans un texte",
    "blanked",
    "Un texte libre gardé qui contient une adresse électronique, un téléphone, un numéro de sécurité sociale, "
    "l'identifiant ou une donnée personnelle de la ligne n'est pas écrit.",
)
IN_UNIT = Rule(
    "donnée personnelle dans un code",
    "refused",
    "Un code qui ressemble à une donnée personnelle (adresse électronique, téléphone, numéro de sécurité sociale) : la "
    "ligne est refusée.",
)
RULES = (IN_TEXT, IN_UNIT)

SHORTEST = 3
"""Fewer letters of a name are in many words."""


_SHAPES = (
    re.compile(r"[^@\s]+@[^@\s]+\.[a-z]{2,}", re.IGNORECASE),
    re.compile(r"(?<!\d)(?:\+33|0033|0)[ .-]?[1-9](?:[ .-]?\d\d){4}(?!\d)"),
    re.compile(
        r"(?<!\d)[12] ?\d\d ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d\d|2[AB]) ?\d{3} ?\d{3}(?: ?\d\d)?(?!\d)"
    ),
)


def looks_personal(text: str) -> bool:
    """Whether an e-mail address, a telephone or a social security number stands in `text`."""
    return any(shape.search(text) for shape in _SHAPES)


def holds_any(text: str, personal: Collection[str]) -> bool:
    """Whether `text` holds one of the `personal` texts of its row, however they are written."""
    within = folded(text)
    tight = within.replace(" ", "")
    parts = (folded(one) for one in personal)
    return any(
        len(part) >= SHORTEST and (part in within or part.replace(" ", "") in tight)
        for part in parts
    )
