"""Does a codebook contradict itself, or lack what every study has, and where?"""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.domain.codebook import Codebook
from dashboard.ingest.reference.codebook_faults.absences import absence_faults
from dashboard.ingest.reference.codebook_faults.bands import band_faults
from dashboard.ingest.reference.codebook_faults.categories import category_faults
from dashboard.ingest.reference.codebook_faults.computed import computed_faults
from dashboard.ingest.reference.codebook_faults.groupings import grouping_faults
from dashboard.ingest.reference.codebook_faults.groups import group_faults
from dashboard.ingest.reference.codebook_faults.kinds import kind_faults
from dashboard.ingest.reference.codebook_faults.measures import measure_faults
from dashboard.ingest.reference.codebook_faults.names import name_faults
from dashboard.ingest.reference.codebook_faults.phrases import phrase_faults
from dashboard.ingest.reference.codebook_faults.regions import region_faults
from dashboard.ingest.reference.codebook_faults.required import required_faults
from dashboard.ingest.reference.codebook_faults.study import study_faults
from dashboard.ingest.reference.codebook_faults.synonyms import synonym_faults
from dashboard.ingest.reference.codebook_faults.tables import table_faults
from dashboard.ingest.reference.codebook_faults.uses import use_faults
from dashboard.ingest.reference.codebook_faults.waves import wave_faults
from dashboard.ingest.reference.faults import Fault
from dashboard.ingest.reference.places import Places

_CHECKS = (
    study_faults,
    wave_faults,
    required_faults,
    table_faults,
    name_faults,
    kind_faults,
    computed_faults,
    category_faults,
    absence_faults,
    group_faults,
    grouping_faults,
    band_faults,
    phrase_faults,
    use_faults,
    measure_faults,
    region_faults,
    synonym_faults,
)


def codebook_faults(book: Codebook, places: Places) -> Iterator[Fault]:
    """Every mistake in `book`, whose fields are already known to be of their types. None is left to be met later."""
    for check in _CHECKS:
        yield from check(book, places)
