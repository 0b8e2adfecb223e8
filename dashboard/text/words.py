"""How do French nouns, lists and elisions agree?"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.text.numbers import count

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
    """`Aucun bénéficiaire` (lower case), `1 bénéficiaire`, `1 044 bénéficiaires`."""
    if number == 0:
        return f"{'aucune' if feminine else 'aucun'} {singular}"
    return f"{count(number)} {singular if number == 1 else plural or singular + 's'}"


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
