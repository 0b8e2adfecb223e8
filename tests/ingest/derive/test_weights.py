"""Do weighted respondents have the margins of all who were asked, and are plain counts left as they were?"""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest

from dashboard.domain.dimension import Dimension
from dashboard.domain.query import crossing, narrowed
from dashboard.domain.statistics.weighting import HEAVIEST, LEAST
from dashboard.domain.tables import ReleasedTable
from dashboard.ingest.derive import weights
from dashboard.ingest.derive.columns import numbered
from dashboard.ingest.derive.response import RESPONSE
from dashboard.ingest.derive.weights import person_weights
from tests.support.publications import demonstration
from tests.support.tables import CODEBOOK

KNOWN_OF_ALL = CODEBOOK.uses.known_of_all


def weighed(*names: str) -> ReleasedTable:
    return demonstration().tabulate(replace(crossing(*names), weighted=True))


def asked(name: str) -> Mapping[str, int]:
    everybody = narrowed(crossing().selection, response=("respondent", "non_respondent"))
    return demonstration().tabulate(crossing(name, of=everybody)).by_code(name)


def respondents(name: str) -> Mapping[str, int]:
    kept = narrowed(crossing().selection, response=("respondent",))
    return demonstration().tabulate(crossing(name, of=kept)).by_code(name)


@pytest.mark.parametrize("name", KNOWN_OF_ALL)
def test_margins_are_those_of_all_who_were_asked(name: str) -> None:
    table, wanted, held = weighed(name), asked(name), respondents(name)
    small = {code: people for code, people in wanted.items() if people and held[code] < LEAST}
    for code in wanted.keys() - small.keys():
        assert table.weight({name: code}) == pytest.approx(wanted[code], rel=1e-6)
    assert table.weight({name: small.keys()}) == pytest.approx(sum(small.values()), rel=1e-6)


def test_only_regions_are_pooled() -> None:
    few = {name: [n for n in respondents(name).values() if 0 < n < LEAST] for name in KNOWN_OF_ALL}
    assert {name for name, sizes in few.items() if sizes} == {"region"}


def test_weights_are_positive_and_moderate() -> None:
    table = weighed("cohort", "region", "age_band", "gender", "executive")
    plain = demonstration().tabulate(
        crossing(
            "cohort",
            "region",
            "age_band",
            "gender",
            "executive",
            of=narrowed(crossing().selection, response=("respondent",)),
        )
    )
    names = [str(key) for key in plain.dimensions]
    for crossing_of, people in plain.cells():
        weight = table.weight(dict(zip(names, crossing_of, strict=True)))
        if people:
            assert 0 < weight / people < HEAVIEST * 1016 / 732
        else:
            assert weight == 0


def test_only_respondents_weigh() -> None:
    table = weighed("response")
    assert table.weight({"response": "non_respondent"}) == 0
    assert table.weight({"response": "respondent"}) == pytest.approx(1016)


def test_plain_counts_stay_whole_and_weights_are_asked_for_as_such() -> None:
    plain = demonstration().tabulate(crossing("gender"))
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
        demonstration().tabulate(replace(crossing("gender", counted="unit"), weighted=True))


def test_crossings_may_be_numbered_anew_where_there_are_too_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    draw = np.random.default_rng(1)
    names = ["first", "second", "third"]
    people = {
        Dimension(name): numbered(draw.integers(0, 3, 400), ("a", "b", "c")) for name in names
    }
    people[RESPONSE] = numbered(draw.integers(0, 2, 400), ("respondent", "non_respondent"))
    usual = person_weights(people, names)
    monkeypatch.setattr(weights, "MOST_CROSSINGS", 1)
    anew = person_weights(people, names)
    assert usual is not None
    assert anew is not None
    assert np.array_equal(usual[0], anew[0])
    assert usual[0].sum() == pytest.approx(400)
