"""What in a mapping contradicts itself, or the codebook, and where?"""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.domain.codebook import Codebook
from dashboard.ingest.raw.mapping.faults.columns import column_faults
from dashboard.ingest.raw.mapping.faults.tables import table_faults
from dashboard.ingest.raw.mapping.model import FORMAT, SourceMapping
from dashboard.ingest.raw.mapping.places import table_place
from dashboard.ingest.reference.faults import Fault, written


def mapping_faults(mapping: SourceMapping, codebook: Codebook) -> Iterator[Fault]:
    """Every fault of `mapping`, in its order."""
    if mapping.format != FORMAT:
        yield Fault("champ « format »", written(mapping.format), str(FORMAT))
        return
    seen: set[tuple[str, str]] = set()
    for table in mapping.tables:
        key = (table.files.casefold(), table.sheet.casefold())
        if key in seen:
            what = "ces fichiers et cette feuille sont déjà ceux d'une autre table"
            yield Fault(table_place(table), what, "une seule table pour chacun")
        seen.add(key)
        yield from table_faults(table, codebook)
        for column in table.columns:
            yield from column_faults(table, column, codebook)
