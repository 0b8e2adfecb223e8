"""What do tests take away? Every view in every position of its switches, of several selections; and hostile words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from io import BytesIO
from itertools import chain, cycle
from pathlib import Path
from zipfile import ZipFile

import pptx
from lxml import etree
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.shapes.base import BaseShape
from pptx.slide import Slide

from dashboard.content.charts import StackedBars
from dashboard.content.charts.datum import Datum, Series
from dashboard.content.charts.rich_text import rich
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable, Row
from dashboard.disclosure.policy import INTERNAL
from dashboard.exhibits.exhibit import Exhibit
from dashboard.opening import open_publication
from dashboard.outputs.columns import columns_of
from dashboard.outputs.deck.presentation import write_pptx
from dashboard.outputs.deck.template import own_template
from dashboard.publication import Publication
from dashboard.views.registry import views
from tests.support.examples import PROFILE
from tests.support.exhibits import composed, followed, handmade, keys

__all__ = ["composed"]

DATA = Path(__file__).parents[2] / "data"

PEOPLE = ("", "promotion=2015-2016&genre=F", "region=alsace&age=50-ans-et-plus")
"""Everybody; a usual question; few people."""

NOBODY = "genre=H&cadre=oui&region=corse"

HOSTILE = (
    '=HYPERLINK("http://x";"y")',
    "+33",
    "-1",
    "@SUM(A1)",
    "</a:t></a:r>",
    '"><script>',
    '</script><img src=x onerror="window.hacked=1">',
    '<a href="javascript:window.hacked=1">x</a>',
    "a & b",
    "😀 emoji",
    "x" * 300,
    "\u202eמימין לשמאל",
    "bell\x07 null\x00 escape\x1b",
    "\ttab",
    "two\nlines",
    "_x0041_",
    "\ufffe\uffff",
    "\u200bzero\u200d\ufeffwidth",
    "{brace} {0} {%x%} %{y} }{",
)


def addresses(publication: Publication) -> Iterator[tuple[str, str]]:
    """View names with addresses: each position of each switch is met for some people, and each view for nobody.

    In the soak profile also each position alone, for everybody; in the quick profile one address a view.
    """
    for name, view in views().items():
        positions = [
            [
                f"{switch.parameter}={choice.value}"
                for choice in switch.choices(publication.vocabulary)
            ]
            for switch in view.switches
        ]
        if PROFILE == "soak":
            yield from ((name, search) for search in chain(*positions))
        for i in range(1, 2) if PROFILE == "quick" else range(max(3, *map(len, positions), 0)):
            turned = [listed[i % len(listed)] for listed in positions]
            yield name, "&".join([PEOPLE[i % len(PEOPLE)], *turned])
        if PROFILE != "quick":
            yield name, NOBODY


def opened(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


def rows_in(book: Workbook) -> list[tuple[object, ...]]:
    """The table of a workbook, header first."""
    sheet = book["Tableau"]
    (table,) = sheet.tables.values()
    header, *rows = [tuple(_read(cell.value) for cell in row) for row in sheet[table.ref]]
    # A table of a spreadsheet has a row, also where there is nobody.
    return [header, *(row for row in rows if any(value is not None for value in row))]


def rows_of(exhibit: Exhibit) -> list[tuple[object, ...]]:
    """The table of an exhibit as a workbook gives it back, header first."""
    columns = columns_of(exhibit.content.data_table)
    lines = zip(*(column.values for column in columns), strict=True)
    header: tuple[object, ...] = tuple(column.header for column in columns)
    return [header, *(tuple(map(_read, line)) for line in lines)]


def _read(value: object) -> object:
    """What a spreadsheet gives back: an empty text is an empty cell."""
    if isinstance(value, float):
        return round(value, 9)
    return value or None if isinstance(value, str) else value


def parts(content: bytes) -> dict[str, bytes]:
    """The files of a package, each checked to be well-formed where it is XML."""
    with ZipFile(BytesIO(content)) as package:
        files = {name: package.read(name) for name in package.namelist()}
    for name, data in files.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(data)
    return files


def slide_of(exhibit: Exhibit) -> Slide:
    """The only slide of the file, whose package is well-formed and holds no picture and no colour but the theme's."""
    content = write_pptx(exhibit, own_template())
    files = parts(content)
    assert not [name for name in files if re.search(r"\.(png|jpe?g|gif|emf|wmf|svg)$", name)]
    assert not any(b"<a:blip" in data or b"<p:pic>" in data for data in files.values())
    drawn = [name for name in files if re.match(r"ppt/(slides|charts)/.*\.xml$", name)]
    assert drawn
    assert not [name for name in drawn if b"srgbClr" in files[name]]
    (slide,) = pptx.Presentation(BytesIO(content)).slides
    return slide


def charted(slide: Slide) -> list[BaseShape]:
    return [shape for shape in slide.shapes if shape.has_chart]


def grouped(slide: Slide) -> list[BaseShape]:
    (group,) = [s for s in slide.shapes if s.shape_type == MSO_SHAPE_TYPE.GROUP]
    return list(group.shapes)


def hostile(text: str) -> Exhibit:
    """An exhibit whose every word is `text`."""
    datum = Datum(40.0, text, rich(text))
    chart = StackedBars((rich(text),), (Series(text, "#46936c", (datum,)),), "percent", text)
    row = Row(keys(text, text), 2, 5, (1.5,), remarks=(text,))
    data_table = DataTable(
        (text, text),
        text,
        (row,),
        measure_names=(text,),
        remark_names=(text,),
        with_intervals=True,
    )
    content = Content(
        text, 5, text, chart, data_table, text, text, text, notes=(text,), nothing=text
    )
    return handmade(content, text, text, text)


SAID = (
    *(
        "label",
        "short",
        "term",
        "definition",
        "title",
        "partners",
        "description",
        "population",
        "source",
    ),
    *(
        "source_enrolment",
        "source_survey",
        "singular",
        "plural",
        "prose",
        "people",
        "being",
        "remark",
        "months",
    ),
    *("counted", "among", "about", "all", "unit", "heading", "locative", "genitive"),
)
"""The fields of the codebook that a reader sees."""

PHRASES = ("phrase", "feminine", "alone", "predicate")
"""Those into which something is put: a brace too many is refused."""


def hostile_codebook() -> str:
    """Our codebook in which every text is hostile, and no two are alike."""
    # The words of the study come first: those that would run, among others.
    said = enumerate(cycle([*HOSTILE[5:], *HOSTILE[:5]]))
    put = enumerate(cycle([text for text in HOSTILE if not re.search("[{}]", text)]))

    def renamed(match: re.Match[str]) -> str:
        line, field, ours = match.groups()
        i, text = next(put if field in PHRASES else said)
        # By what the phrase of a variable names its categories, or the year.
        names = (
            "{}" if "{}" in ours else "{named}" if line is not None and field == "phrase" else ""
        )
        words = json.dumps(f"{text} {field[0]}{i} {names}".rstrip(), ensure_ascii=False)
        return f"{field} = {words}"

    fields = "|".join((*SAID, *PHRASES))
    ours = (DATA / "codebook.toml").read_text(encoding="utf-8")
    theirs = re.sub(rf'(^)?\b({fields}) = "([^"]*)"', renamed, ours, flags=re.MULTILINE)
    survey = json.dumps("\n\n".join(HOSTILE), ensure_ascii=False)
    return re.sub(
        r'^survey = """.*?"""',
        lambda _: f"survey = {survey}",
        theirs,
        flags=re.MULTILINE | re.DOTALL,
    )


def hostile_publication(folder: Path) -> Publication:
    """The demonstration tables by that codebook."""
    for companion in ("budgets.toml", "published-figures.toml"):
        (folder / companion).write_bytes((DATA / companion).read_bytes())
    (folder / "codebook.toml").write_text(hostile_codebook(), encoding="utf-8")
    alone = open_publication(DATA / "demonstration", folder, INTERNAL)
    return followed(alone, alone)
