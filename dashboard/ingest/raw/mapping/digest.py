"""By which codebook was a mapping written, and has that one changed since?"""

from __future__ import annotations

import hashlib
import json

from dashboard.domain.codebook import Codebook
from dashboard.ingest.raw.mapping.model import SourceMapping
from dashboard.text.typography import unbroken

LENGTH = 16
"""How many hexadecimal digits tell two codebooks apart."""


def codebook_digest(codebook: Codebook) -> str:
    """What a mapping depends on: variables, their kinds and codes, tables and waves; no label, no colour."""
    content = {
        "variables": {
            v.name: [v.kind, v.table, *v.table_codes] for v in codebook.variables.values()
        },
        "tables": {name: list(table.columns) for name, table in codebook.tables.items()},
        "waves": list(codebook.waves),
    }
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def outdated(mapping: SourceMapping, codebook: Codebook) -> str:
    """The warning, in French, that the codebook has changed since the mapping was written; empty where it has not."""
    if not mapping.codebook or mapping.codebook == codebook_digest(codebook):
        return ""
    return unbroken(
        f"La correspondance « {mapping.name} » (version {mapping.version}) a été écrite pour un autre état du "
        "dictionnaire : relisez-la, puis remplacez la valeur de « codebook » par "
        f"« {codebook_digest(codebook)} »."
    )
