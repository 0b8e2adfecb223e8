"""How does `codebook.toml` become the codebook?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dashboard.domain.codebook import Codebook, Layer, Variable
from dashboard.domain.errors import CodebookError
from dashboard.ingest.checks.report import quoted
from dashboard.ingest.reference.codebook_faults import codebook_faults
from dashboard.ingest.reference.colours import coloured
from dashboard.ingest.reference.faults import Fault, raise_faults
from dashboard.ingest.reference.older import completed
from dashboard.ingest.reference.outlines import with_outlines
from dashboard.ingest.reference.places import Places
from dashboard.ingest.reference.shapes import validated
from dashboard.ingest.reference.shared_lists import expanded, shared_faults, shared_names
from dashboard.ingest.reference.toml_file import Entry, read_toml

_ELSEWHERE = {
    "budgets": "le fichier budgets.toml",
    "figures": "le fichier published-figures.toml",
    "benchmarks": "le fichier benchmarks.toml",
    "name": "le nom entre crochets, [variables.…]",
    "path": "« shapes » ou « file »",
    "drawn": "« shapes » ou « file »",
}
"""Where that is written which the codebook holds once it is read, and its file never."""


def read_codebook(path: Path) -> Codebook:
    """The codebook at `path` (TOML), complete; raises CodebookError, in French, with every mistake and its place.

    Categories without a colour get one, and regions their outlines.
    """
    raw, file = completed(read_toml(path, CodebookError)), path.name
    raise_faults((*_filled_in(raw), *shared_faults(raw)), file, CodebookError)
    places = Places(shared_names(raw))
    book = coloured(validated(Codebook, expanded(raw), places, file, CodebookError))
    raise_faults(codebook_faults(book, places), file, CodebookError)
    return with_outlines(book, path.parent)


def _filled_in(raw: Entry) -> Iterator[Fault]:
    """Fields that are found when the codebook is read, and written in its file."""
    for name in sorted(Codebook.filled_in & raw.keys()):
        yield Fault(f"[{name}]", "section inconnue", _ELSEWHERE[name])
    for listed, model in (("layers", Layer), ("variables", Variable)):
        entries = raw.get(listed)
        keys = entries.items() if isinstance(entries, dict) else enumerate(_list(entries))
        for key, entry in keys:
            for name in sorted(model.filled_in & entry.keys() if isinstance(entry, dict) else ()):
                place = Places().of((listed, key), raw)
                yield Fault(place, f"champ inconnu {quoted(name)}", _ELSEWHERE[name])


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
