"""Do weighted respondents have the margins of all who were asked, and are plain counts left as they were?"""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from dashboard.domain.query import crossing, narrowed
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.weighting import HEAVIEST, LEAST, WEIGHTED_ON, WeightedShare
from dashboard.sources.memory.weights import Profiles, rake
from tests.support.exhibits import cells, opened, parts, shown

WEIGHTED = {
    "emploi": "?emploi.redressement=oui",
    "emploi-groupes": "?emploi-groupes.redressement=oui",
    "apports": "?apports.redressement=oui",
    "travail-salaire": "?travail-salaire.variable=temps&travail-salaire.redressement=oui",
    "statut": "?statut.redressement=oui",
    "csp": "?csp.redressement=oui&csp.base=deux-emplois&csp.vagues=toutes",
    "secteur": "?secteur.redressement=oui",
    "contrats": "?contrats.redressement=oui&contrats.forme=flux-toutes-vagues",
    "contrats matrice": "?contrats.redressement=oui&contrats.forme=matrice",
}


def weighed(*names: str) -> ReleasedTable:
    return opened().tabulate(replace(crossing(*names), weighted=True))


def asked(name: str) -> Mapping[str, int]:
    everybody = narrowed(crossing().selection, response=("respondent", "non_respondent"))
    return opened().tabulate(crossing(name, of=everybody)).by_code(name)


def respondents(name: str) -> Mapping[str, int]:
    kept = narrowed(crossing().selection, response=("respondent",))
    return opened().tabulate(crossing(name, of=kept)).by_code(name)


@pytest.mark.parametrize("name", WEIGHTED_ON)
def test_margins_are_those_of_all_who_were_asked(name: str) -> None:
    table, wanted, held = weighed(name), asked(name), respondents(name)
    small = {code: people for code, people in wanted.items() if people and held[code] < LEAST}
    for code in wanted.keys() - small.keys():
        assert table.weight({name: code}) == pytest.approx(wanted[code], rel=1e-6)
    assert table.weight({name: small.keys()}) == pytest.approx(sum(small.values()), rel=1e-6)


def test_only_regions_are_pooled() -> None:
    few = {name: [n for n in respondents(name).values() if 0 < n < LEAST] for name in WEIGHTED_ON}
    assert {name for name, found in few.items() if found} == {"region"}


def test_weights_are_positive_and_moderate() -> None:
    table = weighed("cohort", "region", "age_band", "gender", "executive")
    plain = opened().tabulate(
        crossing(
            "cohort",
            "region",
            "age_band",
            "gender",
            "executive",
            of=narrowed(crossing().selection, response=("respondent",)),
        )
    )
    held = plain.counts > 0
    mean = table.counts[held] / plain.counts[held]
    assert (mean > 0).all()
    assert mean.max() < HEAVIEST * 1016 / 732
    assert (table.counts[~held] == 0).all()


def test_only_respondents_weigh() -> None:
    table = weighed("response")
    assert table.weight({"response": "non_respondent"}) == 0
    assert table.weight({"response": "respondent"}) == pytest.approx(1016)


def test_plain_counts_stay_whole_and_weights_are_asked_for_as_such() -> None:
    plain = opened().tabulate(crossing("gender"))
    assert plain.counts.dtype.kind == "i"
    assert not plain.weighted
    assert sum(plain.by_code("gender").values()) == plain.total() == plain.weight({}) == 1044
    for asking in (
        lambda: weighed("gender").total(),
        lambda: weighed("gender").by_code("gender"),
        lambda: weighed("gender").count({"gender": "F"}),
    ):
        with pytest.raises(TypeError):
            asking()
    with pytest.raises(ValueError, match="unit"):
        opened().tabulate(replace(crossing("gender", counted="unit"), weighted=True))


def newton(
    margins: NDArray[np.int64], held: NDArray[np.float64], wanted: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Raking solved otherwise: weights exp(x·b) of the profiles, b by Newton's method (Deville and Särndal 1992)."""
    dummies = np.hstack([np.eye(int(m.max()) + 1)[m] for m in margins])
    totals = dummies.T @ wanted
    found = np.zeros(dummies.shape[1])
    for _ in range(60):
        weights = held * np.exp(dummies @ found)
        slope = dummies.T @ (weights[:, None] * dummies)
        found += np.linalg.lstsq(slope, totals - dummies.T @ weights, rcond=None)[0]
    return np.exp(dummies @ found)


@given(st.lists(st.tuples(st.integers(1, 40), st.floats(0.2, 1)), min_size=12, max_size=12))
def test_raking_agrees_with_newton_s_method(people: list[tuple[int, float]]) -> None:
    margins = np.array([[i // 6, i % 6 // 2, i % 2] for i in range(12)]).T
    wanted = np.array([n for n, _ in people], dtype=float)
    held = np.array([max(1, round(n * rate)) for n, rate in people], dtype=float)
    profiles = Profiles(list(margins), wanted, held)
    found = rake(profiles, np.ones(12))
    assert (found > 0).all()
    for margin in margins:
        assert np.bincount(margin, found * held) == pytest.approx(np.bincount(margin, wanted))
    assert found == pytest.approx(newton(margins, held, wanted), rel=1e-5)


def test_margins_that_contradict_each_other_are_told() -> None:
    # One respondent stands for the first of both categories and one for the second: the first would weigh 9 and 5.
    margins = [np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])]
    profiles = Profiles(margins, np.array([4.0, 5, 1, 4]), np.array([1.0, 0, 0, 1]))
    with pytest.raises(ValueError, match="contradict"):
        rake(profiles, np.ones(4))


def test_a_weighted_share_is_worth_less_than_as_many_equal_answers() -> None:
    plain, weighted = (WeightedShare(50, 100, 100, effect) for effect in (1, 1.25))
    assert plain.percent == weighted.percent == 50
    assert plain.interval == pytest.approx((40.4, 59.6), abs=0.05)
    low, high = weighted.interval or (0, 0)
    assert low < 40
    assert high > 60
    assert WeightedShare(0, 0, 0, 1).interval is None


@pytest.mark.parametrize("view", WEIGHTED)
def test_a_corrected_share_is_never_silent(view: str) -> None:
    name, search = view.removesuffix(" matrice"), WEIGHTED[view]
    corrected = shown(name, search)
    plain = shown(name, search.replace("redressement=oui", "redressement=non"))
    assert "après redressement de la non-réponse" in corrected.content.title
    assert "redressement de la non-réponse" in corrected.content.reading
    assert any(
        "calage sur marges" in note and "Effet : de" in note for note in corrected.content.notes
    )
    assert parts(plain) == parts(corrected)
    assert not any(
        "redress" in str(part).lower() for part in (plain.content.title, plain.content.notes)
    )
    for row in corrected.content.data_table.rows:
        share, low, high, effect = row.measures[-4:]
        assert row.share is not None
        assert share is not None
        assert low is not None
        assert high is not None
        assert low <= share <= high
        assert low < high
        assert effect == pytest.approx(share - (row.share.percent or 0))


def test_the_figure_shows_the_corrected_shares() -> None:
    corrected = shown("emploi", WEIGHTED["emploi"])
    drawn = [y for line in corrected.content.figure["data"] for y in line["y"] if y is not None]
    assert sorted(drawn) == pytest.approx(
        sorted(row.measures[-4] or 0 for row in corrected.content.data_table.rows)
    )


def test_a_corrected_share_recounted_from_the_tables() -> None:
    table = weighed("cohort", "status@T1")
    employed = table.weight({"cohort": "2015-2016", "status@T1": ("salaried", "self_employed")})
    row = cells(shown("emploi", WEIGHTED["emploi"]))["2015-2016", "T1 6-12\u00a0mois"]
    assert row.measures[-4] == pytest.approx(100 * employed / 258)


def test_an_answer_weighs_as_much_as_who_gave_it() -> None:
    answers = opened().tabulate(
        replace(crossing("cohort", "benefit", counted="answer"), weighted=True)
    )
    named = answers.weight({"cohort": "2015-2016", "benefit": "find_a_job"})
    row = cells(shown("apports", WEIGHTED["apports"]))["2015-2016", "Trouver un emploi"]
    # All of a cohort's weights add up to the people who were asked.
    assert row.measures[0] == pytest.approx(100 * named / 258)


@pytest.mark.parametrize("view", ["emploi", "statut", "csp", "secteur"])
def test_the_correction_is_for_respondents(view: str) -> None:
    asked = shown(view, f"?{view}.redressement=oui&{view}.base=interroges").content
    plain = shown(view, f"?{view}.base=interroges").content
    assert (asked.title, asked.figure, asked.data_table) == (
        plain.title,
        plain.figure,
        plain.data_table,
    )
    (note,) = set(asked.notes) - set(plain.notes)
    assert "sur tous les interrogés, il n'est pas appliqué" in note


def test_few_or_no_respondents() -> None:
    assert shown("emploi", WEIGHTED["emploi"] + "&promotion=2012-2013").empty
    assert not shown("emploi-groupes", WEIGHTED["emploi-groupes"] + "&region=limousin").empty
