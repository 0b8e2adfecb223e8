"""How is a text written in plotly's pseudo-HTML, so that a codebook's words stay words?

Plotly draws some tags in every text and decodes entities. An `<a>` in a label would lead out of the page, and out of
the picture that is taken of it: here only styles and line breaks of our own become tags.
"""

from __future__ import annotations

from html import escape

from dashboard.content.charts.rich_text import RichText, Run

Text = str | Run | RichText


def markup(text: Text) -> str:
    """`text` with its lines, bold parts and colours as tags, and whatever it says as text."""
    if isinstance(text, RichText):
        return "<br>".join("".join(map(_run, line)) for line in text.lines)
    return _run(text) if isinstance(text, Run) else escape(text, quote=False)


def coloured(text: Text, colour: str) -> str:
    """`text` in a colour; nothing where it is empty."""
    return f'<span style="color:{colour}">{markup(text)}</span>' if text else ""


def _run(run: Run) -> str:
    written = escape(run.text, quote=False)
    written = f"<b>{written}</b>" if run.bold else written
    return f'<span style="color:{run.colour}">{written}</span>' if run.colour else written
