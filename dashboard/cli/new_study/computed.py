"""Which variables does the dashboard compute from those that a study has?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dashboard.cli.new_study.known import known
from dashboard.ingest.reference.toml_text import Entry

ALWAYS = ("response", "enrolment_rank", "continuation", "units_first_year", "units_all_years")
"""They follow from what every study has."""

BANDS = ("age_band", "salary_band")


def computed(variables: Mapping[str, Entry]) -> Iterator[tuple[str, Entry]]:
    """The computed variables whose sources are among `variables`, by name; none of a name that a column has."""
    for name in ALWAYS:
        yield name, dict(known().variable(name))
    for name in BANDS:
        band = known().variable(name)
        numbers = variables.get(band["of"], {})
        if name not in variables and numbers.get("kind") == "integer":
            # An absence of the number is one of its bands.
            yield name, {**band, **_taken(numbers, "absences")}
    if "pathway" in variables:
        yield "main_pathway", _pathway(variables["pathway"])
    if _ranks(variables, "target_level") and _leads_somewhere(variables.get("pathway")):
        levels = {"categories": variables["target_level"]["categories"]}
        yield "main_target_level", {**known().variable("main_target_level"), **levels}
        if _ranks(variables, "entry_diploma"):
            yield "level_step", dict(known().variable("level_step"))


def _taken(entry: Entry, *fields: str) -> Entry:
    return {field: entry[field] for field in fields if field in entry}


def _pathway(pathway: Entry) -> Entry:
    """The pathway of a person: the first of those of their units; each in the words that are known of a person."""
    main = known().variable("main_pathway")
    said = known().codes("main_pathway")
    categories = [said.get(category["code"], category) for category in pathway["categories"]]
    return {**main, "categories": categories}


def _ranks(variables: Mapping[str, Entry], name: str) -> bool:
    """Whether a variable is there whose categories are levels, each with its rank."""
    categories = variables.get(name, {}).get("categories", [])
    return bool(categories) and all("rank" in category for category in categories)


def _leads_somewhere(pathway: Entry | None) -> bool:
    """Whether a level can be aimed at: in a pathway that leads to a degree, or where no pathway is told."""
    return pathway is None or any(c.get("role") == "degree" for c in pathway["categories"])
