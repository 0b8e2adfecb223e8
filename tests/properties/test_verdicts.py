"""Whatever is selected, does one question have one verdict, whichever page it is asked on?"""

from collections.abc import Iterator

from hypothesis import assume, given
from hypothesis import strategies as st

from dashboard.content.charts.dots import Dots
from dashboard.content.content import Content
from dashboard.content.data_table import TOTAL, Row
from dashboard.domain.address import Address
from dashboard.domain.dimension import Dimension
from dashboard.domain.selection import Selection
from dashboard.domain.vocabulary import Vocabulary
from dashboard.exhibits.composition import compose
from dashboard.publication import Publication
from dashboard.views.kit.notes import COHORT
from dashboard.views.kit.regions import of_people, region_of
from dashboard.views.kit.verdicts import CONCLUSIVE, INCONCLUSIVE, TOO_FEW, TOO_SILENT, UNTESTED
from dashboard.views.outcomes.employed_groups.groups import compared as groups_of
from dashboard.views.registry import view_named
from tests.properties.addresses import selections
from tests.support.examples import examples

Numbers = tuple[float | int | None, ...]

VERDICTS = (CONCLUSIVE, INCONCLUSIVE, TOO_FEW, TOO_SILENT, UNTESTED)
"""The longest of two that begin alike stands first."""


def same(one: tuple[str, Numbers], other: tuple[str, Numbers]) -> bool:
    """Whether two pages say the same of a gap: its verdict, its size and the ends of its interval, to a hundredth."""
    (verdict, numbers), (other_verdict, others) = one, other
    return named(verdict) == named(other_verdict) and all(
        x is y is None or (x is not None and y is not None and abs(x - y) < 0.0051)
        for x, y in zip(numbers, others, strict=True)
    )


def named(verdict: str) -> str:
    """One of `VERDICTS`; "écart" may be the name of its column."""
    return next(v for v in VERDICTS if verdict.removeprefix("écart ").startswith(v[6:]))


def content(publication: Publication, view: str, address: Address) -> Content:
    return compose(view_named(view), address, publication).content


def compared(
    publication: Publication, view: str, a: Selection, b: Selection, switches: dict[str, str]
) -> list[Row]:
    """The rows of the comparison of `a` and `b` on a view that has a verdict of them."""
    address = Address(a, {"comparer.vue": view, **switches}, other=b)
    rows = content(publication, "comparer", address).data_table.rows
    return [row for row in rows if row.labels[-1].startswith("écart")]


def of_all(rows: list[Row], code: str) -> tuple[str, Numbers] | None:
    """What a comparison says of all cohorts together, or of the only one, in the row of `code`."""
    asked = [row for row in rows if code in {key.code for key in row.keys}]
    whole = [row for row in asked if row.labels[0] == "Ensemble"] or asked
    if not whole:
        return None
    (row,) = whole
    return row.labels[-1], row.measures[6:9]


def parted(
    selection: Selection, key: Dimension, code: str, vocabulary: Vocabulary
) -> Iterator[Selection]:
    """Those of one category, and those of the others that are known."""
    yield selection.keeping(key, (code,))
    yield selection.keeping(key, [other for other in vocabulary.real_codes(key) if other != code])


@examples(40)
@given(data=st.data())
def test_a_region_s_women_and_its_employed_have_one_verdict(
    publication: Publication, data: st.DataObject
) -> None:
    vocabulary = publication.vocabulary
    selection = of_people(data.draw(selections(vocabulary)), vocabulary)
    trait, view, code = data.draw(
        st.sampled_from([("femmes", "genre-age", "F"), ("emploi-t1", "emploi", "T1")])
    )
    where = region_of(vocabulary)
    profiles = content(
        publication,
        "profils-regionaux",
        Address(selection, {"profils-regionaux.mesure": trait} if trait != "femmes" else {}),
    )
    assume(not profiles.empty)
    row = data.draw(st.sampled_from(profiles.data_table.rows))
    region = row.keys[0].code
    a, b = parted(selection, where, region, vocabulary)
    here = of_all(compared(publication, view, a, b, {}), code)
    if here:
        assert same(here, (row.labels[1], row.measures[-3:]))


@examples(40)
@given(data=st.data())
def test_a_group_of_respondents_has_one_verdict(
    publication: Publication, data: st.DataObject
) -> None:
    vocabulary = publication.vocabulary
    selection = data.draw(selections(vocabulary))
    wave = data.draw(st.sampled_from(vocabulary.after))
    base = data.draw(st.sampled_from(["", "renseignes"]))
    based = {"base": base} if base else {}
    at_wave = {} if wave == vocabulary.after[0] else {"vague": wave}
    switches = {f"emploi-groupes.{name}": value for name, value in {**based, **at_wave}.items()}
    groups = content(publication, "emploi-groupes", Address(selection, switches))
    judged = [row for row in groups.data_table.rows if row.measures[0] is not None]
    assume(not groups.empty and judged)
    row = data.draw(st.sampled_from(judged))
    key = row.keys[1].along
    assert isinstance(key, Dimension)
    a, b = parted(selection, key, row.keys[1].code, vocabulary)
    told = (row.labels[2], row.measures[:3])
    of_cohorts = {f"emploi.{name}": value for name, value in based.items()}
    there = of_all(compared(publication, "emploi", a, b, of_cohorts), wave)
    assert there
    assert same(there, told)
    if base:
        tile = of_all(compared(publication, "chiffres-cles", a, b, {}), f"employed@{wave}")
        assert tile
        assert same(tile, told)


@examples(40)
@given(data=st.data())
def test_silence_stops_the_same_verdicts_on_every_base(
    publication: Publication, data: st.DataObject
) -> None:
    vocabulary = publication.vocabulary
    selection = data.draw(selections(vocabulary))
    wave = data.draw(st.sampled_from(vocabulary.after))
    composed = data.draw(st.sampled_from([{}, {"emploi-groupes.composition": "egale"}]))
    at_wave = {} if wave == vocabulary.after[0] else {"emploi-groupes.vague": wave}
    silent: list[set[str]] = []
    groups: list[set[str]] = []
    for base in ({}, {"emploi-groupes.base": "renseignes"}):
        address = Address(selection, {**at_wave, **composed, **base})
        rows = content(publication, "emploi-groupes", address).data_table.rows
        groups.append({row.labels[1] for row in rows if row.measures[0] is not None})
        silent.append({row.labels[1] for row in rows if row.labels[2] == "non testé ◇"})
    both = groups[0] & groups[1]
    assert silent[0] & both == silent[1] & both


@examples(40)
@given(data=st.data())
def test_silence_stops_the_same_verdicts_of_a_comparison_on_every_base(
    publication: Publication, data: st.DataObject
) -> None:
    vocabulary = publication.vocabulary
    a, b = data.draw(selections(vocabulary)), data.draw(selections(vocabulary))
    silent: list[set[str]] = []
    lines: list[set[str]] = []
    for switches in ({}, {"emploi.base": "renseignes"}):
        rows = compared(publication, "emploi", a, b, switches)
        named = {" ".join(row.labels[:-1]): row.labels[-1] for row in rows}
        lines.append(set(named))
        silent.append({name for name, verdict in named.items() if verdict == TOO_SILENT})
    both = lines[0] & lines[1]
    assert silent[0] & both == silent[1] & both


@examples(40)
@given(data=st.data())
def test_two_selections_have_one_verdict_on_every_view_of_shares_employed(
    publication: Publication, data: st.DataObject
) -> None:
    vocabulary = publication.vocabulary
    selection, key = (
        data.draw(selections(vocabulary)),
        data.draw(st.sampled_from([COHORT, *groups_of(vocabulary)])),
    )
    sides = st.permutations(vocabulary.real_codes(key))
    a, b = (selection.keeping(key, (code,)) for code in data.draw(sides)[:2])
    wave = data.draw(st.sampled_from(vocabulary.after))
    base = data.draw(st.sampled_from(["", "renseignes"]))
    based = {"base": base} if base else {}
    at_wave = {} if wave == vocabulary.after[0] else {"vague": wave}
    of_groups = {f"emploi-groupes.{name}": value for name, value in {**based, **at_wave}.items()}
    of_cohorts = {f"emploi.{name}": value for name, value in based.items()}
    by_group = compared(publication, "emploi-groupes", a, b, of_groups)
    groups = of_all([row for row in by_group if row.keys[0].code == TOTAL], TOTAL)
    there = of_all(compared(publication, "emploi", a, b, of_cohorts), wave)
    assume(groups and there)
    assert groups
    assert there
    assert same(groups, there)
    if base:
        tile = of_all(compared(publication, "chiffres-cles", a, b, {}), f"employed@{wave}")
        assert tile is None or same(tile, there)


@examples(60)
@given(data=st.data())
def test_a_whisker_is_clear_of_zero_where_and_only_where_the_gap_is_established(
    publication: Publication, data: st.DataObject
) -> None:
    vocabulary = publication.vocabulary
    view = data.draw(st.sampled_from(["profils-regionaux", "emploi-groupes", "comparer"]))
    address = Address(data.draw(selections(vocabulary)), other=data.draw(selections(vocabulary)))
    chart = content(publication, view, address).chart
    # Of very few people no share is told, and so no gap drawn.
    assume(chart is not None)
    assert isinstance(chart, Dots)
    assume(chart.confidence == 99)
    for row in chart.rows:
        low, high = row.datum.interval or (0, 0)
        assert row.conclusive == (low > 0 or high < 0)
