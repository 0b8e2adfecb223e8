"""Do the views of overview, territories and survey say in French what they may not tell, and draw the rest?"""

import re
from collections.abc import Iterator
from itertools import product

import pytest

from dashboard.content.caption import ROUNDING
from dashboard.content.charts import FlowDiagram, Matrix, RegionMap
from dashboard.content.page import OVERVIEW, SURVEY, TERRITORIES
from dashboard.domain.counts import is_told
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.told import TOO_FEW
from dashboard.views.registry import offered_on
from tests.support.diffused import diffused
from tests.support.exhibits import composed, loosened, shown

SEARCHES = (
    "",
    "?genre=F&promotion=2013-2014",
    "?region=ile-de-france",
    "?situation.T1=independant-chef-d-entreprise",
)

UNTOLD = re.compile(r"(?<![\w'’«])s(?![\w'’»])|\bnan\b")
"""What stands for a number in a table, and never in a sentence."""


def exhibit(name: str, search: str = "") -> Exhibit:
    return loosened(composed(name, search, diffused()))


def names() -> list[str]:
    vocabulary = diffused().vocabulary
    return [
        v.name for page in (OVERVIEW, TERRITORIES, SURVEY) for v in offered_on(page, vocabulary)
    ]


def sentences(told: Exhibit) -> Iterator[str]:
    yield from (told.content.title, told.content.reading, told.content.alternative)
    yield from (*told.content.notes, told.caption.champ, told.caption.nothing)


@pytest.mark.parametrize(("name", "search"), [*product(names(), SEARCHES)])
def test_no_sentence_has_the_sign_of_a_table(name: str, search: str) -> None:
    told = exhibit(name, search)
    if name != "methode" and not told.empty:
        assert not [text for text in sentences(told) if UNTOLD.search(text)]


def test_that_counts_are_rounded_is_said_once_and_of_exact_ones_never() -> None:
    assert exhibit("carte").caption.notes.count(ROUNDING) == 1
    assert not [note for note in shown("carte").caption.notes if "arrondi" in note]


def test_of_too_few_people_not_even_their_number_is_told() -> None:
    told = exhibit("statut", "?region=limousin&genre=H")
    assert told.empty
    assert told.caption.nothing.startswith(TOO_FEW[:40])
    assert told.caption.champ.endswith("effectif non diffusé.")


@pytest.mark.parametrize("name", ["statut", "csp", "secteur"])
def test_a_node_is_as_high_as_the_larger_of_its_number_and_its_flows(name: str) -> None:
    content = exhibit(name).content
    chart = content.chart
    assert isinstance(chart, FlowDiagram)
    assert any("ne sont pas dessinés" in note for note in content.notes)
    for at, node in enumerate(chart.nodes):
        sent = sum(link.weight for link in chart.links if link.source == at)
        come = sum(link.weight for link in chart.links if link.target == at)
        assert node.weight >= max(sent, come, 5)
    for step in range(len(chart.steps)):
        assert sum(node.weight for node in chart.nodes if node.step == step) <= chart.weight


def test_a_region_whose_share_is_not_told_is_a_kind_of_its_own() -> None:
    content = exhibit("carte", "?carte.mesure=femmes").content
    assert isinstance(content.chart, RegionMap)
    told = {place.code: place for place in content.chart.places}
    hidden = [row for row in content.data_table.rows if row.share and row.share.hidden]
    assert hidden
    for row in hidden:
        place = told[row.keys[0].code]
        assert (place.state, place.number.split()[0]) == ("suppressed", "s")
        assert "non diffusé" in place.hover.plain


def test_a_region_of_few_people_keeps_its_row_though_no_cohort_of_it_is_told() -> None:
    content = exhibit("regions-promotions").content
    assert isinstance(content.chart, Matrix)
    rows = [row for row in content.data_table.rows if row.labels[0] == "Franche-Comté"]
    assert {is_told(row.count or 0) for row in rows[:-1]} == {False}
    assert is_told(rows[-1].count or 0)


def test_a_gap_of_rounding_is_no_gap_with_what_was_published() -> None:
    rows = exhibit("rapprochement").content.data_table.rows
    statuses = [row.remarks[1] for row in rows]
    assert statuses.count("écart") == 0
    everybody = next(row for row in rows if row.labels[2] == "1\u202f044")
    assert everybody.remarks[1] == "concordant à l'arrondi"


def test_the_method_tells_the_rule_in_force() -> None:
    rounded, exact = (
        next(s for s in told.content.sections if s.title == "La confidentialité")
        for told in (exhibit("methode"), shown("methode"))
    )
    assert any("multiple de 5, vers le haut ou vers le bas" in text for text in rounded.paragraphs)
    assert not any("vers le haut" in text for text in exact.paragraphs)
    assert any("docs/confidentialite.md" in text for text in rounded.paragraphs)
