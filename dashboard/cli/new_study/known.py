"""What does the dashboard's own codebook know of variables, in words that hold for any study?"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dashboard.ingest.reference.toml_text import Entry
from dashboard.settings import DEMONSTRATION

OURS = DEMONSTRATION.parent / "codebook.toml"
NEUTRAL = Path(__file__).with_name("neutral.toml")


@dataclass(frozen=True)
class Known:
    """The shipped codebook as `neutral.toml` says it again; each variable with its lists written out.

    `absences` are the lists that variables of the survey share, `before` is the wave before enrolment, `also` gives by
    variable the code that another spelling means, in small letters; `layers` and `regions` are the divisions by the
    name of their outlines, and what is known of their regions by code.
    """

    variables: Mapping[str, Entry]
    absences: Mapping[str, list[Entry]]
    before: Entry
    glossary: tuple[Entry, ...]
    measures: tuple[Entry, ...]
    also: Mapping[str, Mapping[str, str]]
    layers: Mapping[str, Entry]
    regions: Mapping[str, Mapping[str, Entry]]
    filters: Mapping[str, list[str]]
    uses: Mapping[str, list[str]]
    keys: Mapping[str, list[str]]

    def variable(self, name: str) -> Entry:
        """What is known of a variable of that name; nothing of one that nobody knows."""
        return self.variables.get(name, {})

    def codes(self, name: str) -> Mapping[str, Entry]:
        """The categories of a variable, by code."""
        return _by_code(self.variable(name).get("categories", []))


@lru_cache(maxsize=1)
def known() -> Known:
    """What is known, read once."""
    ours, neutral = _read(OURS), _read(NEUTRAL)
    variables = {
        name: _said_again(_written_out(variable, ours), neutral["variables"].get(name, {}))
        for name, variable in ours["variables"].items()
    }
    return Known(
        variables=variables,
        absences=ours["shared"]["absences"],
        before=ours["waves"]["T0"],
        glossary=tuple(_glossary(ours["glossary"], neutral["glossary"])),
        measures=tuple(
            _without_empty(measure | neutral["measures"].get(measure["name"], {}))
            for measure in ours["measures"]
        ),
        also=neutral["also"],
        layers={**{layer["shapes"]: layer for layer in ours["layers"]}, **neutral["layers"]},
        regions=_regions(variables, neutral["former_regions"]),
        filters=ours["filters"],
        uses=ours["uses"],
        keys={name: table["key"] for name, table in ours["tables"].items()},
    )


def _read(path: Path) -> Entry:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _by_code(entries: list[Entry]) -> dict[str, Entry]:
    return {entry["code"]: entry for entry in entries}


def _written_out(variable: Entry, codebook: Entry) -> Entry:
    """`variable` with the lists that it shares with others."""
    lists = {
        field: codebook["shared"][field][variable[field]]
        for field in ("categories", "absences")
        if isinstance(variable.get(field), str)
    }
    return {**variable, **lists}


def _said_again(variable: Entry, neutral: Entry) -> Entry:
    """`variable` in the words of `neutral`."""
    said = _without_empty(variable | {n: value for n, value in neutral.items() if n != "codes"})
    of_code = neutral.get("codes", {})
    for field in ("categories", "absences"):
        if field in said:
            said[field] = [_without_empty(e | of_code.get(e["code"], {})) for e in said[field]]
    return said


def _without_empty(entry: Entry) -> Entry:
    """`entry` without the texts that were taken away."""
    return {name: value for name, value in entry.items() if value != ""}


def _glossary(ours: list[Entry], neutral: Entry) -> Iterator[Entry]:
    """The terms that any study may use; `needs` names the variable that a term goes with."""
    for entry in ours:
        term = {**entry, **neutral.get(entry["term"], {})}
        if term["definition"]:
            yield term


def _regions(variables: Mapping[str, Entry], former: Entry) -> dict[str, dict[str, Entry]]:
    """The regions that have an outline, by the name of the outlines; a study tells itself where it covers them."""
    study = {
        code: {name: value for name, value in region.items() if name != "covered_since"}
        for code, region in _by_code(variables["region"]["categories"]).items()
    }
    more = {code: {"code": code, **region} for code, region in former.items()}
    merged = {region["group"] for region in more.values()}
    return {
        "current": _by_code(variables["current_region"]["categories"]),
        "former": {code: r for code, r in {**study, **more}.items() if code not in merged},
        "study": study,
    }
