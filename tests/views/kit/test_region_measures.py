"""Of whom is each measure of a region a share, and how is it written?"""

import pytest

from dashboard.domain.statistics.rates import Share
from dashboard.text.numbers import NARROW
from dashboard.views.kit.measure import Measure
from dashboard.views.kit.region_measures import measure_named, measures
from tests.support.released import released
from tests.support.vocabularies import VOCABULARY, another

UNEMPLOYED = """
    region  long_term_jobseeker  n
    52      yes                  30
    52      no                   10
    52      unknown              5
    53      yes                  2
    53      unknown              7
"""
STATUS = """
    region  status@T1         n
    52      salaried          30
    52      searching         10
    52      no_information    20
    52      not_yet_surveyed  5
"""


def named(name: str) -> Measure:
    return measure_named(name, VOCABULARY)


def test_a_share_is_of_those_of_whom_it_is_known() -> None:
    share_of, table = named("deld").share_of, released(UNEMPLOYED)
    assert share_of(table, {"region": "52"}, VOCABULARY) == Share(30, 40)
    assert share_of(table, {"region": "53"}, VOCABULARY) == Share(2, 2)


def test_the_share_of_several_regions_is_asked_for_and_not_summed() -> None:
    share_of, table = named("deld").share_of, released(UNEMPLOYED)
    assert share_of(table, {}, VOCABULARY) == Share(32, 42)
    assert share_of(table, {"region": ("52", "53")}, VOCABULARY) == Share(32, 42)


def test_respondents_without_information_stay_in_the_base_of_employment() -> None:
    employed = named("emploi-t1")
    assert employed.share_of(released(STATUS), {"region": "52"}, VOCABULARY) == Share(30, 60)


@pytest.mark.parametrize("name", ["beneficiaires", "ue", "ue-par-beneficiaire"])
def test_a_count_or_a_mean_is_no_share(name: str) -> None:
    with pytest.raises(ValueError, match=f"{name} is not a share"):
        named(name).share_of(released(UNEMPLOYED), {}, VOCABULARY)


@pytest.mark.parametrize(
    ("name", "part", "value", "written"),
    [
        ("beneficiaires", (1044, 1044), 1044, f"1{NARROW}044"),
        ("ue-par-beneficiaire", (25, 10), 2.5, "2,5"),
        ("ue-par-beneficiaire", (0, 0), None, "–"),
        ("deld", (30, 40), 75.0, f"75{NARROW}%"),
        ("deld", (0, 0), None, "–"),
    ],
)
def test_a_value_is_written_in_its_own_way(
    name: str, part: tuple[int, int], value: float | None, written: str
) -> None:
    measure = named(name)
    assert measure.value(part) == value
    assert measure.write(part) == written


def test_every_measure_is_a_count_a_ratio_a_share_or_a_mean() -> None:
    kinds = {measure.name: measure.kind for measure in measures(VOCABULARY)}
    assert kinds == {
        "beneficiaires": "people",
        "ue": "units",
        "ue-par-beneficiaire": "ratio",
        "femmes": "share",
        "age": "mean",
        "deld": "share",
        "cadres": "share",
        "emploi-t1": "share",
    }


def test_a_measure_is_not_offered_without_its_variable_or_its_wave() -> None:
    kept = {measure.name for measure in measures(another(without=("executive",), waves=("T2",)))}
    assert "cadres" not in kept
    assert "emploi-t1" not in kept
    assert "femmes" in kept
