"""How is a text written in a cell, so that no spreadsheet runs it?"""

from __future__ import annotations

import re

_RISKY = re.compile(
    r"[\t\r\n]|[\s\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]"
)
"""The start of what a spreadsheet may take for a formula: its sign, also a wide one, behind what it may skip unseen."""


def inert(text: str) -> str:
    """`text`, marked as a text where a spreadsheet might run it."""
    return f"'{text}" if _RISKY.match(text) else text
