"""How does a page tell what its reader should know of it?"""

from __future__ import annotations

from typing import Literal

from markupsafe import Markup

from dashboard.web.markup import Content, tag

Kind = Literal["warning", "danger"]


def message(content: Content, kind: Kind = "warning") -> Markup:
    """A message above the page; screen readers tell it."""
    return tag("div", content, class_=f"alert alert-{kind}", role="alert")
