"""Which versions of the demonstration are published while users ask, and what does each answer?"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dashboard.datasets.manifest import MANIFEST
from dashboard.datasets.publish import Publisher
from dashboard.datasets.store import Store
from dashboard.disclosure.policy import INTERNAL
from dashboard.opening import open_publication
from dashboard.web.answer import Question, answer
from tools.served import ROOT

DEMONSTRATION = ROOT / "data" / "demonstration"

Digests = Mapping[str, str]
"""The fingerprint of each part of the cards of a page."""


@dataclass(frozen=True)
class Expected:
    """What each version answers, by itself, to every question that users put: nothing else may be seen of it."""

    digests: Mapping[tuple[str, str, str], Digests]
    versions: Sequence[str]

    def is_whole(self, version: str, path: str, search: str, digests: Digests) -> bool:
        """Whether all `digests` are those of `version`, and of no other."""
        return self.digests.get((version, path, search)) == digests


def write_tables(folder: Path, left_out: int) -> Path:
    """The demonstration's tables without its last people, so many of them, in `folder`."""
    shutil.copytree(DEMONSTRATION, folder)
    people = (folder / "beneficiaries.csv").read_text(encoding="utf-8").splitlines()
    gone = {line.split(",", 1)[0] for line in people[len(people) - left_out :]}
    for table in folder.glob("*.csv"):
        head, *lines = table.read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if line.split(",", 1)[0] not in gone]
        table.write_text("\n".join([head, *kept, ""]), encoding="utf-8")
    return folder


def publish(store: Store, folder: Path) -> str:
    """Publishes the tables of `folder`, and tells the version."""
    return (
        Publisher(store, ROOT / "data", "bench", few_changes=True).publish(folder).manifest.version
    )


def show_a_broken_version(store: Store) -> str:
    """Has the pointer name a version without a manifest, as only somebody who meddles with the store could."""
    current, version = store.current(), "0" * 12
    if current is None:
        raise ValueError("nothing is published")
    manifest = shutil.ignore_patterns(MANIFEST)
    shutil.copytree(store.home(current), store.home(version), ignore=manifest)
    store.show(version)
    return version


def expected(folders: Sequence[Path], made: Path, questions: Sequence[tuple[str, str]]) -> Expected:
    """What each of the versions that `folders` become, one after the other, answers to the `questions`."""
    store, digests, versions = Store(made), {}, []
    for folder in folders:
        version = publish(store, folder)
        publication = open_publication(made, ROOT / "data", INTERNAL)
        versions.append(version)
        for path, search in questions:
            told = answer(Question(path, search), publication)
            digests[version, path, search] = dict(told.digests)
    return Expected(digests, versions)
