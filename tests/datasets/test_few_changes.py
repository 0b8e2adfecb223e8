"""Are versions that differ by few people published only where that is meant?"""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path

import pandas as pd
import pytest

from dashboard.current import Current
from dashboard.datasets.few_changes import CHECK, Changes, Part, changes_between
from dashboard.datasets.history import history
from dashboard.datasets.store import Store
from dashboard.disclosure.policy import DIFFUSION, INTERNAL, internal_of
from dashboard.disclosure.thresholds import LEAST_CHANGED
from dashboard.domain.errors import DatasetError, HeldError
from dashboard.domain.query import crossing
from dashboard.ingest.reference.study import read_study
from dashboard.opening import open_publication
from dashboard.web.server import create_app
from tests.support.exhibits import plain
from tests.support.stores import REFERENCE, published, tables

BOOK = read_study(REFERENCE / "demonstration", REFERENCE)

NAMES = ("beneficiaries", "units", "survey", "benefits")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def without_people(folder: Path, number: int) -> Path:
    """The demonstration without its last people, so many of them."""
    tables(folder)
    gone = pd.read_csv(folder / "beneficiaries.csv", dtype=str).beneficiary_id.tail(number)
    for name in NAMES:
        frame = pd.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False)
        frame[~frame.beneficiary_id.isin(gone)].to_csv(folder / f"{name}.csv", index=False)
    return folder


def with_other_cells(folder: Path, table: str, column: str, number: int) -> Path:
    """The demonstration where so many people have another cell in the first of their rows."""
    tables(folder)
    frame = pd.read_csv(folder / f"{table}.csv", dtype=str, keep_default_na=False)
    first = frame.drop_duplicates("beneficiary_id").index[:number]
    frame.loc[first, column] = frame.loc[first, column].map(lambda code: f"{code}?")
    frame.to_csv(folder / f"{table}.csv", index=False)
    return folder


def test_who_came_left_or_changed_is_counted_once_whatever_tables_tell(tmp_path: Path) -> None:
    whole, fewer = tables(tmp_path / "a"), without_people(tmp_path / "b", 7)
    assert _numbers(whole, fewer) == (0, 7, 0)
    assert _numbers(fewer, whole) == (7, 0, 0)
    for table, column in (("units", "modality"), ("survey", "status"), ("beneficiaries", "region")):
        other = with_other_cells(tmp_path / table, table, column, 3)
        assert _numbers(whole, other) == (0, 0, 3)


def _numbers(before: Path, after: Path) -> tuple[int, int, int]:
    changes = changes_between(before, after, BOOK)
    assert bool(changes.few) is (0 < changes.people < LEAST_CHANGED)
    return changes.added, changes.removed, changes.altered


def test_the_order_of_rows_and_a_column_more_change_nobody(tmp_path: Path) -> None:
    whole, other = tables(tmp_path / "a"), tables(tmp_path / "b")
    for name in NAMES:
        frame = pd.read_csv(other / f"{name}.csv", dtype=str, keep_default_na=False)
        mixed = frame.sample(frac=1, random_state=1).assign(more="yes")
        mixed.to_csv(other / f"{name}.csv", index=False)
    assert changes_between(whole, other, BOOK) == Changes(0, 0, 0)


@pytest.mark.parametrize(
    ("changed", "people", "is_few"),
    [
        (0, 245, False),
        (1, 245, True),
        (LEAST_CHANGED - 1, LEAST_CHANGED, True),
        (LEAST_CHANGED, LEAST_CHANGED, False),
        (LEAST_CHANGED, 2 * LEAST_CHANGED, False),
        (LEAST_CHANGED, 2 * LEAST_CHANGED + 1, True),
    ],
)
def test_a_part_changes_for_nobody_or_for_many_and_half(
    changed: int, people: int, is_few: bool
) -> None:
    assert Part("promotion 2013-2014, survey T1", changed, people).few is is_few


def test_a_cohort_or_a_wave_that_comes_whole_is_not_few_and_hides_no_other_correction(
    tmp_path: Path,
) -> None:
    whole = tables(tmp_path / "a")
    for name, earlier in (("cohort", _without_the_last_cohort), ("wave", _without_its_last_wave)):
        before = earlier(tables(tmp_path / name))
        assert not changes_between(before, whole, BOOK).few
        corrected = with_other_cells(tmp_path / f"{name}-corrected", "survey", "sector", 1)
        (few,) = changes_between(before, corrected, BOOK).few
        assert str(few) == "promotion 2013-2014, survey T0 : 1 sur 245"


def _without_the_last_cohort(folder: Path) -> Path:
    people = pd.read_csv(folder / "beneficiaries.csv", dtype=str)
    gone = people.beneficiary_id[people.cohort == people.cohort.max()]
    for name in NAMES:
        frame = pd.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False)
        frame[~frame.beneficiary_id.isin(gone)].to_csv(folder / f"{name}.csv", index=False)
    return folder


def _without_its_last_wave(folder: Path) -> Path:
    people = pd.read_csv(folder / "beneficiaries.csv", dtype=str)
    asked = people.beneficiary_id[people.cohort == "2015-2016"]
    survey = pd.read_csv(folder / "survey.csv", dtype=str, keep_default_na=False)
    came = survey.beneficiary_id.isin(asked) & (survey.wave == "T2")
    survey[~came].to_csv(folder / "survey.csv", index=False)
    return folder


def test_few_changes_are_refused_unless_everybody_else_is_kept_out(
    store: Store, tmp_path: Path
) -> None:
    shown = published(store, tables(tmp_path / "a")).manifest.version
    fewer = without_people(tmp_path / "b", 3)
    with pytest.raises(DatasetError) as refused:
        published(store, fewer, few_changes=False)
    said = plain(str(refused.value))
    assert f"la dernière version ouverte à la diffusion, {shown}" in said
    assert "beneficiaries age_at_enrolment : 3 sur " in said
    assert "--peu-de-changements" in said
    assert "--ouvrir-la-diffusion" in said
    assert store.current() == shown
    assert [entry.version for entry in history(store)] == [shown]

    held = published(store, fewer, few_changes=True)
    assert CHECK in {doubt.check for doubt in held.doubts}
    assert held.manifest.held
    assert "0 de plus, 3 de moins" in plain(history(store)[-1].confirmed)
    # What has been shown once tells nothing more when it is shown again.
    assert published(store, tmp_path / "a", few_changes=False).outcome == "again"


def test_a_version_after_one_that_was_held_is_compared_with_what_everybody_was_shown(
    store: Store, tmp_path: Path
) -> None:
    published(store, tables(tmp_path / "a"))
    published(store, without_people(tmp_path / "b", 3), few_changes=True)
    again = tables(tmp_path / "c")
    (again / "benchmarks.toml").write_text("", encoding="utf-8")
    # Nobody differs from the first one, which everybody has seen; three from the one that was held.
    manifest = published(store, again, few_changes=False).manifest
    assert not manifest.held
    with pytest.raises(DatasetError, match=manifest.version):
        published(store, without_people(tmp_path / "d", 4), few_changes=False)
    decided = published(store, tmp_path / "d", few_changes=False, open_diffusion=True)
    assert not decided.manifest.held
    assert "4 de moins" in plain(history(store)[-1].confirmed)


def test_where_what_everybody_was_shown_has_been_erased_what_follows_is_held(
    store: Store, tmp_path: Path
) -> None:
    shown = published(store, tables(tmp_path / "a")).manifest.version
    fewer = without_people(tmp_path / "b", 3)
    published(store, fewer, few_changes=True)
    store.home(shown).rename(tmp_path / "erased")
    (fewer / "benchmarks.toml").write_text("", encoding="utf-8")
    # Nobody differs from the version that was held, but whoever noted the first one would see who is missing.
    assert published(store, fewer, few_changes=False).manifest.held
    (fewer / "budgets.toml").write_text("", encoding="utf-8")
    assert not published(store, fewer, few_changes=False, open_diffusion=True).manifest.held


def test_what_is_held_is_shown_to_nobody_under_rounding_nor_compared_with(
    store: Store, tmp_path: Path
) -> None:
    published(store, tables(tmp_path / "a"))
    published(store, without_people(tmp_path / "b", 3), few_changes=True)
    held = open_publication(store.folder, REFERENCE, INTERNAL, secret="x" * 32)
    for policy in (DIFFUSION, internal_of(("52",))):
        with pytest.raises(HeldError, match="fermée"):
            held.under(policy)
    assert held.under(INTERNAL).tabulate(crossing("region")).total() == 1041

    later = _without_the_last_cohort(tables(tmp_path / "c"))
    published(store, later, few_changes=False)
    after = open_publication(store.folder, REFERENCE, INTERNAL, secret="x" * 32)
    assert after.vocabulary.previous is not None
    assert after.under(DIFFUSION).vocabulary.previous is None


def test_whoever_sees_rounded_counts_is_told_that_they_are_closed(
    store: Store, tmp_path: Path
) -> None:
    published(store, tables(tmp_path / "a"))
    published(store, without_people(tmp_path / "b", 3), few_changes=True)
    held = open_publication(store.folder, REFERENCE, DIFFUSION, secret="x" * 32)
    client = create_app(Current(held)).server.test_client()
    for address in ("/", "/devenir", "/export/statut.csv", "/deck.pptx", "/fiche", "/bilan"):
        answer = client.get(address)
        assert answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE, address
        assert "La diffusion est fermée" in plain(answer.get_data(as_text=True)), address
    assert client.get("/healthz").status_code == HTTPStatus.OK


def test_descriptions_alone_need_no_word(store: Store, tmp_path: Path) -> None:
    published(store, tables(tmp_path / "a"))
    only_described = tables(tmp_path / "b")
    (only_described / "benchmarks.toml").write_text("", encoding="utf-8")
    described = published(store, only_described, few_changes=False)
    assert described.outcome == "new"
    assert [entry.confirmed for entry in history(store)] == ["", ""]


def test_a_version_that_cannot_be_read_any_more_is_told(store: Store, tmp_path: Path) -> None:
    shown = published(store, tables(tmp_path / "a")).manifest.version
    damaged = store.home(shown) / "beneficiaries.csv"
    damaged.chmod(0o644)
    store.home(shown).chmod(0o755)
    damaged.unlink()
    after = published(store, without_people(tmp_path / "b", 3), few_changes=False)
    assert after.manifest.held
    (doubt,) = [doubt for doubt in after.doubts if doubt.check == CHECK]
    assert "n'ont pas pu être comptées" in plain(doubt.message)
