"""Is every event in the log once, whole and in order, and is whatever is done to it afterwards noticed?"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path
from resource import RLIMIT_FSIZE, getrlimit, setrlimit

import pytest

from dashboard.access.audit import Audit, AuditError
from dashboard.access.person import Person
from dashboard.access.sealed import FIRST, seal_of

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
    entry = json.loads(lines[0]) | {"personne": "ana"}
    return [json.dumps(entry | {"sceau": seal_of(entry)}, ensure_ascii=False), *lines[1:]]


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


class Clock:
    """A time that a test sets, at noon of a day."""

    def __init__(self, day: str) -> None:
        self.set(day)

    def set(self, day: str) -> None:
        self.now = datetime.fromisoformat(f"{day}T12:00:00+00:00")

    def __call__(self) -> datetime:
        return self.now


def dated(folder: Path, clock: Clock, days: int = 365, *when: str) -> Audit:
    """A log with a line on each of the days `when`."""
    audit = Audit(folder, days, clock)
    for day in when:
        clock.set(day)
        audit.record("connexion", LEA)
    return audit


def months(folder: Path) -> list[str]:
    return sorted(path.stem.removeprefix("audit-") for path in folder.glob("audit-*.jsonl"))


def retain_daily(audit: Audit, clock: Clock, *days: str) -> None:
    for day in days:
        clock.set(day)
        audit.retain()


def test_a_month_goes_when_its_last_line_is_old_enough_without_any_other_event(
    tmp_path: Path,
) -> None:
    clock = Clock("2025-01-10")
    audit = dated(tmp_path, clock, 365, "2025-01-10", "2025-01-31", "2025-02-01")
    retain_daily(audit, clock, "2026-01-29", "2026-01-30", "2026-01-31")
    assert months(tmp_path) == ["2025-01", "2025-02"]
    retain_daily(audit, clock, "2026-02-01")
    assert months(tmp_path) == ["2025-02", "2026-02"]
    assert audit.latest(1)[0]["retirés"] == ["audit-2025-01.jsonl"]
    retain_daily(audit, clock, "2026-02-02", "2026-02-03")
    assert months(tmp_path) == ["2026-02"]
    assert audit.verify() == []


def test_one_worker_a_day_looks_for_old_months(tmp_path: Path) -> None:
    clock = Clock("2025-01-10")
    audit = dated(tmp_path, clock, 365, "2025-01-10", "2026-11-29")
    retain_daily(audit, clock, "2026-11-30", "2026-11-30", "2026-11-30")
    assert [line["événement"] for line in audit.lines()] == ["connexion", "conservation"]


def test_a_clock_that_is_two_years_ahead_for_a_day_takes_nothing_away(tmp_path: Path) -> None:
    clock = Clock("2026-11-01")
    audit = dated(tmp_path, clock, 365, "2026-11-01", "2026-11-02")
    for retained_before in (False, True):
        if retained_before:
            retain_daily(audit, clock, "2026-11-03")
        clock.set("2028-11-03")
        audit.retain()
        audit.record("connexion", LEA)
        Audit(tmp_path, 365, clock).retain()
        retain_daily(audit, clock, "2026-11-04", "2026-11-05")
        assert "2026-11" in months(tmp_path)
    assert audit.verify() == []


def test_a_clock_that_is_set_back_breaks_no_chain_and_the_line_says_what_it_told(
    tmp_path: Path,
) -> None:
    clock = Clock("2026-12-02")
    audit = dated(tmp_path, clock, 365, "2026-12-02", "2026-11-30", "2026-12-03")
    assert audit.verify() == []
    assert [str(line["quand"])[:10] for line in audit.lines()] == [
        "2026-12-02",
        "2026-12-02",
        "2026-12-03",
    ]
    assert str(audit.latest(2)[1]["horloge"]).startswith("2026-11-30")
    assert "horloge" not in audit.latest(1)[0]


def test_a_month_that_somebody_removed_is_noticed(tmp_path: Path) -> None:
    audit = dated(tmp_path, Clock("2026-01-01"), 365, "2026-01-01", "2026-02-01")
    (tmp_path / "audit-2026-01.jsonl").unlink()
    assert [fault.what for fault in audit.verify()] == ["des lignes manquent avant celle-ci"]


def test_a_log_that_was_written_anew_has_not_the_seal_that_was_noted(tmp_path: Path) -> None:
    audit = written(tmp_path / "kept")
    noted = audit.head
    audit.record("export", LEA, fichier="/export/autre.csv")
    assert audit.verify(noted) == []
    (fault,) = written(tmp_path / "anew", 4).verify(noted)
    assert "empreinte notée" in fault.what


def test_a_full_disk_leaves_the_log_as_it_was_and_says_so(tmp_path: Path) -> None:
    audit = written(tmp_path)
    before = file_of(tmp_path).read_bytes()
    kept = getrlimit(RLIMIT_FSIZE)
    # There is room for a part of a line: the system writes that part, and calls it no error.
    setrlimit(RLIMIT_FSIZE, (len(before) + 40, kept[1]))
    try:
        with pytest.raises(AuditError, match="ne peut pas être écrit"):
            audit.record("export", LEA, fichier="/export/statut.csv")
    finally:
        setrlimit(RLIMIT_FSIZE, kept)
    assert file_of(tmp_path).read_bytes() == before
    audit.record("connexion", LEA)
    assert audit.verify() == []


def test_a_line_is_added_without_reading_those_before(tmp_path: Path) -> None:
    audit = written(tmp_path, 1)
    path, line = file_of(tmp_path), file_of(tmp_path).read_bytes()
    with path.open("r+b") as file:
        # A hole of a hundred gigabytes, which nobody can read.
        file.seek(100 * 10**9)
        file.write(b"\n" + line)
    audit.record("connexion", LEA)
    assert [told["événement"] for told in audit.latest(2)] == ["connexion", "export"]
    os.truncate(path, len(line))


def test_a_line_longer_than_what_is_read_at_once_is_found_from_the_end(tmp_path: Path) -> None:
    audit = written(tmp_path, 2)
    audit.record("export", LEA, sélections=["?region=bretagne" * 20_000])
    audit.record("connexion", LEA)
    assert audit.latest(9) == list(audit.lines())[::-1]
    assert audit.verify() == []
