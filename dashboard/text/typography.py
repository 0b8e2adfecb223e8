"""Where does French forbid a line to break?"""

from __future__ import annotations

import re

_WIDE, _NARROW = "\u00a0", "\u202f"
_RULES = (
    (re.compile(r"« "), f"«{_WIDE}"),
    (re.compile(r" (?=[»:])"), _WIDE),
    (re.compile(r" (?=[;?!])|(?<=\d) (?=%)"), _NARROW),
    (re.compile(r"\bn = "), f"n{_WIDE}={_WIDE}"),
    (re.compile(r"\b1er "), f"1er{_WIDE}"),
)


def unbroken(text: str) -> str:
    """`text` with no-break spaces as in French: in guillemets and dates, before `;:?!%`."""
    for pattern, space in _RULES:
        text = pattern.sub(space, text)
    return text
