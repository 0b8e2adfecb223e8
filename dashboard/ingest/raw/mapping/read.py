"""How does a mapping file become a mapping that its codebook can serve?"""

from __future__ import annotations

from pathlib import Path

from dashboard.domain.codebook import Codebook
from dashboard.domain.errors import MappingError
from dashboard.ingest.raw.mapping.faults import mapping_faults
from dashboard.ingest.raw.mapping.model import SourceMapping
from dashboard.ingest.raw.mapping.places import PLACES
from dashboard.ingest.reference.faults import raise_faults
from dashboard.ingest.reference.shapes import validated
from dashboard.ingest.reference.toml_file import read_toml


def read_mapping(path: Path, codebook: Codebook) -> SourceMapping:
    """The mapping at `path` (TOML, with or without a byte order mark).

    Raises MappingError, in French, with every fault: file, table, column, field, and what is expected.
    """
    raw = read_toml(path, MappingError)
    mapping = validated(SourceMapping, raw, PLACES, path.name, MappingError)
    raise_faults(mapping_faults(mapping, codebook), path.name, MappingError)
    return mapping
