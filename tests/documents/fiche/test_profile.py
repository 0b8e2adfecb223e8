"""Does the profile of a region say of each indicator what the view of regional profiles says of it?"""

import pytest

from dashboard.content.charts import Dots
from dashboard.content.content import Content
from dashboard.documents.fiche.profile import VIEW
from dashboard.domain.address import Address
from dashboard.domain.statistics.rates import LEAST_BASE
from dashboard.exhibits.composition import compose
from dashboard.publication import Publication
from dashboard.views.kit.region_measures import measures
from dashboard.views.kit.verdicts import TOO_FEW
from dashboard.web.pages import read
from tests.support.exhibits import composed

REGIONS = ["pays-de-la-loire", "rhone-alpes", "bretagne", "limousin"]


def _profile(search: str, publication: Publication) -> Content:
    return compose(VIEW, Address(read(search, publication).selection), publication).content


@pytest.mark.parametrize("region", REGIONS)
def test_the_verdict_on_each_indicator_is_that_of_the_regional_profiles(
    region: str, publication: Publication
) -> None:
    profile = _profile(f"?region={region}", publication)
    names = [m.name for m in measures(publication.vocabulary) if m.kind in ("share", "mean")]
    rows = {row.keys[0].code: row for row in profile.data_table.rows}
    assert list(rows) == names
    for name, row in rows.items():
        search = f"?region={region}&profils-regionaux.mesure={name}"
        alone = composed("profils-regionaux", search, publication).content
        if alone.empty:
            # Of fewer than ten people there is no share to compare.
            assert (row.base or 0) < LEAST_BASE
            assert (row.keys[1].label, row.measures[0]) == (TOO_FEW, None)
            continue
        (other,) = alone.data_table.rows
        assert (row.keys[1].label, row.count, row.base) == (
            other.keys[1].label,
            other.count,
            other.base,
        )


@pytest.mark.parametrize("region", REGIONS)
def test_a_dot_is_full_where_the_gap_is_established(region: str, publication: Publication) -> None:
    profile = _profile(f"?region={region}", publication)
    chart = profile.chart
    if chart is None:
        assert profile.undrawn
        assert profile.base < LEAST_BASE
        return
    assert isinstance(chart, Dots)
    verdicts = {row.keys[0].label: row.keys[1].code for row in profile.data_table.rows}
    for dot in chart.rows:
        label = dot.label[: dot.label.index("(")].strip()
        assert dot.conclusive == (verdicts[label] == "conclusive")
        assert "n = " in dot.label.replace("\u00a0", " ")


def test_what_is_read_aloud_is_a_gap_that_is_established(publication: Publication) -> None:
    profile = _profile("?region=rhone-alpes", publication)
    assert "Écart établi" in profile.reading.replace("\u00a0", " ")


def test_nobody_to_compare_is_said_so(publication: Publication) -> None:
    profile = _profile("?region=corse", publication)
    assert profile.base == 0
    assert profile.nothing
