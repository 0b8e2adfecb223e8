"""Does every file still say what it said at an older commit? Every view in 200 selections and all its switches.

    python -m tools.unchanged record FOLDER [SELECTIONS]      what this checkout writes
    python -m tools.unchanged compare BEFORE AFTER [ALLOWED]  the differences, and in how many cases there are any

To hold a change to an older commit, record there first: `git worktree add ../before COMMIT`, the first command in it
(with a copy of this folder, where that commit has none); then here, into a folder that has its `cases.txt`; then
compare both.
`ALLOWED` is a file of regular expressions, one a line: a line that one of them matches may differ.
"""

from __future__ import annotations

import os
import re
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from difflib import unified_diff
from functools import cache
from http import HTTPStatus
from pathlib import Path

from flask.testing import FlaskClient

from tools.unchanged.cases import all_cases
from tools.unchanged.checkout import known
from tools.unchanged.content import READERS

SELECTIONS, PROCESSES, SHOWN = 200, 2, 40
CASES = "cases.txt"


def main(arguments: list[str]) -> int:
    """Record, or compare; 1 where something differs."""
    match arguments:
        case ["record", folder]:
            record(Path(folder), SELECTIONS)
        case ["record", folder, selections]:
            record(Path(folder), int(selections))
        case ["compare", before, after]:
            return compare(Path(before), Path(after), [])
        case ["compare", before, after, allowed]:
            patterns = Path(allowed).read_text(encoding="utf-8").splitlines()
            return compare(
                Path(before), Path(after), [re.compile(pattern) for pattern in patterns if pattern]
            )
        case _:
            print(__doc__)
            return 2
    return 0


def record(folder: Path, selections: int) -> None:
    """What this checkout writes of every case, into `folder`; cases are drawn where it holds none."""
    folder.mkdir(parents=True, exist_ok=True)
    listed = folder / CASES
    if not listed.exists():
        listed.write_text("\n".join(_drawn(selections)), encoding="utf-8")
    cases = listed.read_text(encoding="utf-8").splitlines()
    with ProcessPoolExecutor(PROCESSES) as pool:
        for i, answer in enumerate(pool.map(_answered, cases, chunksize=20)):
            (folder / f"{i}.z").write_bytes(zlib.compress(answer.encode()))
            if i % 500 == 0:
                print(f"{i} of {len(cases)}", flush=True)


def compare(before: Path, after: Path, allowed: list[re.Pattern[str]]) -> int:
    """Tells the first differences, and how many cases of each view differ."""
    cases = (before / CASES).read_text(encoding="utf-8").splitlines()
    differing: Counter[str] = Counter()
    shown = 0
    for i, case in enumerate(cases):
        if not (after / f"{i}.z").exists():
            continue
        lines = list(_differences(_read(before, i), _read(after, i), allowed))
        if lines:
            differing[case.partition("?")[0]] += 1
            shown += 1
            if shown <= SHOWN:
                print(f"\n== {case}", *lines[:12], sep="\n")
    print(f"\n{differing.total()} of {len(cases)} cases differ", dict(differing))
    return int(bool(differing))


def _drawn(selections: int) -> Iterator[str]:
    yield from all_cases(*known(), selections)


@cache
def _client() -> FlaskClient:
    """One a process."""
    from app import server  # noqa: PLC0415 - it reads the tables.

    client: FlaskClient = server.test_client()
    return client


def _answered(case: str) -> str:
    view, _, search = case.partition("?")
    lines = []
    for suffix, read in READERS.items():
        answer = _client().get(f"/export/{view}.{suffix}?{search}")
        lines.append(
            f"## {suffix} {answer.status_code} {answer.headers.get('Content-Disposition')}"
        )
        answered = answer.status_code == HTTPStatus.OK
        lines += read(answer.data) if answered else [answer.get_data(as_text=True)]
    return "\n".join(lines)


def _read(folder: Path, i: int) -> list[str]:
    return zlib.decompress((folder / f"{i}.z").read_bytes()).decode().split("\n")


def _differences(
    before: list[str], after: list[str], allowed: list[re.Pattern[str]]
) -> Iterator[str]:
    for line in unified_diff(before, after, lineterm="", n=0):
        differs = line[:1] in "+-" and line[:3] not in ("+++", "---")
        if differs and not any(pattern.search(line) for pattern in allowed):
            yield line


if __name__ == "__main__":
    os.environ.setdefault("DASHBOARD_LOG_LEVEL", "ERROR")
    sys.exit(main(sys.argv[1:]))
