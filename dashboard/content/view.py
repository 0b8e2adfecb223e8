"""What is a view: which counts it asks for, and what it makes of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from dashboard.content.content import Content
from dashboard.content.medium import Medium
from dashboard.content.page import COMPARISON, Page
from dashboard.domain.dataset_info import DatasetInfo
from dashboard.domain.needs import Need, unmet
from dashboard.domain.query import Query
from dashboard.domain.selection import Selection
from dashboard.domain.switches import Said, Switch, said
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class NotOffered:
    """What a study does not offer, and why, in French: a view; or, if given, one `position` of one of its switches.

    `name` is the view's name, `title` its title; `position` is in words: `réglage « Forme », « Flux »`.
    """

    name: str
    title: str
    reasons: tuple[str, ...]
    position: str = ""


@dataclass(frozen=True)
class Scene:
    """What a view has to answer to: who is selected, how its switches stand, which categories exist.

    `switches` holds the positions that are not the default, by the switch's parameter. `other`: whom a comparison
    compares with. `dataset_info`: which tables these are. `medium`: where the chart is shown; its numbers are the same.
    `not_offered`: what the study does without.
    """

    selection: Selection
    switches: Mapping[str, str]
    vocabulary: Vocabulary
    medium: Medium = "page"
    other: Selection = Selection()
    dataset_info: DatasetInfo = field(default_factory=DatasetInfo)
    not_offered: tuple[NotOffered, ...] = ()

    def position(self, switch: Switch) -> str:
        """The position of a switch."""
        return switch.position(self.switches, self.vocabulary)


@dataclass(frozen=True, slots=True)
class Canvas:
    """The room of a chart on a page, as lengths of CSS: its `height`, and that on a phone.

    `--scale` is by how much a projector enlarges a chart. `spread`: it needs the page's width even where two
    selections stand side by side. `veiled`: its names stand over lines and dots, which they have to outshine.
    """

    height: str = "calc(500px * var(--scale))"
    phone_height: str = "440px"
    spread: bool = False
    veiled: bool = False


def tall(pixels: int, *, phone: int = 440) -> Canvas:
    """A canvas as tall as that many pixels, which a projector enlarges."""
    return Canvas(f"calc({pixels}px * var(--scale))", f"{phone}px")


SCREENFUL = "clamp(374px, calc(100vh - 490px), 700px)"
"""The height that key figures leave on a screen."""


@dataclass(frozen=True, slots=True)
class View:
    """One exhibit's recipe. `name` is its name in addresses and files, `place` its rank on its page.

    `ask` says what to count, `tell` what to make of the counts: both pure. `height` is that of an exported picture, in
    pixels, `canvas` the room on a page; `wide` takes the page's full width; `tiled` shows key figures, whose picture is
    only drawn when exported; the table of a `tabular` view always shows, under a chart that sums it up.

    It is not offered in a study that does not meet its `needs`. Its `title` may be made of the study's own words.

    A view that no filter makes sense for is not `filtered`: it is about everybody, says so, and its words never name a
    selection that it ignores. One that shows another view `borrows` its switches: its address keeps those of all views.
    One that itself `compares` cohorts is not set beside itself.
    """

    name: str
    page: Page
    place: int
    title: Said
    ask: Callable[[Scene], Mapping[str, Query]]
    tell: Callable[[Scene, Mapping[str, ReleasedTable]], Content]
    switches: tuple[Switch, ...] = ()
    height: int = 460
    canvas: Canvas = Canvas()
    wide: bool = False
    tiled: bool = False
    tabular: bool = False
    filtered: bool = True
    borrows: bool = False
    compares: bool = False
    needs: tuple[Need, ...] = ()

    @property
    def comparable(self) -> bool:
        """Whether two selections can be set side by side on it."""
        alone = self.tabular or self.compares or self.page is COMPARISON
        return self.filtered and not alone

    def title_in(self, vocabulary: Vocabulary) -> str:
        """Its title in the words of the study."""
        return said(self.title, vocabulary)

    def missing(self, vocabulary: Vocabulary) -> tuple[str, ...]:
        """Why the study does not offer it, in French; nothing where it does."""
        return unmet(self.needs, vocabulary)
