"""How is the variable of one column described: in the words that are known of its name, or in words to be filled in?"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dashboard.cli.new_study.categories import absence, absences_of, categories_of
from dashboard.cli.new_study.found import Column, Found
from dashboard.cli.new_study.kinds import kind_of
from dashboard.cli.new_study.known import known
from dashboard.cli.new_study.survey import (
    EMPLOYED,
    NO_ANSWER,
    NO_JOB,
    codes_only_before,
    describes_a_job,
    employed_codes,
)
from dashboard.cli.to_fill import to_fill
from dashboard.domain.codebook.book import BEFORE
from dashboard.ingest.reference.toml_text import Entry

UNKNOWN = "unknown"
SUPPOSED = "compté comme en emploi faute de savoir"
"""What a status says of itself of which nothing tells whether it is that of the employed."""

_OF_CONTENT = (
    "categories",
    "absences",
    "groups",
    "groupings",
    "minimum",
    "maximum",
    "nullable",
    "derived",
    "of",
)
"""The fields that depend on what stands in a column."""


def variable_of(column: Column, found: Found, parameter: str) -> Entry:
    """The entry of the variable of `column`; `parameter` names it in an address where its name is not known."""
    kind = kind_of(column)
    usual = known().variable(column.name)
    words = {n: v for n, v in usual.items() if n not in _OF_CONTENT} or _words(column, parameter)
    entry: Entry = {**words, "kind": kind}
    if kind == "integer":
        entry |= _numbers(column, found)
    elif kind == "category":
        entry |= _lists(column, found)
        if any(c["code"] not in known().codes(column.name) for c in entry["categories"]):
            # It is the source of other categories.
            entry.pop("source", None)
    return entry


def _words(column: Column, parameter: str) -> Entry:
    """What a variable that nobody knows is called for now."""
    kind, name = kind_of(column), column.name
    per_wave = column.table == "survey" and kind in ("category", "integer")
    is_chosen = kind in ("category", "integer")
    return {
        "label": to_fill(name),
        **({"parameter": parameter} if is_chosen else {}),
        "kind": kind,
        "table": column.table,
        **({"per_wave": True} if per_wave else {}),
        **({"about": "cette question"} if per_wave else {}),
        "definition": to_fill(f"ce que dit la colonne « {name} »"),
    }


def _numbers(column: Column, found: Found) -> Entry:
    """Bounds that hold every number found; those that are known, where they are wider."""
    usual = known().variable(column.name)
    bounds = _bounds(column.numbers, usual.get("minimum"), usual.get("maximum"))
    if column.table == "survey":
        return {**bounds, "nullable": True, "absences": "job" if _has_jobs(found) else "survey"}
    if column.empty:
        return {**bounds, "nullable": True, "absences": [absence(UNKNOWN, column.table)]}
    return bounds


def _bounds(numbers: Sequence[int], low: int | None, high: int | None) -> Entry:
    held = [*numbers, *(bound for bound in (low, high) if bound is not None)] or [0]
    return {"minimum": min(held), "maximum": max(held)}


def _lists(column: Column, found: Found) -> Entry:
    """The categories, absences and groups of a list of codes."""
    categories = categories_of(column)
    groups = known().variable(column.name).get("groups", [])
    if column.name == "status":
        categories = _statuses(categories, employed_codes(found), codes_only_before(found))
    used = {category.get("group") for category in categories}
    kept = [dict(group) for group in groups if group["code"] in used]
    lists: Entry = {"categories": categories}
    if column.table == "survey":
        lists["absences"] = _asked(column)
    elif absences := absences_of(column):
        lists["absences"] = absences
    return {**lists, **({"groups": kept} if kept else {})}


def _statuses(
    categories: list[Entry], employed: Collection[str], before: Collection[str]
) -> list[Entry]:
    """The statuses, each in the group that it is of and at the waves that it is kept for.

    One of them has to be that of the employed: where nothing tells which, the first says that it was taken for it.
    """
    entries = [_status(category, employed, before) for category in categories]
    if not any(entry.get("group") == EMPLOYED for entry in entries):
        first = next((entry for entry in entries if "waves" not in entry), entries[0])
        first.pop("waves", None)
        first |= {"label": to_fill(f"{first['code']}, {SUPPOSED}"), "group": EMPLOYED}
    return entries


def _status(category: Entry, employed: Collection[str], before: Collection[str]) -> Entry:
    code = category["code"]
    entry = {name: value for name, value in category.items() if name != "waves"}
    if code in employed:
        entry["group"] = EMPLOYED
    elif entry.get("group") == EMPLOYED:
        del entry["group"]
    return {**entry, "waves": [BEFORE]} if code in before else entry


def _asked(column: Column) -> str | list[Entry]:
    """The absences of a question: a list that others share, or that list and what else the question has."""
    name = "job" if describes_a_job(column) else "survey"
    more = [a for a in absences_of(column) if a["code"] not in (NO_ANSWER, NO_JOB)]
    return [*known().absences[name], *more] if more else name


def _has_jobs(found: Found) -> bool:
    return any(describes_a_job(column) for column in found.columns["survey"])
