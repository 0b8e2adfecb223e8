"""How does a text of the codebook stand in the page around the application, whatever letters it has?"""

from __future__ import annotations

from html import escape


def in_markup(text: str) -> str:
    """`text` in HTML. Braces too: Dash puts its own parts between them."""
    return escape(text).replace("{", "&#123;").replace("}", "&#125;")


def in_style(text: str) -> str:
    """`text` as a string of CSS, quotation marks included; what could end it stands by its number."""
    return (
        '"' + "".join(c if c.isalnum() or c in " .,-/?!" else f"\\{ord(c):x} " for c in text) + '"'
    )
