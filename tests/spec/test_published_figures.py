"""Does every figure that the study prints come out of the demonstration tables, through the dashboard's own counts?"""

import pytest

from dashboard.domain.published.figures import PublishedFigure
from dashboard.domain.published.reconciliation import Reconciled, queries_of, reconcile
from dashboard.ingest.reference.study import read_study
from dashboard.publication import Publication
from tests.support.publications import DATA

PUBLISHED = read_study(DATA / "demonstration", DATA).figures

CONTRADICTIONS = {
    "population/poursuite/2016-2017": 0,
    "deploiement/2013-2014/historique": 6,
    "deploiement/2016-2017/metropole": 14,
    "deploiement/2016-2017/agglomeration-parisienne": 44,
    "tableau-1/2013-2014/sans-information": 211,
    "interim/2015-2016": 100 * 68 / 238,
    "interim/2016-2017": 100 * 93 / 300,
    "enquete/interroges/2013-2014": 245,
    "enquete/interroges/2014-2015": 183,
    "enquete/taux-de-reponse/2013-2014": 100 * 142 / 245,
    "enquete/taux-de-reponse/2014-2015": 100 * 146 / 183,
    "enquete/participation/2014-09": 100 * 120 / 245,
    "situation/2015-2016/t1/base-de-t2": 86,
}

INCONCLUSIVE = {
    "region/bretagne/femmes",
    "region/bretagne/deld",
    "region/poitou-charentes/cadres",
    "region/poitou-charentes/age",
}
"""Differences of the direction that the study gives, which so few people do not tell from chance."""


def reconciled(figure: PublishedFigure, publication: Publication) -> Reconciled:
    queries = queries_of(figure, publication.vocabulary)
    return reconcile(figure, publication.tabulate_all(queries), publication.vocabulary)


@pytest.mark.parametrize("figure", PUBLISHED, ids=lambda figure: figure.id)
def test_a_published_figure_is_found_again(
    figure: PublishedFigure, publication: Publication
) -> None:
    result = reconciled(figure, publication)
    if figure.statistic in ("context", "untold"):
        assert result.status == "outside"
        assert (figure.printed == "–") is (figure.statistic == "untold")
        assert figure.id.startswith("contexte/") is (figure.statistic == "context")
    elif figure.id in CONTRADICTIONS:
        assert result.status == "explained"
        assert result.recomputed.value == pytest.approx(CONTRADICTIONS[figure.id])
    elif figure.id in INCONCLUSIVE:
        assert result.status == "inconclusive"
    else:
        assert result.status in ("identical", "rounded"), result


def test_contradictions_are_those_we_know() -> None:
    assert {figure.id for figure in PUBLISHED if figure.contradiction} == set(CONTRADICTIONS)


def test_exact_figures_are_identical(publication: Publication) -> None:
    exact = [
        figure
        for figure in PUBLISHED
        if figure.precision == "exact"
        and figure.statistic not in ("context", "untold")
        and not figure.contradiction
    ]
    assert {reconciled(figure, publication).status for figure in exact} == {"identical"}
