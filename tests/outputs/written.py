"""Which words does a figure write, which of them are values, and does the page's table hold these?"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from dashboard.exhibit import Exhibit
from dashboard.text.numbers import MINUS, NARROW
from dashboard.views.kit.flow_shares import OF_ALL
from dashboard.views.kit.nonresponse_weighting import CORRECTED_COLUMNS

NUMBER = re.compile(rf"(?<![\w-]){MINUS}?\d[\d{NARROW}]*(?:,\d+)?(?![\d-])")
"""A number as French writes it; not the one of a wave (T1) or of an academic year."""

NO_VALUE = re.compile(r"à 95\s%|\bsept\.\s\d{4}")
"""What has a number that no table holds: how sure an interval is, when a wave will be."""


def words_of(figure: Figure) -> Counter[str]:
    """Every text that can be read in `figure` without a mouse, bare: legend, axes, labels, what stands around."""
    return bared((*_around(figure), *_notes(figure), *labels_of(figure)))


def bared(texts: Iterable[str]) -> Counter[str]:
    """How often each of `texts` comes, without markup and without space; one that says nothing is none."""
    plain = (re.sub(r"<[^>]*>|\s", "", text) for text in texts)
    return Counter(text for text in plain if text)


def labels_of(figure: Figure) -> Iterator[str]:
    """The texts of bars, points, cells and nodes: what is written of the values."""
    for trace in figure["data"]:
        if trace["type"] == "sankey":
            yield from trace["node"]["label"]
        elif trace["type"] == "heatmap":
            yield from (text for line in trace["text"] for text in line)
        elif trace["type"] == "bar" or "text" in trace.get("mode", ""):
            texts = trace.get("text", ())
            points = zip(texts, trace["x"], trace["y"], strict=True) if texts else ()
            yield from (text for text, x, y in points if x is not None and y is not None)


def _notes(figure: Figure) -> Iterator[str]:
    yield from (note["text"] for note in figure["layout"].get("annotations", ()))


def _around(figure: Figure) -> Iterator[str]:
    layout = figure["layout"]
    for name in ("xaxis", "yaxis"):
        axis = layout.get(name, {})
        if axis.get("visible", bool(axis)):
            low, high = sorted(axis["range"])
            marks = zip(axis["tickvals"], axis["ticktext"], strict=True)
            yield from (text for value, text in marks if low <= value <= high)
            yield axis.get("title", {}).get("text", "")
    if layout.get("showlegend"):
        yield layout.get("legend", {}).get("title", {}).get("text", "")
        # A legend does not name what has no point.
        listed = (t for t in figure["data"] if t.get("showlegend", True) and len(t["x"]))
        yield from (trace.get("name", "") for trace in listed)


def strangers(exhibit: Exhibit) -> list[str]:
    """The values that the figure writes, and the page's table or key figures do not, to the digit that is written."""
    figure, known = exhibit.content.figure, list(numbers_of(exhibit))
    # The legend of a map writes where its classes begin.
    is_map = any(trace.get("fill") == "toself" and trace.get("name") for trace in figure["data"])
    texts = [*labels_of(figure), *(() if is_map else _notes(figure))]
    found = (number for text in texts for number in _numbers_in(text))
    return [number for number in found if not any(_writes(number, one) for one in known)]


def _numbers_in(text: str) -> list[str]:
    return NUMBER.findall(NO_VALUE.sub("", re.sub(r"<[^>]*>", " ", text)))


def _writes(text: str, value: float) -> bool:
    digits = len(text.partition(",")[2])
    return abs(abs(value) - abs(_read(text))) <= 0.5 * 10.0**-digits + 1e-9


def _read(text: str) -> float:
    return float(text.replace(NARROW, "").replace(MINUS, "-").replace(",", "."))


def numbers_of(exhibit: Exhibit) -> Iterator[float]:
    """Counts, bases, shares, measures of the table; for nodes, the people of all rows alike, or their corrected share.

    Of a table that its figure sums up, the rows alike. And bases of key figures.
    """
    data_table = exhibit.content.data_table
    flows = any(trace["type"] == "sankey" for trace in exhibit.content.figure["data"])
    of_all = OF_ALL if OF_ALL in data_table.measures else CORRECTED_COLUMNS[0]
    corrected = (
        data_table.measures.index(of_all) if flows and of_all in data_table.measures else None
    )
    match_key: Counter[tuple[str, int, str]] = Counter()
    weighed: dict[tuple[str, int, str], float] = defaultdict(float)
    for row in data_table.rows:
        percent = row.share.percent if row.share else None
        found = (row.number, row.base, percent, *row.measures)
        yield from (value for value in found if value is not None)
        for i, label in enumerate(row.labels):
            match_key[row.labels[0], i, label] += row.count
            if corrected is not None:
                weighed[row.labels[0], i, label] += row.measures[corrected] or 0
        if exhibit.view.tabular:
            match_key.update((_place(row.labels[0]), i, text) for i, text in enumerate(row.texts))
    yield from match_key.values()
    yield from weighed.values()
    for tile in exhibit.content.tiles:
        yield from map(_read, _numbers_in(tile.base))


def _place(label: str) -> str:
    """`Annexe II` is one of the annexes, `Texte, apports (figure 9)` stands in that chapter."""
    return re.sub(r" [IVX\d]+$| \(.*", "", label)
