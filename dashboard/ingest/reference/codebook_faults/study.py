"""Does [study] say what is counted, and does the glossary explain words?"""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.domain.codebook import Codebook, Word, slug
from dashboard.ingest.reference.codebook_faults.entries import is_legible
from dashboard.ingest.reference.faults import Fault
from dashboard.ingest.reference.places import Places

PEOPLE = "beneficiaires"
"""How people are named in an address: what is funded has another name."""


def study_faults(book: Codebook, _: Places) -> Iterator[Fault]:
    """Texts of the study that are missing, words that no address can have, and a time between waves that is none."""
    study = book.study
    for field in ("title", "population", "source"):
        if not is_legible(getattr(study, field)):
            yield Fault(f"[study], champ « {field} »", "un texte vide", "un texte")
    if study.months_between_waves is not None and study.months_between_waves < 1:
        yield Fault(
            "[study], champ « months_between_waves »",
            f"« {study.months_between_waves} »",
            "un nombre de mois, de 1 ou plus",
        )
    yield from _word_faults("funded", study.funded)
    if study.report is not None:
        yield from _word_faults("report", study.report)
    if slug(study.funded.plural) in ("", PEOPLE):
        yield Fault(
            "[study], champ « funded »",
            f"« {study.funded.plural} » ne peut pas nommer dans une adresse ce qui est financé",
            "un nom avec des lettres de a à z ou des chiffres, autre que « bénéficiaires »",
        )
    for rank, term in enumerate(book.glossary, 1):
        if not is_legible(term.term) or not is_legible(term.definition):
            yield Fault(f"mot du glossaire n° {rank}", "un texte vide", "un mot et sa définition")


def _word_faults(field: str, word: Word) -> Iterator[Fault]:
    if not is_legible(word.singular) or not is_legible(word.plural):
        yield Fault(f"[study], champ « {field} »", "un texte vide", "un nom")
