"""How are elements and texts of SVG written?"""

from __future__ import annotations

from functools import lru_cache
from html import escape

from dashboard.content.charts.rich_text import RichText, Run
from dashboard.outputs.xml_safe import xml_safe

Value = str | float | None
"""The value of an attribute; one that is None is left out."""

LINE_HEIGHT = 1.25
"""Of a text of several lines, in sizes of its letters."""


def element(name: str, content: str = "", /, **attributes: Value) -> str:
    """`<name …>content</name>`. Attributes are written with underscores: `class_`, `stroke_width`, `data_target`.

    `content` is markup already; the values of attributes are escaped here.
    """
    written = f"<{name}"
    for key, value in attributes.items():
        if value is not None:
            written += f' {_name(key)}="{_value(value)}"'
    return f"{written}>{content}</{name}>" if content else f"{written}/>"


def number(value: float) -> str:
    """A length or a place with as many decimals as are seen: `12`, `0.35`, never `-0`."""
    return f"{round(value, 2) + 0:g}" if abs(value) < 1e5 else f"{round(value)}"  # noqa: PLR2004


def spans(text: RichText | Run | str) -> str:
    """The pieces of a text on one line, their styles kept."""
    if isinstance(text, str):
        return escape(xml_safe(text), quote=False)
    if isinstance(text, Run):
        return _run(text)
    return "".join(_run(run) for line in text.lines for run in line)


def lines(text: RichText, x: str, *, anchor: float = 0.5) -> str:
    """The lines of a text as `tspan`s that begin at `x`, below each other.

    `anchor` is the part of the text that stands above its place: 0 below it, 0.5 centred on it, 1 above it. A letter's
    middle is a third of its size above its base.
    """
    first = 0.35 - (len(text.lines) - 1) * LINE_HEIGHT * anchor + (0.5 - anchor) * LINE_HEIGHT
    return "".join(
        element(
            "tspan",
            "".join(map(_run, line)),
            x=x,
            dy=f"{number(first if i == 0 else LINE_HEIGHT)}em",
        )
        for i, line in enumerate(text.lines)
    )


def _run(run: Run) -> str:
    written = escape(xml_safe(run.text), quote=False)
    if not run.bold and not run.colour:
        return written
    return element("tspan", written, font_weight=600 if run.bold else None, fill=run.colour or None)


@lru_cache(maxsize=256)
def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


@lru_cache(maxsize=8192)
def _value(value: str | float) -> str:
    """Remembered: a drawing says few of them often, and the next one the same."""
    return escape(xml_safe(value)) if isinstance(value, str) else number(value)
