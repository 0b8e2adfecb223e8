"""Is a damaged file read or refused, whatever the damage, without an error and without a record being lost?"""

import csv
import io
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

from dashboard.ingest.checks.finding import STAGES
from dashboard.ingest.delimited.encoding import decoded
from dashboard.ingest.delimited.separator import separator_of, told_separator
from dashboard.ingest.raw.grid import Grid, RawFile
from dashboard.ingest.raw.reading.read import read_files
from tests.ingest.raw.reading.corpus import Written, spreadsheets, text_files
from tests.ingest.raw.reading.mutations import mutated
from tests.support.examples import PROFILE

FILES = {"quick": 100, "full": 600, "soak": 10_000}[PROFILE]
SEED = int.from_bytes(os.urandom(4)) if PROFILE == "soak" else 12


def damaged(folder: Path) -> Iterator[Path]:
    """Files of the corpus in turn, half of them text, each damaged in a way of its own."""
    random = Random(SEED)
    corpora: list[list[Written]] = [list(text_files()), list(spreadsheets())]
    for number in range(FILES):
        file = random.choice(corpora[number % 2])
        path = folder / f"{number} {Path(file.name).suffix.removeprefix('.')}"
        path.write_bytes(mutated(file.content, random))
        yield path


def starts_of_records(content: bytes) -> list[int]:
    """The line on which each record of a text begins, as csv counts them by itself."""
    text = decoded(content).text
    first = io.StringIO(text, newline="").readline()
    separator = told_separator(first) or separator_of(text) or ";"
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    starts, line = [], 1
    for _ in reader:
        starts.append(line)
        line = reader.line_num + 1
    return starts


def lines_of(grid: Grid) -> list[int]:
    return sorted([*(row.line for row in grid.rows), *(record.line for record in grid.set_aside)])


def lost_records(path: Path, raw: RawFile) -> list[int]:
    """The lines of records below a header that are neither rows nor set aside."""
    lost = []
    for grid in raw.grids:
        lines = lines_of(grid)
        assert len(set(lines)) == len(lines)
        if not lines:
            continue
        if grid.sheet:
            every = list(range(lines[0], lines[-1] + 1))
        else:
            every = [line for line in starts_of_records(path.read_bytes()) if line >= lines[0]]
        lost += [line for line in every if line not in set(lines)]
    return lost


def test_a_damaged_file_is_read_whole_or_refused_in_french(tmp_path: Path) -> None:
    paths = list(damaged(tmp_path))
    outcomes: Counter[str] = Counter()
    for path, raw in zip(paths, read_files(paths), strict=True):
        where = f"seed {SEED}, {path.name}"
        assert lost_records(path, raw) == [], where
        assert all(len(row.cells) == len(g.header) for g in raw.grids for row in g.rows), where
        for finding in raw.findings:
            assert finding.stage in STAGES, where
            assert finding.level == "pass" or finding.message.endswith("."), where
        failed = [f.check for f in raw.findings if f.level == "failure"]
        assert raw.grids or failed, where
        outcomes[failed[0] if failed else "read"] += 1
    if PROFILE == "soak":
        print(f"seed {SEED}:", *outcomes.most_common(), sep="\n")  # noqa: T201 - shown with -s.
    # A mutation that nothing comes through, or that leaves everything as it was, would prove nothing.
    assert outcomes["read"] > FILES / 20
    assert outcomes.total() - outcomes["read"] > FILES / 20
