"""Do the views of people, training and outcomes, and the documents, tell what is released of them, and no more?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

import pytest

from dashboard.content.charts import StackedBars
from dashboard.content.page import BENEFICIARIES, BENEFITS, OUTCOMES, TRAINING
from dashboard.documents.bilan.content import bilan
from dashboard.documents.fiche.content import fiche
from dashboard.domain.counts import Rounded
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.exhibits.composition import compose
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.told import TOO_FEW
from dashboard.views.registry import offered_on
from dashboard.web.pages import read
from tests.support.diffused import diffused
from tests.support.exhibits import composed, loosened, plain, shown

SEARCHES = ("", "?genre=F", "?region=bretagne", "?promotion=2013-2014&age=moins-de-30-ans&genre=F")

SIGN = re.compile(r"(?<![\w'’«])s(?![\w'’»])|\bnan\b|: \.|; \.")
"""What stands for a number in a table, and never in a sentence; and a list of nothing."""


def exhibit(name: str, search: str = "") -> Exhibit:
    return loosened(composed(name, search, diffused()))


def names() -> list[str]:
    pages = (BENEFICIARIES, TRAINING, OUTCOMES, BENEFITS)
    return [view.name for page in pages for view in offered_on(page, diffused().vocabulary)]


def sentences(told: Exhibit) -> Iterator[str]:
    content = told.content
    yield from (content.title, content.reading, content.alternative, content.nothing)
    # The last note is that on rounding, which explains the sign.
    yield from (*content.notes, told.caption.champ)


@pytest.mark.parametrize("name", names())
def test_no_sentence_has_the_sign_of_a_table(name: str) -> None:
    told = [exhibit(name, search) for search in SEARCHES]
    assert not [s for one in told if not one.empty for s in sentences(one) if SIGN.search(s)]
    assert any(one.content.reading for one in told)


@pytest.mark.parametrize(
    ("search", "says"),
    [
        # A gap of counts or of shares of rounded numbers is rounded too.
        ("?genre=F&b.genre=H&comparer.vue=emploi", "il l'est aussi"),
        ("?genre=F&b.genre=H&comparer.vue=genre-age", "Rien à comparer"),
        ("?region=bretagne&comparer.vue=emploi", "Dans chaque promotion, trop peu de répondants"),
    ],
)
def test_a_comparison_judges_what_is_released_alone(search: str, says: str) -> None:
    told = exhibit("comparer", search)
    assert not [s for s in sentences(told) if SIGN.search(s)]
    if not told.empty:
        assert isinstance(told.content.base, Rounded)
    assert says in plain(" ".join(sentences(told)))


def test_a_salary_is_told_by_its_band_alone() -> None:
    told, exact = exhibit("travail-salaire"), shown("travail-salaire")
    for one, has_band in ((told, True), (exact, False)):
        chart = one.content.chart
        assert isinstance(chart, StackedBars)
        assert {"tranche médiane : " in bar.plain for bar in chart.categories} == {has_band}
    assert told.content.data_table.measure_names == ()
    assert told.content.data_table.remark_names == ("tranche médiane",)
    assert "à l'euro près" in " ".join(told.content.notes)
    amounts = diffused().tabulate(Query((Dimension("gross_monthly_salary", "T1"),)))
    euros = diffused().vocabulary.real_codes(Dimension("gross_monthly_salary", "T1"))
    assert not [codes for codes, _ in amounts.occupied() if codes[0] in euros]


def test_the_mean_of_few_people_is_not_told() -> None:
    rows = {
        row.labels[0]: row
        for row in exhibit("genre-age", "?genre-age.figure=moyennes").content.data_table.rows
    }
    assert (rows["2012-2013"].count or 0) < 30
    assert rows["2012-2013"].measures == (None, None, None)
    assert rows["2016-2017"].measures[0] is not None


def test_a_document_of_too_few_people_says_why_it_is_empty() -> None:
    publication = diffused()
    address = read("?region=limousin", publication)
    region = publication.vocabulary.category(
        Dimension("region"), address.selection.codes(Dimension("region"))[0]
    )
    made = partial(compose, publication=publication)
    for document in (fiche(region, address, publication, made), bilan(address, publication, made)):
        assert (document.chapters, document.nothing) == ((), TOO_FEW)


def test_the_sentences_of_the_bilan_tell_no_sign() -> None:
    publication = diffused()
    made = partial(compose, publication=publication)
    document = bilan(read("?genre=F", publication), publication, made)
    said = [passage.text for chapter in document.chapters for passage in chapter.passages]
    assert any("bénéficiaires ont suivi" in text for text in said)
    assert not [text for text in said if SIGN.search(text)]
