"""Which of the dashboard's outlines have the regions of a table, and what is known of these regions?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.cli.new_study.categories import absences_of, categories_of
from dashboard.cli.new_study.found import Column
from dashboard.cli.new_study.kinds import absence_of
from dashboard.cli.new_study.known import known
from dashboard.ingest.reference.toml_text import Entry

REGION, WIDER = "region", "current_region"
SHAPES = ("current", "former", "study")
"""The outlines, that of today first: where several fit as well it is meant."""


@dataclass(frozen=True)
class Regions:
    """The variables of regions that a codebook has, and how they are drawn; `shapes` is empty where none can be."""

    variables: Mapping[str, Entry]
    layers: Sequence[Entry]


def regions_of(column: Column, *, told: bool) -> Regions:
    """The variable of the column `region`; and, unless it is `told`, that of today's regions where each lies in one."""
    shapes = _outlines_of(column)
    said = known().regions[shapes] if shapes else {}
    # Which regions are taken together is for the study to say.
    variable = {n: v for n, v in known().variable(REGION).items() if n != "groupings"}
    if not shapes:
        # It is the source of other codes.
        del variable["source"]
    categories = categories_of(column, said)
    whole = shapes not in ("", "current") and all("group" in c for c in categories) and not told
    if not whole:
        categories = [{n: v for n, v in c.items() if n != "group"} for c in categories]
    lists = _lists(categories, absences_of(column))
    variables = {REGION: {**variable, **lists}}
    layers = [_layer(REGION, shapes)] if shapes else []
    if whole:
        wider = known().variable(WIDER)
        reached = {category["group"] for category in categories}
        inside = [c for c in wider["categories"] if c["code"] in reached]
        variables[WIDER] = {**wider, **_lists(inside, absences_of(column))}
        layers.append(_layer(WIDER, "current"))
    return Regions(variables, layers)


def _outlines_of(column: Column) -> str:
    """The outlines that have most of the codes; none where they have not even half of them."""
    codes = [code for code in column.texts if not absence_of(code, column.table)]
    fit = {name: sum(code in known().regions[name] for code in codes) for name in SHAPES}
    best = max(SHAPES, key=lambda name: fit[name])
    return best if not codes or fit[best] * 2 > len(codes) else ""


def _lists(categories: list[Entry], absences: list[Entry]) -> Entry:
    return {"categories": categories, **({"absences": absences} if absences else {})}


def _layer(variable: str, shapes: str) -> Entry:
    # The variable first, as in every other place.
    return {"variable": variable, **known().layers[shapes]} | {
        "variable": variable,
        "shapes": shapes,
    }
