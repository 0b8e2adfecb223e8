"""Does a view find the outside figures of what it draws, and are their lines where the shares would end?"""

from dataclasses import replace

import pytest

from dashboard.content.charts.benchmark_line import BenchmarkLine
from dashboard.content.data_table import DataTable
from dashboard.content.view import Scene
from dashboard.domain.benchmarks import Benchmark
from dashboard.domain.dimension import Dimension
from dashboard.domain.selection import Condition, Selection, selection_of
from dashboard.domain.vocabulary import Vocabulary
from dashboard.views.kit.benchmarks import (
    benchmark_line,
    benchmarks_of,
    beside_benchmarks,
    boundary_line,
    employed_benchmarks,
)
from dashboard.views.kit.cohorts.parts import parts_along
from tests.support.exhibits import holding, plain
from tests.support.retold import changed
from tests.support.vocabularies import VOCABULARY

NO_ROWS = DataTable(("promotion",), "effectif", ())
GENDER, AGE = Dimension("gender"), Dimension("age_at_enrolment")


def benchmark(**fields: object) -> Benchmark:
    told = {
        "name": "Ailleurs",
        "population": "inscrits d'ailleurs",
        "period": "2016",
        "source": "Rapport",
        "comparability": "Une seule année est publiée.",
    }
    return Benchmark.model_validate(told | {"value": 53} | fields)


WOMEN = benchmark(variable="gender", codes=("F",))
MEAN_AGE = benchmark(variable="age_at_enrolment", value=34.5)
EMPLOYED = benchmark(variable="status", wave="T1", group="employed", value=45.5)


def vocabulary(*benchmarks: Benchmark) -> Vocabulary:
    return replace(VOCABULARY, codebook=changed(VOCABULARY.codebook, benchmarks=benchmarks))


def scene(*benchmarks: Benchmark, selection: Selection = Selection()) -> Scene:
    return Scene(selection, {}, vocabulary(*benchmarks))


def filtered(variable: str, code: str, wave: str | None = None) -> Selection:
    return selection_of([Condition(Dimension(variable, wave), (code,))])


def test_an_indicator_finds_its_own() -> None:
    every = scene(WOMEN, MEAN_AGE, EMPLOYED)
    assert benchmarks_of(every, GENDER, ("F",)) == (WOMEN,)
    assert benchmarks_of(every, GENDER, ("M",)) == ()
    assert benchmarks_of(every, AGE) == (MEAN_AGE,)
    assert benchmarks_of(scene(), GENDER, ("F",)) == ()


def test_a_group_is_its_categories_at_its_wave() -> None:
    every = scene(EMPLOYED)
    assert employed_benchmarks(every, "T1") == (EMPLOYED,)
    assert employed_benchmarks(every, "T2") == ()
    named = benchmark(variable="status", wave="T1", codes=("self_employed", "salaried"))
    assert employed_benchmarks(scene(named), "T1") == (named,)


@pytest.mark.parametrize(
    ("selection", "ages", "women", "employed"),
    [
        (Selection(), 1, 1, 1),
        (filtered("cohort", "2014-2015"), 1, 1, 1),
        (filtered("gender", "F"), 1, 0, 1),
        (filtered("age_band", "under_30"), 0, 1, 1),
        (filtered("status", "salaried", "T1"), 1, 1, 0),
        (filtered("status", "salaried", "T2"), 1, 1, 1),
    ],
)
def test_where_a_filter_settles_the_indicator_there_is_none(
    selection: Selection, ages: int, women: int, employed: int
) -> None:
    looked_at = scene(WOMEN, MEAN_AGE, EMPLOYED, selection=selection)
    assert len(benchmarks_of(looked_at, AGE)) == ages
    assert len(benchmarks_of(looked_at, GENDER, ("F",))) == women
    assert len(employed_benchmarks(looked_at, "T1")) == employed


@pytest.mark.parametrize(
    ("variable", "codes", "line"),
    [
        ("gender", ("F",), (53, "Ailleurs : 53 %")),
        ("gender", ("M",), (47, "Ailleurs : 53 % →")),
        ("age_band", ("under_30", "30_39"), (53, "Ailleurs : 53 %")),
        ("age_band", ("40_49", "50_and_over"), (47, "Ailleurs : 53 % →")),
        ("age_band", ("30_39",), None),
        ("age_band", ("under_30", "50_and_over"), None),
        ("gender", ("F", "M"), None),
        ("entry_diploma", ("II",), None),
    ],
)
def test_a_line_stands_where_a_part_at_an_end_of_the_bars_would_end(
    variable: str, codes: tuple[str, ...], line: tuple[float, str] | None
) -> None:
    of_variable = benchmark(variable=variable, codes=codes)
    divided = "gender" if variable == "entry_diploma" else variable
    parts = [p for p in parts_along(VOCABULARY, Dimension(divided)) if not p.absent]
    drawn = boundary_line(of_variable, parts, VOCABULARY)
    assert (drawn and (drawn.value, plain(drawn.name))) == line


def test_a_mean_stands_at_itself_in_its_unit_and_a_wave_is_named_with_its_place() -> None:
    line = benchmark_line(MEAN_AGE, VOCABULARY)
    assert (line.value, plain(line.name), line.category) == (34.5, "Ailleurs : 34,5 ans", None)
    at_t1 = benchmark_line(EMPLOYED, VOCABULARY, 0)
    assert at_t1 == BenchmarkLine(45.5, at_t1.name, 0)
    assert plain(at_t1.name) == "T1, Ailleurs : 45,5 %"


def test_what_is_told_of_it_says_whose_it_is_and_how_far_it_may_be_compared() -> None:
    content = replace(holding(NO_ROWS), alternative="Des barres.")
    told = beside_benchmarks(content, [WOMEN, EMPLOYED], VOCABULARY)
    assert [plain(note) for note in told.notes] == [
        "Repère : Ailleurs, 53 %. Inscrits d'ailleurs, 2016 (source : Rapport). Une seule année est publiée.",
        "Repère à T1 : Ailleurs, 45,5 %. Inscrits d'ailleurs, 2016 (source : Rapport). Une seule année est publiée.",
    ]
    assert plain(told.alternative) == "Des barres. Repères : Ailleurs (53 %) ; Ailleurs (45,5 %)."
    assert [plain(name) for name in told.benchmarks] == ["Ailleurs : 53 %", "Ailleurs : 45,5 %"]


def test_over_nobody_nothing_is_told_of_it() -> None:
    content = replace(holding(NO_ROWS), base=0)
    assert beside_benchmarks(content, [WOMEN], VOCABULARY) == content
