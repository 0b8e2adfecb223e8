"""May everybody be shown a version beside what they were shown before, or only who sees exact counts?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dashboard.datasets.few_changes import few_changes, told_in_history
from dashboard.datasets.last_open import last_open
from dashboard.datasets.manifest import MANIFEST, Manifest
from dashboard.datasets.store import Store
from dashboard.domain.codebook import Codebook
from dashboard.durable import write_whole
from dashboard.ingest.checks.finding import Finding


@dataclass(frozen=True)
class Decision:
    """What has been decided of a version in which few people differ from the last one that everybody was shown.

    `few_changes`: everybody is not to be shown it; `open_diffusion`: who is responsible has decided that they are.
    """

    few_changes: bool = False
    open_diffusion: bool = False


@dataclass(frozen=True)
class Held:
    """What the comparison has found, and whether the version is `held`: shown to nobody but who sees exact counts."""

    findings: tuple[Finding, ...] = ()
    held: bool = False

    @property
    def confirmed(self) -> str:
        """What the history keeps of it; empty where nothing had to be confirmed."""
        return told_in_history(self.findings)


def held_beside(
    store: Store,
    before: str | None,
    folder: Path,
    book: Codebook,
    decision: Decision,
    known: Manifest | None = None,
) -> Held:
    """Whether the tables of `folder`, shown after the version `before`, have to be held.

    `known`: what they say of themselves where they have been published before. What was held then stays so until it is
    opened, and needs no other word. Raises DatasetError where few people differ and nothing has been decided of it.
    """
    opened = last_open(store, before)
    if known is not None and (
        known.version == opened or (known.held and not decision.open_diffusion)
    ):
        return Held(held=known.held)
    findings = few_changes(
        store.home(opened) if opened else None,
        folder,
        book,
        confirmed=decision.few_changes or decision.open_diffusion,
    )
    found = tuple(findings)
    return Held(found, bool(told_in_history(found)) and not decision.open_diffusion)


def with_held(store: Store, manifest: Manifest, *, held: bool) -> Manifest:
    """The manifest of a version that is there, which says from now on whether it is held."""
    if manifest.held == held:
        return manifest
    said = manifest.model_copy(update={"held": held})
    path = store.home(manifest.version) / MANIFEST
    mode = path.stat().st_mode
    write_whole(path, said.model_dump_json(indent=2).encode())
    path.chmod(mode)
    return said
