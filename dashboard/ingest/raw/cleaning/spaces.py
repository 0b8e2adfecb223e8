"""Which spaces of a cell say nothing?"""

from __future__ import annotations

import re
import unicodedata

from dashboard.ingest.raw.rule import Rule

NO_BREAK = Rule(
    "espaces insécables",
    "changed",
    "Les espaces insécables et invisibles d'une cellule deviennent des espaces ordinaires, ou rien.",
)
TRIMMED = Rule(
    "espaces en trop",
    "changed",
    "Les espaces autour d'une cellule, et ceux qui y sont doublés, sont enlevés.",
)
RULES = (NO_BREAK, TRIMMED)

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_WIDE = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")


def tidy(text: str) -> tuple[str, tuple[Rule, ...]]:
    """`text` with single, ordinary spaces inside, none around, and its letters composed; and the rules that it took."""
    seen = _WIDE.sub(" ", _UNSEEN.sub("", text))
    trimmed = " ".join(seen.split())
    rules = [rule for rule, met in ((NO_BREAK, seen != text), (TRIMMED, trimmed != seen)) if met]
    return unicodedata.normalize("NFC", trimmed), tuple(rules)
