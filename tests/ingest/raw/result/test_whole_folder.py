"""Does a folder come to stand with all of its files, or not at all?"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dashboard.domain.errors import ImportingError
from dashboard.ingest.raw.result.whole_folder import write_whole

FILES = {"a.csv": b"a\n", "b.json": b"{}\n"}


def test_what_the_check_gives_is_written_too(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "tables"
    write_whole(folder, FILES, lambda room: {"c.html": (room / "a.csv").read_bytes() * 2})
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        **FILES,
        "c.html": b"a\na\n",
    }
    assert [path.name for path in folder.parent.iterdir()] == ["tables"]


@pytest.mark.parametrize(
    ("umask", "folders", "files"),
    [(0o022, 0o750, 0o640), (0o002, 0o750, 0o640), (0o077, 0o700, 0o600), (0, 0o750, 0o640)],
)
def test_tables_of_persons_are_for_the_group_at_most_and_the_umask_may_take_more(
    tmp_path: Path, umask: int, folders: int, files: int
) -> None:
    before = os.umask(umask)
    try:
        write_whole(tmp_path / "tables", FILES, lambda _: {"c/d.html": b"d"})
    finally:
        os.umask(before)
    made = [tmp_path / "tables", *(tmp_path / "tables").rglob("*")]
    rights = {path.name: path.stat().st_mode & 0o777 for path in made}
    assert rights == {path.name: folders if path.is_dir() else files for path in made}


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    write_whole(tmp_path / "empty", FILES, lambda _: {})
    assert len(list((tmp_path / "empty").iterdir())) == len(FILES)


@pytest.mark.parametrize("taken", ["file", "folder", "link"])
def test_what_is_there_is_left_alone(tmp_path: Path, taken: str) -> None:
    place = tmp_path / "place"
    match taken:
        case "file":
            place.write_text("mine", encoding="utf-8")
        case "folder":
            place.mkdir()
            (place / "mine").touch()
        case _:
            place.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ImportingError, match="rien n'est écrit"):
        write_whole(place, FILES, lambda _: {})
    assert [path.name for path in tmp_path.iterdir()] == ["place"]


def test_a_check_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def failed(_: Path) -> dict[str, bytes]:
        raise ImportingError("non")

    with pytest.raises(ImportingError, match="non"):
        write_whole(tmp_path / "place", FILES, failed)
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_import_left_is_cleared_by_the_next(tmp_path: Path) -> None:
    left = tmp_path / ".place.import-abc"
    left.mkdir()
    (left / "a.csv").touch()
    other = tmp_path / ".another.import-abc"
    other.mkdir()
    write_whole(tmp_path / "place", FILES, lambda _: {})
    assert sorted(path.name for path in tmp_path.iterdir()) == [".another.import-abc", "place"]
