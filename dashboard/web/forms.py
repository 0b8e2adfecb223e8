"""How is a form of ours written, and known to be ours when it is sent?"""

from __future__ import annotations

from flask_wtf.csrf import generate_csrf
from markupsafe import Markup

from dashboard.web.markup import Content, tag
from dashboard.web.mount import below


def form(action: str, content: Content, **attributes: str) -> Markup:
    """A form of ours, with the token by which it is known as that."""
    token = tag("input", type="hidden", name="csrf_token", value=generate_csrf())
    return tag("form", [token, content], method="post", action=below(action), **attributes)


def hidden(name: str, value: str) -> Markup:
    """A field that nobody sees."""
    return tag("input", type="hidden", name=name, value=value)


def submit(text: str) -> Markup:
    """The button of a form."""
    return tag("button", text, type="submit", class_="btn btn-primary")


def link(text: str, address: str) -> Markup:
    """A link that looks like a button."""
    return tag("a", text, href=address, class_="btn btn-primary")
