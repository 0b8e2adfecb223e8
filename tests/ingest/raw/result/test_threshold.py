"""Are too many rows refused, of all or of one file?"""

import pytest

from dashboard.ingest.raw.ledger import Account
from dashboard.ingest.raw.result.threshold import too_many_refused


@pytest.mark.parametrize(
    ("files", "where"),
    [
        # File: read, refused.
        ({"a": (100, 5), "b": (100, 5)}, []),
        ({"a": (100, 6), "b": (100, 6)}, ["", "a", "b"]),
        ({"a": (1000, 0), "b": (143, 45)}, ["b"]),
        # Two rows of a short file are any share of it.
        ({"a": (1000, 0), "b": (3, 2)}, []),
        ({"a": (1000, 0), "b": (3, 3)}, ["b"]),
        ({"a": (10, 2)}, [""]),
        ({"a": (0, 0)}, []),
    ],
)
def test_the_threshold_holds_for_all_rows_and_for_those_of_each_file(
    files: dict[str, tuple[int, int]], where: list[str]
) -> None:
    accounts = [Account(file, "", read, refused, 0) for file, (read, refused) in files.items()]
    assert [one.file for one in too_many_refused(accounts, 5.0)] == where


def test_the_sheets_of_a_file_are_judged_together() -> None:
    sheets = [Account("a", "1", 10, 3, 0), Account("a", "2", 990, 0, 0)]
    assert too_many_refused(sheets, 5.0) == ()
