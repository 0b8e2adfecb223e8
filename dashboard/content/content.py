"""What does a view make of released counts: headline, chart, table and words, before anything is drawn or written?"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.content.charts import Chart
from dashboard.content.charts.tiles import Tile
from dashboard.content.data_table import DataTable
from dashboard.domain.selection import Selection


@dataclass(frozen=True, slots=True)
class Offer:
    """What a reader may do where there is nothing to see: a button's words, and the two selections that it compares."""

    label: str
    selection: Selection
    other: Selection


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and what it means; `anchor` is its place on the page, where other pages point to it."""

    term: str
    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A passage of prose: its title, its paragraphs, then the terms that it defines."""

    title: str
    paragraphs: tuple[str, ...] = ()
    definitions: tuple[Definition, ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """What a view makes of released counts.

    `base` is the number of people (or of what is counted) that the chart is about, `population` says who they are,
    `waiting` how many of them the survey has not asked yet; `nothing` explains, where there is nothing to show, why,
    and `offers` what to do then. `nothing_to_find`: there may be people, but nothing to find out of them, as where a
    filter has decided it. `chart` is drawn wherever there is something to show; None where a view has only words and
    a table, and where `undrawn` explains why none of its numbers is drawn: the table has what may be told.
    `alternative` tells it to those who do not see it. `reading` is one number read aloud, empty where all that there is
    to tell is an absence, or what the filters have decided. `benchmarks` are the outside figures that the chart is read
    against, each in a few words.
    """

    title: str
    base: int
    population: str
    chart: Chart | None
    data_table: DataTable
    reading: str
    alternative: str
    source: str
    notes: tuple[str, ...] = ()
    tiles: tuple[Tile, ...] = ()
    sections: tuple[Section, ...] = ()
    nothing: str = ""
    offers: tuple[Offer, ...] = ()
    benchmarks: tuple[str, ...] = ()
    nothing_to_find: bool = False
    waiting: str = ""
    undrawn: str = ""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show: nobody, or nothing to find out."""
        return self.base == 0 or self.nothing_to_find
