"""How is HTML written, so that any text of a codebook stays text and is set as French wants it?

As strings: a page has thousands of elements, and an object for each cost half of an answer's time (measured).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from html import escape

from markupsafe import Markup

from dashboard.text.typography import unbroken

Content = str | Markup | None | Iterable["Content"]
"""What an element holds: text, markup, nothing, or several of these."""

Attribute = str | bool | None

NOTHING = Markup()

SHORT = 300
"""Letters up to which a text is remembered as it is written: labels recur, and what an address says may be long."""

VOID = frozenset({"input", "link", "meta"})
"""Elements that hold nothing, and have no end."""


def tag(name: str, content: Content = None, /, **attributes: Attribute) -> Markup:
    """The element `name` with its `content`: a text is escaped, markup is not.

    Attributes are written with underscores: `class_`, `data_target`. True is an attribute without a value; False and
    None leave it out.
    """
    head = f"<{name}{''.join(map(_attribute, attributes.items()))}>"
    return Markup(head if name in VOID else f"{head}{_written(content)}</{name}>")  # noqa: S704 (escaped above)


def joined(content: Content) -> Markup:
    """Several pieces of content one after the other."""
    return Markup(_written(content))  # noqa: S704 (escaped in it)


def as_data(value: object) -> str:
    """`value` as JSON, for an attribute that scripts read."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _written(content: Content) -> str:
    if content is None:
        return ""
    if isinstance(content, Markup):
        return content
    if isinstance(content, str):
        return _remembered(content) if len(content) <= SHORT else _text(content)
    return "".join(map(_written, content))


def _text(text: str) -> str:
    return escape(unbroken(text))


_remembered = lru_cache(maxsize=16384)(_text)


def _attribute(attribute: tuple[str, Attribute]) -> str:
    name, value = attribute
    if value is None or value is False:
        return ""
    written = name.rstrip("_").replace("_", "-")
    return f" {written}" if value is True else f' {written}="{escape(value)}"'
