"""Which counts does an output tell, wherever they stand in it: cells, caches of charts, notes, alternatives, words?

A count of people that `diffusion` releases, or adds up of such, is a multiple of 5. What is read here is what a reader
finds: cells that an office program shows as whole numbers, and numbers in sentences before a word for people.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from io import BytesIO, StringIO
from zipfile import ZipFile

from lxml import etree, html
from openpyxl import load_workbook

BASE = 5

PEOPLE = "bénéficiaires?|personnes?|répondants?|non[- ]répondants?|femmes?|hommes?|interrogée?s?|inscriptions?"

NUMBER = r"(\d{1,3}(?:[\u00a0\u202f]\d{3})+(?!\d)|\d+)"

COUNTED = re.compile(
    rf"(?<![\d,.-])(?:\bn\s?=\s?{NUMBER}|{NUMBER}\s(?:{PEOPLE})\b|\bsur\s{NUMBER}(?![\d,%]|-\d|\s?%))"
)
"""`n = 1 045`, `245 bénéficiaires`, `120 sur 245`."""

WHOLE = re.compile(r"#,##0(?![.0])")
"""The format of cells and of points of a chart that are whole numbers."""

VALUES = ("Minimum", "Maximum", "Médiane", "Promotions interrogées")
"""The columns of a sheet that hold values of a distribution, such as numbers of units, or cohorts of the calendar."""

COUNT_COLUMNS = ("effectif", "base")

SENTENCES = ("p", "li", "td", "th", "text", "a:p", "dc:title", "desc", "title")
"""The elements whose words are read as one, whatever is marked in them."""

CHART = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}


def counts_in(data: bytes) -> Iterator[int]:
    """Each count that an output tells, workbooks in slides and charts in workbooks among it."""
    if data.startswith(b"PK"):
        yield from _in_package(data)
    elif data.startswith(b"\xef\xbb\xbf"):
        yield from _in_csv(data)
    elif data.lstrip().startswith((b"{", b"[")):
        yield from _in_told(json.loads(data))
    elif data.strip():
        yield from _in_markup(data)


def unrounded(data: bytes) -> list[int]:
    """Those of them that are no multiple of 5."""
    return [count for count in counts_in(data) if count % BASE]


def _in_package(data: bytes) -> Iterator[int]:
    with ZipFile(BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    if "xl/workbook.xml" in parts:
        yield from _in_workbook(data)
    for name, part in parts.items():
        if re.search(r"/charts/chart\d*\.xml$", name):
            yield from _in_chart(part)
        elif name.endswith(".xlsx"):
            yield from _in_package(part)
        elif name.endswith(".xml") and not name.startswith("xl/"):
            yield from _in_markup(part)


def _in_words(text: str) -> Iterator[int]:
    for found in COUNTED.findall(text):
        yield int(re.sub(r"\D", "", next(filter(None, found))))


def _in_csv(data: bytes) -> Iterator[int]:
    rows = list(csv.reader(StringIO(data.decode("utf-8-sig")), delimiter=";"))
    header = next(row for row in rows if len(row) > 1)
    places = [i for i, name in enumerate(header) if name in COUNT_COLUMNS]
    for row in rows:
        yield from (int(row[i]) for i in places if len(row) > i and row[i].isdigit())
        yield from _in_words(" ".join(row))


def _in_workbook(data: bytes) -> Iterator[int]:
    for sheet in load_workbook(BytesIO(data)):
        headed = {cell.column for row in sheet.iter_rows() for cell in row if cell.value in VALUES}
        for row in sheet.iter_rows():
            for cell in row:
                if cell.column in headed:
                    continue
                if isinstance(cell.value, str):
                    yield from _in_words(cell.value)
                elif isinstance(cell.value, int | float) and WHOLE.search(cell.number_format):
                    yield from _whole(cell.value)


def _in_chart(data: bytes) -> Iterator[int]:
    root = etree.fromstring(data)
    for cache in root.iterfind(".//c:numCache", CHART):
        if WHOLE.search(cache.findtext("c:formatCode", "", CHART)):
            for value in cache.iterfind("c:pt/c:v", CHART):
                yield from _whole(float(value.text or 0))
    yield from _in_words(" ".join(root.itertext()))


def _whole(value: float) -> Iterator[int]:
    """A number of people, which a pyramid draws to the left as well; a mean is none."""
    if value == int(value):
        yield abs(int(value))


def _in_told(told: object) -> Iterator[int]:
    if isinstance(told, dict):
        # How many each choice of a filter would keep, as `{"genre": {"F": "495"}}`.
        for choices in told.get("counts", {}).values():
            yield from (int(re.sub(r"\D", "", n)) for n in choices.values() if n != "s")
        for value in told.values():
            yield from _in_told(value)
    elif isinstance(told, list):
        for value in told:
            yield from _in_told(value)
    elif isinstance(told, str):
        yield from _in_markup(told.encode()) if "<" in told else _in_words(told)


def _in_markup(data: bytes) -> Iterator[int]:
    """What is read of HTML, SVG or the XML of slides, and hovers over it; figures of plotly stand in it as JSON."""
    root = html.fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
    for element in root.iter():
        if element.tag == "script":
            if element.get("type") == "application/json":
                yield from _in_told(json.loads(element.text or "null"))
        elif element.tag in SENTENCES:
            yield from _in_words(" ".join(element.itertext()))
        else:
            yield from _in_words(element.text or "")
        for text in element.attrib.values():
            yield from _in_words(text)
