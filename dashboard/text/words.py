"""How do French nouns, lists and elisions agree?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dashboard.domain.counts import ROUNDING_BASE, Rounded, Suppressed, is_told
from dashboard.domain.statistics.rates import Share
from dashboard.text.numbers import count, share_in_words

UNTOLD_NUMBER = "effectif non diffusé"
"""What stands where a number is not told, and no sentence is."""

NONE_TOLD = "aucun nombre n'est diffusé"
"""What a chart says in words where it would have listed numbers."""

UNTOLD = "un nombre non diffusé"
"""How a number that may not be released stands in a sentence."""

OR_TOO_FEW = "ou trop peu pour que ce soit diffusé"
"""What follows on "nobody", where a number that may not be told, or is rounded to 0, stands behind it."""

_NOBODY = re.compile(
    r"\b(?P<of>[Dd]')?(?:[Aa]ucune?(?: des)? (?:bénéficiaire|répondant)|Personne à compter)[^.]*"
)
"""A sentence that says nobody, without its full stop; that no cohort or year is known says nothing of people."""

VOWELS = "aàâäeéèêëiîïoôöuùûüyhæœ"

UNELIDED = (
    "handicap",
    "hangar",
    "hasard",
    "hausse",
    "haut",
    "hiérarchi",
    "hors",
    "huit",
    "onz",
    "oui",
)
"""How words begin that nothing is elided before, although they begin with one of `VOWELS`: `le handicap`."""


def elides(word: str) -> bool:
    """Whether `de`, `le` and `la` lose their vowel before `word`: `l'heure`, but `le handicap`."""
    small = word.lower()
    return small.startswith(tuple(VOWELS)) and not small.startswith(UNELIDED)


def counted(number: int, singular: str, plural: str = "", feminine: bool = False) -> str:
    """`Aucun bénéficiaire` (lower case), `1 bénéficiaire`, `1 044 bénéficiaires`.

    `Moins de 5 bénéficiaires` where nobody and too few are not told apart, `un nombre non diffusé de bénéficiaires`
    where it may not be told.
    """
    several = plural or f"{singular}s"
    if isinstance(number, Suppressed):
        return f"{UNTOLD} {of(several)}"
    if number == 0 and isinstance(number, Rounded):
        return f"moins de {ROUNDING_BASE} {several}"
    if number == 0:
        return f"{'aucune' if feminine else 'aucun'} {singular}"
    return f"{count(number)} {singular if number == 1 else several}"


def number_in_words(number: int) -> str:
    """A count that stands alone in a sentence: `12`, `moins de 5`, `un nombre non diffusé`."""
    if isinstance(number, Suppressed):
        return UNTOLD
    if number == 0 and isinstance(number, Rounded):
        return f"moins de {ROUNDING_BASE}"
    return count(number)


def part_of_base(part: Share, where: str = "") -> str:
    """`25 sur 148 (16,9 %)`, `5 sur 15 (part non diffusée)`, `effectif non diffusé sur 40`: as a label or a hover says.

    `where` stands behind the base: ` au départ`.
    """
    base = f" sur {count(part.base)}{where}" if is_told(part.base) else ""
    if not is_told(part.count):
        return f"{UNTOLD_NUMBER}{base}"
    return f"{count(part.count)}{base} ({share_in_words(part)})"


def or_too_few(nothing: str) -> str:
    """That there is nobody, where too few are not told apart from nobody; any other reason stays as it is."""

    def widened(found: re.Match[str]) -> str:
        either = OR_TOO_FEW.replace("ou ", "ou de ", 1) if found["of"] else OR_TOO_FEW
        return f"{found[0]}, {either}"

    return _NOBODY.sub(widened, nothing, count=1)


def listed(words: Sequence[str], last: str = "et") -> str:
    """`a, b et c`."""
    *before, final = words or ("",)
    return f"{', '.join(before)} {last} {final}" if before else final


def some_of(words: Sequence[str], most: int = 3) -> str:
    """The first of `words`, where all of them would be too long to read: `a, b, c et 4 autres`."""
    left = len(words) - most
    # To say that there is one more is as long as to name it.
    return listed(words) if left <= 1 else listed([*words[:most], f"{left} autres"])


def of(word: str) -> str:
    """`d'anglais`, `d'hommes`, `de femmes`; of a region its own words tell: « des Hauts-de-France » has an article."""
    return f"d'{word}" if elides(word) else f"de {word}"


def capital(text: str) -> str:
    """`text` with its first letter in capital, the rest as it is."""
    return text[:1].upper() + text[1:]


def inside(text: str) -> str:
    """`text` as it stands inside a sentence: its first letter small (`n'ayant`, `à la carte`), acronyms as they are."""
    second = text[1:2]
    return text[:1].lower() + text[1:] if second.islower() or second in ("'", " ") else text
