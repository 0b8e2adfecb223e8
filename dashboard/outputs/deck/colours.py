"""How are a figure's colours written on a slide, and which of them follow the presentation's theme?

Ink, paper, rules and the classes of maps follow it; the colours of categories mean something and stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from colorsys import rgb_to_hls
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from dashboard.charts.theme import INK, MUTED, OUTSIDE, PAPER, SEQUENTIAL, SYMBOL

ACCENTS = (SEQUENTIAL[-1], SYMBOL, "#3b78b4", "#d9822b", "#7a5aa6", "#8c6d4f")
"""The theme's accents: what the dashboard draws in by itself, then hues of its categories for what a user adds."""

SCHEME: Mapping[str, str] = MappingProxyType(
    {
        INK: "tx1",
        PAPER: "bg1",
        MUTED: "tx2",
        OUTSIDE: "bg2",
        SEQUENTIAL[-1]: "accent1",
        SYMBOL: "accent2",
    }
)
"""Colours of figures that are the theme's."""

_FUNCTION = re.compile(r"rgba?\(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour as `#rrggbb`, and how opaque it is, from 0 to 1."""

    value: str
    opacity: float = 1

    def xml(self) -> str:
        """The colour as DrawingML."""
        alpha = "" if self.opacity >= 1 else f'<a:alpha val="{round(100_000 * self.opacity)}"/>'
        if self.value in SCHEME:
            return f'<a:schemeClr val="{SCHEME[self.value]}">{alpha}</a:schemeClr>'
        if self.value in SEQUENTIAL:
            return f'<a:schemeClr val="accent1">{_tint(self.value)}{alpha}</a:schemeClr>'
        return f'<a:srgbClr val="{self.value[1:].upper()}">{alpha}</a:srgbClr>'


def colour_of(text: str) -> Colour:
    """The colour that a figure writes as `#rrggbb` or `rgba(r,g,b,a)`."""
    found = _FUNCTION.fullmatch(text)
    if found is None:
        return Colour(text.lower())
    red, green, blue, *rest = (float(part) for part in found[1].split(","))
    value = f"#{round(red):02x}{round(green):02x}{round(blue):02x}"
    return Colour(value, rest[0] if rest else 1)


def solid(text: str) -> str:
    """A fill of one colour; none where it cannot be seen."""
    colour = colour_of(text)
    if not colour.opacity:
        return "<a:noFill/>"
    return f"<a:solidFill>{colour.xml()}</a:solidFill>"


def hatched(pattern: Mapping[str, Any]) -> str:
    """A figure's hatching as the nearest pattern of an office program."""
    front, back = colour_of(pattern["fgcolor"]).xml(), colour_of(pattern["bgcolor"]).xml()
    kind = "pct10" if pattern.get("shape") == "." else "ltUpDiag"
    return (
        f'<a:pattFill prst="{kind}"><a:fgClr>{front}</a:fgClr>'
        f"<a:bgClr>{back}</a:bgClr></a:pattFill>"
    )


def _tint(value: str) -> str:
    """What makes a step of the sequence from its darkest one, as the theme's tints are written."""
    _, light, strong = _hls(value)
    _, base_light, base_strong = _hls(SEQUENTIAL[-1])
    more = round(100_000 * strong / base_strong)
    lum = (1 - light) / (1 - base_light)
    return (
        f'<a:satMod val="{more}"/><a:lumMod val="{round(100_000 * lum)}"/>'
        f'<a:lumOff val="{round(100_000 * (1 - lum))}"/>'
    )


def _hls(value: str) -> tuple[float, float, float]:
    red, green, blue = (int(value[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return rgb_to_hls(red, green, blue)
