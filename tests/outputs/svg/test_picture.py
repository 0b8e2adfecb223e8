"""Is a picture a file that stands alone, with every word of its exhibit and the chart between them?"""

from __future__ import annotations

import re

import pytest
from lxml import etree
from lxml.etree import _Element

from dashboard.content.charts import Chart
from dashboard.content.charts.rich_text import rich
from dashboard.content.click_filter import keeping
from dashboard.content.medium import Medium
from dashboard.content.theme import FONT
from dashboard.domain.dimension import Dimension
from dashboard.exhibits.exhibit import Exhibit
from dashboard.outputs.svg import picture
from dashboard.outputs.svg.drawing import Drawing, Margins
from dashboard.outputs.svg.embedded_font import weights_in
from dashboard.outputs.svg.mark import ClickWriter, mark
from dashboard.outputs.svg.markup import element
from dashboard.outputs.svg.picture import LEFT_TO_BROWSER, left_to_browser, write_svg
from dashboard.outputs.svg.plane import Plane
from dashboard.outputs.xml_safe import flat
from dashboard.publication import Publication
from dashboard.views.registry import views
from tests.outputs.taken import HOSTILE, NOBODY, composed, hostile

SVG = "{http://www.w3.org/2000/svg}"
PLOTTED = "niveaux"
"""A view of bars, which plotly draws."""
OURS = ("carte", "deploiement", "statut", "regions-promotions", "methode", "chiffres-cles")
"""Views of each kind that is a drawing of ours."""


def _drawing(chart: Chart, medium: Medium, clicks: ClickWriter) -> Drawing:
    """A chart of one bar that is a mark, bold words on it."""

    def body(plane: Plane) -> str:
        answers = mark(plane, rich("142 personnes"), keeping((Dimension("gender"), "F")), clicks)
        bar = element("rect", width=plane.x(0.5), height=plane.y(1), fill="#d3e9e6", **answers)
        return bar + element("text", "142", x=plane.x(0.25), y=plane.y(0.5), font_weight=700)

    return Drawing("bars", body, Margins(10, 20, 30, 40))


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every chart is a drawing of ours."""
    monkeypatch.setattr(picture, "drawing", _drawing)


def opened(exhibit: Exhibit) -> _Element:
    return etree.fromstring(write_svg(exhibit))


def texts(picture: _Element, path: str = f"{SVG}text") -> list[str]:
    """The texts that stand at `path`, in their order."""
    return ["".join(text.itertext()) for text in picture.iterfind(path)]


def around(exhibit: Exhibit) -> list[str]:
    """What has to be said beside the chart."""
    caption = exhibit.caption
    lines = [f"{name} : {text}" for name, text in caption.lines]
    said = (caption.title, caption.selection, caption.nothing, *lines, *caption.notes)
    return [flat(text) for text in (*said, caption.dated, exhibit.disclosure) if text]


def squeezed(words: list[str]) -> str:
    """`words` without the spaces at which lines break."""
    return "".join(words).replace(" ", "")


@pytest.mark.parametrize("name", views())
@pytest.mark.parametrize("search", ["", NOBODY])
def test_a_picture_says_all_that_its_exhibit_says(
    name: str, search: str, publication: Publication
) -> None:
    exhibit = composed(name, search, publication)
    root = opened(exhibit)
    assert squeezed(texts(root)) == squeezed(around(exhibit))
    assert root.findtext(f"{SVG}title") == exhibit.caption.title
    assert root.findtext(f"{SVG}desc") == exhibit.caption.alternative
    assert root.get("role") == "img"


def test_title_selection_champ_with_the_base_lecture_source_and_date(
    publication: Publication,
) -> None:
    said = " ".join(texts(opened(composed("statut", "promotion=2013-2014", publication))))
    for words in ("Situation professionnelle", "Promotion 2013-2014", "Champ : ", "Lecture : "):
        assert words in said
    assert re.search(r"Champ : .* n\u00a0=\u00a0\d+\.", said)
    assert "Source : " in said
    assert "synthétiques" in said
    assert "Données au 31 octobre 2017, version " in said


@pytest.mark.usefixtures("drawn")
def test_a_drawing_stands_between_the_words_in_pixels_and_answers_to_nobody(
    publication: Publication,
) -> None:
    exhibit = composed("carte", "", publication)
    root = opened(exhibit)
    (chart,) = root.iterfind(f"{SVG}svg")
    assert texts(chart) == ["142"]
    assert [chart.get(side) for side in ("x", "width", "height")] == ["76", "1068", "560"]
    assert "%" not in etree.tostring(chart).decode()
    assert not list(root.iterfind(".//*[@data-mark]"))
    assert left_to_browser(exhibit) == ""
    baselines = [float(text.get("y", 0)) for text in root.iterfind(f"{SVG}text")]
    top, bottom = float(chart.get("y", 0)) - 10, float(chart.get("y", 0)) + 590
    assert not [y for y in baselines if top < y < bottom]
    assert max(baselines) < float(root.get("height", 0))


def test_an_empty_selection_says_so_instead_of_the_chart(publication: Publication) -> None:
    exhibit = composed(PLOTTED, NOBODY, publication)
    root = opened(exhibit)
    assert left_to_browser(exhibit) == ""
    assert not list(root.iterfind(f"{SVG}svg"))
    assert flat(exhibit.caption.nothing) in texts(root)
    assert float(root.get("height", 0)) < exhibit.view.height


def test_a_chart_that_the_browser_draws_has_a_place_kept(publication: Publication) -> None:
    exhibit = composed(PLOTTED, "", publication)
    (place,) = opened(exhibit).iterfind(f"{SVG}svg[@data-chart]")
    assert left_to_browser(exhibit) == LEFT_TO_BROWSER
    assert (len(place), place.get("x"), place.get("width")) == (0, "36", "1128")
    assert place.get("height") == str(exhibit.view.height)


@pytest.mark.usefixtures("drawn")
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_words_and_break_nothing(text: str) -> None:
    root = opened(hostile(text))
    names = {etree.QName(found).localname for found in root.iter(etree.Element)}
    assert names <= {"svg", "title", "desc", "defs", "style", "rect", "text"}
    attributes = [name for found in root.iter(etree.Element) for name in found.attrib]
    assert not [name for name in attributes if name.startswith("on")]
    assert squeezed([flat(text)]) in squeezed(texts(root))


@pytest.mark.parametrize("name", [*OURS, PLOTTED])
def test_nothing_is_fetched_from_elsewhere(name: str, publication: Publication) -> None:
    written = write_svg(composed(name, "", publication)).decode()
    assert re.findall(r"url\((?!data:font/woff2;base64,|#)", written) == []
    assert re.findall(r'\bhref="(?!#)', written) == []
    assert re.findall(r"<script|<image|<foreignObject|@import|var\(", written) == []
    assert re.findall(r"https?://[^\"]*", written) == ["http://www.w3.org/2000/svg"]


@pytest.mark.parametrize("name", OURS)
def test_what_a_drawing_refers_to_is_in_the_picture_once(
    name: str, publication: Publication
) -> None:
    exhibit = composed(name, "", publication)
    written = write_svg(exhibit).decode()
    there = re.findall(r' id="([^"]*)"', written)
    assert len(there) == len(set(there))
    assert set(re.findall(r'(?:href="|url\()#([^")]*)', written)) <= set(there)
    assert left_to_browser(exhibit) == ""
    assert "data-mark" not in written


@pytest.mark.usefixtures("drawn")
def test_the_font_is_there_in_the_weights_that_are_used(publication: Publication) -> None:
    for search, weights in (("", {"400", "600", "700"}), (NOBODY, {"400", "600"})):
        root = opened(composed("carte", search, publication))
        faces = root.findtext(f"{SVG}defs/{SVG}style") or ""
        assert set(re.findall(r"font-weight:(\d+);src:url\(data:", faces)) == weights
        assert root.get("font-family") == FONT


def test_words_that_say_no_weight_are_in_the_first() -> None:
    assert weights_in("<text>a</text>") == [400]
    assert weights_in('<text font-weight="bold">a</text>') == [400, 700]


def test_the_same_exhibit_gives_the_same_bytes(publication: Publication) -> None:
    first, again = (write_svg(composed("statut", "genre=F", publication)) for _ in range(2))
    assert first == again


def test_a_long_text_makes_the_picture_higher_and_no_wider() -> None:
    short, long = (opened(hostile(text)) for text in ("mot", "mot " * 300))
    assert short.get("width") == long.get("width") == "1200"
    assert float(long.get("height", 0)) > float(short.get("height", 0))
