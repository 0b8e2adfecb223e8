"""Which filters, comparisons and measures may the variables of a study serve for?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dashboard.cli.new_study.categories import free, part_of
from dashboard.cli.new_study.known import known
from dashboard.cli.to_fill import to_fill
from dashboard.domain.codebook import slug
from dashboard.ingest.reference.toml_text import Entry

Variables = Mapping[str, Entry]

AT_ONCE = 5
"""How many filters stand in a row; the others are behind a button."""

NO = ("0", "n", "no", "non")
"""Codes, in small letters, whose share is the less telling of two."""

BUILT_IN = ("beneficiaires", "formations", "formations-par-beneficiaire")
"""The names of the measures that every study has."""

MOST_GROUPS, PAIR = 6, 2


def filters(variables: Variables) -> Entry:
    """The usual filters that there are, then the new variables of people; and the usual answers of each wave."""
    order = [*_usual("order", known().filters, variables), *_new(variables)]
    first = [name for name in order if name not in known().filters["more"]][:AT_ONCE]
    by_wave = _usual("by_wave", known().filters, variables)
    return {
        "order": order,
        "more": [name for name in order if name not in first],
        **({"by_wave": by_wave} if by_wave else {}),
    }


def uses(variables: Variables) -> Entry:
    """What is known of everybody, and which groups are compared.

    A new variable is known of all where nobody's answer is missing.
    """
    new = _new(variables)
    of_all = [name for name in new if not variables[name].get("absences")]
    groups = [name for name in new if len(variables[name]["categories"]) <= MOST_GROUPS]
    return {
        "known_of_all": [*_usual("known_of_all", known().uses, variables), *of_all],
        "compared": [*_usual("compared", known().uses, variables), *groups],
    }


def measures(variables: Variables, waves: Sequence[str]) -> Iterator[Entry]:
    """The usual measures that there are, then a share of each new variable that has two categories."""
    taken = {*BUILT_IN, *(measure["name"] for measure in known().measures)}
    for measure in known().measures:
        if _can_measure(measure, variables.get(measure["variable"]), waves):
            yield measure
    for name in _new(variables):
        variable = variables[name]
        if len(variable["categories"]) == PAIR:
            codes = [category["code"] for category in variable["categories"]]
            code = next(code for code in codes if code.lower() not in NO or code == codes[-1])
            yield {
                "name": free(slug(variable["parameter"]), taken),
                "variable": name,
                "codes": [code],
                "label": part_of(code, name),
                "counted": to_fill(f"« {code} » ({name})"),
            }


def _usual(use: str, of: Mapping[str, list[str]], variables: Variables) -> list[str]:
    listed = {"academic_year", "band", "category", "group"}
    return [name for name in of[use] if variables.get(name, {}).get("kind") in listed]


def _new(variables: Variables) -> list[str]:
    """The variables of people that the dashboard's codebook does not know."""
    return [
        name
        for name, variable in variables.items()
        if variable["table"] == "beneficiaries"
        and variable["kind"] == "category"
        and len(variable["categories"]) > 1
        and not known().variable(name)
    ]


def _can_measure(measure: Entry, variable: Entry | None, waves: Sequence[str]) -> bool:
    if variable is None or measure.get("wave", waves[0]) not in waves:
        return False
    codes = {category["code"] for category in variable.get("categories", [])}
    groups = {group["code"] for group in variable.get("groups", [])}
    if not codes.issuperset(measure.get("codes", [])):
        return False
    if "group" in measure:
        return measure["group"] in groups
    return bool(measure.get("codes")) or variable["kind"] == "integer"
