"""Does a text stand where an identifier should, and say that there is none?"""

from __future__ import annotations

import re

from dashboard.domain.codebook import Codebook
from dashboard.text.folded import folded

_WORDS = frozenset(
    re.findall(
        r"\w+",
        "na nan nc nd ne ns nr nsp so null nil none void unknown missing vide rien neant aucun aucune sans "
        "absent absente inconnu inconnue manquant manquante indetermine indeterminee anonyme test essai exemple "
        "todo tbd autre divers",
    )
)
_PHRASES = frozenset(
    re.split(
        ", ",
        "non renseigne, non renseignee, non connu, non connue, non communique, non communiquee, non disponible, "
        "non applicable, non attribue, non fourni, non precise, non defini, non concerne, pas de numero, "
        "pas d'identifiant, pas renseigne, sans numero, sans identifiant, sans objet, sans information, ne sait pas, "
        "not available, not applicable, a completer, a renseigner, a definir, a venir, en attente, en cours",
    )
)
"""What is written for want of an identifier, folded and without marks around."""

_SIGNS = re.compile(r"[\W_]*")
"""Nothing but marks: « - », « ? », « // »."""

_COUNTS = re.compile("[1-9]")
"""What no word for an absence has, and nearly every identifier."""

_ZEROS = re.compile(r"0+(?:[.,]0+)?")
_CROSSES = re.compile(r"x{2,}")
_SHEET_ERRORS = re.compile(r"#.+[!?]|#n/?a|#nom\??|#name\??")
"""What a spreadsheet shows where a formula has no value: « #REF! », « #N/A »."""


def absent_texts(book: Codebook) -> frozenset[str]:
    """The texts, folded, that the codebook knows as an absence of any variable."""
    absences = [
        category
        for variable in book.variables.values()
        for category in variable.absences
        if not category.derived
    ]
    texts = (t for absence in absences for t in (absence.code, absence.label, *absence.synonyms))
    return frozenset(map(folded, texts))


def is_placeholder(text: str, absent: frozenset[str] = frozenset()) -> bool:
    """Whether `text` says that there is no identifier: in words, in marks, in zeros; `absent` adds texts, folded."""
    said = folded(text).replace("(e)", "")
    if _COUNTS.search(said):
        return said in absent
    bare = re.sub(r"[\s_.]+", " ", said.strip(" .,;:!?()[]{}<>\"'*-_/\\")).strip()
    tight = re.sub(r"[\W_]", "", bare)
    return (
        bool({said, bare, tight} & (_WORDS | _PHRASES | absent))
        or any(form.fullmatch(said) for form in (_SIGNS, _ZEROS, _SHEET_ERRORS))
        or _CROSSES.fullmatch(tight) is not None
    )
