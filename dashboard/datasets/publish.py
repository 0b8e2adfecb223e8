"""How does a folder of tables become the version that is shown: checked first, whole or not at all?"""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Literal

from dashboard.datasets.contents import contents
from dashboard.datasets.damage import sound
from dashboard.datasets.held import Decision, Held, held_beside, with_held
from dashboard.datasets.history import history, note, note_what_is_missing
from dashboard.datasets.lock import WAIT_S, locked
from dashboard.datasets.manifest import (
    MANIFEST,
    Manifest,
    PublishedFile,
    read_import,
)
from dashboard.datasets.same_key import doubts_of_key
from dashboard.datasets.store import Store, is_empty, is_store
from dashboard.domain.errors import DatasetError, TableError
from dashboard.durable import digest_of, flush, seal, write_whole
from dashboard.ingest.checks.finding import Finding
from dashboard.ingest.derive.analysis import analysis_tables
from dashboard.ingest.files import CODEBOOK
from dashboard.ingest.reading.tables import Tables, examine
from dashboard.ingest.reference.study import read_study, with_its_codebook
from dashboard.text.typography import unbroken

INCOMING = ".incoming-"
"""How the folder of a version begins that is not published yet."""

Prepare = Callable[[Path], None]
"""Has an engine load the version of a folder, before anybody is served it."""

Stage = Literal["copy", "check", "derive", "keep", "load"]
"""copy: files are copied; check: they are read and checked; derive: what is shown is derived from them; keep: they are
put on the disk for good; load: an engine loads them."""

Outcome = Literal["new", "again", "already"]
"""new: a version that had to be made; again: one that was kept is shown again; already: it was current before."""


@dataclass(frozen=True)
class Published:
    """The version that is current now, what that has taken, what the checks doubt of its tables, and what it replaces.

    `replaced` is the version that was shown until then; None where none was.
    """

    manifest: Manifest
    outcome: Outcome
    doubts: tuple[Finding, ...] = ()
    replaced: str | None = None


@dataclass(frozen=True)
class Publisher:
    """Publishes into `store`, in the name of `who`.

    `reference` is the folder of the files that describe tables without a codebook. `new_key`: the identifiers are meant
    to be made with another key than those of the current version. `few_changes`: it is known that few people differ
    from the last version that everybody was shown, and they are not to be shown this one; `open_diffusion`: who is
    responsible has decided that they are. `prepare` is what an engine has to do. `begin` hears of each stage. `wait`:
    for how many seconds another publication may hold the store.
    """

    store: Store
    reference: Path
    who: str
    new_key: bool = False
    few_changes: bool = False
    open_diffusion: bool = False
    prepare: Prepare | None = None
    begin: Callable[[Stage], None] = lambda _: None
    wait: float = WAIT_S

    def publish(self, folder: Path) -> Published:
        """Makes the tables of `folder` the current version.

        Raises DatasetError where that is refused, TableError, CodebookError or PublishedFiguresError where they would
        not be shown. The current version stays what it was then.
        """
        _begin(self.store)
        with locked(self.store, self.wait):
            before = self._shown()
            note_what_is_missing(self.store, self._pointed())
            _clean(self.store)
            staged = Path(mkdtemp(prefix=INCOMING, dir=self.store.versions))
            try:
                return self._published(folder, staged, before)
            finally:
                shutil.rmtree(staged, ignore_errors=True)

    def _published(self, folder: Path, staged: Path, before: str | None) -> Published:
        self.begin("copy")
        self._copy(folder, staged)
        self.begin("check")
        book = read_study(staged, self.reference)
        examination = examine(staged, book)
        tables = examination.tables
        if tables is None:
            # The copy is nobody's business: messages name the folder that was given.
            refusal = TableError(examination.refusal.replace(str(staged), str(folder)))
            raise with_its_codebook(refusal, folder, self.reference)
        doubts = examination.at("warning")
        # What is shown is derived from them: it has to be possible, too.
        self.begin("derive")
        analysis_tables(tables, book)
        version = tables.version
        known = self._known(version)
        opened = known is not None and known.held and self.open_diffusion
        if known and version == self._pointed() and not opened:
            return Published(known, "already", doubts)
        self.begin("keep")
        if not self.new_key:
            doubts += tuple(doubts_of_key(staged, self.store, before))
        decision = Decision(self.few_changes, self.open_diffusion)
        beside = (
            held_beside(self.store, before, staged, book, decision, known) if before else Held()
        )
        manifest = (
            with_held(self.store, known, held=beside.held)
            if known
            else self._made(
                staged, self._manifest(staged, tables, [*book.tables], before, held=beside.held)
            )
        )
        if self.prepare is not None:
            self.begin("load")
            self.prepare(self.store.home(version))
        # Written down first: who is stopped in between has changed nothing, which the next one writes down.
        note(self.store, "publish", self.who, version, before, beside.confirmed)
        self.store.show(version)
        return Published(manifest, "again" if known else "new", doubts + beside.findings, before)

    def _pointed(self) -> str | None:
        """The version that is shown; None where none is, or the pointer names none that is there."""
        try:
            return self.store.current()
        except DatasetError:
            return None

    def _shown(self) -> str | None:
        """The version that these tables follow: where the pointer is damaged, what was written down last of it."""
        last = (entry.version for entry in reversed(history(self.store)))
        return self._pointed() or next((v for v in last if self.store.home(v).is_dir()), None)

    def _copy(self, folder: Path, staged: Path) -> None:
        """The files of the dataset, as they are now: what is checked and shown is the copy."""
        book = read_study(folder, self.reference)
        for name, path in contents(folder, self.reference, book):
            target = staged / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, target)

    def _known(self, version: str) -> Manifest | None:
        """The manifest of that very content where it was published before; None where it is damaged by now."""
        if not self.store.home(version).exists():
            return None
        try:
            return sound(self.store, version)
        except DatasetError:
            return None

    def _manifest(
        self, staged: Path, tables: Tables, names: list[str], before: str | None, *, held: bool
    ) -> Manifest:
        """What the staged version says of itself."""
        numbers = [manifest.number for manifest in self.store.manifests()]
        # Those that are damaged or gone had numbers as well.
        others = {entry.version for entry in history(self.store)} - {tables.version}
        return Manifest(
            version=tables.version,
            number=max([*numbers, len(others)]) + 1,
            dated=tables.dated,
            published=datetime.datetime.now(datetime.UTC).replace(microsecond=0),
            previous=self._previous(tables.version, before),
            held=held,
            rows={name: len(getattr(tables, name)) for name in names},
            codebook=digest_of(staged / CODEBOOK)[:12],
            imported=read_import(staged),
            files=_files(staged),
        )

    def _previous(self, version: str, before: str | None) -> str | None:
        """The version before; of one that is made again since it is damaged, the one before it at the time."""
        if version != before:
            return before
        first = (entry.before for entry in history(self.store) if entry.version == version)
        return next((earlier for earlier in first if earlier != version), None)

    def _made(self, staged: Path, manifest: Manifest) -> Manifest:
        """Keeps the staged folder under its name for good, with its manifest; a damaged one of that name makes way."""
        write_whole(staged / MANIFEST, manifest.model_dump_json(indent=2).encode())
        seal(staged)
        home = self.store.home(manifest.version)
        if home.exists():
            home.rename(self.store.versions / f"{INCOMING}damaged-{manifest.version}")
        staged.rename(home)
        flush(self.store.versions)
        return manifest


def _files(staged: Path) -> Mapping[str, PublishedFile]:
    return {
        path.relative_to(staged).as_posix(): PublishedFile(
            size=path.stat().st_size, sha256=digest_of(path)
        )
        for path in sorted(staged.rglob("*"))
        if path.is_file()
    }


def _begin(store: Store) -> None:
    """Makes a store of an empty folder, or of one that is not there; raises DatasetError where something else is."""
    if not is_store(store.folder):
        # Asked again: somebody else may begin the same store.
        if not is_empty(store.folder) and not is_store(store.folder):
            told = f"{store.folder} : ce dossier n'est pas vide et n'est pas un dépôt de versions. Nommez-en un autre."
            raise DatasetError(unbroken(told))
        store.versions.mkdir(parents=True, exist_ok=True)
        flush(store.folder)


def _clean(store: Store) -> None:
    """Takes away what killed publications left. Under the lock only: nobody else is at work on it."""
    for left in store.versions.glob(f"{INCOMING}*"):
        shutil.rmtree(left, ignore_errors=True)
