"""How does a map change over the years? One small map a year, side by side, in the same classes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dashboard.content.charts.classes import Classes
from dashboard.content.charts.rich_text import NO_TEXT, RichText
from dashboard.content.click_filter import NO_CLICK, ClickFilter

SmallState = Literal["shown", "suppressed", "outside", "uncovered"]
"""Shown, with a number that may not be told, outside the selection, or not covered yet."""


@dataclass(frozen=True, slots=True)
class SmallPlace:
    """One region on one map. `is_new`: its first year, which is outlined. `label` stands on it where it is shown."""

    code: str
    state: SmallState
    value: int = 0
    label: str = ""
    hover: RichText = NO_TEXT
    click: ClickFilter = NO_CLICK
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class SmallMap:
    """One year: its title, the lines under it, and its regions."""

    title: str
    subtitle: RichText
    places: tuple[SmallPlace, ...]

    def places_of(self, codes: Iterable[str]) -> list[SmallPlace]:
        """What is said of each outline, by its code; one that no category of the study has is only ground around."""
        by_code = {place.code: place for place in self.places}
        return [by_code.get(code) or SmallPlace(code, "outside") for code in codes]


@dataclass(frozen=True, slots=True)
class SmallMaps:
    """The maps row by row, in the same classes, with one legend.

    `layer` is where their outlines are: the path of the codebook's layer. `uncovered` and `new` are the words for a
    region that is not covered yet, and for one that is in its first year, `empty` for one of nobody; `boxed` is said of
    those without an outline.
    """

    layer: str
    maps: tuple[SmallMap, ...]
    classes: Classes
    class_labels: tuple[str, ...]
    uncovered: str = "non couverte"
    new: str = "nouvelle"
    boxed: str = ""
    empty: str = "aucun"

    @property
    def suppressed(self) -> bool:
        """Whether a number of any region may not be told."""
        return any(p.state == "suppressed" for year in self.maps for p in year.places)
