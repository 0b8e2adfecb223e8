"""Has each category a code, a label, a colour and an address of its own?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from dashboard.domain.codebook import Codebook, Variable
from dashboard.ingest.checks.report import quoted
from dashboard.ingest.reference.codebook_faults.entries import Entry, entries_of, is_legible
from dashboard.ingest.reference.faults import Fault, visible, written
from dashboard.ingest.reference.places import Places

_COLOUR = re.compile("#[0-9a-fA-F]{6}")
_ADDRESS = re.compile("[A-Za-z0-9][A-Za-z0-9._-]*")
HIGHEST_RANK = 99

_CODE = "un code sans virgule, sans espace autour, fait de lettres visibles"


def category_faults(book: Codebook, places: Places) -> Iterator[Fault]:
    """Categories, absences and groups that cannot be written, shown or told apart."""
    for variable in book.variables.values():
        entries = list(entries_of(variable, places))
        for entry in entries:
            yield from _own_faults(entry)
        alone = [e for e in entries if e.listed in ("categories", "absences")]
        yield from _repeated(alone)
        yield from _repeated([e for e in entries if e.listed == "groups"])
        yield from _repeated([e for e in entries if e.listed == "groupings"])
        yield from _ambiguous(alone, variable)


def _own_faults(entry: Entry) -> Iterator[Fault]:
    place, category = entry.place, entry.category
    code = category.code
    if not code or code != code.strip() or "," in code or not code.isprintable():
        yield Fault(f"{place}, champ « code »", written(code), _CODE)
    if not is_legible(category.label):
        yield Fault(f"{place}, champ « label »", "un texte vide", "un libellé")
    if category.short and not is_legible(category.short):
        yield Fault(f"{place}, champ « short »", "un texte vide", "un libellé court, ou rien")
    if not _COLOUR.fullmatch(category.colour):
        yield Fault(
            f"{place}, champ « colour »", written(category.colour), "une couleur telle que #1f5f9e"
        )
    if category.address and not _ADDRESS.fullmatch(category.address):
        yield Fault(
            f"{place}, champ « address »",
            written(category.address),
            "des lettres de a à z sans accent, des chiffres, « . », « _ » ou « - »",
        )
    if not 0 <= category.rank <= HIGHEST_RANK:
        yield Fault(
            f"{place}, champ « rank »", written(category.rank), f"un nombre de 0 à {HIGHEST_RANK}"
        )
    apart = category.apart
    if apart is not None and not all(map(is_legible, (apart.label, apart.people, apart.being))):
        yield Fault(f"{place}, champ « apart »", "un texte vide", "un texte")


def _repeated(entries: list[Entry]) -> Iterator[Fault]:
    """Codes and names that two categories of a variable have, which nothing would tell apart."""
    categories = [entry.category for entry in entries]
    for field, texts in (
        ("code", [c.code for c in categories]),
        ("label", [c.label for c in categories]),
        ("short", [c.short_label for c in categories]),
    ):
        used = Counter(texts)
        for entry, text in zip(entries, texts, strict=True):
            if used[text] > 1 and getattr(entry.category, field):
                what = f"{written(text)} est celui de deux catégories"
                yield Fault(f"{entry.place}, champ « {field} »", what, "un texte pour chacune")


def _ambiguous(entries: list[Entry], variable: Variable) -> Iterator[Fault]:
    """Categories that an address cannot name, or that it would take for another one."""
    if not variable.parameter or variable.kind == "integer":
        return
    meant = {entry.category.code: entry.category.code for entry in entries}
    for entry in entries:
        code, value = entry.category.code, entry.category.parameter_value
        if not value:
            what = "ce libellé ne donne pas de mot pour les adresses"
            yield Fault(entry.place, what, "un champ « address »")
            continue
        owner = meant.setdefault(value, code)
        if owner != code:
            what = f"{written(value)} désigne aussi, dans une adresse, la catégorie {quoted(visible(owner))}"
            yield Fault(entry.place, what, "un champ « address » qui soit à elle")
