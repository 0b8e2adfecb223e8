"""Which kind of personal data stands in a text, as far as its form tells?"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from ipaddress import ip_address

from dashboard.ingest.raw.mapping.model import Personal
from dashboard.ingest.raw.personal.nir import is_nir

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

_EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
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


def kind_of(text: str) -> Personal | None:
    """The kind of personal data that stands in `text`, by itself or among other words; None where no form is known."""
    return next((kind for kind, stands_in in _FORMS if stands_in(text)), None)


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
