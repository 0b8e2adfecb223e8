"""What stands on a page, read as a browser reads its HTML? Shared by the tests of pages and cards."""

import json
from typing import Any

from lxml import html
from lxml.html import HtmlElement

from dashboard.publication import Publication
from dashboard.web.answer import Answer, Question, answer
from dashboard.web.card.card_parts import Parts
from dashboard.web.card.cards import cards_on
from dashboard.web.pages import page_at, read
from tests.support.exhibits import opened


def answer_to(
    path: str, search: str = "", publication: Publication | None = None, **asked: Any
) -> Answer:
    """What an address shows; `asked` are further fields of the question."""
    return answer(Question(path, search, **asked), publication or opened())


def parts_at(
    path: str, search: str = "", publication: Publication | None = None, **drawn: Any
) -> dict[str, Parts]:
    """The parts of each card of the page at `path`, by the names of the cards; `drawn`: how `cards_on` draws them."""
    known = publication or opened()
    cards = cards_on(page_at(path, known), read(search, known), known, **drawn)
    return {card.slot.name: card.parts for card in cards}


def tree(markup: str) -> HtmlElement:
    """The elements of a piece of HTML, in one that holds them."""
    return html.fragment_fromstring(markup, create_parent=True)


def words(markup: str) -> str:
    """What is read of a piece of HTML."""
    return str(tree(markup).text_content())


def values(markup: str, attribute: str) -> list[str]:
    """What the elements of a piece of HTML say in an attribute."""
    return [str(value) for value in tree(markup).xpath(f".//@{attribute}")]


def figure_in(chart: str) -> dict[str, Any]:
    """The figure that plotly is to draw in a canvas."""
    (data,) = tree(chart).xpath(".//script[@class='plotly-figure']/text()")
    figure: dict[str, Any] = json.loads(data)
    return figure


def targets_in(part: str) -> list[dict[str, str]]:
    """What clicks on a part put into the address, whoever draws it."""
    marks = [json.loads(value) for value in values(part, "data-target")]
    figures = tree(part).xpath(".//script[@class='plotly-figure']/text()")
    return marks + [target for figure in figures for target in _targets(json.loads(figure))]


def _targets(figure: dict[str, Any]) -> list[dict[str, str]]:
    return [*_leaves(figure["layout"].get("meta", {}).get("targets", {}))]


def _leaves(node: object) -> list[dict[str, str]]:
    """The targets below `node`: those of its values that are all texts."""
    if isinstance(node, list):
        return [leaf for inner in node for leaf in _leaves(inner)]
    if not isinstance(node, dict) or not node:
        return []
    if all(isinstance(value, str) for value in node.values()):
        return [node]
    return [leaf for inner in node.values() for leaf in _leaves(inner)]
