"""May each grouping be chosen beside the categories, without what it leaves out being told by a difference?

What is counted of all, less what is counted of a grouping, is what is counted of the others. Where those are one
category, the rules that keep a small group from being told would be got round
(docs/adr/data/0058-which-selections-are-answered.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from dashboard.domain.codebook import Codebook, Grouping, Variable
from dashboard.ingest.checks.report import quoted
from dashboard.ingest.reference.codebook_faults.kinds import CATEGORICAL
from dashboard.ingest.reference.faults import Fault, visible, written
from dashboard.ingest.reference.places import Places
from dashboard.text.words import listed

LEAST = 2
"""Categories that a grouping gathers, and that it leaves out: of fewer, it is one category, or all but one."""


def grouping_faults(book: Codebook, places: Places) -> Iterator[Fault]:
    """Groupings of categories that are not there, that leave one out, or that nothing tells from something else."""
    for variable in book.variables.values():
        if variable.groupings and variable.kind not in CATEGORICAL:
            what = "un nombre, une date ou une année n'a pas de regroupement"
            yield Fault(
                f"{places.variable(variable.name)}, champ « groupings »",
                what,
                "pas de champ « groupings »",
            )
            continue
        for grouping in variable.groupings:
            yield from _gathered_faults(grouping, variable, places)
        for wave in book.waves if variable.per_wave else (None,):
            yield from _differences(variable.groupings_at(wave), variable, places)
            yield from _ambiguous(variable, wave, places)


def _gathered_faults(grouping: Grouping, variable: Variable, places: Places) -> Iterator[Fault]:
    place = f"{_place(grouping, variable, places)}, champ « gathers »"
    known = [category.code for category in variable.categories]
    codes = listed([quoted(visible(code)) for code in known], "ou")
    for code in grouping.gathers:
        if code not in known:
            yield Fault(place, f"{written(code)} n'est pas une catégorie", codes)
    gathered = set(grouping.gathers)
    if len(gathered) < max(LEAST, len(grouping.gathers)):
        yield Fault(place, "un code deux fois, ou un seul code", "deux codes au moins")
    if len(variable.by_code.keys() - gathered) < LEAST:
        what = "il ne reste qu'une catégorie, ou aucune : leur effectif se déduirait du total"
        yield Fault(place, what, f"un regroupement qui en laisse {LEAST} au moins")


def _differences(
    groupings: tuple[Grouping, ...], variable: Variable, places: Places
) -> Iterator[Fault]:
    """Groupings of the same categories, or of all of another's but one."""
    for wider, narrower in permutations(groupings, 2):
        more = set(wider.gathers) - set(narrower.gathers)
        if set(narrower.gathers) <= set(wider.gathers) and len(more) < LEAST:
            place = _place(wider, variable, places)
            other = quoted(visible(narrower.label))
            what = (
                f"il réunit les catégories de {other}, et une de plus : leur différence la dirait"
            )
            if not more:
                what = f"il réunit les mêmes catégories que {other}"
            yield Fault(place, what, f"{LEAST} catégories de différence au moins")


def _ambiguous(variable: Variable, wave: str | None, places: Places) -> Iterator[Fault]:
    """Groupings that an address, or a reader, would take for something else."""
    categories = [c for c in (*variable.categories, *variable.absences) if c.exists_at(wave)]
    values = {name: c.label for c in categories for name in (c.code, c.parameter_value)}
    labels = {category.label for category in categories}
    for grouping in variable.groupings_at(wave):
        place, value = _place(grouping, variable, places), grouping.parameter_value
        if value in values or not value:
            what = f"{written(value)} désigne aussi, dans une adresse, {quoted(visible(values.get(value, '')))}"
            yield Fault(place, what, "un champ « address » qui soit à lui")
        elif grouping.label in labels:
            what = f"{written(grouping.label)} est aussi le libellé d'un autre choix"
            yield Fault(place, what, "un libellé à lui")
        values[value] = grouping.label
        labels.add(grouping.label)


def _place(grouping: Grouping, variable: Variable, places: Places) -> str:
    is_own = grouping.code in {each.code for each in variable.groupings}
    return places.category(variable.name, "groupings" if is_own else "groups", grouping.code)
