"""When do two texts say the same, however they are typed?"""

from __future__ import annotations

import unicodedata

_ALIKE = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "œ": "oe", "æ": "ae", "–": "-", "—": "-", "−": "-", "°": " "}
)
"""What one keyboard writes and another does not."""


def folded(text: str) -> str:
    """`text` without case, accents and outer spaces; any run of spaces inside is one, apostrophes are straight.

    Two texts say the same where this is the same: « Île‑de‑France » and `ile-de-france`.
    """
    if text.isascii():
        return " ".join(text.lower().replace("`", "'").split())
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_ALIKE))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(letters.casefold().translate(_ALIKE).split())
