"""How do people move between categories, from one step to the next?"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.content.charts.rich_text import NO_TEXT, RichText
from dashboard.content.click_filter import NO_CLICK, ClickFilter


@dataclass(frozen=True, slots=True)
class FlowNode:
    """The people in one category at one step, from 0: its `name`, how many they are in words (`number`), its height.

    `code` is the category's: the same one has the same name and colour at every step. `absent` ones have a broken
    outline, so that print tells them from answers. `weight` is how high it is drawn: people, or what they weigh; as
    much as what it sends on or is sent, where those are rounded to more.
    """

    step: int
    code: str
    name: str
    number: str
    colour: str
    weight: float
    absent: bool = False
    hover: RichText = NO_TEXT
    click: ClickFilter = NO_CLICK

    @property
    def label(self) -> str:
        """Its name and its number."""
        return f"{self.name} {self.number}"


@dataclass(frozen=True, slots=True)
class FlowLink:
    """Those who go from one node to a node of the next step, each named by its position among the nodes."""

    source: int
    target: int
    weight: float
    hover: RichText = NO_TEXT
    click: ClickFilter = NO_CLICK


@dataclass(frozen=True, slots=True)
class FlowDiagram:
    """A Sankey: what stands above each step, nodes in the order of the codebook within each, and links.

    Every step weighs `weight`, or less where some are not told. Order, colour and place of a category never change.
    `named`: the step and code of the nodes that may be named before the last step, where another diagram beside it has
    to name the same; None: all that have the room.
    """

    steps: tuple[RichText, ...]
    nodes: tuple[FlowNode, ...]
    links: tuple[FlowLink, ...]
    weight: float
    named: frozenset[tuple[int, str]] | None = None
