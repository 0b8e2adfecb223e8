"""How is each benefit drawn, cohort by cohort, and which numbers stand in its row?"""

from __future__ import annotations

from dashboard.content.charts.bars import GroupedBars
from dashboard.content.charts.datum import Datum, Series
from dashboard.content.charts.rich_text import RichText, bold, rich
from dashboard.content.data_table import Key, Row, total_along
from dashboard.domain.codebook import Category
from dashboard.domain.statistics.rates import Share
from dashboard.text.nouns import Noun
from dashboard.text.numbers import FRAGILE, count
from dashboard.views.benefits.named import BENEFIT, Benefits, name_of
from dashboard.views.kit.notes import COHORT, click_of

ANSWERED = Noun("répondant", "répondants")

EXTENT, EXTENT_IN_A_ROOM = 560, 880
"""Pixels between the first bar and the last: level bars on a page, upright ones in a room."""


def grouped_bars(benefits: Benefits) -> GroupedBars:
    """A bar for each benefit in each cohort, with its interval."""
    # A room's screen is too low for twenty level bars with their numbers, and wide enough for upright ones.
    upright = benefits.scene.medium == "room"
    return GroupedBars(
        tuple(_axis_label(benefits, cohort) for cohort in benefits.bases),
        tuple(_series(benefits, benefit) for benefit in benefits.benefits),
        "percent",
        horizontal=not upright,
        extent=EXTENT_IN_A_ROOM if upright else EXTENT,
    )


def _axis_label(benefits: Benefits, cohort: str) -> RichText:
    """A cohort with its base; it bears the mark of a small one in a room, whose upright bars are narrow."""
    base = benefits.bases[cohort]
    in_a_room = benefits.scene.medium == "room"
    mark = f" {FRAGILE}" if in_a_room and Share(0, base).fragile else ""
    return rich(f"{name_of(cohort)}{mark}", f"n\u00a0=\u00a0{count(base)}")


def _series(benefits: Benefits, benefit: Category) -> Series:
    data = tuple(_datum(benefits, cohort, benefit) for cohort in benefits.bases)
    return Series(benefit.label, benefit.colour, data)


def _datum(benefits: Benefits, cohort: str, benefit: Category) -> Datum:
    part = benefits.shown(cohort, benefit)
    people = f"{name_of(cohort)} : {ANSWERED.of_base(part.counted)}"
    return Datum(
        part.percent,
        part.label,
        rich(bold(benefit.label), people, *part.hover),
        click_of(benefits.scene, cohort, BENEFIT, ""),
        part.interval,
        () if benefits.scene.medium == "room" else part.marks,
    )


def row(benefits: Benefits, cohort: str, benefit: Category) -> Row:
    """The respondents of a cohort who name a benefit, as a share of those who answered."""
    part = benefits.part(cohort, benefit)
    return Row(
        (
            Key(COHORT, cohort, cohort) if cohort else total_along(COHORT),
            Key(BENEFIT, benefit.code, benefit.label),
        ),
        part.count,
        part.base,
        benefits.shown(cohort, benefit).correction,
        click_of(benefits.scene, cohort, BENEFIT, ""),
    )
