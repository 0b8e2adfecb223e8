"""What has been done to a store: who, when, which version, and which was shown before?"""

from __future__ import annotations

import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from dashboard.datasets.store import Store
from dashboard.durable import append_line

Act = Literal["publish", "rollback", "recovered"]
"""recovered: what is shown is not what the line before says: whoever wrote it was stopped. The next one writes it."""


class Entry(BaseModel):
    """One change of the current version; `before` is the one that was shown until then.

    `confirmed` is what whoever published was warned of, and meant; empty for most.
    """

    model_config = ConfigDict(frozen=True)

    when: datetime.datetime
    who: str
    act: Act
    version: str
    before: str | None
    confirmed: str = ""


def history(store: Store) -> tuple[Entry, ...]:
    """What has been done, the oldest first; a line that was never finished is passed over."""
    if not store.history.exists():
        return ()
    entries = []
    for line in store.history.read_bytes().splitlines():
        try:
            entries.append(Entry.model_validate_json(line))
        except ValidationError:
            continue
    return tuple(entries)


def note(
    store: Store, act: Act, who: str, version: str, before: str | None, confirmed: str = ""
) -> None:
    """Adds one line."""
    now = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    entry = Entry(when=now, who=who, act=act, version=version, before=before, confirmed=confirmed)
    append_line(store.history, entry.model_dump_json())


def note_what_is_missing(store: Store, current: str | None) -> None:
    """Adds the change of whoever was stopped between making it and writing it down. Under the lock only."""
    last = next((entry.version for entry in reversed(history(store))), None)
    if current is not None and current != last:
        note(store, "recovered", "", current, last)
