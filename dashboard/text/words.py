"""How do French nouns, lists and elisions agree?"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.text.numbers import count

VOWELS = "aàâeéèêëiîïoôuùûüyh"


def counted(number: int, singular: str, plural: str = "", feminine: bool = False) -> str:
    """`Aucun bénéficiaire` (lower case), `1 bénéficiaire`, `1 044 bénéficiaires`."""
    if number == 0:
        return f"{'aucune' if feminine else 'aucun'} {singular}"
    return f"{count(number)} {singular if number == 1 else plural or singular + 's'}"


def listed(words: Sequence[str], last: str = "et") -> str:
    """`a, b et c`."""
    *before, final = words or ("",)
    return f"{', '.join(before)} {last} {final}" if before else final


def of(word: str) -> str:
    """`d'anglais`, `d'hommes`, `de femmes`; of a region its own words tell: the h of Hauts-de-France is another one."""
    return f"d'{word}" if word[:1].lower() in VOWELS else f"de {word}"


def capital(text: str) -> str:
    """`text` with its first letter in capital, the rest as it is."""
    return text[:1].upper() + text[1:]


def inside(text: str) -> str:
    """`text` as it stands inside a sentence: its first letter small (`n'ayant`, `à la carte`), acronyms as they are."""
    second = text[1:2]
    return text[:1].lower() + text[1:] if second.islower() or second in ("'", " ") else text
