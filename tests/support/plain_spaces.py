"""How does a message read with the spaces of a keyboard?"""

from __future__ import annotations


def plain_spaces(text: str) -> str:
    """`text` with each no-break space as a common one."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")
