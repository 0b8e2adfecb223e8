"""How does a part of many elements, such as a table of thousands of cells, reach the page as one component?

Dash looks at every component for each one that it adds or changes: a table of 300 rows took half a minute (measured).
A part that holds no component with a callback of its own is therefore sent as text, which
`assets/scripts/static_html.js` unfolds.
"""

from __future__ import annotations

from html import escape

from dash import html
from dash.development.base_component import Component

from dashboard.text.typography import unbroken
from dashboard.web.attributes import marked

_NAMES = {"className": "class", "htmlFor": "for", "tabIndex": "tabindex"}


def static_html(content: Component | list[Component] | None) -> Component | None:
    """One component that the browser unfolds into `content`, set as French wants it; None where there is none."""
    if content is None:
        return None
    return marked(html.Div(className="static-html"), data_static_html=markup(content))


def markup(node: object) -> str:
    """`node`, a component of `dash.html` or what it holds, in HTML."""
    if node is None:
        return ""
    if isinstance(node, list | tuple):
        return "".join(markup(child) for child in node)
    if not isinstance(node, Component):
        return escape(unbroken(str(node)))
    described = node.to_plotly_json()
    tag, props = described["type"].lower(), described["props"]
    attributes = "".join(
        f' {_NAMES.get(name, name)}="{escape(str(value))}"'
        for name, value in props.items()
        if name != "children" and value is not None
    )
    return f"<{tag}{attributes}>{markup(props.get('children'))}</{tag}>"
