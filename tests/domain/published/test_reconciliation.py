"""Are differences from the study distinguished: none, by rounding, explained, not explained?"""

from typing import Any

import numpy as np
import pytest

from dashboard.disclosure.gate import release
from dashboard.disclosure.policy import INTERNAL
from dashboard.domain.dimension import dimension
from dashboard.domain.published.figures import PublishedFigure
from dashboard.domain.published.reconciliation import Reconciled, queries_of, reconcile
from dashboard.domain.tables import RawTable, ReleasedTable
from dashboard.publication import Publication
from tests.support.released import laid_out, released
from tests.support.retold import changed, with_variables


def figure(**fields: Any) -> PublishedFigure:
    needed = {"id": "f", "place": "Figure 1", "label": "Essai", "printed": "?"}
    return PublishedFigure.model_validate(needed | fields)


def table(name: str, counts: dict[str, int]) -> ReleasedTable:
    numbers = np.array(list(counts.values()), dtype=np.int64)
    return release(RawTable(laid_out((dimension(name),), (tuple(counts),), numbers)), INTERNAL)


def women(count: int, of: int, publication: Publication, **fields: Any) -> Reconciled:
    share = figure(statistic="share", numerator={"gender": ["F"]}, **fields)
    counts = table("gender", {"F": count, "M": of - count})
    return reconcile(share, {"where": counts}, publication.vocabulary)


@pytest.mark.parametrize(
    ("count", "of", "status"),
    [
        (48, 100, "identical"),
        (475, 1000, "rounded"),
        (485, 1000, "rounded"),
        (486, 1000, "unexplained"),
        (474, 1000, "unexplained"),
        (0, 0, "unexplained"),
    ],
)
def test_a_whole_percent(count: int, of: int, status: str, publication: Publication) -> None:
    assert women(count, of, publication, precision="percent", value=48).status == status


def test_the_study_may_disagree_with_itself(publication: Publication) -> None:
    texts = {"contradiction": "Le tableau dit autre chose.", "resolution": "Le tableau."}
    result = women(30, 100, publication, precision="percent", value=48, **texts)
    assert (result.status, result.difference) == ("explained", -18)


@pytest.mark.parametrize(
    ("count", "included", "status", "difference"),
    [
        (50, True, "rounded", 0),
        (50, False, "unexplained", 0),
        (51, False, "rounded", 0),
        (49, True, "unexplained", -1),
        (61, True, "unexplained", 1),
    ],
)
def test_bounds(
    count: int, included: bool, status: str, difference: float, publication: Publication
) -> None:
    bounds = {"precision": "bounds", "low": 50, "low_included": included, "high": 60}
    result = women(count, 100, publication, **bounds)
    assert (result.status, result.difference) == (status, difference)


@pytest.mark.parametrize(
    ("counts", "status"),
    [
        ({"II": 9, "III": 5, "I": 4, "IV": 1}, "identical"),
        ({"II": 9, "III": 5, "I": 5, "IV": 1}, "unexplained"),
        ({"II": 5, "III": 9, "I": 4, "IV": 1}, "unexplained"),
    ],
)
def test_an_order_is_strict(counts: dict[str, int], status: str, publication: Publication) -> None:
    order = figure(
        statistic="order",
        precision="exact",
        counted="unit",
        dimension="target_level",
        codes=["II", "III"],
    )
    result = reconcile(order, {"where": table("target_level", counts)}, publication.vocabulary)
    assert result.status == status


def test_a_wave_that_the_tables_lack_is_outside_them(publication: Publication) -> None:
    later = figure(statistic="count", precision="exact", value=3, where={"status@T4": ["salaried"]})
    queries = queries_of(later, publication.vocabulary)
    assert queries == {}
    assert reconcile(later, {}, publication.vocabulary).status == "outside"


@pytest.mark.parametrize(("cohorts", "times"), [(None, 4), ("2012-2013", 0), ("2015-2016", 2)])
def test_surveys_are_counted_by_their_dates(
    cohorts: str | None, times: int, publication: Publication
) -> None:
    where = {"cohort": (cohorts,)} if cohorts else {}
    asked = figure(statistic="surveys", precision="exact", value=times, where=where)
    assert queries_of(asked, publication.vocabulary) == {}
    result = reconcile(asked, {}, publication.vocabulary)
    assert (result.recomputed.value, result.status) == (times, "identical")


def test_a_dash_is_compared_with_nothing(publication: Publication) -> None:
    dash = figure(statistic="untold", precision="exact", printed="–")
    assert queries_of(dash, publication.vocabulary) == {}
    assert reconcile(dash, {}, publication.vocabulary).status == "outside"


def test_answers_of_no_group_agree_where_they_are_the_same(publication: Publication) -> None:
    contract = publication.vocabulary.variable("contract")
    ungrouped = changed(
        contract, categories=tuple(changed(c, group="") for c in contract.categories)
    )
    vocabulary = with_variables(publication, ungrouped).vocabulary
    agreement = figure(
        statistic="agreement",
        precision="percent",
        value=60,
        dimensions=["contract@T0", "contract@T1"],
        grouped=True,
    )
    pairs = released(
        """
        contract@T0   contract@T1   n
        open_ended    open_ended    6
        open_ended    fixed_term    4
        """
    )
    assert reconcile(agreement, {"where": pairs}, vocabulary).recomputed.value == 60
