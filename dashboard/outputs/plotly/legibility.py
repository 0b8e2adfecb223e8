"""How small may the text of a figure be, to be read from the back of a room once the page has doubled it?"""

from __future__ import annotations

from typing import Any

SMALLEST = 12
"""Pixels before the page doubles them (`--scale` in `assets/presentation.css`): 24 on a screen of 1920 by 1080."""


def legible(figure: dict[str, Any]) -> dict[str, Any]:
    """`figure` without any text below SMALLEST; all the rest, which the page enlarges as a whole, stays."""
    return {name: _raised(name, part) for name, part in figure.items()}


def _raised(name: str, part: object, *, font: bool = False) -> object:
    """`part` of a figure, which stands under `name`, perhaps in a font."""
    if isinstance(part, dict):
        inside = name.endswith("font")
        return {key: _raised(key, value, font=inside) for key, value in part.items()}
    if isinstance(part, list | tuple):
        return [_raised(name, one, font=font) for one in part]
    if isinstance(part, int | float) and font and name == "size":
        return max(part, SMALLEST)
    return part
