"""Are the tables that are shown still on the disk as they were read, so that a restart would show the same?"""

from __future__ import annotations

from dashboard.datasets.damage import sound
from dashboard.datasets.mark import Mark, Stamp, stamp_of_version
from dashboard.datasets.store import Store
from dashboard.domain.errors import DashboardError
from dashboard.ingest.reading.version import version_on_disk
from dashboard.publication import Publication


class Intact:
    """Tells of a folder, or of a version in a store: files are read again where their sizes or times have changed."""

    def __init__(self) -> None:
        self._version, self._stamp = "", Stamp()
        self._is_whole = True

    def holds(self, mark: Mark, publication: Publication) -> bool:
        """Whether the files that `publication` was read from say the same, as they stand at `mark`."""
        version = publication.version
        stamp = stamp_of_version(mark.folder, version) if mark.of_store else mark.stamp
        if version != self._version:
            # What has just been read is whole.
            self._version, self._stamp, self._is_whole = version, stamp, True
        elif stamp != self._stamp:
            self._stamp, self._is_whole = stamp, _is_as_read(mark, publication)
        return self._is_whole


def _is_as_read(mark: Mark, publication: Publication) -> bool:
    version = publication.version
    try:
        if mark.of_store:
            return sound(Store(mark.folder), version).version == version
        return version_on_disk(mark.folder, publication.vocabulary.codebook) == version
    except (DashboardError, OSError):
        return False
