"""What does a chart show of one number: its value, its words, what stands under the mouse and what a click keeps?"""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import Literal

from dashboard.content.charts.rich_text import NO_TEXT, RichText
from dashboard.content.click_filter import NO_CLICK, ClickFilter
from dashboard.domain.counts import Count, Suppressed
from dashboard.text.numbers import FRAGILE, SILENT

Unit = Literal["number", "percent"]
"""What an axis counts: people, units, euros, points; or percent of a base."""

Interval = tuple[float, float]
"""The ends of an interval, in the unit of its value: at 95 % of a share, at 99 % of a gap."""

Mark = Literal["small_base", "item_nonresponse"]
"""A base under 30; a base of which a third or more did not answer."""

ASIDE = " · "
"""What parts a number from what is said of it in a label; there a narrow chart may break the line."""

GLYPHS: dict[Mark, str] = {"small_base": FRAGILE, "item_nonresponse": SILENT}
"""How each mark is written behind a number."""


@dataclass(frozen=True, slots=True)
class Datum:
    """One bar, segment or point. A `value` of None draws nothing: it is absent, not zero; so is one that is not told.

    `label` is the value in words, without its `marks`; `suffix` is what stands behind these, such as the number of
    people in `57 % △ (12)`. `hover` is what stands under the mouse.
    """

    value: float | None
    label: str = ""
    hover: RichText = NO_TEXT
    click: ClickFilter = NO_CLICK
    interval: Interval | None = None
    marks: tuple[Mark, ...] = ()
    suffix: str = ""

    def __post_init__(self) -> None:
        value: Count | float | None = self.value
        if isinstance(value, Suppressed) or (value is not None and isnan(value)):
            object.__setattr__(self, "value", None)

    @property
    def text(self) -> str:
        """The label with its marks and its suffix: `57 % △`, `57 % △ (12)`."""
        text = marked(self.label, self.marks)
        return f"{text} {self.suffix}" if text and self.suffix else text


@dataclass(frozen=True, slots=True)
class Series:
    """One colour of the legend: a datum for each category of the chart.

    `absent` series, such as "Sans information", are hatched and outlined, so that print tells them from answers.
    """

    name: str
    colour: str
    data: tuple[Datum, ...]
    absent: bool = False

    @property
    def values(self) -> tuple[float | None, ...]:
        """The value of each category."""
        return tuple(datum.value for datum in self.data)


def marked(label: str, marks: tuple[Mark, ...]) -> str:
    """`label` with the glyph of each of `marks`; an empty label stays empty."""
    return " ".join([label, *(GLYPHS[mark] for mark in marks)]) if label else ""
