"""Which words are explained to the reader, and where do they stand in a text?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache

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


def pieces(
    text: str, terms: tuple[Term, ...], explained: Collection[Term] = ()
) -> Iterator[tuple[str, Term | None]]:
    """`text` cut so that the first occurrence of each term stands alone, with the term beside it.

    Terms `explained` before are not cut out again.
    """
    if not terms:
        yield from [(text, None)] if text else []
        return
    spelt, pattern = _spelt(terms)
    seen = set(explained)
    start = 0
    for match in pattern.finditer(text):
        spelling, term = match.group(), spelt[match.group().lower()]
        if term in seen or (_is_acronym(term) and spelling != term.term):
            continue
        seen.add(term)
        if match.start() > start:
            yield text[start : match.start()], None
        yield spelling, term
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


@lru_cache(maxsize=4)
def _spelt(terms: tuple[Term, ...]) -> tuple[Mapping[str, Term], re.Pattern[str]]:
    """Each term by its spellings, and whole words of these, the longest first.

    « Non répondants » is not « répondants ».
    """
    spelt = {form.lower(): term for term in terms for form in (term.term, *term.forms)}
    listed = sorted(spelt, key=len, reverse=True)
    words = "|".join(map(re.escape, listed))
    return spelt, re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


def _is_acronym(term: Term) -> bool:
    """Whether the term is written in capitals: « de » is not « DE »."""
    return term.term.isupper()
