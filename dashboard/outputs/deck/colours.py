"""How are the colours of charts written on a slide, so that all of them follow the presentation's theme?

Ink, paper and the main colours are the theme's own. Every other one is a shade of the accent whose hue is nearest: a
change of theme never leaves a chart half in the old colours.
"""

from __future__ import annotations

from collections.abc import Mapping
from colorsys import rgb_to_hls
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from dashboard.content.theme import INK, MUTED, OUTSIDE, PAPER, SEQUENTIAL, SYMBOL

ACCENTS = (SEQUENTIAL[-1], SYMBOL, "#1f5f9e", "#e58a2b", "#7d5ba6", "#8a5a3b")
"""The theme's accents: what the dashboard draws in by itself, then employed, searching, studying, inactive."""

SCHEME: Mapping[str, str] = MappingProxyType(
    {INK: "tx1", PAPER: "bg1", MUTED: "tx2", OUTSIDE: "bg2"}
    | {colour: f"accent{i}" for i, colour in enumerate(ACCENTS, start=1)}
)
"""Colours of charts that are the theme's."""

GREY = 0.17
"""Saturation below which a colour, such as those of absent answers, is a shade of ink: grey in nearly every theme."""

DEGREE = 60_000
"""How an office program counts angles, such as those of hues; parts of a whole are counted in a hundred thousand."""


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour as `#rrggbb`, and how opaque it is, from 0 to 1."""

    value: str
    opacity: float = 1

    def xml(self) -> str:
        """The colour as DrawingML."""
        alpha = "" if self.opacity >= 1 else f'<a:alpha val="{round(100_000 * self.opacity)}"/>'
        base = self.value if self.value in SCHEME else _nearest(self.value)
        return f'<a:schemeClr val="{SCHEME[base]}">{_change(base, self.value)}{alpha}</a:schemeClr>'


def solid(colour: str, opacity: float = 1) -> str:
    """A fill of one colour, `#rrggbb`, as opaque as `opacity` says, from 0 to 1."""
    return f"<a:solidFill>{Colour(colour.lower(), opacity).xml()}</a:solidFill>"


def hatched(front: str, back: str, *, dotted: bool = False, level: bool = False) -> str:
    """Slanting lines of the colour `front` on `back`, level ones, or dots: the nearest pattern of an office program."""
    kind = "pct10" if dotted else "ltHorz" if level else "ltUpDiag"
    fore, ground = Colour(front.lower()).xml(), Colour(back.lower()).xml()
    return (
        f'<a:pattFill prst="{kind}"><a:fgClr>{fore}</a:fgClr>'
        f"<a:bgClr>{ground}</a:bgClr></a:pattFill>"
    )


@lru_cache(maxsize=512)
def _nearest(value: str) -> str:
    """The colour of the theme of which `value` is a shade."""
    hue, _, strength = _hls(value)
    if strength < GREY:
        return INK
    return min(ACCENTS, key=lambda accent: abs(_turn(_hls(accent)[0], hue)))


@lru_cache(maxsize=512)
def _change(base: str, value: str) -> str:
    """What makes `value` of `base`: a turn of its hue, then how much stronger, then how much darker or lighter."""
    if base == value:
        return ""
    (hue, light, strong), (wanted, lightness, strength) = _hls(base), _hls(value)
    turn = round(360 * DEGREE * _turn(hue, wanted))
    part = lightness / light if lightness < light else (1 - lightness) / (1 - light)
    more = "" if lightness < light else f'<a:lumOff val="{_parts(1 - part)}"/>'
    return (
        f'<a:hueOff val="{turn}"/><a:satMod val="{_parts(strength / strong)}"/>'
        f'<a:lumMod val="{_parts(part)}"/>{more}'
    )


def _parts(share: float) -> int:
    return round(100_000 * share)


def _turn(start: float, end: float) -> float:
    """The way from one hue to another, as a part of the circle, from -0.5 to 0.5."""
    return (end - start + 0.5) % 1 - 0.5


def _hls(value: str) -> tuple[float, float, float]:
    red, green, blue = (int(value[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return rgb_to_hls(red, green, blue)
