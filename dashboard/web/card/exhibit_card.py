"""How is an exhibit's card laid out on a page?"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from dashboard.content.glance import DETAILS
from dashboard.content.view import View
from dashboard.web.markup import Content, tag

FORMATS = {
    "png": "Image PNG",
    "svg": "Image SVG",
    "copy": "Copier l'image",
    "pptx": "PowerPoint (PPTX)",
    "xlsx": "Excel (XLSX)",
    "csv": "Données CSV",
    "link": "Copier le lien",
}
"""What the menu of a card gives, in its order."""


def card(
    name: str,
    view: View,
    parts: Mapping[str, Content],
    *,
    table_open: bool = False,
    shown: bool = False,
) -> Markup:
    """The card called `name` on its page, which shows `view` by `parts`, each in its place already.

    `shown`: it is the screen of a presentation that is seen.
    """
    top = tag(
        "div", [parts["head"], _actions(name, view, table_open=table_open)], class_="card-top"
    )
    layout = [
        top,
        _switches(view, parts),
        None if view.tiled else parts["chart"],
        *(parts[part] for part in ("empty", "table", "prose", "foot")),
        # What an answer replaces stands inside: it stays open.
        tag("details", [tag("summary", DETAILS), parts["details"]], class_="details"),
    ]
    kinds = {"tiled": view.tiled, "tabular": view.tabular, "wide": view.wide}
    shape = " ".join(["exhibit", *(kind for kind, holds in kinds.items() if holds)])
    return tag(
        "article",
        layout,
        id=name,
        class_=shape,
        aria_labelledby=f"titre-{name}",
        data_shown=shown,
    )


def _switches(view: View, parts: Mapping[str, Content]) -> Markup:
    """The switches of every day, those for experts behind a button. A comparison has the first ones above its cards."""
    button = tag("summary", parts["settings"], class_="action")
    experts = tag("details", [button, parts["experts"]], class_="settings")
    return tag("div", [None if view.borrows else parts["options"], experts], class_="switches")


def _actions(name: str, view: View, *, table_open: bool) -> Markup:
    table = tag(
        "button",
        "Tableau",
        type="button",
        class_="action",
        data_table=name,
        aria_expanded="true" if table_open else "false",
    )
    add = tag(
        "button",
        "+ Présentation",
        type="button",
        class_="action",
        title="Ajouter à la présentation",
        data_add=name,
    )
    items = [tag("button", text, type="button", data_export=kind) for kind, text in FORMATS.items()]
    menu = [tag("summary", "Exporter", class_="action"), tag("div", items, class_="menu")]
    content = [None if view.tabular else table, add, tag("details", menu, class_="export")]
    return tag("div", content, class_="actions")
