"""How is an earlier version shown again?"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.datasets.damage import sound, sound_versions
from dashboard.datasets.held import Decision, Held, held_beside, with_held
from dashboard.datasets.history import note, note_what_is_missing
from dashboard.datasets.lock import WAIT_S, locked
from dashboard.datasets.manifest import Manifest
from dashboard.datasets.shown import shown_before
from dashboard.datasets.store import Store
from dashboard.domain.edition import is_version
from dashboard.domain.errors import DatasetError
from dashboard.ingest.checks.finding import Finding
from dashboard.ingest.reference.study import read_study
from dashboard.text.typography import unbroken
from dashboard.text.words import listed

UNDECIDED = Decision()


@dataclass(frozen=True)
class Returned:
    """The version that is shown now, the one that was until then, and the one that a further return would show.

    `replaced` is None where nothing was shown, and the version itself where it was shown already. `doubts`: what had to
    be confirmed, few people being different from what everybody was shown last.
    """

    manifest: Manifest
    replaced: str | None
    further: str | None
    doubts: tuple[Finding, ...] = ()


def rollback(
    store: Store,
    who: str,
    version: str | None = None,
    decision: Decision = UNDECIDED,
    wait: float = WAIT_S,
) -> Returned:
    """Shows `version` again, or what was shown before; raises DatasetError where it is unknown or damaged.

    It is shown as a new one would be: where few people differ from the last version that everybody was shown, that has
    to be decided, or DatasetError is raised.
    A pointer that names nothing is no obstacle to a version that is named.
    """
    with locked(store, wait):
        before = _current(store, named=version is not None)
        target = version or _shown_before(store, before)
        if not is_version(target) or not store.home(target).is_dir():
            told = f"La version « {target} » n'existe pas. Versions connues : {store.known()}."
            raise DatasetError(unbroken(told))
        try:
            manifest = sound(store, target)
        except DatasetError as error:
            raise DatasetError(f"{error} {_ways_out(store, before)}") from error
        note_what_is_missing(store, before)
        beside = Held(held=manifest.held)
        # One that is shown already may still be opened to everybody.
        if target != before or (manifest.held and decision.open_diffusion):
            home = store.home(target)
            book = read_study(home, home)
            beside = held_beside(store, before, home, book, decision, manifest)
            # Written down first: who is stopped in between has changed nothing, which the next one writes down.
            note(store, "rollback", who, target, before, beside.confirmed)
            manifest = with_held(store, manifest, held=beside.held)
            store.show(target)
        return Returned(manifest, before, shown_before(store, target), beside.findings)


def _current(store: Store, *, named: bool) -> str | None:
    try:
        return store.current()
    except DatasetError:
        if named:
            return None
        raise


def _ways_out(store: Store, current: str | None) -> str:
    """Which versions but the current one could be shown instead of a damaged one."""
    versions = [version for version in sound_versions(store) if version != current]
    if not versions:
        return unbroken(
            "Aucune autre n'est en bon état : publiez de nouveau ces tables, ou d'autres."
        )
    return unbroken(
        f"En bon état : {listed(versions)}. Pour en montrer une : python -m dashboard rollback {versions[-1]}. "
        "Publier de nouveau des tables marche aussi."
    )


def _shown_before(store: Store, current: str | None) -> str:
    if current is None:
        raise DatasetError(unbroken(f"{store.folder} : aucune version n'est publiée."))
    before = shown_before(store, current)
    if before is None:
        told = (
            f"Aucune version n'a été montrée avant la version {current}. Versions connues : {store.known()}. "
            f"Pour en montrer une autre : python -m dashboard rollback VERSION {store.option}"
        )
        raise DatasetError(unbroken(told))
    return before
