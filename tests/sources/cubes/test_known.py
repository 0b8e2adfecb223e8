"""Are there never more combinations than is said before they are counted?"""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.ingest.derive.analysis import analysis_tables
from dashboard.ingest.reading.tables import read_tables
from dashboard.ingest.reference.study import read_study
from dashboard.sources.cubes.known import Known
from dashboard.sources.memory.engine import MemoryEngine

DATA = Path(__file__).parents[3] / "data"

BOOK = read_study(DATA / "demonstration", DATA)
TABLES = analysis_tables(read_tables(DATA / "demonstration", BOOK), BOOK)
ENGINE = MemoryEngine(TABLES.frames, TABLES.vocabulary)

KEYS = [Dimension(name) for name in ("region", "gender", "cohort", "age_band", "interim")]
shapes = st.lists(st.sampled_from(KEYS), unique=True).map(lambda keys: Query(tuple(keys)))


def found(shape: Query) -> int:
    return len(ENGINE.crossings([shape])[0].counts)


@given(seen=st.lists(shapes, max_size=4), shape=shapes)
def test_there_are_at_most_as_many_combinations_as_expected(
    seen: list[Query], shape: Query
) -> None:
    known = Known(TABLES.vocabulary, {})
    before = known.most(shape)
    for query in seen:
        known.learn(query, found(query))

    assert found(shape) <= known.most(shape) <= before


def test_what_was_counted_is_known_exactly() -> None:
    known, regions = Known(TABLES.vocabulary, {}), Query((Dimension("region"), Dimension("cohort")))
    assert not known.exactly(regions)

    known.learn(regions, found(regions))

    assert known.exactly(regions)
    assert known.most(regions) == found(regions) < 14 * 5


def test_two_parts_that_are_known_tell_of_the_whole() -> None:
    region, cohort, gender = KEYS[0], KEYS[2], KEYS[1]
    known = Known(TABLES.vocabulary, {gender: 2})
    known.learn(Query((region, cohort)), 40)

    assert known.most(Query((region, cohort, gender))) == 80
    assert known.most(Query((region,))) == min(40, len(TABLES.vocabulary.codes(region)))
