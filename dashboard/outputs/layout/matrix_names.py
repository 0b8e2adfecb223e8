"""In which lines do the names of a matrix stand beside its rows and above its columns?"""

from __future__ import annotations

from re import split

from dashboard.content.charts import Matrix
from dashboard.content.charts.rich_text import Line, RichText, Run, rich
from dashboard.outputs.layout.text_width import SIZE, width_of_rich
from dashboard.outputs.layout.wrapping import wrapped_text

COLUMN_LETTERS, TITLE_LETTERS = 12, 15
"""Letters on a line of the name of a column, and of what rows are."""

FEW_COLUMNS = 8
"""The names of more columns than that are broken wherever they can be, a year after its hyphen too."""


def row_names(chart: Matrix) -> list[RichText]:
    """Those of the rows."""
    return [wrapped_text(name, chart.name_letters) for name in chart.rows]


def column_names(chart: Matrix) -> list[RichText]:
    """Those of the columns; where there are many, as narrow as can be."""
    if len(chart.columns) <= FEW_COLUMNS:
        return [wrapped_text(name, COLUMN_LETTERS) for name in chart.columns]
    return [_word_by_word(name) for name in chart.columns]


def corner(chart: Matrix) -> RichText:
    """What the rows are."""
    return wrapped_text(rich(chart.row_title), TITLE_LETTERS) if chart.row_title else RichText()


def names_width(chart: Matrix) -> float:
    """Pixels of the widest name of a row."""
    return max(
        (width_of_rich(name, SIZE) for name in (*row_names(chart), corner(chart))), default=0
    )


def _word_by_word(name: RichText) -> RichText:
    return RichText(tuple(part for line in name.lines for part in _words(line)))


def _words(line: Line) -> list[Line]:
    """The words of a line of one style, each on a line of its own."""
    if len(line) != 1:
        return [line]
    (run,) = line
    return [(Run(word, run.bold, run.colour),) for word in split(r" |(?<=-)", run.text) if word]
