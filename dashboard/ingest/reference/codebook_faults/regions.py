"""Does each division into regions name a variable of people, and has it a name of its own?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dashboard.domain.codebook import Codebook
from dashboard.ingest.reference.codebook_faults.entries import is_legible
from dashboard.ingest.reference.codebook_faults.uses import A_SLUG, SLUG, is_of_people
from dashboard.ingest.reference.faults import Fault, written
from dashboard.ingest.reference.places import Places


def region_faults(book: Codebook, places: Places) -> Iterator[Fault]:
    """Layers of variables that are none, or that two layers share, and names that nothing tells apart."""
    for rank, layer in enumerate(book.layers):
        place = places.of(
            ("layers", rank), {"layers": [{"variable": each.variable} for each in book.layers]}
        )
        variable = book.variables.get(layer.variable)
        if (
            variable is None
            or not is_of_people(variable)
            or variable.kind not in ("category", "group")
        ):
            wanted = "une variable à catégories de la table « beneficiaries »"
            yield Fault(f"{place}, champ « variable »", written(layer.variable), wanted)
        if not SLUG.fullmatch(layer.address):
            yield Fault(f"{place}, champ « address »", written(layer.address), A_SLUG)
        if not is_legible(layer.label):
            yield Fault(f"{place}, champ « label »", "un texte vide", "un texte")
    for field in ("variable", "address", "label"):
        used = Counter(getattr(layer, field) for layer in book.layers)
        for text, times in used.items():
            if times > 1:
                what = f"{written(text)} est celui de deux découpages"
                yield Fault(f"[[layers]], champ « {field} »", what, "un pour chacun")
