"""Is a label as wide on the page as the server has measured it with the metrics of our font?"""

from __future__ import annotations

import itertools

import pytest
from playwright.sync_api import Page

from dashboard.domain.vocabulary import Vocabulary
from dashboard.outputs.layout.text_width import width_of
from dashboard.publication import Publication

CLOSEST = 0.01

MEASURED = """async ([labels, size, weight]) => {
  await document.fonts.load(`${weight} ${size}px 'Dashboard Sans'`);
  const ruler = document.createElement('canvas').getContext('2d');
  ruler.font = `${weight} ${size}px 'Dashboard Sans'`;
  ruler.fontKerning = 'none';
  return labels.map((label) => ruler.measureText(label).width);
}"""


def _labels(vocabulary: Vocabulary) -> list[str]:
    """Every label of the codebook, alone and with a number behind it as on a chart."""
    variables = vocabulary.codebook.variables.values()
    names = {variable.label for variable in variables}
    categories = itertools.chain.from_iterable(variable.categories for variable in variables)
    names |= {category.label for category in categories}
    counted = {f"{name} 12\u202f345 (67,8\u202f%) △" for name in names}
    return sorted((names | counted) - {""})


@pytest.mark.parametrize("size", [11, 13, 26])
@pytest.mark.parametrize(("weight", "bold"), [(400, False), (700, True)])
def test_the_browser_measures_what_the_server_does(
    page: Page, publication: Publication, size: int, weight: int, *, bold: bool
) -> None:
    page.goto("/")
    labels = _labels(publication.vocabulary)
    measured = page.evaluate(MEASURED, [labels, size, weight])
    wrong = {
        label: (width_of(label, size, bold=bold), width)
        for label, width in zip(labels, measured, strict=True)
        if abs(width_of(label, size, bold=bold) / width - 1) > CLOSEST
    }
    assert wrong == {}
