"""Which mistakes of a generated French sentence can be found without understanding it?"""

import re

_FAULTS = {
    "two colons in a sentence": re.compile(r" : [^.!?]*? : "),
    "no elision before a vowel": re.compile(
        r"\b[dD]e [«“]? ?(?![huHU]|onz|oui|[AB]\b)[aâeéèêiîoôAÂEÉÈÊIÎOÔ]"
    ),
    "two marks in a row": re.compile(r"[,;:] ?[,;:.]|\.\.(?!\.)|\( | \)|\(\)|« »"),
    "two spaces": re.compile(r"  "),
    "a space before a comma": re.compile(r" [,.](?!\d)"),
    "an end that is no end": re.compile(r"[^.!?»)…]$"),
    "a beginning that is none": re.compile(r"^[a-zéèêàâîôûç]"),
    "a placeholder": re.compile(r"[{}]|\bNone\b"),
    "who stays does not move": re.compile(r"de « ([^»]+) » à « \1 »"),
}


def faults(text: str) -> list[str]:
    """What is wrong with a sentence, or with several; no-break spaces are spaces."""
    plain = text.replace("\u00a0", " ").replace("\u202f", " ")
    return [name for name, pattern in _FAULTS.items() if plain and pattern.search(plain)]
