"""Has each phrase only the places that something is put into?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from dashboard.domain.codebook import Codebook, Variable
from dashboard.ingest.checks.report import quoted
from dashboard.ingest.reference.codebook_faults.entries import each_entry
from dashboard.ingest.reference.faults import Fault, visible
from dashboard.ingest.reference.places import Places
from dashboard.text.words import listed

_PLACE = re.compile(r"\{([^{}]*)\}")
_OF_LABELS = ("label", "named", "quoted")
"""What stands for the labels of categories that have no phrase, in the phrase of their variable."""


def phrase_faults(book: Codebook, places: Places) -> Iterator[Fault]:
    """Phrases with a brace too many, or with a place that nothing is put into."""
    for variable in book.variables.values():
        place = f"{places.variable(variable.name)}, champ « phrase »"
        known = _known(variable)
        if variable.kind == "academic_year":
            yield from _faults(place, variable.phrase, ("",))
        else:
            yield from _faults(place, variable.phrase, (*known, "noun", *_OF_LABELS))
            if variable.phrase and not any(f"{{{name}}}" in variable.phrase for name in _OF_LABELS):
                yield Fault(place, "aucune catégorie n'y est nommée", _in_braces(_OF_LABELS))
    for entry in each_entry(book, places):
        known = _known(entry.variable)
        for field in ("phrase", "feminine", "alone", "predicate"):
            allowed = {"predicate": ("possessive",), "alone": ()}.get(field, known)
            text = getattr(entry.category, field)
            yield from _faults(f"{entry.place}, champ « {field} »", text, allowed)
            if "{about}" in text and _needs_about(entry.variable):
                what = "« {about} » est dans une phrase, et la variable n'a pas de champ « about »"
                yield Fault(
                    places.variable(entry.variable.name),
                    what,
                    'par exemple about = "leur contrat"',
                )


def _known(variable: Variable) -> tuple[str, ...]:
    """What any phrase of the variable may have."""
    return ("about", "wave") if variable.table == "survey" else ("about",)


def _needs_about(variable: Variable) -> bool:
    """No phrase of a number is ever written: it is no filter."""
    return not variable.about.strip() and variable.kind != "integer"


def _faults(place: str, text: str, allowed: Collection[str]) -> Iterator[Fault]:
    if "{" not in text and "}" not in text:
        return
    wanted = f"{_in_braces(allowed)}, ou pas d'accolades" if allowed else "pas d'accolades"
    for name in _PLACE.findall(text):
        if name not in allowed:
            yield Fault(place, f"rien ne remplace {quoted(visible(f'{{{name}}}'))}", wanted)
    if re.search("[{}]", _PLACE.sub("", text)):
        yield Fault(place, "une accolade seule ou double", wanted)


def _in_braces(names: Collection[str]) -> str:
    return listed([quoted(f"{{{name}}}") for name in names], "ou")
