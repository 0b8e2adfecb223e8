"""Can each variable be named, in code and in an address, without being taken for another?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.domain.address import HEADING, ORDER, OTHER, VERSION
from dashboard.domain.codebook import Codebook, Variable, Word, slug
from dashboard.ingest.checks.report import quoted
from dashboard.ingest.reference.codebook_faults.entries import is_legible
from dashboard.ingest.reference.codebook_faults.kinds import CATEGORICAL
from dashboard.ingest.reference.faults import Fault, visible, written
from dashboard.ingest.reference.places import Places
from dashboard.text.words import listed

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_RESERVED_NAMES = ("person", "weight")
"""Columns that the analysis tables have of their own."""

_RESERVED_PARAMETERS = (ORDER, HEADING, VERSION, OTHER.removesuffix("."))
"""What an address says beside filters."""


def name_faults(book: Codebook, places: Places) -> Iterator[Fault]:
    """Names and parameters of variables that mean nothing, something else, or two things."""
    owners: dict[str, str] = {}
    for variable in book.variables.values():
        place, parameter = places.variable(variable.name), variable.parameter
        if not _NAME.fullmatch(variable.name) or variable.name in _RESERVED_NAMES:
            yield Fault(place, "ce nom ne convient pas", _letters(_RESERVED_NAMES))
        yield from _text_faults(variable, place)
        where = f"{place}, champ « parameter »"
        if parameter and (not _NAME.fullmatch(parameter) or parameter in _RESERVED_PARAMETERS):
            yield Fault(where, written(parameter), _letters(_RESERVED_PARAMETERS))
        if not parameter and _selects_people(variable):
            yield Fault(place, "le champ « parameter » manque", "son nom dans une adresse")
        owner = owners.setdefault(parameter, variable.name)
        if parameter and owner != variable.name:
            what = f"{written(parameter)} est déjà le paramètre de {quoted(visible(owner))}"
            yield Fault(where, what, "un autre nom")


def _selects_people(variable: Variable) -> bool:
    """Whether a click may keep the people of one of its categories: an address then names it."""
    of_people = variable.table in ("beneficiaries", "survey")
    return of_people and (variable.kind in CATEGORICAL or variable.name == "cohort")


def _text_faults(variable: Variable, place: str) -> Iterator[Fault]:
    if not slug(variable.label):
        expected = "un libellé avec des lettres de a à z ou des chiffres"
        yield Fault(f"{place}, champ « label »", written(variable.label), expected)
    for field in ("definition", "all"):
        if not is_legible(getattr(variable, field)):
            yield Fault(f"{place}, champ « {field} »", "un texte vide", "un texte")
    for field in ("noun", "short"):
        word: Word | None = getattr(variable, field)
        if word is not None and not (is_legible(word.singular) and is_legible(word.plural)):
            yield Fault(f"{place}, champ « {field} »", "un texte vide", "un nom")


def _letters(reserved: tuple[str, ...]) -> str:
    others = listed([quoted(name) for name in reserved], "ou")
    return f"une lettre minuscule de a à z, puis des lettres, des chiffres ou « _ », et autre chose que {others}"
