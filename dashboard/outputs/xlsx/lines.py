"""How does a spreadsheet draw lines?"""

from __future__ import annotations

from dashboard.outputs.native_plot import NativePlot, NativeSeries
from dashboard.outputs.xlsx.options import (
    Options,
    cells_options,
    label_options,
    whisker_options,
)

LINES_HEIGHT = 460
"""How high the chart is, in pixels."""


def lines_series(plot: NativePlot, series: NativeSeries, column: int) -> Options:
    """The line of `series`, whose values stand in `column`: dotted as a whole where a piece of it is."""
    place: Options = {"position": "right" if series.above else "above"}
    return {
        **cells_options(plot, column),
        "line": {
            "color": series.colour,
            "width": 2,
            # The library gives a point a look of its own, and not the piece of the line that leads to it.
            **({"dash_type": "round_dot"} if series.dotted else {}),
        },
        "marker": {
            "type": "circle",
            "size": 7,
            "fill": {"color": series.colour},
            "border": {"color": series.colour},
        },
        **label_options(plot, series, place),
        **whisker_options(plot, series),
    }
