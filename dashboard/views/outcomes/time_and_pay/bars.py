"""How are the bars before and after drawn, and which numbers stand behind them?"""

from __future__ import annotations

from dashboard.content.charts.bars import StackedBars
from dashboard.content.charts.datum import Datum, Series
from dashboard.content.charts.rich_text import bold, rich
from dashboard.content.click_filter import ClickFilter, keeping
from dashboard.content.data_table import DataTable, Key, Row, total_along
from dashboard.domain.codebook import Category, Variable
from dashboard.domain.dimension import Dimension
from dashboard.domain.statistics.rates import Share
from dashboard.text.numbers import FRAGILE, count
from dashboard.text.words import counted, inside, part_of_base
from dashboard.views.kit.nonresponse_weighting import CORRECTED_COLUMNS, wanted
from dashboard.views.outcomes.time_and_pay.same_people import (
    CORRECTION,
    Change,
    amount_of,
    told_of,
)

MEDIAN_BAND = "tranche médiane"
"""What the band is called that holds the median amount."""


def stacked_bars(change: Change) -> StackedBars:
    """A bar before and a bar after, filled by the categories."""
    return StackedBars(
        tuple(rich(_bar_name(change, step)) for step in change.steps),
        tuple(_series(change, category) for category in change.categories()),
        "percent",
        axis_title=f"Part des {counted(change.base, 'personne')}",
    )


def data_table(change: Change) -> DataTable:
    """A row for each date and category; of amounts, also one for all categories of a date, with the median.

    Where amounts are told by bands alone, the band that holds it is a remark.
    """
    amount, corrected = amount_of(change.scene), wanted(change.scene, CORRECTION)
    medians = () if amount is None or change.in_bands else (_median_name(amount),)
    rows = []
    for step in change.steps:
        rows += [
            _row(change, step, category, paid=bool(medians)) for category in change.categories()
        ]
        if amount is not None:
            rows.append(_whole_row(change, step, corrected=corrected))
    return DataTable(
        ("date", told_of(change.scene).label),
        "effectif",
        tuple(rows),
        (*medians, *(CORRECTED_COLUMNS if corrected else ())),
        with_intervals=True,
        remark_names=(MEDIAN_BAND,) if change.in_bands else (),
        partition_by=1,
    )


def when(change: Change, step: Dimension) -> str:
    """A date as a reader sees it: `Avant (T0)`, `6-12 mois (T1)`."""
    short = change.scene.vocabulary.codebook.waves[step.wave or ""].short
    return f"{short} ({step.wave})"


def _bar_name(change: Change, step: Dimension) -> str:
    """The date, with the median amount where there is one; the mark of a small base stands here, on both bars."""
    median = _median(change, step)
    mark = f" {FRAGILE}" if Share(0, change.base).fragile else ""
    return f"{when(change, step)}{median}{mark}"


def _median(change: Change, step: Dimension) -> str:
    """`, médiane 1 650 €`, or `, tranche médiane : 1 500 à 1 999 €`; nothing where it is not told."""
    if change.in_bands:
        band = change.median_band(step)
        return "" if band is None else f", {MEDIAN_BAND} : {inside(band.label)}"
    middle, amount = change.median(step), amount_of(change.scene)
    # No line breaks an amount: `1 650 €`.
    unit = f"\u00a0{amount.unit}" if amount is not None and amount.unit else ""
    return "" if middle is None else f", médiane {count(middle)}{unit}"


def _median_name(amount: Variable) -> str:
    return f"médiane ({amount.unit})" if amount.unit else "médiane"


def _series(change: Change, category: Category) -> Series:
    return Series(
        category.label,
        category.colour,
        tuple(_datum(change, step, category) for step in change.steps),
    )


def _datum(change: Change, step: Dimension, category: Category) -> Datum:
    shown = change.shown(step, category.code)
    part = shown.counted
    people = f"{when(change, step)} : {part_of_base(part)}"
    hover = rich(bold(category.label), people, *shown.hover)
    return Datum(shown.percent, shown.label, hover, _click(step, category))


def _click(step: Dimension, category: Category) -> ClickFilter:
    return keeping((step, category.code))


def _row(change: Change, step: Dimension, category: Category, *, paid: bool) -> Row:
    shown = change.shown(step, category.code)
    return Row(
        (_date(change, step), Key(step, category.code, category.label)),
        shown.counted.count,
        shown.counted.base,
        (*((None,) if paid else ()), *shown.correction),
        _click(step, category),
        remarks=("",) if change.in_bands else (),
        silent_outside=change.silent_outside,
    )


def _whole_row(change: Change, step: Dimension, *, corrected: bool) -> Row:
    """All categories of a date together: of all, all is no share."""
    nothing = (None,) * len(CORRECTED_COLUMNS) if corrected else ()
    keys = (_date(change, step), total_along(step))
    if change.in_bands:
        band = change.median_band(step)
        return Row(keys, change.base, None, nothing, remarks=("" if band is None else band.label,))
    return Row(keys, change.base, None, (change.median(step), *nothing))


def _date(change: Change, step: Dimension) -> Key:
    return Key("wave", step.wave or "", when(change, step))
