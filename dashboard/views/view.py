"""What is a view: which counts it asks for, and what it makes of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dashboard.domain.edition import Edition
from dashboard.domain.options import Option
from dashboard.domain.query import Query
from dashboard.domain.rates import Share
from dashboard.domain.selection import Selection
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.views.pages import COMPARISON, Page

Figure = dict[str, Any]
"""A figure in plotly's schema, as plain dictionaries (ten times lighter than graph_objects, measured)."""

Target = Mapping[str, str]
"""What a click puts into the address, or takes off it: parameter -> value."""


@dataclass(frozen=True)
class Scene:
    """What a view has to answer to: who is selected, how its switches stand, which categories exist.

    `narrow`: the figure is for a phone, where fewer labels fit; `projected`: for a room, where all text is twice as
    large. `other`: whom a comparison compares with. `edition`: which tables these are.
    """

    selection: Selection
    settings: Mapping[str, str]
    vocabulary: Vocabulary
    narrow: bool = False
    other: Selection = Selection()
    edition: Edition = field(default_factory=Edition)
    projected: bool = False

    def setting(self, option: Option) -> str:
        """The position of a switch."""
        return self.settings.get(option.parameter, option.default)


@dataclass(frozen=True)
class Row:
    """One cell of the table twin: its categories, how many, of how many; `more` holds further measures, as numbers.

    `base` is None where a share makes no sense. `target` is what a click on the row puts into the address. `texts` are
    what is said of the row after its numbers. `tested` rows may be compared between two selections: not those that
    count an absence of information, which tells of a calendar and not of people, nor those of a cohort of which too
    little is known. `counted` is False where there is nothing to count, which is no zero. `alike` names the row where
    cohorts are compared with each other, if that is not its labels without the cohort's.
    """

    labels: tuple[str, ...]
    count: int
    base: int | None
    more: tuple[float | int | None, ...] = ()
    target: Target = field(default_factory=dict)
    texts: tuple[str, ...] = ()
    tested: bool = True
    alike: tuple[str, ...] = ()
    counted: bool = True

    @property
    def number(self) -> int | None:
        """The count; None where there is nothing to count."""
        return self.count if self.counted else None

    @property
    def share(self) -> Share | None:
        """The row's share of its base; None where a share makes no sense."""
        return Share(self.count, self.base) if self.counted and self.base is not None else None


@dataclass(frozen=True)
class Twin:
    """The same numbers as the figure, as a table: variables, count, base, share, further measures, then texts.

    `compared` shares are shown with their 95 % Wilson interval. Where `counted` is empty, no row has a count. `parted`:
    rows alike in that many first labels part one base among them, so that a row which is not there counts nobody; None
    where rows overlap, or where one that is not there has a base of its own. `independent`: each case counted is
    another person; the units of one person are not, and no test holds for them.
    """

    variables: tuple[str, ...]
    counted: str
    rows: tuple[Row, ...]
    more: tuple[str, ...] = ()
    compared: bool = False
    texts: tuple[str, ...] = ()
    parted: int | None = None
    independent: bool = True

    @property
    def has_shares(self) -> bool:
        """Whether any row is a share of a base."""
        return any(row.base is not None for row in self.rows)


@dataclass(frozen=True)
class Tile:
    """One key figure: its value and its base, in words; `share` where it is one, for its interval."""

    label: str
    value: str
    base: str
    share: Share | None = None


@dataclass(frozen=True)
class Offer:
    """What a reader may do where there is nothing to see: a button's words, and what it puts into the address."""

    label: str
    target: Target


@dataclass(frozen=True)
class Definition:
    """A term and what it means; `anchor` is its place on the page, where other pages point to it."""

    term: str
    text: str
    anchor: str = ""


@dataclass(frozen=True)
class Section:
    """A passage of prose: its title, its paragraphs, then the terms that it defines."""

    title: str
    paragraphs: tuple[str, ...] = ()
    definitions: tuple[Definition, ...] = ()


@dataclass(frozen=True)
class Content:
    """What a view makes of released counts.

    `base` is the number of people (or of what is counted) that the figure is about, `population` says who they are;
    `nothing` explains, where there is nobody, why, and `offers` what to do then. `figure` is drawn wherever there is
    somebody, and never over nobody.
    """

    title: str
    base: int
    population: str
    figure: Figure
    twin: Twin
    reading: str
    alternative: str
    source: str
    notes: tuple[str, ...] = ()
    tiles: tuple[Tile, ...] = ()
    sections: tuple[Section, ...] = ()
    nothing: str = ""
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True)
class Canvas:
    """The room of a figure on a page, as lengths of CSS: its `height`, and that on a phone.

    `--scale` is by how much a projector enlarges a figure. `spread`: it needs the page's width even where two
    selections stand side by side. `mapped`: its names stand on coloured areas, day and night; `veiled`: over lines and
    dots, which they have to outshine.
    """

    height: str = "calc(500px * var(--scale))"
    narrow: str = "440px"
    spread: bool = False
    mapped: bool = False
    veiled: bool = False


def tall(pixels: int, *, narrow: int = 440) -> Canvas:
    """A canvas as tall as that many pixels, which a projector enlarges."""
    return Canvas(f"calc({pixels}px * var(--scale))", f"{narrow}px")


SCREENFUL = "clamp(380px, calc(100vh - 520px), 700px)"
"""The height that key figures leave on a screen."""


@dataclass(frozen=True)
class View:
    """One exhibit's recipe. `name` is its name in addresses and files, `place` its rank on its page.

    `ask` says what to count, `tell` what to make of the counts: both pure. `height` is that of an exported picture, in
    pixels, `canvas` the room on a page; `wide` takes the page's full width; `tiled` shows key figures, whose picture is
    only drawn when exported; the table of a `tabular` view always shows, under a figure that sums it up. A view that no
    filter makes sense for is not `filtered`: it is about everybody, says so, and its words never name a selection that
    it ignores. One that shows another view `borrows` its switches: its address keeps those of all views.
    """

    name: str
    page: Page
    place: int
    title: str
    ask: Callable[[Scene], Mapping[str, Query]]
    tell: Callable[[Scene, Mapping[str, ReleasedTable]], Content]
    options: tuple[Option, ...] = ()
    height: int = 460
    canvas: Canvas = Canvas()
    wide: bool = False
    tiled: bool = False
    tabular: bool = False
    filtered: bool = True
    borrows: bool = False

    @property
    def comparable(self) -> bool:
        """Whether two selections can be set side by side on it."""
        return self.filtered and not self.tabular and self.page is not COMPARISON
