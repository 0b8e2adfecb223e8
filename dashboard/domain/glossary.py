"""Which words are explained to the reader, and where do they stand in a text?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache

from dashboard.domain.codebook import Codebook, Term, slug

UNEXPLAINED = ("identifier", "date", "wave")
"""Kinds of variables that no reader meets."""


def terms_of(codebook: Codebook) -> tuple[Term, ...]:
    """The words of the codebook's glossary, its waves and its variables, in alphabetical order.

    Of two that are written alike, but for capitals and accents, the first explains both: each has one place on a page.
    A word without a letter that an address can have is not explained.
    """
    named: dict[str, Term] = {}
    for term in (*codebook.glossary, *_waves(codebook), *_variables(codebook)):
        if slug(term.term):
            named.setdefault(term.anchor, term)
    return tuple(sorted(named.values(), key=lambda term: slug(term.term)))


def pieces(text: str, terms: tuple[Term, ...]) -> Iterator[tuple[str, Term | None]]:
    """`text` cut so that the first occurrence of each term stands alone, with the term beside it."""
    return spelt(terms).pieces(text, ())


def terms_in(texts: Iterable[str], terms: Iterable[Term]) -> tuple[Term, ...]:
    """The terms that stand in `texts`, in the order in which a reader meets them."""
    listed = tuple(terms)
    met = (term for text in texts for _, term in pieces(text, listed) if term is not None)
    return tuple({term.term: term for term in met}.values())


def _waves(codebook: Codebook) -> Iterator[Term]:
    for name, wave in codebook.waves.items():
        yield Term(term=name, definition=f"Temps d'observation de l'enquête : {wave.months}.")


def _variables(codebook: Codebook) -> Iterator[Term]:
    for variable in codebook.variables.values():
        if variable.kind not in UNEXPLAINED:
            yield Term(
                term=variable.label,
                definition=variable.definition,
                forms=(variable.plural,) if variable.plural else (),
                source=variable.source,
            )


@lru_cache(maxsize=4)
def spelt(terms: tuple[Term, ...]) -> Spellings:
    """The spellings of `terms`. What is a term, and also another form of a second one, is the term."""
    forms = {form.lower(): term for term in terms for form in term.forms}
    return Spellings(forms | {term.term.lower(): term for term in terms})


class Spellings:
    """Each term by its spellings, looked for in texts as whole words, the longest first.

    « Non répondants » is not « répondants ». A spelling of one letter is not looked for: it stands in every text.
    """

    def __init__(self, terms: Mapping[str, Term]) -> None:
        self._terms = {spelling: term for spelling, term in terms.items() if _is_word(spelling)}
        words = "|".join(map(re.escape, sorted(self._terms, key=len, reverse=True)))
        self._pattern = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)

    def pieces(self, text: str, explained: Collection[str]) -> Iterator[tuple[str, Term | None]]:
        """`text` cut so that the first occurrence of each term stands alone, with the term beside it.

        Terms whose names are among those `explained` before are not cut out again.
        """
        seen = set(explained)
        start = 0
        for match in self._pattern.finditer(text) if self._terms else ():
            spelling = match.group()
            # A few letters are matched by others that are not their small forms, such as the long s.
            term = self._terms.get(spelling.lower())
            if term is None or term.term in seen or not _is_meant(spelling, term):
                continue
            seen.add(term.term)
            if match.start() > start:
                yield text[start : match.start()], None
            yield spelling, term
            start = match.end()
        if start < len(text):
            yield text[start:], None


def _is_word(spelling: str) -> bool:
    return len(spelling.strip()) > 1 and any(letter.isalnum() for letter in spelling)


def _is_meant(spelling: str, term: Term) -> bool:
    """Whether a term written in capitals is so in the text too: « de » is not « DE »."""
    return not term.term.isupper() or spelling in (term.term, *term.forms)
