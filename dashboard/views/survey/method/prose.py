"""How is a long text parted into paragraphs?"""

from __future__ import annotations

import re

from dashboard.text.typography import unbroken


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of `text`, which blank lines part; none of a text that is empty."""
    parts = (re.sub(r"[ \t\n]+", " ", part).strip() for part in re.split(r"\n[ \t]*\n", text))
    return tuple(unbroken(part) for part in parts if part)
