"""How are the parts of each cohort drawn, a bar a cohort?"""

from __future__ import annotations

from collections.abc import Callable

from dashboard.content.charts.bars import StackedBars
from dashboard.content.charts.datum import Datum, Series
from dashboard.content.charts.rich_text import RichText, rich
from dashboard.domain.counts import is_told
from dashboard.text.numbers import NO_BREAK, count, share
from dashboard.views.kit.cohorts.breakdown import CohortBreakdown, cohort_label
from dashboard.views.kit.cohorts.parts import Part
from dashboard.views.kit.notes import marks_of


def cohort_bars(
    breakdown: CohortBreakdown,
    datum: Callable[[Part, str], Datum],
    name: Callable[[str], RichText],
    axis_title: str = "",
) -> StackedBars:
    """A bar for each cohort, filled by its parts.

    `datum` tells what is drawn of a part in a cohort, `name` what stands beside a cohort's bar.
    """
    phone = breakdown.scene.medium == "phone"
    return StackedBars(
        categories=tuple(name(cohort) for cohort in breakdown.bars),
        series=tuple(
            Series(
                name=part.category.short_label if phone else part.label,
                colour=part.category.colour,
                data=tuple(datum(part, cohort) for cohort in breakdown.bars),
                absent=part.absent,
            )
            for part in breakdown.drawn
        ),
        unit=breakdown.unit,
        axis_title=axis_title,
        benchmarks=tuple(breakdown.benchmarks.values()),
    )


def name_with_base(breakdown: CohortBreakdown, cohort: str) -> RichText:
    """`2015-2016`, and below it how many its bar stands for."""
    in_shares = breakdown.unit == "percent"
    number = breakdown.base(cohort) if in_shares else breakdown.members(cohort)
    return rich(cohort_label(cohort), f"n{NO_BREAK}={NO_BREAK}{count(number)}")


def datum_of(breakdown: CohortBreakdown, part: Part, cohort: str, hover: RichText) -> Datum:
    """The number of `part` in `cohort`, or its share with its mark.

    No value where nothing is known of the cohort, or where it may not be told.
    """
    of_base = breakdown.share(part, cohort)
    shows = breakdown.shows(part, cohort)
    click = breakdown.click(part, cohort)
    if breakdown.unit == "number":
        value = of_base.count if shows and is_told(of_base.count) else None
        return Datum(value, count(of_base.count), hover, click)
    value_in_percent = of_base.percent if shows else None
    return Datum(value_in_percent, share(of_base, 0), hover, click, marks=marks_of(of_base))
