"""Is every record below a header a row or set aside, whatever the records and whatever the bytes?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.ingest.checks.finding import Place
from dashboard.ingest.delimited.records import Record
from dashboard.ingest.raw.reading.found import Found
from dashboard.ingest.raw.reading.read import read_file
from dashboard.ingest.raw.reading.shape.table import table_of
from dashboard.ingest.raw.reading.sheet import Merge
from tests.support.examples import examples

CELLS = st.sampled_from(["", " ", "Nom", "Total", "12", "2015", "01/02/2015", "a", "b;c", "é\nà"])
RECORDS = st.lists(st.lists(CELLS, min_size=1, max_size=6), max_size=25)
PLACES = st.integers(0, 5)
MERGES = st.lists(st.builds(Merge, PLACES, PLACES, PLACES, PLACES), max_size=4)
FOUND = Found("shape", Place("centre.csv"))


@given(RECORDS, MERGES, st.booleans())
@examples(400)
def test_every_record_below_the_header_is_a_row_or_set_aside(
    lines: list[list[str]], merges: list[Merge], is_ended: bool
) -> None:
    records = [Record(line, tuple(cells)) for line, cells in enumerate(lines, 1)]
    table = table_of(records, merges, FOUND, is_ended=is_ended)
    if table.grid is None:
        assert not any(cell.strip() for cells in lines for cell in cells)
        return
    below = [row.line for row in table.grid.rows] + [r.line for r in table.grid.set_aside]
    assert sorted(below) == list(range(len(lines) + 1 - len(below), len(lines) + 1))
    assert all(len(row.cells) == len(table.grid.header) for row in table.grid.rows)


@given(RECORDS)
@examples(400)
def test_what_a_row_holds_stands_in_the_column_of_its_header(lines: list[list[str]]) -> None:
    header = ("Un", "Deux", "Trois", "Quatre", "Cinq", "Six")
    records = [Record(line, tuple(cells)) for line, cells in enumerate([header, *lines], 1)]
    grid = table_of(records, (), FOUND).grid
    assert grid is not None
    assert grid.header == header
    for row in grid.rows:
        written = lines[row.line - 2]
        assert row.cells == (*written, *[""] * (len(header) - len(written)))


@given(st.binary(max_size=300) | st.text("ab;,\"\n\t1é|'\r\ufeff", max_size=300).map(str.encode))
@examples(400)
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(content)
    file = read_file(path)
    assert file.grids or any(finding.level == "failure" for finding in file.findings)
