"""Is every event in the log once, whole and in order, and is whatever is done to it afterwards noticed?"""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from dashboard.access.audit import FIRST, Audit
from dashboard.access.person import Person

LEA = Person("lea", "lecteur")


def written(folder: Path, lines: int = 3) -> Audit:
    audit = Audit(folder, 365)
    for number in range(lines):
        audit.record("export", LEA, fichier=f"/export/vue{number}.csv")
    return audit


def file_of(folder: Path) -> Path:
    (path,) = folder.glob("audit-*.jsonl")
    return path


def test_an_event_is_a_line_that_says_who_did_what(tmp_path: Path) -> None:
    audit = Audit(tmp_path, 365)
    audit.record("export", LEA, fichier="/export/statut.csv", paramètres={"genre": ["F"]})
    (line,) = map(json.loads, file_of(tmp_path).read_text().splitlines())
    assert (line["événement"], line["personne"], line["rôle"]) == ("export", "lea", "lecteur")
    assert line["paramètres"] == {"genre": ["F"]}
    assert line["précédent"] == FIRST
    assert audit.verify() == []


def test_the_log_is_for_its_owner_alone(tmp_path: Path) -> None:
    written(tmp_path / "audit")
    for path in (tmp_path / "audit").iterdir():
        assert path.stat().st_mode & 0o077 == 0, path
    assert (tmp_path / "audit").stat().st_mode & 0o077 == 0


def _changed(lines: list[str]) -> list[str]:
    return [lines[0].replace("lea", "ana"), *lines[1:]]


def _sealed_again(lines: list[str]) -> list[str]:
    from dashboard.access.audit import _seal  # noqa: PLC0415

    entry = json.loads(lines[0]) | {"personne": "ana"}
    return [json.dumps(entry | {"sceau": _seal(entry)}, ensure_ascii=False), *lines[1:]]


DAMAGES: dict[str, tuple[Callable[[list[str]], list[str]], str]] = {
    "changed": (_changed, "modifiée"),
    "changed and sealed again": (_sealed_again, "retirée ou ajoutée"),
    "first removed": (lambda lines: lines[1:], "manquent avant"),
    "second removed": (lambda lines: [lines[0], lines[2]], "retirée ou ajoutée"),
    "swapped": (lambda lines: [lines[0], lines[2], lines[1]], "retirée ou ajoutée"),
    "doubled": (lambda lines: [*lines[:2], *lines[1:]], "retirée ou ajoutée"),
    "last removed": (lambda lines: lines[:2], "dernières lignes manquent"),
    "all removed": (lambda lines: [], "dernières lignes manquent"),
    "no entry added": (lambda lines: [lines[0], "{", *lines[1:]], "illisible"),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_whatever_is_done_to_a_line_is_noticed(tmp_path: Path, name: str) -> None:
    damage, told = DAMAGES[name]
    audit = written(tmp_path)
    path = file_of(tmp_path)
    path.write_text("".join(f"{line}\n" for line in damage(path.read_text().splitlines())))
    faults = audit.verify()
    assert faults
    assert told in " ".join(fault.what for fault in faults)


def test_a_line_that_a_killed_process_left_unfinished_is_told_and_joins_no_other(
    tmp_path: Path,
) -> None:
    audit = written(tmp_path, 1)
    with file_of(tmp_path).open("a") as file:
        file.write('{"quand": "2026')
    audit.record("connexion", LEA)
    assert [fault.what for fault in audit.verify()] == ["ligne illisible ou inachevée"]
    assert [line["événement"] for line in audit.lines()] == ["export", "connexion"]


def _record(folder: Path, name: str) -> None:
    audit = Audit(folder, 365)
    for _ in range(5):
        audit.record("connexion", Person(name, "lecteur"))


def test_several_processes_write_one_chain(tmp_path: Path) -> None:
    with ProcessPoolExecutor(4, get_context("fork")) as pool:
        list(pool.map(_record, [tmp_path] * 4, "abcd"))
    audit = Audit(tmp_path, 365)
    assert audit.verify() == []
    assert sorted(str(line["personne"]) for line in audit.lines()) == sorted("abcd" * 5)


def test_whole_months_go_when_all_of_their_lines_are_old_enough_and_that_is_told(
    tmp_path: Path,
) -> None:
    written(tmp_path)
    file_of(tmp_path).rename(tmp_path / "audit-2020-01.jsonl")
    audit = Audit(tmp_path, 30)
    audit.record("connexion", LEA)
    lines = list(audit.lines())
    assert [line["événement"] for line in lines] == ["conservation", "connexion"]
    assert lines[0]["retirés"] == ["audit-2020-01.jsonl"]
    assert audit.verify() == []


def test_a_month_that_somebody_removed_is_noticed(tmp_path: Path) -> None:
    audit = written(tmp_path)
    file_of(tmp_path).rename(tmp_path / "audit-2020-01.jsonl")
    Audit(tmp_path, 3650).record("connexion", LEA)
    (tmp_path / "audit-2020-01.jsonl").unlink()
    assert [fault.what for fault in audit.verify()] == ["des lignes manquent avant celle-ci"]
