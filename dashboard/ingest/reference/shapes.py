"""Has a reference file the fields that it may have, each of its type, and how is it said in French where it has not?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from dashboard.domain.codebook.entry import Entry
from dashboard.domain.errors import DashboardError
from dashboard.ingest.checks.report import quoted
from dashboard.ingest.reference.faults import Fault, told, visible, written
from dashboard.ingest.reference.places import Places
from dashboard.text.words import listed

Model = TypeVar("Model", bound=BaseModel)

ALIKE = 0.75
"""From which likeness on, as difflib counts it, an unknown field is taken for a misspelt one."""

_EXPECTED = (
    ("string", "un texte entre guillemets"),
    ("int|finite_number", "un nombre entier"),
    ("float", "un nombre"),
    ("bool", "true ou false"),
    ("tuple|list|frozen_set", "une liste entre crochets, [ ]"),
    ("too_long", "une liste plus courte"),
    ("model|dict|mapping", "des champs entre accolades, { }, ou dans une section"),
)
"""The beginnings of pydantic's names for what is wrong, and what was expected."""


def validated(
    model: type[Model],
    raw: Mapping[str, Any],
    places: Places,
    file: str,
    error: type[DashboardError],
) -> Model:
    """`raw`, the content of `file`, as `model`; raises `error`, in French, naming each place that it cannot be."""
    try:
        return model.model_validate(raw)
    except ValidationError as refused:
        # Of a value that may be of several types, the first says enough.
        faults: dict[tuple[str, bool], Fault] = {}
        for fault in _faults(refused, model, raw, places):
            faults.setdefault((fault.place, not fault.expected), fault)
        lines = [fault.line(file) for fault in faults.values()]
        raise error(told(lines)) from refused


def _faults(
    refused: ValidationError, model: type[BaseModel], raw: Mapping[str, Any], places: Places
) -> Iterator[Fault]:
    for fault in refused.errors():
        *home, last = fault["loc"] or ("",)
        if fault["type"] == "missing" and isinstance(last, int):
            yield Fault(places.of(home, raw), "une liste trop courte", f"{last + 1} éléments")
        elif fault["type"] == "missing":
            yield _missing(home, str(last), places, raw)
        elif fault["type"] == "extra_forbidden":
            entry = _model_at(model, home, places)
            known = [name for name in entry.model_fields if name not in _filled_in(entry)]
            yield _unknown(places.of(home, raw), str(last), known, is_section=not home)
        else:
            yield Fault(places.of(fault["loc"], raw), *_refused(fault))


def _filled_in(model: type[BaseModel]) -> frozenset[str]:
    return model.filled_in if issubclass(model, Entry) else frozenset()


def _missing(home: Sequence[str | int], name: str, places: Places, raw: object) -> Fault:
    if not home:
        return Fault("", f"la section [{name}] manque", places.written_by)
    return Fault(places.of(home, raw), f"le champ {quoted(name)} manque")


def _unknown(place: str, name: str, known: list[str], *, is_section: bool) -> Fault:
    what = "section inconnue" if is_section else "champ inconnu"
    close = get_close_matches(name, known, 1, ALIKE)
    expected = quoted(close[0]) if close else f"un de {listed(known, 'ou')}"
    return Fault(place, f"{what} {quoted(visible(name))}", expected)


def _refused(fault: ErrorDetails) -> tuple[str, str]:
    """What is written, and what was expected."""
    kind, context = fault["type"], fault.get("ctx", {})
    value = written(fault["input"])
    if kind == "literal_error":
        choices = re.findall("'([^']*)'", context["expected"])
        return value, listed([quoted(choice) for choice in choices], "ou")
    if kind == "value_error":
        return str(context["error"]), ""
    if kind == "greater_than":
        return value, f"plus de {context['gt']}"
    if kind == "string_too_short":
        return value, "un texte"
    if kind == "string_pattern_mismatch":
        return value, "une année universitaire telle que 2014-2015"
    expected = (words for names, words in _EXPECTED if re.match(names, kind))
    return value, next(expected, "une autre valeur")


def _model_at(model: type[BaseModel], path: Sequence[str | int], places: Places) -> type[BaseModel]:
    """The model of the entry at `path`, whose fields may stand there."""
    is_key = False
    for step in path:
        if is_key or not isinstance(step, str):
            is_key = False
            continue
        model = _model_within(model.model_fields[step].annotation) or model
        is_key = step in places.listed
    return model


def _model_within(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return annotation if issubclass(annotation, BaseModel) else None
    return next((m for part in get_args(annotation) if (m := _model_within(part))), None)
