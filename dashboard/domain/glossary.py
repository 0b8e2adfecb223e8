"""Which words are explained to the reader, and where do they stand in a text?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dashboard.domain.codebook import Codebook, Term, slug

UNEXPLAINED = ("identifier", "date", "wave")
"""Kinds of variables that no reader meets."""


def terms_of(codebook: Codebook) -> tuple[Term, ...]:
    """The words of the codebook's glossary, its waves and its variables, in alphabetical order."""
    named = {term.term.lower(): term for term in (*codebook.glossary, *_waves(codebook))}
    for variable in codebook.variables.values():
        if variable.kind not in UNEXPLAINED:
            term = Term(
                term=variable.label,
                definition=variable.definition,
                forms=(variable.plural,) if variable.plural else (),
                source=variable.source,
            )
            named.setdefault(term.term.lower(), term)
    return tuple(sorted(named.values(), key=lambda term: slug(term.term)))


def pieces(text: str, terms: Iterable[Term]) -> Iterator[tuple[str, Term | None]]:
    """`text` cut so that the first occurrence of each term stands alone, with the term beside it."""
    spelt = {form.lower(): term for term in terms for form in (term.term, *term.forms)}
    left = set(spelt.values())
    start = 0
    for match in _pattern(spelt).finditer(text) if spelt else ():
        found, term = match.group(), spelt[match.group().lower()]
        if term not in left or (_is_acronym(term) and found != term.term):
            continue
        left.discard(term)
        if match.start() > start:
            yield text[start : match.start()], None
        yield found, term
        start = match.end()
    if start < len(text):
        yield text[start:], None


def terms_in(texts: Iterable[str], terms: Iterable[Term]) -> tuple[Term, ...]:
    """The terms that stand in `texts`, in the order in which a reader meets them."""
    listed = tuple(terms)
    met = (term for text in texts for _, term in pieces(text, listed) if term is not None)
    return tuple({term.term: term for term in met}.values())


def _waves(codebook: Codebook) -> Iterator[Term]:
    for name, wave in codebook.waves.items():
        yield Term(term=name, definition=f"Temps d'observation de l'enquête : {wave.months}.")


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    """Whole words, the longest first: « non répondants » is not « répondants »."""
    listed = sorted(forms, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, listed))})(?![\w-])", re.IGNORECASE)


def _is_acronym(term: Term) -> bool:
    """Whether the term is written in capitals: « de » is not « DE »."""
    return term.term.isupper()
