"""How does a running dashboard come to show another version, without a request being dropped or a page being mixed?

In each worker a thread looks at the store's pointer. What it names is loaded beside what is shown, its pages are made,
and then it takes the other's place: a request that has begun ends on the version that it began with.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import Condition, Event, Thread
from types import MappingProxyType
from typing import Literal

from dashboard.current import Current
from dashboard.datasets.manifest import read_manifest
from dashboard.datasets.mark import Mark, Stamp, mark_of, stamp_of_version
from dashboard.datasets.store import Store
from dashboard.domain.errors import DashboardError, DatasetError
from dashboard.publication import Publication
from dashboard.text.typography import unbroken
from dashboard.web.renewing.intact import Intact
from dashboard.web.renewing.refused import Refused

_LOG = logging.getLogger(__name__)

LOOK_S = 1.0
"""How often the pointer is looked at: a new version is shown within this, and the time that it takes to load."""

CATCH_UP_S = 15.0
"""How long a request that names a newer version waits for it."""

GONE = "ENOENT"

State = Literal["current", "loading", "refused", "changed", "damaged", "unreadable", "stopped"]
"""current: what is shown is what is published; loading: a new version is; refused: it is broken, the old one stays, and
it is tried again; changed: the files of a folder of tables have changed, which only a restart reads; damaged: those of
the version that is shown have; unreadable: what is published cannot be known now; stopped: nobody looks any more, which
only a restart mends."""


UNDONE: tuple[State, ...] = ("loading", "refused")
"""What does not last: a look that finds `loading` comes after one that broke off."""


HINDRANCES: Mapping[State, str] = MappingProxyType(
    {
        "refused": "La version publiée est refusée ; l'ancienne reste montrée : voyez le journal.",
        "changed": "Les fichiers des tables ont changé ou manquent : vérifiez-les, puis redémarrez.",
        "damaged": "Les fichiers de la version montrée ont changé ou manquent : remettez-les ou publiez de nouveau.",
        "unreadable": "Le dossier des données ne peut pas être lu : voyez le journal.",
        "stopped": "Plus rien ne suit les publications : redémarrez.",
    }
)
"""Why a dashboard in such a state, which answers as before, would not come back from a restart as it is, in French."""


@dataclass(frozen=True)
class Told:
    """How the version that is shown stands to the one that is published, as `/healthz` tells it."""

    state: State
    version: str
    published: str | None = None

    def as_json(self) -> dict[str, str | None]:
        """For a machine that reads it, and for pages (`assets/scripts/freshness.js`)."""
        return {"state": self.state, "published": self.published}


@dataclass(frozen=True)
class Watched:
    """A folder that is looked at: how it stood before it was loaded, and what opens it anew."""

    mark: Mark
    load: Callable[[], Publication]


class Renewal:
    """Shows, in `current`, what the folder that is watched means, whenever that changes.

    `warm` makes ready of a publication what everybody asks for first.
    """

    def __init__(
        self, current: Current, watched: Watched, warm: Callable[[Publication], None]
    ) -> None:
        self._current = current
        self._mark = watched.mark
        self._load = watched.load
        self._warm = warm
        self._state: State = "current"
        self._fault = ""
        self._intact = Intact()
        self._intact.holds(watched.mark, current.get())
        self._refused = Refused()
        self._failures = set[str]()
        self._settled = Condition()
        self._wanted = Event()
        self._thread: Thread | None = None

    def start(self) -> None:
        """Begins to look, in a thread of this process: to be called after a fork, which threads do not survive."""
        self._thread = Thread(target=self._watch, name="renewal", daemon=True)
        self._thread.start()

    def told(self) -> Told:
        """What there is to tell of it."""
        state: State = "unreadable" if self._fault else self._state
        if self._thread is not None and not self._thread.is_alive():
            state = "stopped"
        return Told(state, self._current.get().version, self._mark.version)

    def fact(self) -> dict[str, str | None]:
        """The same, for `/healthz`."""
        return self.told().as_json()

    def hindrance(self) -> str:
        """Why `/readyz` refuses; empty where nothing is wrong with what is published."""
        return unbroken(HINDRANCES.get(self.told().state, ""))

    def check(self) -> None:
        """Looks once, and shows what is new; what is refused is tried again after a while, or once its files change."""
        mark = mark_of(self._mark.folder)
        if not self._is_seen(mark):
            return
        if mark == self._mark:
            if self._state in UNDONE and self._refused.is_due(self._stamp_of(mark)):
                self._renew(mark)
            self._compare(mark)
            return
        before, self._mark = self._mark, mark
        if not mark.of_store:
            self._compare(mark)
        elif mark.version != self._current.get().version or self._is_held_otherwise(mark):
            self._refused.forget()
            self._settle("loading")
            self._renew(mark)
        elif mark.version != before.version:
            self._settle("current")

    def catch_up(self, version: str) -> None:
        """Waits, as long as is bearable, until `version` is shown, where it is the published one and not refused."""
        if version == self._current.get().version or self._thread is None:
            return
        if mark_of(self._mark.folder).version != version:
            return
        self._wanted.set()
        with self._settled:
            self._settled.wait_for(lambda: self._is_settled_on(version), CATCH_UP_S)

    def is_ahead(self, version: str) -> bool:
        """Whether `version` is the published one, which this process is about to show: it must not answer yet."""
        if self._is_settled_on(version):
            return False
        return version == mark_of(self._mark.folder).version

    def _compare(self, mark: Mark) -> None:
        """Notices once that the files of what is shown are no longer the same, and once that they are again."""
        broken: State = "damaged" if mark.of_store else "changed"
        whole = self._intact.holds(mark, self._current.get())
        if not whole and self._state == "current":
            mend = "put them back" if mark.of_store else "restart to show them"
            _LOG.warning("the files of %s have changed: %s", mark.folder, mend)
            self._settle(broken)
        elif whole and self._state == broken:
            _LOG.info("the files of %s are those that are shown again", mark.folder)
            self._settle("current")

    def _is_held_otherwise(self, mark: Mark) -> bool:
        """Whether what is shown has been opened to everybody meanwhile, or closed to them."""
        publication = self._current.get()
        try:
            home = Store(mark.folder).home(publication.version)
            return read_manifest(home).held != publication.held
        except DatasetError:
            return False

    def _is_seen(self, mark: Mark) -> bool:
        """Whether what is published could be looked at; each reason why not is logged once, until it can again."""
        fault = mark.fault or (GONE if self._mark.of_store and not mark.of_store else "")
        if fault and fault != self._fault:
            _LOG.error("what is published in %s cannot be read: %s", mark.folder, fault)
        elif self._fault and not fault:
            _LOG.info("what is published in %s can be read again", mark.folder)
        self._fault = fault
        return not fault

    def _is_settled_on(self, version: str) -> bool:
        refused = self._state == "refused" and self._mark.version == version
        return refused or self._current.get().version == version

    def _stamp_of(self, mark: Mark) -> Stamp:
        return stamp_of_version(mark.folder, mark.version)

    def _renew(self, mark: Mark) -> None:
        # As they are before they are read: what is written meanwhile is noticed.
        stamp = self._stamp_of(mark)
        try:
            publication = self._load()
            self._warm(publication)
        except DashboardError as error:
            reason = " ".join(str(error).split())
            if self._refused.note(reason, stamp):
                _LOG.error("version %s is refused: %s", mark.version, reason)
            self._settle("refused")
        except Exception as error:  # noqa: BLE001 - whatever it is, it is logged, and what is shown stays.
            if self._refused.note(repr(error), stamp):
                _LOG.exception("version %s is refused: an unexpected error", mark.version)
            self._settle("refused")
        else:
            self._refused.forget()
            self._current.replace(publication)
            _LOG.info("version %s is shown", publication.version)
            self._settle("current")

    def _settle(self, state: State) -> None:
        with self._settled:
            self._state = state
            self._settled.notify_all()

    def _watch(self) -> None:
        while True:
            self._wanted.wait(LOOK_S)
            self._wanted.clear()
            try:
                self._look()
            except Exception as error:  # noqa: BLE001 - whatever it is, the next look may do.
                if (kind := type(error).__name__) not in self._failures:
                    self._failures.add(kind)
                    _LOG.exception("what is published could not be looked at")

    def _look(self) -> None:
        shown = self._current.get().version
        self.check()
        if self._current.get().version != shown:
            # The one before is part of cycles, and large: it need not wait for its generation to be looked at.
            gc.collect()
