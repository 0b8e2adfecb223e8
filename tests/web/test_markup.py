"""Does any text come through HTML as it is, set in French, and is an element written as it is described?"""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from dashboard.text.typography import unbroken
from dashboard.web.markup import NOTHING, SHORT, Content, as_data, joined, tag
from tests.support.pages import tree

HOSTILE = "</p><script>alert(\"x\")</script>&amp; 'y'"


class Reading(HTMLParser):
    """The elements, attributes and texts of a piece of HTML, in their order."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@given(text=st.text())
def test_any_text_is_read_as_it_was_written(text: str) -> None:
    read = Reading(tag("p", text))
    assert read.elements == [("p", {})]
    assert "".join(read.texts) == unbroken(text)


@given(text=st.text())
def test_any_value_of_an_attribute_is_read_as_it_was_written(text: str) -> None:
    read = Reading(tag("p", title=text))
    assert read.elements == [("p", {"title": text})]
    assert read.texts == []


@given(text=st.text(), value=st.text())
def test_no_text_gets_out_of_its_element(text: str, value: str) -> None:
    read = Reading(tag("div", [tag("p", text, title=value), tag("p", HOSTILE)], id=HOSTILE))
    assert [name for name, _ in read.elements] == ["div", "p", "p"]


@pytest.mark.parametrize("times", [1, 2 * SHORT], ids=["short", "long"])
def test_a_text_is_set_as_french_wants_it(times: int) -> None:
    written = "Qui\u202f? 40\u202f%\u00a0: «\u00a0tous\u00a0»"
    assert tag("p", "Qui ? 40 % : « tous »" * times) == f"<p>{written * times}</p>"


def test_an_attribute_is_read_by_scripts_and_keeps_its_spaces() -> None:
    assert tag("p", data_set="a : b") == '<p data-set="a : b"></p>'


def test_markup_stands_as_it_is() -> None:
    assert tag("p", Markup("<b>?</b> :")) == "<p><b>?</b> :</p>"


@pytest.mark.parametrize("content", [None, "", [], [None, [None]], NOTHING], ids=repr)
def test_an_element_may_hold_nothing(content: Content) -> None:
    assert tag("p", content) == "<p></p>"


def test_content_of_several_pieces_stands_in_its_order() -> None:
    pieces = ["a < b", None, tag("b", "c"), [["d"], (text for text in "ef")]]
    assert joined(pieces) == "a &lt; b<b>c</b>def"


def test_an_attribute_that_is_not_there_is_left_out_and_one_that_holds_has_no_value() -> None:
    element = tag("button", "×", disabled=True, hidden=False, title=None, data_act="")
    assert element == '<button disabled data-act="">×</button>'


def test_names_of_attributes_are_written_with_hyphens() -> None:
    assert tag("label", class_="a", for_="b", aria_label="c", data_target_of="d") == (
        '<label class="a" for="b" aria-label="c" data-target-of="d"></label>'
    )


@pytest.mark.parametrize("name", ["input", "link", "meta"])
def test_an_element_that_holds_nothing_has_no_end(name: str) -> None:
    assert tag(name, id="x") == f'<{name} id="x">'


def test_data_of_an_attribute_come_back_as_they_were() -> None:
    written = as_data({"genre": "F", "région": [HOSTILE, None]})
    (element,) = tree(tag("p", data_set=written))
    assert element.get("data-set") == written
    assert "région" in written
