"""Which categories and absences has a variable: what is known of its column's codes, and what is to be filled in?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from dashboard.cli.new_study.found import Column
from dashboard.cli.new_study.kinds import absence_of
from dashboard.cli.new_study.known import known
from dashboard.cli.to_fill import to_fill
from dashboard.domain.codebook import slug
from dashboard.ingest.reference.toml_text import Entry
from dashboard.text.words import of

OTHERS = ("other", "autre", "autres")
"""Codes of what is not named by itself: they come last."""

_ABSENCES: Mapping[str, str] = {
    "unknown": "Inconnu",
    "not_applicable": "Sans objet",
    "no_information": "Sans information",
    "not_employed": "Sans emploi",
}


def categories_of(column: Column, said: Mapping[str, Entry] | None = None) -> list[Entry]:
    """The codes of a column that are answers: those that are `said` or known as they are, in their order, then others.

    A column that nobody has filled yet takes all that are known.
    """
    found = _codes(column, absent=False)
    told = dict(_known(column.name, found)) if said is None else said
    more = [code for code in found if code not in told]
    usual = [_beside(more, entry) for code, entry in told.items() if code in found]
    both = [*usual, *_new(more, usual, column.name)] or list(told.values())
    return sorted(both, key=lambda entry: entry["code"] in OTHERS)


def _beside(codes: Collection[str], entry: Entry) -> Entry:
    """A category that is known, without its address where that is another one's code."""
    return {n: value for n, value in entry.items() if n != "address" or value not in codes}


def _known(name: str, found: Collection[str]) -> Iterator[tuple[str, Entry]]:
    """What is known of the codes of a variable, under the spelling that is found where one alone means it."""
    for code, entry in known().codes(name).items():
        spelt = [other for other in found if _meant(name, other) == code]
        alone = spelt[0] if len(spelt) == 1 and code not in found else code
        yield alone, {**entry, "code": alone}


def _meant(name: str, code: str) -> str:
    """The code of a variable that another one is known to mean; none where it is not known."""
    return known().also.get(name, {}).get(code.lower(), "")


def absences_of(column: Column) -> list[Entry]:
    """The codes of a column that are no answer."""
    usual = {entry["code"]: entry for entry in known().variable(column.name).get("absences", [])}
    absences: list[Entry] = []
    for code in _codes(column, absent=True):
        told = usual.get(code) or absence(code, column.table)
        if told["label"] in [other["label"] for other in absences]:
            told = {**told, "label": f"{told['label']} ({code})"}
        absences.append(told)
    return absences


def absence(code: str, table: str) -> Entry:
    """An absence that nobody has described yet."""
    kind = absence_of(code, table)
    return {"code": code, "label": _ABSENCES[kind], "absence": kind}


def _codes(column: Column, *, absent: bool) -> list[str]:
    return [c for c in column.in_order if bool(absence_of(c, column.table)) == absent]


def _new(codes: Sequence[str], usual: Iterable[Entry], name: str) -> Iterator[Entry]:
    """A category for each code that nobody knows, with an address that stays when its label is filled in.

    Of several spellings of one code each is a category of its group.

    An address may also name a category by its code: nobody's address is another one's code.
    """
    taken = {entry.get("address") or slug(entry["label"]) for entry in usual}
    taken |= {entry["code"] for entry in usual}
    for code in codes:
        address = free(slug(code) or "code", taken | {*codes} - {code})
        taken.add(address)
        other: Entry = {"role": "other"} if code in OTHERS else {}
        group = known().codes(name).get(_meant(name, code), {}).get("group")
        wider: Entry = {"group": group} if group else {}
        yield {"code": code, "label": to_fill(code), "address": address, **other, **wider}


def free(name: str, taken: Iterable[str], joint: str = "-") -> str:
    """`name`, or the first of `name-2`, `name-3`… that is not `taken`."""
    others = set(taken)
    number = 1
    while (tried := name if number == 1 else f"{name}{joint}{number}") in others:
        number += 1
    return tried


def part_of(code: str, name: str) -> str:
    """What a share is to be called that nobody has named: `part de « yes » (handicap)`."""
    return to_fill(f"part {of(f'« {code} »')} ({name})")
