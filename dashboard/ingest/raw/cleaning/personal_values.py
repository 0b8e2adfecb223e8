"""Does a text that would be kept as it is hold personal data?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from dashboard.ingest.personal.values import is_day, is_full_name, kind_of
from dashboard.ingest.raw.rule import Rule
from dashboard.text.folded import folded

IN_TEXT = Rule(
    "donnée personnelle dans un texte",
    "blanked",
    "Un texte libre gardé qui contient une adresse électronique, un téléphone, une adresse, un numéro de sécurité "
    "sociale, l'identifiant ou un mot des données personnelles de la personne, ou le nom d'une personne quelconque de "
    "ces fichiers, n'est pas écrit.",
)
IN_UNIT = Rule(
    "donnée personnelle dans un code",
    "refused",
    "Un code qui a la forme d'une donnée personnelle (adresse électronique, téléphone, numéro de sécurité sociale, "
    "adresse, date, nom et prénom), ou qui est un nom de n'importe quelle ligne de n'importe quel fichier, aux "
    "espaces, à la casse et aux accents près : la ligne est refusée.",
)
LIKE_A_NAME = Rule(
    "code qui peut être un nom",
    "refused",
    "Un code sans aucun chiffre, d'au moins quatre lettres, que moins de trois personnes ont : rien ne le distingue "
    "d'un nom, la ligne est refusée.",
)
RULES = (IN_TEXT, IN_UNIT, LIKE_A_NAME)

SHORTEST, LONG = 3, 5
"""Letters that a word of a name has at least; and from which on it is looked for within longer words too."""

_WORD = re.compile(r"[^\W_]+")

COMMON = frozenset(
    _WORD.findall(
        "aux avec bis chez dans des est les ces ses son sur sous pas par pour que qui une rue place avenue allee "
        "chemin boulevard impasse cours quai route square saint sainte ter mme mlle monsieur madame"
    )
)
"""Words of addresses and titles that name nobody, and that most texts have."""


_DAY, _MONTH, _YEAR = "(?:0[1-9]|[12][0-9]|3[01])", "(?:0[1-9]|1[0-2])", "(?:19[0-9]{2}|200[0-9])"
_RUN_TOGETHER = re.compile(
    r"[0-9]{1,4}(?:bis|ter|quater)?(?:rue|avenue|boulevard|allee|chemin|impasse|place|route|quai|square)[a-z]\w*"
    r"|(?:0[1-9]|[1-8][0-9]|9[0-8])[0-9]{3}[a-z]{4,}"
    rf"|{_DAY}{_MONTH}{_YEAR}|{_YEAR}{_MONTH}{_DAY}"
)
"""An address, a town behind its postal code or a day of birth, typed without spaces and signs."""


def looks_personal(text: str) -> bool:
    """Whether personal data stands in `text`, as far as its form tells: an address, a telephone, a number, a name."""
    return kind_of(text) is not None


@lru_cache(maxsize=4096)
def is_no_code(text: str) -> bool:
    """Whether `text` has the form of personal data, or is a day or a name in full, none of which is ever a code."""
    whole = is_day(text) or is_full_name(text) or _RUN_TOGETHER.fullmatch(tight(text)) is not None
    return whole or looks_personal(text)


def tight(text: str) -> str:
    """The letters and figures of `text`, without case, accents, spaces and signs."""
    return "".join(_WORD.findall(folded(text)))


def words_of(personal: Iterable[str]) -> frozenset[str]:
    """The words, folded, by which a person is named in `personal` texts; of an e-mail address, what is before the @.

    Each text counts as a whole too, without its spaces: a telephone is one however it is grouped.
    """
    words = set()
    for text in map(folded, personal):
        parts = _WORD.findall(text.partition("@")[0])
        words |= {*parts, "".join(parts)}
    return frozenset(word for word in words - COMMON if len(word) >= SHORTEST)


def names_any(text: str, words: frozenset[str]) -> bool:
    """Whether `text` has one of `words`, a long one within a longer word too."""
    parts = _WORD.findall(folded(text))
    tight = "".join(parts)
    return not words.isdisjoint(parts) or any(len(word) >= LONG and word in tight for word in words)
