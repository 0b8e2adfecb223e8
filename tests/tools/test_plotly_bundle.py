"""Is the part of plotly.js that browsers get the one that was built, and can it draw every figure?"""

import gzip
import hashlib
import re
import tomllib
from functools import partial
from pathlib import Path

import brotli
import plotly
import pytest

from dashboard.content.charts import FlowDiagram, Matrix, RegionMap, SmallMaps, Tiles
from dashboard.content.click_filter import ClickFilter
from dashboard.outputs.plotly.figure import draw
from dashboard.publication import Publication
from dashboard.views.registry import views
from tests.outputs.taken import addresses, composed
from tools.plotly_bundle.__main__ import COMPONENTS, LIBRARY, TRACES, VENDOR, entry, packages

BUNDLE = (VENDOR / "plotly.min.js").read_bytes()
RECORD = tomllib.loads((VENDOR / "plotly.toml").read_text(encoding="utf-8"))

OUR_OWN = (FlowDiagram, Matrix, RegionMap, SmallMaps, Tiles)
"""The charts that plotly does not draw on a page."""

TOLD = r"http://www\.w3\.org/|https://plotly\.com/javascript/animations/|https://github\.com/d3/"
"""Names of standards, and what its messages refer to: nothing that is asked for."""


def test_the_file_is_the_one_that_is_recorded() -> None:
    assert hashlib.sha256(BUNDLE).hexdigest() == RECORD["sha256_of_file"]


def test_the_compressed_files_hold_the_same() -> None:
    assert brotli.decompress((VENDOR / "plotly.min.js.br").read_bytes()) == BUNDLE
    assert gzip.decompress((VENDOR / "plotly.min.js.gz").read_bytes()) == BUNDLE


def test_the_record_says_what_the_command_would_build() -> None:
    (library,) = [package for package in packages("bundled") if package.name == LIBRARY]
    assert (RECORD["package"], RECORD["version"]) == (LIBRARY, library.version)
    assert RECORD["licence"] == "MIT"
    assert tuple(RECORD["traces"]) == TRACES
    assert all(f'src/traces/{name}"' in entry() for name in TRACES)
    assert all(f'src/components/{name}"' in entry() for name in COMPONENTS)


def test_figures_are_checked_by_the_schema_of_the_same_version() -> None:
    whole = Path(plotly.__file__).with_name("package_data") / "plotly.min.js"
    with whole.open(encoding="utf-8") as lines:
        head = lines.read(200)
    assert f"plotly.js v{RECORD['version']}\n" in head


def test_the_licence_of_each_package_stands_beside_it() -> None:
    text = (VENDOR / "plotly.licences.txt").read_text(encoding="utf-8")
    for package in packages("bundled"):
        assert re.search(
            rf"^{re.escape(f'{package.name} {package.version}: ')}", text, re.MULTILINE
        )
    assert b"plotly.licences.txt" in BUNDLE[:200]


def test_nothing_in_it_calls_another_host_or_makes_code_of_text() -> None:
    text = BUNDLE.decode()
    assert re.findall(r"https?://[^\"]*|\"//[^\"]*", re.sub(TOLD, "", text)) == []
    assert re.findall(r"\beval\(|\bFunction\(", text) == []


@pytest.mark.parametrize("name", views())
def test_it_has_the_traces_of_every_view(name: str, publication: Publication) -> None:
    click_writer = partial(ClickFilter.parameters, vocabulary=publication.vocabulary)
    for view, search in addresses(publication):
        chart = composed(view, search, publication).content.chart if view == name else None
        if chart is not None and not isinstance(chart, OUR_OWN):
            for medium in ("page", "phone", "room"):
                figure = draw(chart, medium, click_writer)
                assert {trace["type"] for trace in figure["data"]} <= set(RECORD["traces"])
