"""Which kind of personal data stands in a text, as far as its form tells?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from ipaddress import ip_address
from typing import Literal

from dashboard.ingest.personal.nir import is_nir

Personal = Literal["name", "email", "telephone", "nir", "address", "birth_date", "other"]

WORDS: Mapping[Personal, str] = {
    "name": "nom",
    "email": "adresse électronique",
    "telephone": "téléphone",
    "nir": "numéro de sécurité sociale",
    "address": "adresse",
    "birth_date": "date de naissance",
    "other": "autre donnée personnelle",
}
"""What each kind of personal data is called."""

PIECE, OVERLAP = 2048, 256
"""Characters of a text that the forms are asked of at once, and that two pieces share: no form is longer.

What a form costs is bounded by the piece, so that a long cell takes as long as many short ones.
"""

_EMAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]++@[\w-]++(?:\.[\w-]++)++")
"""Each letter is read once: a form that begins anew at each of them would take the square of their number."""
_TELEPHONE = re.compile(
    r"(?<![\w+])(?:(?:(?:\+|00)33[\s.-]?(?:\(0\)[\s.-]?)?|0)[1-9](?:[\s./-]?\d{2}){4}|\+\d(?:[\s.()-]{0,2}\d){8,13})(?!\w)"
)
_NIR_WITHIN = re.compile(
    r"(?<!\w)[1-478](?:[\s.-]?\d){4}[\s.-]?(?:\d[\s.-]?\d|2\s?[ABab])(?:[\s.-]?\d){6}(?:[\s.-]?\d{2})?(?!\w)"
)
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:\s?[A-Z0-9]){11,30}(?!\w)")
_WAYS = (
    "rue|avenue|av|bd|bld|boulevard|all[ée]e|chemin|impasse|imp|place|pl|route|rte|quai|square|r[ée]sidence|lotissement|"
    "passage|faubourg|hameau|sente|sentier|esplanade|rond-point|cit[ée]"
)
_STREET = re.compile(
    rf"(?<!\w)\d{{1,4}}\s?(?:bis|ter|quater|[a-d])?\s?,?\s+(?:{_WAYS})\b\.?\s+\w", re.IGNORECASE
)
_COURS = re.compile(r"(?<!\w)\d{1,4}\s?,?\s+[Cc]ours\s+(?:d[eu]\s+|de la\s+)?[A-ZÀ-Ý]")
"""A word of its own among the ways: « 5 cours du soir » is no address, « 5 cours Vitton » is."""
_TOWN = re.compile(r"(?<!\w)(?:[FL]-)?\d{5}\s+[A-ZÀ-Ý][\wÀ-ÿ'-]{2,}")
_CIVIL = re.compile(
    r"(?<!\w)(?:M\.|MM\.|[Mm]r\.?|MR\.?|[Mm]me\.?|MME\.?|[Mm]lle\.?|MLLE|[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|Dr\.?|Me)"
    r"\s+(?:(?:de|du|des|d'|le|la)\s*)?[A-ZÀ-Ý][\wÀ-ÿ'-]+"
)

_MONTHS = (
    "janv(?:ier)?|f[ée]vr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|ao[uû]t|sept(?:embre)?|oct(?:obre)?|"
    "nov(?:embre)?|d[ée]c(?:embre)?"
)
_DAY = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])(?P<sign>[/. -])(?:0?[1-9]|1[0-2])(?P=sign)(?:19|20)\d\d(?:[ T]\d.*)?"
    r"|(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])/\d\d"
    r"|(?:19|20)\d\d(?P<iso>[/.-])(?:0[1-9]|1[0-2])(?P=iso)(?:0[1-9]|[12]\d|3[01])(?:[ T]\d.*)?"
    rf"|(?:0?[1-9]|1er|[12]\d|3[01])[ -](?:{_MONTHS})\.?[ -](?:(?:19|20)\d\d|\d\d)",
    re.IGNORECASE,
)
_BIRTH_YEAR = re.compile(r"(?<!\d)(?:19\d\d|200[0-5])(?!\d)")
"""A day of one of these years may be one of birth; a later one is of an enrolment or a survey."""
_FIRST = r"[A-ZÀ-Ý][a-zà-ÿ]+(?:[ -][A-ZÀ-Ý][a-zà-ÿ]+)?"
_LAST = r"[A-ZÀ-Ý][A-ZÀ-Ý' -]+"
_FULL_NAME = re.compile(f"{_LAST} {_FIRST}|{_FIRST} {_LAST}")


def kind_of(text: str) -> Personal | None:
    """The kind of personal data that stands in `text`, by itself or among other words; None where no form is known."""
    found = (kind for part in pieces(text) for kind, stands_in in _FORMS if stands_in(part))
    return next(found, None)


def kind_of_whole(text: str) -> Personal | None:
    """The kind of personal data that `text` is or holds: besides `kind_of`, a day of birth or a name in full."""
    kind = kind_of(text)
    if kind is None and is_day(text) and _BIRTH_YEAR.search(text):
        return "birth_date"
    return "name" if kind is None and is_full_name(text) else kind


def pieces(text: str) -> Iterator[str]:
    """`text` in parts of at most `PIECE` characters, the next of which begins `OVERLAP` before the end of the last."""
    for start in range(0, max(1, len(text) - OVERLAP), PIECE - OVERLAP):
        yield text[start : start + PIECE]


def is_day(text: str) -> bool:
    """Whether `text` is a day, in figures or with the name of its month, and nothing else."""
    return len(text) < OVERLAP and _DAY.fullmatch(text.strip()) is not None


def is_full_name(text: str) -> bool:
    """Whether `text` is a first name and a last name, the one in capitals: « DURAND Marie », « Marie LE GOFF »."""
    return len(text) < OVERLAP and _FULL_NAME.fullmatch(text.strip()) is not None


def _nir(text: str) -> bool:
    return any(is_nir(found) for found in _NIR_WITHIN.findall(text))


def _iban(text: str) -> bool:
    return any(_is_iban(found) for found in _IBAN.findall(text))


def _is_iban(text: str) -> bool:
    """Whether the check digits of ISO 13616 fit."""
    tight = re.sub(r"\s", "", text)
    return int("".join(str(int(c, 36)) for c in tight[4:] + tight[:4])) % 97 == 1


def _ip(text: str) -> bool:
    said = text.strip()
    if not re.fullmatch(r"[0-9A-Fa-f.:]{7,45}", said):
        return False
    try:
        ip_address(said)
    except ValueError:
        return False
    return True


def _matches(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda text: pattern.search(text) is not None


_FORMS: tuple[tuple[Personal, Callable[[str], bool]], ...] = (
    ("email", _matches(_EMAIL)),
    ("nir", _nir),
    ("other", _iban),
    ("other", _ip),
    ("telephone", _matches(_TELEPHONE)),
    ("address", _matches(_STREET)),
    ("address", _matches(_COURS)),
    ("address", _matches(_TOWN)),
    ("name", _matches(_CIVIL)),
)
