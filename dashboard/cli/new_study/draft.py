"""Which codebook follows from the columns of the tables, and how is it written for a person to fill in?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Template

from dashboard.cli.new_study.categories import free
from dashboard.cli.new_study.computed import computed
from dashboard.cli.new_study.found import Column, Found
from dashboard.cli.new_study.known import known
from dashboard.cli.new_study.proposals import filters, measures, uses
from dashboard.cli.new_study.regions import REGION, WIDER, Regions, regions_of
from dashboard.cli.new_study.survey import waves_of
from dashboard.cli.new_study.variables import variable_of
from dashboard.cli.to_fill import to_fill
from dashboard.domain.address import HEADING, ORDER, OTHER
from dashboard.domain.codebook.book import BEFORE
from dashboard.ingest.reference import toml_text
from dashboard.ingest.reference.toml_text import Entry

SKELETON = Path(__file__).with_name("skeleton.toml")
"""What a codebook explains of itself, with the places of what follows from the tables."""

LABELS = {
    "beneficiaries": "bénéficiaires",
    "units": "financements",
    "survey": "enquête",
    "benefits": "apports",
}


def drafted(found: Found) -> str:
    """The codebook of the tables that were found, as TOML."""
    regions = _regions(found)
    variables = _variables(found, regions)
    waves = waves_of(found)
    return Template(SKELETON.read_text(encoding="utf-8")).substitute(
        filters=toml_text.fields(filters(variables)),
        uses=toml_text.fields(uses(variables)),
        measures=toml_text.tables(("[[measures]]", m) for m in measures(variables, waves)),
        layers=toml_text.tables(("[[layers]]", layer) for layer in regions.layers),
        waves=toml_text.tables((f"[waves.{wave}]", _wave(wave)) for wave in waves),
        glossary=toml_text.tables(("[[glossary]]", term) for term in _glossary(variables)),
        absences="\n".join(toml_text.listed(n, listed) for n, listed in known().absences.items()),
        variables="\n".join(_written(variables)),
        tables=toml_text.tables(
            (f"[tables.{name}]", _table(name, columns)) for name, columns in found.columns.items()
        ),
    )


def _regions(found: Found) -> Regions:
    """Those of the column `region`, where there is one."""
    by_name = {column.name: column for column in found.columns["beneficiaries"]}
    if REGION not in by_name:
        return Regions({}, [])
    return regions_of(by_name[REGION], told=WIDER in by_name)


def _variables(found: Found, regions: Regions) -> dict[str, Entry]:
    """The variables of every column, then those that follow from them, table by table."""
    variables: dict[str, Entry] = {}
    taken = {
        HEADING,
        ORDER,
        OTHER.removesuffix("."),
        *(v.get("parameter", "") for v in known().variables.values()),
    }
    for column in (c for columns in found.columns.values() for c in columns):
        parameter = free(column.name, taken, "_")
        taken.add(parameter)
        if column.name not in variables:
            variables[column.name] = variable_of(column, found, parameter)
    variables |= regions.variables
    variables |= computed(variables)
    return {
        name: variables[name]
        for table in found.columns
        for name in variables
        if variables[name]["table"] == table
    }


def _wave(name: str) -> Entry:
    """What a wave is called; only what comes before enrolment is the same in every study."""
    if name == BEFORE:
        return known().before
    months = to_fill(f"combien de mois après l'inscription, à {name}")
    return {"label": to_fill(name), "months": months}


def _glossary(variables: Mapping[str, Entry]) -> Iterator[Entry]:
    """The terms that this study may use: those that go with a category or a group only where a variable has it."""
    for term in known().glossary:
        variable = variables.get(term.get("needs", "beneficiary_id"), {})
        listed = [*variable.get("categories", []), *variable.get("groups", [])]
        if "needs" not in term or term["holds"] in [entry["code"] for entry in listed]:
            yield {n: value for n, value in term.items() if n not in ("needs", "holds")}


def _written(variables: Mapping[str, Entry]) -> Iterator[str]:
    """The variables, those of a table under its name."""
    table = ""
    for name, variable in variables.items():
        if variable["table"] != table:
            table = variable["table"]
            yield f"\n# {LABELS[table]} : la table {table}"
        yield f"[variables.{toml_text.key(name)}]\n{toml_text.fields(variable)}\n"


def _table(name: str, columns: tuple[Column, ...]) -> Entry:
    return {
        "label": LABELS[name],
        "columns": [column.name for column in columns],
        "key": known().keys[name],
    }
