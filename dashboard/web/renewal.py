"""How does a running dashboard come to show another version, without a request being dropped or a page being mixed?

In each worker a thread looks at the store's pointer. What it names is loaded beside what is shown, its pages are made,
and then it takes the other's place: a request that has begun ends on the version that it began with.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable
from dataclasses import dataclass
from threading import Condition, Event, Thread
from typing import Literal

from dashboard.datasets.mark import Mark, mark_of
from dashboard.domain.errors import DashboardError
from dashboard.publication import Current, Publication

_LOG = logging.getLogger(__name__)

LOOK_S = 1.0
"""How often the pointer is looked at: a new version is shown within this, and the time that it takes to load."""

CATCH_UP_S = 15.0
"""How long a request that names a newer version waits for it."""

State = Literal["current", "loading", "refused", "changed"]
"""current: what is shown is what is published; loading: a new version is; refused: it is broken, and the old one stays;
changed: the files of a folder of tables have changed, which only a restart reads."""


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
        self._settled = Condition()
        self._wanted = Event()
        self._started = False

    def start(self) -> None:
        """Begins to look, in a thread of this process: to be called after a fork, which threads do not survive."""
        self._started = True
        Thread(target=self._watch, name="renewal", daemon=True).start()

    def told(self) -> Told:
        """What there is to tell of it."""
        return Told(self._state, self._current.get().version, self._mark.version)

    def fact(self) -> dict[str, str | None]:
        """The same, for `/healthz`."""
        return self.told().as_json()

    def check(self) -> None:
        """Looks once, and shows what is new; what is refused is tried again only when it changes."""
        mark = mark_of(self._mark.folder)
        if mark == self._mark:
            return
        before, self._mark = self._mark, mark
        if not mark.of_store:
            if self._state != "changed":
                _LOG.warning("the files of %s have changed: restart to show them", mark.folder)
            self._settle("changed")
        elif mark.version != self._current.get().version:
            self._renew(mark)
        elif mark.version != before.version:
            self._settle("current")

    def catch_up(self, version: str) -> None:
        """Waits, as long as is bearable, until `version` is shown, where it is the published one and not refused."""
        if version == self._current.get().version or not self._started:
            return
        if mark_of(self._mark.folder).version != version:
            return
        self._wanted.set()
        with self._settled:
            self._settled.wait_for(lambda: self._is_settled_on(version), CATCH_UP_S)

    def is_ahead(self, version: str) -> bool:
        """Whether `version` is the published one and this process has not come to show it: it must not answer."""
        if version == self._current.get().version:
            return False
        return version == mark_of(self._mark.folder).version

    def _is_settled_on(self, version: str) -> bool:
        refused = self._state == "refused" and self._mark.version == version
        return refused or self._current.get().version == version

    def _renew(self, mark: Mark) -> None:
        self._settle("loading")
        try:
            publication = self._load()
            self._warm(publication)
        except DashboardError as error:
            _LOG.error("version %s is refused: %s", mark.version, " ".join(str(error).split()))
            self._settle("refused")
        except Exception:  # noqa: BLE001 - whatever it is, it is logged, and what is shown stays.
            _LOG.exception("version %s is refused: an unexpected error", mark.version)
            self._settle("refused")
        else:
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
            shown = self._current.get().version
            self.check()
            if self._current.get().version != shown:
                # The one before is part of cycles, and large: it need not wait for its generation to be looked at.
                gc.collect()
