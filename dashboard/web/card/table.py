"""How is an exhibit's data table shown on a page, where each row does by keyboard what a click on the chart does?"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from dashboard.content.data_table import DataTable, Row
from dashboard.domain.statistics.rates import SMALL_BASE
from dashboard.domain.vocabulary import Vocabulary
from dashboard.exhibits.exhibit import Exhibit
from dashboard.outputs.caption import legend_of
from dashboard.text.numbers import ABSENT, FRAGILE, count, decimal, interval, share
from dashboard.text.words import capital
from dashboard.web.markup import as_data, tag


def table_of(exhibit: Exhibit, vocabulary: Vocabulary, prefix: str = "") -> Markup:
    """The table of `exhibit`, with a caption and the meaning of its marks.

    Its rows filter the selection whose parameters begin with `prefix` in the address.
    """
    data_table = exhibit.content.data_table
    rows = [
        _row(row, data_table, row.click.parameters(vocabulary, prefix)) for row in data_table.rows
    ]
    shares = [row.share for row in data_table.rows if row.share is not None]
    fragile = any(part.fragile and not part.hidden for part in shares)
    marks = f"{FRAGILE} : base inférieure à {SMALL_BASE}, à lire avec prudence." if fragile else ""
    legends = filter(None, (marks, legend_of(exhibit)))
    headers = [tag("th", text, scope="col") for text in _headers(data_table)]
    table = tag(
        "table",
        [
            tag("caption", f"{exhibit.caption.title} – {exhibit.caption.selection}"),
            tag("thead", tag("tr", headers)),
            tag("tbody", rows),
        ],
        class_="data-table",
    )
    return tag(
        "div",
        [table, *(tag("p", legend, class_="note") for legend in legends)],
        class_="data-table-scroll",
        tabindex="0",
        role="region",
        aria_label=f"Tableau : {exhibit.caption.title}",
    )


def _headers(data_table: DataTable) -> list[str]:
    shares = ["Base", "Part"] if data_table.has_shares else []
    intervals = ["Intervalle à 95 %"] if _has_intervals(data_table) else []
    counts = [data_table.count_name] if data_table.count_name else []
    names = (
        *data_table.key_names,
        *counts,
        *shares,
        *intervals,
        *data_table.measure_names,
        *data_table.remark_names,
    )
    return [capital(name) for name in names]


def _has_intervals(data_table: DataTable) -> bool:
    return data_table.with_intervals and data_table.has_shares


def _row(row: Row, data_table: DataTable, clicked: Mapping[str, str]) -> Markup:
    """A row whose name puts `clicked` into the address, if there is anything to put there."""
    name, *others = row.labels
    first: str | Markup = name
    if clicked:
        first = tag(
            "button",
            name,
            type="button",
            class_="row-link",
            title="Filtrer sur cette ligne, ou retirer ce filtre",
            data_target=as_data(clicked),
            aria_label=f"Filtrer : {', '.join(row.labels)}",
        )
    cells = [
        tag("th", first, scope="row"),
        *(tag("td", label) for label in others),
        *(tag("td", number, class_="number") for number in _numbers(row, data_table)),
        *(tag("td", remark) for remark in row.remarks),
    ]
    return tag("tr", cells)


def _numbers(row: Row, data_table: DataTable) -> list[str]:
    """The count, the base, the share with its interval, then further measures, in words."""
    numbers = [_measure(row.count)] if data_table.count_name else []
    if data_table.has_shares:
        numbers += [ABSENT if row.base is None else count(row.base), _share(row)]
    if _has_intervals(data_table):
        numbers.append(ABSENT if row.share is None else interval(row.share))
    return [*numbers, *(_measure(value) for value in row.measures)]


def _share(row: Row) -> str:
    """The share with the mark of a small base, where it is told."""
    if row.share is None:
        return ABSENT
    if row.share.hidden:
        return share(row.share)
    return f"{share(row.share)} {FRAGILE}" if row.share.fragile else share(row.share)


def _measure(value: float | None) -> str:
    if value is None:
        return ABSENT
    return count(value) if isinstance(value, int) else decimal(value, 2)
