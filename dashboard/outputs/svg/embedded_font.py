"""How does a picture look the same where our font is not installed? It carries it, in the weights it uses."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Collection
from functools import cache
from pathlib import Path

from dashboard.content.theme import FONT_FAMILY

FILES = Path(__file__).parents[3] / "assets" / "fonts"

WEIGHTS = (400, 600, 700)
"""Those that our font has."""

_NAMED = {"normal": 400, "bold": 700}
_WEIGHT = re.compile(r'font-weight="(\w+)"')


def weights_in(markup: str) -> list[int]:
    """The weights of our font that `markup` is written in, the lightest first; words that say none are in the first."""
    said = (_NAMED.get(weight, weight) for weight in _WEIGHT.findall(markup))
    used = {str(weight) for weight in said}
    return [weight for weight in WEIGHTS if weight == WEIGHTS[0] or str(weight) in used]


def font_faces(weights: Collection[int]) -> str:
    """The style sheet that holds the font itself in each of `weights`."""
    return "".join(map(_face, weights))


@cache
def _face(weight: int) -> str:
    content = b64encode((FILES / f"{weight}.woff2").read_bytes()).decode()
    source = f'url(data:font/woff2;base64,{content}) format("woff2")'
    return f"@font-face{{font-family:'{FONT_FAMILY}';font-weight:{weight};src:{source}}}"
