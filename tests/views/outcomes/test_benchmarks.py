"""Is the share employed read against an outside figure that a study declares, at its wave and nowhere else?"""

from dashboard.content.charts import Dots, Lines
from dashboard.content.content import Content
from dashboard.domain.benchmarks import Benchmark
from tests.support.exhibits import composed, opened, plain
from tests.support.retold import retold

AT_T1 = Benchmark(
    name="Sortants de formation, France",
    variable="status",
    wave="T1",
    group="employed",
    value=45.5,
    population="demandeurs d'emploi sortis d'une formation",
    period="2016",
    source="Rapport",
    comparability="Les délais ne sont pas les mêmes.",
)


def content(name: str, search: str = "") -> Content:
    return composed(name, search, retold(opened(), benchmarks=(AT_T1,))).content


def test_lines_have_it_at_its_wave() -> None:
    told = content("emploi")
    assert isinstance(told.chart, Lines)
    (line,) = told.chart.benchmarks
    assert (line.value, line.category) == (45.5, 0)
    assert [plain(name) for name in told.chart.told_below[1:]] == [
        "- - T1, Sortants de formation, France : 45,5 %"
    ]
    assert plain(told.notes[-1]).startswith("Repère à T1 : Sortants de formation, France, 45,5 %.")


def test_where_a_filter_settles_the_wave_it_is_gone() -> None:
    told = content("emploi", "situation.T1=en-emploi-salarie")
    assert isinstance(told.chart, Lines)
    assert told.chart.benchmarks == ()
    assert told.benchmarks == ()


def test_shares_of_groups_have_it_and_gaps_have_not() -> None:
    shares = content("emploi-groupes", "emploi-groupes.redressement=oui")
    assert isinstance(shares.chart, Dots)
    assert [line.value for line in shares.chart.benchmarks] == [45.5]
    for search in ("", "emploi-groupes.redressement=oui&emploi-groupes.vague=T2"):
        others = content("emploi-groupes", search)
        assert isinstance(others.chart, Dots)
        assert (others.chart.benchmarks, others.benchmarks) == ((), ())
