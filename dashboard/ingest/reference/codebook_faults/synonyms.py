"""Does each synonym, of a variable or of a category, stand for one thing alone?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dashboard.domain.codebook import Codebook
from dashboard.ingest.checks.report import quoted
from dashboard.ingest.reference.codebook_faults.entries import is_legible
from dashboard.ingest.reference.faults import Fault, visible, written
from dashboard.ingest.reference.places import Places
from dashboard.text.folded import folded

Named = tuple[str, str, Iterable[str]]
"""A place, a name, and the synonyms there."""


def synonym_faults(book: Codebook, places: Places) -> Iterator[Fault]:
    """Empty synonyms, and those that two variables, two waves or two categories of one variable have."""
    variables = book.variables.values()
    yield from _shared((places.variable(v.name), v.name, v.synonyms) for v in variables)
    yield from _shared((f"vague {quoted(n)}", n, wave.synonyms) for n, wave in book.waves.items())
    for variable in variables:
        yield from _shared(
            (places.category(variable.name, listed, c.code), c.code, c.synonyms)
            for listed in ("categories", "absences")
            for c in getattr(variable, listed)
        )


def _shared(entries: Iterable[Named]) -> Iterator[Fault]:
    owners: dict[str, str] = {}
    for place, name, synonyms in entries:
        for synonym in synonyms:
            where = f"{place}, champ « synonyms »"
            if not is_legible(synonym):
                yield Fault(where, "un texte vide", "un texte")
                continue
            owner = owners.setdefault(folded(synonym), name)
            if owner != name:
                what = f"{written(synonym)} est déjà un synonyme de {quoted(visible(owner))}"
                yield Fault(where, what, "un texte pour chacun")
