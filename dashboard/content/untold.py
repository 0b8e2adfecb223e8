"""What is said of a view whose chart draws nothing, or leaves gaps, since its numbers are not told?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dashboard.content.charts import Chart, Dots, FlowDiagram, GroupedBars, Lines, StackedBars
from dashboard.content.content import Content
from dashboard.content.data_table import Row
from dashboard.content.notes import Caution, Concern
from dashboard.domain.counts import Rounded, is_told

NO_SHARE = Caution(
    "Aucune part n'est diffusée : chacune serait tirée d'un trop petit nombre de personnes.",
    Concern.SMALL_BASE,
)
"""What is said of a view all of whose shares are hidden, and that draws numbers of people."""

UNDRAWN = (
    "Il n'y a rien à dessiner : les nombres de cette figure sont tirés de trop peu de personnes pour être diffusés. Le "
    "tableau donne ceux qui le sont."
)
"""What stands instead of a chart without one bar, point, dot or flow."""

ALL_UNTOLD = (
    "Il n'y a rien à montrer : ces nombres sont tirés de trop peu de personnes pour être diffusés."
)
"""The same where the table has no row either."""

NO_MARK = (
    "Il n'y a rien à dessiner dans cette sélection : le tableau donne les nombres de cette figure."
)
"""The same where nothing is kept back."""

GAPS = Caution(
    "Les parts tirées de trop peu de personnes ne sont ni diffusées ni dessinées : une barre incomplète ou absente, "
    "un point qui manque ne veulent pas dire zéro.",
    Concern.UNTOLD,
    "Des parts, tirées de trop peu de personnes, ne sont ni diffusées ni dessinées.",
)
"""What explains the gaps of a chart some of whose shares are hidden."""


def with_what_is_hidden(content: Content) -> Content:
    """`content`, of somebody, with what its reader has to know of numbers that are not told.

    A chart that would draw nothing at all is left out, and its place taken by a sentence.
    """
    rows = content.data_table.rows
    # A table of what is told alone may have no row left.
    all_told = bool(rows) and not any(map(_is_hidden, rows))
    values = tuple(_values(content.chart))
    if values and all(value is None for value in values):
        # Rows of rounded numbers leave out the groups that are too small to have one.
        why = NO_MARK if all_told and not isinstance(content.base, Rounded) else UNDRAWN
        why = ALL_UNTOLD if why == UNDRAWN and not rows else why
        return replace(content, chart=None, undrawn=why, alternative=why)
    if all_told:
        return content
    shares = [row.share for row in rows if row.share and row.share.base]
    if shares and all(share.hidden for share in shares):
        return replace(content, notes=(NO_SHARE, *content.notes))
    # A row of dots says by itself that its share is not told.
    gaps = None in values and not isinstance(content.chart, Dots)
    return replace(content, notes=(GAPS, *content.notes)) if gaps else content


def _is_hidden(row: Row) -> bool:
    """Whether the row has a share, or a number, that is not told."""
    if row.share and row.share.hidden:
        return True
    return any(number is not None and not is_told(number) for number in (row.count, row.base))


def _values(chart: Chart | None) -> Iterator[float | None]:
    """What each bar, segment, point or dot of the chart stands for; None where it has no place for one, nor a flow."""
    if isinstance(chart, (StackedBars, GroupedBars, Lines)):
        yield from [datum.value for series in chart.series for datum in series.data] or [None]
    elif isinstance(chart, Dots):
        yield from [row.datum.value for row in chart.rows] or [None]
    elif isinstance(chart, FlowDiagram) and not chart.nodes:
        yield None
