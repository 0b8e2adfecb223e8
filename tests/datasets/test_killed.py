"""Is the current version whole and can it be shown, whenever a publication is killed?"""

from __future__ import annotations

import multiprocessing
import time
from pathlib import Path
from random import Random

import pytest

from dashboard.datasets.opened import dataset_of
from dashboard.datasets.publish import INCOMING, Publisher
from dashboard.datasets.rollback import rollback
from dashboard.datasets.store import Store
from dashboard.disclosure.policy import INTERNAL
from dashboard.publication import open_publication
from tests.support.examples import PROFILE
from tests.support.stores import REFERENCE, published, tables

KILLED = 200 if PROFILE == "soak" else 5
"""How many publications are killed."""

OPENED = 5
"""Each how many of them the tables are read as well: their files are compared with the manifest every time."""


def _publish(folder: Path, store: Path) -> None:
    Publisher(Store(store), REFERENCE, "essai").publish(folder)


def _return(folder: Path, store: Path) -> None:
    rollback(Store(store), "essai")


@pytest.fixture(scope="module")
def at_once() -> multiprocessing.context.ForkServerContext:
    """Processes that have read our code already: they are killed while they publish, not while they import."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.datasets.test_killed", "dashboard.publication"])
    return context


def test_the_current_version_is_whole_whenever_a_publication_is_killed(
    tmp_path: Path, at_once: multiprocessing.context.ForkServerContext
) -> None:
    store, moments = Store(tmp_path / "store"), Random(12)
    first = published(store, tables(tmp_path / "0")).manifest.version
    for _ in range(2):
        # The first process of all waits until the others' common beginning is there.
        start = time.monotonic()
        process = at_once.Process(target=_publish, args=(tmp_path / "0", store.folder))
        process.start()
        process.join()
        lasts = time.monotonic() - start
    shown = set()
    for i in range(1, KILLED + 1):
        # One in ten returns: the pointer is replaced at once where a copy takes its time.
        act = _return if i % 10 == 0 else _publish
        folder = tables(tmp_path / str(i), without=i)
        process = at_once.Process(target=act, args=(folder, store.folder))
        process.start()
        time.sleep(moments.uniform(0, 2 * lasts))
        process.kill()
        process.join()
        dataset = dataset_of(store.folder)
        assert dataset.manifest is not None
        shown.add(dataset.manifest.version)
        if i % OPENED == 0:
            assert open_publication(store.folder, REFERENCE, INTERNAL).vocabulary.cohorts
    if PROFILE == "soak":
        # Some were killed before they had published, and the others were not.
        assert 10 < len(shown) < KILLED
    last = published(store, tables(tmp_path / "last", without=KILLED + 9)).manifest
    assert store.current() == last.version
    assert not [*store.versions.glob(f"{INCOMING}*")]
    assert first in store.names()
