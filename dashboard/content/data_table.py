"""Which numbers stand behind a chart, row by row, whoever shows or writes them?"""

from __future__ import annotations

from dataclasses import dataclass, field

from dashboard.content.click_filter import NO_CLICK, ClickFilter
from dashboard.domain.dimension import Dimension
from dashboard.domain.statistics.rates import Share

TOTAL = "*"
"""The code of all categories together, along any dimension; no codebook has it."""

TOTAL_LABEL = "Ensemble"
"""How all categories together are written."""


PERCENT = "(%)"
"""What the name of a further measure ends with that is a share in percent: files write it as they write shares."""


@dataclass(frozen=True, slots=True)
class Key:
    """What a row is about in one column: a category of a dimension by its code, and how a reader sees it.

    Keys are the same where their codes are, whatever their labels. `along` is a word of the code where the column is no
    dimension, such as "step" of a flow.
    """

    along: Dimension | str
    code: str
    label: str = field(compare=False)


def total_along(along: Dimension | str, label: str = TOTAL_LABEL) -> Key:
    """The key of all categories of `along` together."""
    return Key(along, TOTAL, label)


@dataclass(frozen=True, slots=True)
class Row:
    """One cell of what is counted: its categories, how many, of how many.

    `count` is None where there is nothing to count, which is no zero; `base` where a share makes no sense. `silent` are
    those of the base who were asked what the row counts and did not tell, `silent_outside` those who did not either and
    are not in the base. `measures` are further numbers, `remarks` what is said of the row after them. `click` is what
    its name keeps. `distribution` is what a mean is taken of: pairs of a value and how many people have it; empty for a
    row that is none.

    Rows that are `comparable` may be compared between two selections: not those that count an absence of information,
    which tells of a calendar and not of people, nor those of a cohort of which too little is known. `match_key` names
    the row where cohorts are compared with each other, if that is not its keys without the cohort's: for example the
    second year of each cohort, whichever academic year that is.
    """

    keys: tuple[Key, ...]
    count: int | None
    base: int | None
    measures: tuple[float | int | None, ...] = ()
    click: ClickFilter = NO_CLICK
    remarks: tuple[str, ...] = ()
    comparable: bool = True
    match_key: tuple[Key, ...] = ()
    silent: int = 0
    silent_outside: int = 0
    distribution: tuple[tuple[int, int], ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """Its categories as a reader sees them."""
        return tuple(key.label for key in self.keys)

    @property
    def share(self) -> Share | None:
        """The row's share of its base; None where a share makes no sense."""
        if self.count is None or self.base is None:
            return None
        return Share(self.count, self.base)


@dataclass(frozen=True, slots=True)
class DataTable:
    """The same numbers as the chart: columns of keys, the count, base and share, further measures, then remarks.

    `key_names`, `measure_names` and `remark_names` head the columns, in French; where `count_name` is empty, no row
    has a count. `with_intervals`: shares are shown with their 95 % Wilson interval. A measure whose name ends with
    PERCENT is a share in percent.

    `partition_by`: rows alike in that many first keys divide one base among them. For example, the categories of each
    cohort are parts of that cohort: 1. Then a row that is not there counts nobody. None where rows overlap, or where
    one that is not there has a base of its own.

    `counts_compared`: a count without a base may be set against that of another selection, as beneficiaries are.

    `independent`: each case counted is another person; the units of one person are not, and no test holds for them.
    """

    key_names: tuple[str, ...]
    count_name: str
    rows: tuple[Row, ...]
    measure_names: tuple[str, ...] = ()
    with_intervals: bool = False
    remark_names: tuple[str, ...] = ()
    partition_by: int | None = None
    independent: bool = True
    counts_compared: bool = False

    @property
    def has_shares(self) -> bool:
        """Whether any row is a share of a base."""
        return any(row.base is not None for row in self.rows)
