"""How does an exhibit stand on paper: its number and title, the chart or the table, what is said under it?"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from dashboard.content.click_filter import ClickFilter
from dashboard.content.notes import foremost
from dashboard.documents.document import Plate
from dashboard.domain.glossary import Spellings
from dashboard.domain.vocabulary import Vocabulary
from dashboard.exhibit import Exhibit
from dashboard.web.card_parts import tile_of
from dashboard.web.drawn import Layers, drawn
from dashboard.web.markup import Content, tag
from dashboard.web.prose import Explained
from dashboard.web.table import table_of

UNEXPLAINED = Spellings({})
"""Paper leads nowhere: no term is a link."""


def plate(
    shown: Plate, label: str, vocabulary: Vocabulary, *, height: str = "", brief: bool = False
) -> tuple[Markup, Layers]:
    """`shown` under its number, `label`, and the outlines that its chart refers to.

    `height` is that of the chart, as a length of CSS; empty where it takes the room that is left. A `brief` one leaves
    to its document what holds of all of them: the selection and the source.
    """
    exhibit = shown.exhibit
    body, layers = _body(shown, vocabulary, height)
    head = [
        tag("h3", [tag("span", f"{label} – ", class_="number"), exhibit.caption.title]),
        None
        if exhibit.content.tiles and not exhibit.empty
        else tag("p", exhibit.caption.base, class_="base"),
    ]
    content = [
        tag("figcaption", head),
        body,
        tag("p", exhibit.caption.alternative, class_="visually-hidden alternative"),
        tag("div", _foot(exhibit, brief=brief), class_="plate-foot"),
    ]
    place = place_of(label)
    return tag(
        "figure", content, class_=f"plate {shown.form}", id=place, data_view=exhibit.view.name
    ), layers


def place_of(label: str) -> str:
    """Where in its document a plate is: `figure-3`."""
    return label.lower().replace(" ", "-")


def _body(shown: Plate, vocabulary: Vocabulary, height: str) -> tuple[Content, Layers]:
    exhibit = shown.exhibit
    if exhibit.empty:
        return tag("p", exhibit.caption.nothing, class_="nothing"), ()
    if shown.form == "table":
        return table_of(exhibit, vocabulary), ()
    if exhibit.content.tiles and exhibit.view.tiled:
        terms = Explained(UNEXPLAINED)
        return tag(
            "div", [tile_of(tile, terms) for tile in exhibit.content.tiles], class_="tiles"
        ), ()
    if exhibit.content.chart is None:
        return None, ()
    graph, layers = drawn(exhibit.content.chart, exhibit.caption.title, "page", _no_click)
    kinds = "canvas veiled" if exhibit.view.canvas.veiled else "canvas"
    return tag("div", graph, class_=kinds, style=f"--tall:{height or '100%'}"), layers


def _no_click(_: ClickFilter) -> Mapping[str, str]:
    return {}


def _foot(exhibit: Exhibit, *, brief: bool) -> list[Markup]:
    """Champ, Lecture and Source, then what warns; a `brief` one has the Lecture alone."""
    caption = exhibit.caption
    named = [(name, text) for name, text in caption.lines if name == "Lecture" or not brief]
    lines = [
        tag("p", [tag("strong", f"{name} : "), text], class_=name.lower()) for name, text in named
    ]
    warning = foremost(caption.notes)
    return [*lines, *([] if warning is None else [tag("p", warning.brief, class_="warning")])]
