"""What does an exhibit's table look like as a file that a French Excel opens by a double click?"""

from __future__ import annotations

import csv
from io import StringIO

from dashboard.domain.rates import Share
from dashboard.exhibit import Exhibit
from dashboard.views.view import Twin

_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet may take for the start of a formula."""


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
            *twin.variables,
            *(["effectif", "base", "part", *intervals] if twin.counted else []),
            *twin.more,
            *twin.texts,
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
    return (
        str(value)
        if isinstance(value, int)
        else f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")
    )


def _text(text: str) -> str:
    return f"'{text}" if text.startswith(_RISKY) else text
