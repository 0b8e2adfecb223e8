"""Is a label as wide on the page as the server has measured it with the metrics of our font?"""

from __future__ import annotations

import itertools

import pytest
from playwright.sync_api import Page

from dashboard.domain.vocabulary import Vocabulary
from dashboard.outputs.layout.text_width import width_of
from dashboard.publication import Publication

CLOSEST = 0.01

DRAWN = """([labels, size, weight]) => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  document.body.append(svg);
  svg.append(text);
  Object.assign(text.style, { fontWeight: weight, fontSize: `${size}px`, whiteSpace: 'pre' });
  return labels.map((label) => {
    text.textContent = label;
    return text.getComputedTextLength();
  });
}"""
"""How wide labels are in a chart."""

RULED = """([labels, size, weight]) => {
  const ruler = document.createElement('canvas').getContext('2d');
  ruler.font = `${weight} ${size}px 'Dashboard Sans'`;
  ruler.fontKerning = 'none';
  ruler.textRendering = 'geometricPrecision';
  return labels.map((label) => ruler.measureText(label).width);
}"""
"""How wide the browser finds them, away from any chart."""


def _labels(vocabulary: Vocabulary) -> list[str]:
    """Every label of the codebook, alone and with a number behind it as on a chart."""
    variables = vocabulary.codebook.variables.values()
    names = {variable.label for variable in variables}
    categories = itertools.chain.from_iterable(variable.categories for variable in variables)
    names |= {category.label for category in categories}
    counted = {f"{name} 12\u202f345 (67,8\u202f%) △" for name in names}
    return sorted((names | counted) - {""})


@pytest.mark.parametrize(("size", "measure"), [(11, DRAWN), (13, DRAWN), (26, DRAWN), (13, RULED)])
@pytest.mark.parametrize(("weight", "bold"), [(400, False), (700, True)])
def test_the_browser_measures_what_the_server_does(
    overview: Page, publication: Publication, size: int, measure: str, weight: int, bold: bool
) -> None:
    labels = _labels(publication.vocabulary)
    measured = overview.evaluate(measure, [labels, size, weight])
    wrong = {
        label: (width_of(label, size, bold=bold), width)
        for label, width in zip(labels, measured, strict=True)
        if abs(width_of(label, size, bold=bold) / width - 1) > CLOSEST
    }
    assert wrong == {}
