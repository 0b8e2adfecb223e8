"""What does an exhibit's table look like as a file that a French Excel opens by a double click?"""

from __future__ import annotations

import csv
import re
from io import StringIO

from dashboard.domain.rates import Share
from dashboard.exhibit import Exhibit
from dashboard.outputs.inert import inert
from dashboard.text.numbers import without_minus_zero
from dashboard.views.view import Twin

_RISKY = re.compile(
    r"[\t\r\n]|[\s\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]"
)
"""The start of what a spreadsheet may take for a formula: its sign, also a wide one, behind what it may skip unseen."""

_DIGITS = 2
"""How many decimals a number is written with, at most."""


def write_csv(exhibit: Exhibit) -> bytes:
    """The table of `exhibit`: UTF-8 with BOM, `;`, decimal comma, a French header, one line per cell.

    `part` and its bounds are in percent; a cell without a number is empty. The last two columns repeat the selection
    and, for demonstration tables, that they are synthetic.
    """
    twin = exhibit.content.twin
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    intervals = ["ic95_bas", "ic95_haut"] if twin.compared else []
    writer.writerow(
        [
            *map(_text, twin.variables),
            *(["effectif", "base", "part", *intervals] if twin.counted else []),
            *map(_text, (*twin.more, *twin.texts)),
            "sélection",
            "données",
        ]
    )
    for row in twin.rows:
        writer.writerow(
            [
                *(_text(label) for label in row.labels),
                *([str(row.count), *_of_base(row.share, twin)] if twin.counted else []),
                *(_number(value) for value in row.more),
                *(_text(text) for text in row.texts),
                _text(exhibit.selection),
                _text(exhibit.stamp or f"version {exhibit.version}"),
            ]
        )
    return out.getvalue().encode("utf-8-sig")


def _of_base(share: Share | None, twin: Twin) -> list[str]:
    if share is None:
        return [""] * (4 if twin.compared else 2)
    low, high = share.interval or (None, None)
    bounds = [_number(low), _number(high)] if twin.compared else []
    return [str(share.base), _number(share.percent), *bounds]


def _number(value: float | None) -> str:
    if value is None:
        return ""
    if isinstance(value, int):
        return str(value)
    text = f"{without_minus_zero(value, _DIGITS):.{_DIGITS}f}"
    return text.rstrip("0").rstrip(".").replace(".", ",")


def _text(text: str) -> str:
    """`text` without control characters, and marked as a text where a spreadsheet might run it."""
    shown = inert(text)
    return f"'{shown}" if _RISKY.match(shown) else shown
