"""Which versions were shown one after another until the current one, and so where does a return lead?

A publication shows one more. A return takes back all that was shown since the version that it shows again: the next
return leads further back, and never to and fro between two versions.
"""

from __future__ import annotations

from dashboard.datasets.history import history
from dashboard.datasets.manifest import read_manifest
from dashboard.datasets.store import Store


def shown_before(store: Store, current: str) -> str | None:
    """What was shown before `current` and is still there; None where nothing was. Raises DatasetError for `current`."""
    entries = history(store)
    if not entries:
        # Whoever lost the history still has what each version says of itself.
        previous = read_manifest(store.home(current)).previous
        return previous if previous and store.home(previous).is_dir() else None
    shown: list[str] = []
    for entry in entries:
        if entry.act == "publish" and entry.before is None:
            shown = []
        shown = (
            [*shown, entry.version] if entry.act == "publish" else _returned(shown, entry.version)
        )
    earlier = _returned(shown, current)[:-1]
    there = [version for version in earlier if version != current and store.home(version).is_dir()]
    return there[-1] if there else None


def _returned(shown: list[str], version: str) -> list[str]:
    """What was shown until `version`, once it is shown again; one that had been taken back comes after the others."""
    if version not in shown:
        return [*shown, version]
    later = shown[::-1].index(version)
    return shown[: len(shown) - later]
