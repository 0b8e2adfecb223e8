"""Are counts those of the lines of the tables, and do they add up whichever way they are cut?"""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Counted, Query
from dashboard.domain.selection import Condition, selection_of
from dashboard.publication import Publication
from tests.properties.addresses import selections, some_codes

FOLDER = Path(__file__).parents[2] / "data" / "demonstration"
COUNTED: tuple[Counted, ...] = ("beneficiary", "enrolment", "unit", "answer")
WRITTEN = (
    "cohort",
    "region",
    "gender",
    "executive",
    "long_term_jobseeker",
    "interim",
    "entry_diploma",
)
"""The categories that stand in the table of beneficiaries as they are."""

OF_UNITS = ("academic_year", "teaching_team", "pathway", "target_level", "modality")

every_selection = settings(max_examples=200)

Lines = list[dict[str, str]]


def lines(table: str) -> Lines:
    with (FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def people() -> Lines:
    return lines("beneficiaries")


@pytest.fixture(scope="module")
def units(people: Lines) -> Lines:
    """Units with the traits of their person beside."""
    known = {person["beneficiary_id"]: person for person in people}
    return [{**known[unit["beneficiary_id"]], **unit} for unit in lines("units")]


@every_selection
@given(data=st.data())
def test_counts_are_those_of_a_reader_who_goes_through_the_lines(
    publication: Publication, people: Lines, units: Lines, data: st.DataObject
) -> None:
    vocabulary = publication.vocabulary
    names = data.draw(st.lists(st.sampled_from(WRITTEN), max_size=3, unique=True))
    kept = {name: data.draw(some_codes(vocabulary, Dimension(name))) for name in names}
    selection = selection_of(Condition(Dimension(n), tuple(codes)) for n, codes in kept.items())
    for counted, table, along in (
        ("beneficiary", people, WRITTEN),
        ("unit", units, (*WRITTEN, *OF_UNITS)),
    ):
        by = data.draw(st.lists(st.sampled_from(along), max_size=2, unique=True))
        expected: dict[tuple[str, ...], int] = {}
        for line in table:
            if all(line[name] in codes for name, codes in kept.items()):
                cell = tuple(line[name] for name in by)
                expected[cell] = expected.get(cell, 0) + 1
        query = Query(
            tuple(map(Dimension, by)), selection, "unit" if counted == "unit" else "beneficiary"
        )
        assert {cell: n for cell, n in publication.tabulate(query).cells() if n} == expected


@every_selection
@given(data=st.data())
def test_margins_add_up_to_the_total(publication: Publication, data: st.DataObject) -> None:
    vocabulary = publication.vocabulary
    selection = data.draw(selections(vocabulary))
    counted = data.draw(st.sampled_from(COUNTED))
    total = publication.tabulate(Query((), selection, counted)).total()
    cohort, region, today, status = (
        Dimension("cohort"),
        Dimension("region"),
        Dimension("current_region"),
        Dimension("status", data.draw(st.sampled_from(vocabulary.waves))),
    )
    for by in ((cohort,), (region,), (today,), (status,), (cohort, region), (region, status)):
        assert publication.tabulate(Query(by, selection, counted)).total() == total
    crossed = publication.tabulate(Query((cohort, region), selection, counted))
    for dimension in (cohort, region):
        alone = publication.tabulate(Query((dimension,), selection, counted))
        assert crossed.by_code(str(dimension)) == alone.by_code(str(dimension))


@every_selection
@given(data=st.data())
def test_a_filter_keeps_the_people_of_its_categories(
    publication: Publication, data: st.DataObject
) -> None:
    vocabulary = publication.vocabulary
    selection = data.draw(selections(vocabulary))
    dimension = data.draw(
        st.sampled_from([Dimension("region"), Dimension("csp", "T1"), Dimension("age_band")])
    )
    codes = data.draw(some_codes(vocabulary, dimension))
    by_code = publication.tabulate(Query((dimension,), selection)).by_code(str(dimension))
    narrower = publication.tabulate(Query((), selection.keeping(dimension, codes))).total()
    assert narrower == sum(by_code[code] for code in codes)
