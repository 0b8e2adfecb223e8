"""Are the modalities those of figure 4, for every selection?"""

from dashboard.content.charts.bars import StackedBars
from dashboard.content.click_filter import keeping
from dashboard.content.content import Content
from dashboard.domain.dimension import Dimension
from tests.support.exhibits import content, percent, row, shown


def bars(modalities: Content) -> StackedBars:
    assert isinstance(modalities.chart, StackedBars)
    return modalities.chart


def test_half_of_the_units_of_2013_2014_were_taught_in_class() -> None:
    assert percent(content("modalites"), "2013-2014", "Présentiel") == 50


def test_all_units_are_counted_once() -> None:
    modalities = content("modalites")
    assert modalities.base == 2645
    whole = [r.count or 0 for r in modalities.data_table.rows if r.labels[0] == "Ensemble"]
    assert sum(whole) == 2645


def test_the_bars_carry_the_numbers_of_the_table() -> None:
    modalities = content("modalites")
    chart = bars(modalities)
    drawn = {
        (category.plain.split(" ")[0], series.name): datum.value
        for series in chart.series
        for category, datum in zip(chart.categories, series.data, strict=True)
    }
    assert drawn == {r.labels: r.share.percent for r in modalities.data_table.rows if r.share}


def test_a_click_on_a_bar_filters_on_its_cohort() -> None:
    modalities = content("modalites")
    cohort = keeping((Dimension("cohort"), "2015-2016"))
    assert row(modalities, "2015-2016", "Hybride").click == cohort
    assert bars(modalities).series[2].data[3].click == cohort
    assert not row(modalities, "Ensemble", "Hybride").click


def test_one_cohort_has_no_whole_beside_it() -> None:
    modalities = content("modalites", "promotion=2012-2013")
    assert modalities.base == 129
    assert {r.labels[0] for r in modalities.data_table.rows} == {"2012-2013"}


def test_few_units_are_marked() -> None:
    modalities = content("modalites", "region=26,21,54&age=50-ans-et-plus&promotion=2015-2016")
    assert 0 < modalities.base < 30
    assert any(note.startswith("△ base inférieure à 30") for note in modalities.notes)


def test_nobody_is_modalities_as_nobody() -> None:
    empty = shown("modalites", "region=corse")
    assert empty.empty
    assert empty.content.nothing == "Aucun bénéficiaire dans cette sélection."
