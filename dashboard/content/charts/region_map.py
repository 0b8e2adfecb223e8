"""How many, and where? Regions filled by class, with a proportional circle for a second measure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dashboard.content.charts.classes import Classes
from dashboard.content.charts.rich_text import NO_TEXT, RichText
from dashboard.content.click_filter import NO_CLICK, ClickFilter
from dashboard.domain.counts import SUPPRESSED_TEXT

State = Literal["shown", "empty", "baseless", "suppressed", "outside", "uncovered", "boxed"]
"""Shown; empty, where the selection has nobody; baseless, where it has people but none to take a share of; suppressed,
where the value may not be told; outside the selection; or uncovered, where nobody was ever enrolled. Boxed is said by a
legend alone, of regions without an outline.
"""

SUPPRESSED = f"{SUPPRESSED_TEXT} : non diffusé"
"""What a legend says of a suppressed value."""


@dataclass(frozen=True, slots=True)
class Place:
    """What the map says of one region. `value` fills it where it is shown, `symbol` is the second measure.

    `name` and `number`, the value in words, stand on it where there is room.
    """

    code: str
    state: State
    name: str = ""
    value: float = 0
    symbol: int = 0
    number: str = ""
    hover: RichText = NO_TEXT
    click: ClickFilter = NO_CLICK


@dataclass(frozen=True, slots=True)
class MapLegend:
    """What the classes and circles mean, in words.

    `symbols`: the values whose circles are shown, each in words, descending; `symbol_top` the largest on the map.
    `uncovered` is the word for a region where nobody was ever enrolled, `empty` for one of nobody who is selected,
    `boxed` what is said of those without an outline; empty where there are none.
    """

    title: str
    class_labels: tuple[str, ...]
    symbol_title: str
    short_symbol_title: str
    symbol_top: int
    symbols: tuple[tuple[int, str], ...]
    uncovered: str = "non couverte"
    boxed: str = ""
    empty: str = "aucun bénéficiaire"


@dataclass(frozen=True, slots=True)
class RegionMap:
    """One layer of regions, each with its place; a click on a region keeps its people.

    `layer` is where its outlines are: the path of the codebook's layer.
    """

    layer: str
    places: tuple[Place, ...]
    classes: Classes
    legend: MapLegend

    def places_of(self, codes: Iterable[str]) -> list[Place]:
        """What is said of each outline, by its code; one that no category of the study has is only ground around."""
        by_code = {place.code: place for place in self.places}
        return [by_code.get(code) or Place(code, "outside") for code in codes]
