"""A small study to publish, changed a little where other versions are wanted. Shared by the tests of stores."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from dashboard.datasets.manifest import MANIFEST
from dashboard.datasets.publish import Published, Publisher
from dashboard.datasets.store import Store

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "data"


ALL = 913
"""The demonstration's answers: without them so many people differ that the version is shown to everybody."""


def tables(folder: Path, *, without: int = 0, key: str = "") -> Path:
    """The demonstration's tables in `folder`, less so many of its answers; `key`: as an import with that key tells."""
    shutil.copytree(REFERENCE / "demonstration", folder)
    answers = folder / "benefits.csv"
    lines = answers.read_bytes().splitlines(keepends=True)
    answers.write_bytes(b"".join(lines[: len(lines) - without]))
    if key:
        told = {"key_fingerprint": key, "sources": [{"name": "a.csv", "sha256": "0"}], "rules": {}}
        (folder / "import.json").write_text(json.dumps(told), encoding="utf-8")
    return folder


def broken(folder: Path) -> Path:
    """Tables that no dashboard shows: a code that the codebook does not know."""
    tables(folder)
    people = folder / "beneficiaries.csv"
    first, *others = people.read_text(encoding="utf-8").split(",M,", maxsplit=1)
    people.write_text(",?,".join([first, *others]), encoding="utf-8")
    return folder


def publisher(store: Store, **options: object) -> Publisher:
    given = {"few_changes": True, **options}
    return Publisher(store, REFERENCE, "essai@machine", **given)  # type: ignore[arg-type] # as a test names them


def published(store: Store, folder: Path, **options: object) -> Published:
    return publisher(store, **options).publish(folder)


def show_a_broken_version(store: Store) -> str:
    """Has the pointer name a version that says nothing of itself, as only a meddling hand can make it."""
    current, version = store.current(), "0" * 12
    assert current is not None
    manifest = shutil.ignore_patterns(MANIFEST)
    shutil.copytree(store.home(current), store.home(version), ignore=manifest, dirs_exist_ok=True)
    store.show(version)
    return version
