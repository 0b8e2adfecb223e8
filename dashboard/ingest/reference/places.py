"""How is a place of a reference file named, so that whoever wrote it finds it?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.ingest.checks.report import quoted
from dashboard.ingest.reference.faults import NEW_STUDY, visible

LISTED: Mapping[str, str] = {
    "variables": "variable",
    "categories": "catégorie",
    "absences": "absence",
    "groups": "groupe",
    "groupings": "regroupement",
    "waves": "vague",
    "tables": "table",
    "measures": "mesure",
    "layers": "découpage en régions",
    "glossary": "mot du glossaire",
    "budget": "budget",
    "benchmark": "repère",
    "figure": "figure",
}
"""The lists of the files, and what one of their entries is called."""

_NAMES = ("id", "code", "name", "term", "variable", "academic_year")
"""The fields that an entry of a list without names is recognised by."""

Path = Sequence[str | int]
"""Where a value is: names of fields, and ranks in lists, from 0."""


@dataclass(frozen=True)
class Places:
    """The places of one file.

    `shared` gives the list that a field of a variable takes from [shared]: a mistake there is one of the list, and not
    of each variable that uses it. `listed` are the lists of the file, and what one of their entries is called; `names`
    the fields that such an entry is recognised by; `written_by` says what writes a whole file of this kind.
    """

    shared: Mapping[tuple[str, str], str] = field(default_factory=dict)
    listed: Mapping[str, str] = field(default_factory=lambda: LISTED)
    names: tuple[str, ...] = _NAMES
    written_by: str = NEW_STUDY

    def of(self, path: Path, raw: object) -> str:
        """The place that `path` leads to in `raw`: `variable « gender », catégorie « F », champ « colour »`."""
        parts: list[str] = []
        steps = list(path)
        while len(steps) > 1 and steps[0] in self.listed:
            home, listed, key, rest = [*parts], str(steps[0]), steps[1], steps[2:]
            raw = _within(_within(raw, listed), key)
            parts = [*home, self._entry(listed, key, raw)]
            if listed == "variables" and len(rest) > 1:
                shared = self.shared.get((str(key), str(rest[0])))
                parts = [_shared(shared)] if shared else parts
            steps = rest
        if not parts and steps:
            parts, raw = [f"[{steps[0]}]"], _within(raw, steps[0])
            steps = steps[1:]
        return ", ".join([*parts, *_leaf(steps, raw)])

    def variable(self, name: str) -> str:
        """`variable « gender »`."""
        return f"variable {quoted(visible(name))}"

    def category(self, variable: str, listed: str, code: str) -> str:
        """`variable « gender », catégorie « F »`; `listed` is the field that holds it."""
        shared = self.shared.get((variable, listed))
        home = _shared(shared) if shared else self.variable(variable)
        return f"{home}, {self.listed[listed]} {quoted(visible(code))}"

    def _entry(self, listed: str, key: str | int, entry: object) -> str:
        """What one entry of a list is called: by its name, or by its rank, from 1."""
        if isinstance(key, str):
            return f"{self.listed[listed]} {quoted(visible(key))}"
        named = entry if isinstance(entry, dict) else {}
        name = next((named[f] for f in self.names if isinstance(named.get(f), str)), "")
        return f"{self.listed[listed]} {quoted(visible(name)) if name.strip() else f'n° {key + 1}'}"


def _shared(name: str) -> str:
    return f"liste partagée {quoted(visible(name))}"


def _leaf(steps: Path, raw: object) -> Iterator[str]:
    """The field at the end of a path: `champ « funded.singular »`, `champ « columns », n° 2`.

    What follows a plain value is no place: pydantic names there which of several types it tried.
    """
    fields: list[str] = []
    rank = ""
    for step in steps:
        if isinstance(step, str) and isinstance(raw, dict):
            fields.append(step)
        elif isinstance(step, int) and isinstance(raw, list):
            rank = f"n° {step + 1}"
        raw = _within(raw, step)
    if fields:
        yield f"champ {quoted(visible('.'.join(fields)))}"
    if rank:
        yield rank


def _within(value: object, step: str | int) -> object:
    if isinstance(value, dict):
        return value.get(step)
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return value[step]
    return None
