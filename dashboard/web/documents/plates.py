"""How does an exhibit stand on paper: its number and title, the chart or the table, what is said under it?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from markupsafe import Markup

from dashboard.content.caption import ROUNDING
from dashboard.content.charts import Matrix
from dashboard.content.click_filter import NO_CLICK, ClickFilter
from dashboard.content.notes import foremost
from dashboard.documents.document import Plate
from dashboard.domain.glossary import Spellings
from dashboard.domain.vocabulary import Vocabulary
from dashboard.exhibits.exhibit import Exhibit
from dashboard.text.typography import unbroken
from dashboard.text.words import inside
from dashboard.web.card.card_parts import tile_of
from dashboard.web.card.table import table_of
from dashboard.web.documents.sizes import scale_on_paper
from dashboard.web.drawn import Layers, drawn
from dashboard.web.markup import Content, tag
from dashboard.web.prose import Explained

UNEXPLAINED = Spellings({})
"""Paper leads nowhere: no term is a link."""


Foot = Literal["whole", "brief", "none"]
"""What is said under a plate: Champ, Lecture and Source; the Lecture alone; nothing. Each but the last also warns."""


FEW_ROWS = 3
"""Up to so many rows, a matrix needs no more room than its words."""


@dataclass(frozen=True)
class Look:
    """How a plate is shown: under which number, how high its chart, and what is said under it.

    `selection` is that of the document: a plate of other people says so. `of` names the plate whose numbers it holds.
    `height` is a length of CSS; empty where the chart takes the room that is left. `scale` reduces it, words and all.
    """

    label: str
    selection: str
    of: str = ""
    height: str = ""
    foot: Foot = "whole"
    scale: float = 1


def plate(shown: Plate, look: Look, vocabulary: Vocabulary) -> tuple[Markup, Layers]:
    """`shown` under its number, and the outlines that its chart refers to."""
    exhibit = shown.exhibit
    body, layers = _body(shown, vocabulary, look)
    title = title_among(exhibit, look.selection)
    tiled = bool(exhibit.content.tiles) and exhibit.view.tiled and not exhibit.empty
    head = [
        tag("h3", [tag("span", f"{look.label} – ", class_="number"), title, _reference(look.of)]),
        None if tiled else tag("p", exhibit.caption.base, class_="base"),
    ]
    content = [
        tag("figcaption", head),
        body,
        tag("p", exhibit.caption.alternative, class_="visually-hidden alternative"),
        tag("div", _foot(exhibit, look.foot), class_="plate-foot"),
    ]
    figure = tag(
        "figure",
        content,
        class_=" ".join(["plate", *_kinds(shown, tiled=tiled)]),
        id=place_of(look.label),
        data_view=exhibit.view.name,
    )
    return figure, layers


def _kinds(shown: Plate, *, tiled: bool) -> Iterator[str]:
    """By what a style sheet knows a plate: its table, its drawing, its tiles, a drawing of few rows."""
    chart = shown.exhibit.content.chart
    yield "listed" if _is_listed(shown) else "drawn"
    if tiled:
        yield "tiled"
    if isinstance(chart, Matrix) and len(chart.rows) <= FEW_ROWS:
        yield "low"


def title_among(exhibit: Exhibit, selection: str) -> str:
    """Its title in a document of `selection`; of other people it says of whom."""
    caption = exhibit.caption
    if caption.selection == selection:
        return caption.title
    return f"{caption.title} – {caption.selection}"


def place_of(label: str) -> str:
    """Where in its document a plate is: `figure-3`."""
    return label.lower().replace(" ", "-")


def _body(shown: Plate, vocabulary: Vocabulary, look: Look) -> tuple[Content, Layers]:
    exhibit = shown.exhibit
    if exhibit.empty:
        return tag("p", exhibit.caption.nothing, class_="nothing"), ()
    if _is_listed(shown):
        return table_of(_without_clicks(exhibit), vocabulary), ()
    if exhibit.content.tiles and exhibit.view.tiled:
        terms = Explained(UNEXPLAINED)
        return tag(
            "div", [tile_of(tile, terms) for tile in exhibit.content.tiles], class_="tiles"
        ), ()
    if exhibit.content.undrawn:
        return tag("p", exhibit.caption.nothing, class_="nothing"), ()
    if exhibit.content.chart is None:
        return None, ()
    graph, layers = drawn(exhibit.content.chart, exhibit.caption.title, "page", _no_click)
    kinds = "canvas veiled" if exhibit.view.canvas.veiled else "canvas"
    return tag(
        "div",
        graph,
        class_=kinds,
        style=f"--tall:{look.height or '100%'};--scale:{min(look.scale, scale_on_paper(exhibit)):g}",
    ), layers


def _reference(of: str) -> Content:
    return [" (", tag("a", inside(of), href=f"#{place_of(of)}"), ")"] if of else None


def _is_listed(shown: Plate) -> bool:
    """Whether it stands as its data table, row by row: a matrix is drawn."""
    return shown.form == "table" and not isinstance(shown.exhibit.content.chart, Matrix)


def _without_clicks(exhibit: Exhibit) -> Exhibit:
    data_table = exhibit.content.data_table
    rows = tuple(replace(row, click=NO_CLICK) for row in data_table.rows)
    content = replace(exhibit.content, data_table=replace(data_table, rows=rows))
    return replace(exhibit, content=content)


def _no_click(_: ClickFilter) -> Mapping[str, str]:
    return {}


def _foot(exhibit: Exhibit, foot: Foot) -> list[Markup]:
    if foot == "none":
        return []
    caption = exhibit.caption
    named = [(name, text) for name, text in caption.lines if name == "Lecture" or foot == "whole"]
    lines = [
        tag("p", [tag("strong", f"{name} : "), text], class_=name.lower()) for name, text in named
    ]
    # A document of exact numbers says which of its figures are of others.
    if exhibit.mark and unbroken(ROUNDING) in caption.notes:
        lines.append(tag("p", "Effectifs arrondis.", class_="rounded"))
    warning = foremost(caption.notes)
    return [*lines, *([] if warning is None else [tag("p", warning.brief, class_="warning")])]
