"""How does a figure tell the page what a click on each of its parts keeps?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from dashboard.content.click_filter import ClickFilter

ClickWriter = Callable[[ClickFilter], Mapping[str, str]]
"""How a click is written into an address: parameters and their values."""

Targets = dict[str, object]
"""What the page's scripts read as `layout.meta.targets`: `points` by trace and place in it, each with the parameters
that a click writes.
"""


def written(click: ClickFilter, clicks: ClickWriter) -> dict[str, str]:
    """The parameters of a click; none where it keeps nothing in particular."""
    return dict(clicks(click)) if click else {}


def point_targets(traces: Iterable[Sequence[ClickFilter]], clicks: ClickWriter) -> Targets:
    """The clicks on the points of each trace, in the order of both; a trace that answers to none has an empty list."""
    return {
        "points": {
            str(i): [written(click, clicks) for click in listed] if any(listed) else []
            for i, listed in enumerate(traces)
        }
    }
