"""Does one table give the same bytes, in whatever encoding, separator, layout and kind of file it comes?"""

import csv
import hashlib
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dashboard.ingest.raw.grid import Grid, RawFile
from dashboard.ingest.raw.reading.read import read_files
from tests.ingest.raw.reading.corpus import HEADER, Written, spreadsheets, text_files, texts


def rendered(grid: Grid) -> bytes:
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(grid.header)
    writer.writerows(row.cells for row in grid.rows)
    return written.getvalue().encode()


def expected() -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written).writerows([HEADER, *texts()])
    return written.getvalue().encode()


def read(folder: Path, files: list[Written]) -> Iterator[tuple[Written, RawFile]]:
    paths = [folder / f"{number}" for number in range(len(files))]
    for path, file in zip(paths, files, strict=True):
        path.write_bytes(file.content)
    return zip(files, read_files(paths), strict=True)


def failures(file: RawFile) -> list[str]:
    return [f"{f.check}: {f.message}" for f in file.findings if f.level == "failure"]


@pytest.mark.parametrize("corpus", [text_files, spreadsheets])
def test_every_way_of_writing_a_table_gives_the_same_bytes(
    tmp_path: Path, corpus: Callable[[], Iterator[Written]]
) -> None:
    wrong: dict[str, object] = {}
    files = list(corpus())
    for file, raw in read(tmp_path, files):
        grids = raw.grids
        if failures(raw) or len(grids) != 1 or rendered(grids[0]) != expected():
            wrong[file.name] = (failures(raw), [grid.header for grid in grids])
        elif len(grids[0].set_aside) != file.aside:
            wrong[file.name] = [record.why for record in grids[0].set_aside]
        assert raw.digest == hashlib.sha256(file.content).hexdigest()
    assert len(files) > 50
    assert wrong == {}


def test_a_row_has_the_line_on_which_an_editor_shows_it(tmp_path: Path) -> None:
    files = [file for file in text_files() if file.name.startswith("utf-8,")]
    for file, raw in read(tmp_path, files):
        lines = list(io.StringIO(file.content.decode(), newline=""))
        for row in raw.grids[0].rows:
            assert lines[row.line - 1].lstrip('"').startswith(row.cells[0]), file.name


def test_a_row_of_a_sheet_has_its_line(tmp_path: Path) -> None:
    lines = {}
    for file, raw in read(tmp_path, list(spreadsheets())):
        lines[file.name] = [row.line for row in raw.grids[0].rows]
    assert lines["plain, 0 titles, openpyxl.xlsx"] == [2, 3, 4, 5, 6, 7]
    assert lines["plain, 3 titles, odfpy.ods"] == [8, 9, 10, 11, 12, 13]
    assert lines["away from the corner, 0 titles, xlsxwriter.xlsx"] == [6, 7, 8, 9, 10, 11]
    assert lines["away from the corner, 0 titles, odfpy.ods"] == [6, 7, 8, 9, 10, 11]
    assert lines["grouped header, 0 titles, odfpy.ods"] == [3, 4, 5, 6, 7, 8]


def test_decimal_commas_stay_as_written_and_are_no_separator(tmp_path: Path) -> None:
    lines = [HEADER, *texts(",")]
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=";").writerows(lines)
    (tmp_path / "a.csv").write_text(written.getvalue(), newline="")
    (raw,) = read_files([tmp_path / "a.csv"])
    assert [row.cells for row in raw.grids[0].rows] == texts(",")
