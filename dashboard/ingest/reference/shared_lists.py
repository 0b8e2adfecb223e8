"""How does a list that several variables share come to stand in each of them?"""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.ingest.checks.report import quoted
from dashboard.ingest.reference.faults import Fault, visible
from dashboard.ingest.reference.places import Places
from dashboard.ingest.reference.toml_file import Entry
from dashboard.text.words import listed

FIELDS = ("categories", "absences")
"""The fields of a variable that may name a list of [shared]."""


def expanded(raw: Entry) -> Entry:
    """`raw` with each variable named, and the shared lists written out where they are used.

    For example `categories = "yes_no"` becomes the list that stands under `[shared.categories]` as `yes_no`.
    """
    whole = {name: value for name, value in raw.items() if name != "shared"}
    variables = raw.get("variables")
    if isinstance(variables, dict):
        whole["variables"] = variables | {
            name: {**variable, "name": name}
            | {field: _lists(raw, field)[used] for field, used in _used(variable)}
            for name, variable in _variables(raw)
        }
    return whole


def shared_names(raw: Entry) -> dict[tuple[str, str], str]:
    """By variable and field, the name of the list that it takes."""
    return {
        (name, field): used for name, variable in _variables(raw) for field, used in _used(variable)
    }


def shared_faults(raw: Entry) -> Iterator[Fault]:
    """Fields that take a list which is not there, and lists that are none."""
    shared = raw.get("shared", {})
    lists = shared if isinstance(shared, dict) else {"": shared}
    if set(lists) - set(FIELDS) or not all(isinstance(each, dict) for each in lists.values()):
        yield Fault("[shared]", "section mal formée", "[shared.categories] et [shared.absences]")
    for name, variable in _variables(raw):
        for field, used in _used(variable):
            if used not in _lists(raw, field):
                names = listed([quoted(visible(key)) for key in _lists(raw, field)], "ou")
                yield Fault(
                    f"{Places().variable(name)}, champ {quoted(field)}",
                    f"la liste partagée {quoted(visible(used))} n'existe pas",
                    names or f"une liste, ou une section [shared.{field}]",
                )


def _variables(raw: Entry) -> Iterator[tuple[str, Entry]]:
    variables = raw.get("variables")
    if isinstance(variables, dict):
        yield from (pair for pair in variables.items() if isinstance(pair[1], dict))


def _used(variable: Entry) -> Iterator[tuple[str, str]]:
    for field in FIELDS:
        used = variable.get(field)
        if isinstance(used, str):
            yield field, used


def _lists(raw: Entry, field: str) -> Entry:
    """The lists of [shared.categories] or [shared.absences]."""
    shared = raw.get("shared")
    lists = shared.get(field) if isinstance(shared, dict) else None
    return lists if isinstance(lists, dict) else {}
