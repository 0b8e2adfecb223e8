"""Where does French forbid a line to break?"""

from __future__ import annotations

import re

_WIDE, _NARROW = "\u00a0", "\u202f"
_RULES = (
    (re.compile(r"« "), f"«{_WIDE}"),
    (re.compile(r" (?=[»:])"), _WIDE),
    (re.compile(r" (?=[;?!])|(?<=\d) (?=%)"), _NARROW),
    (re.compile(r"\bn = "), f"n{_WIDE}={_WIDE}"),
)


def unbroken(text: str) -> str:
    """`text` with the no-break spaces of French: inside guillemets, before double punctuation and percent signs."""
    for pattern, space in _RULES:
        text = pattern.sub(space, text)
    return text
