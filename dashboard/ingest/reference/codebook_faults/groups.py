"""Does each category belong to a group that exists, and does each group gather some?"""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.domain.codebook import Codebook, Variable
from dashboard.ingest.checks.report import quoted
from dashboard.ingest.reference.codebook_faults.kinds import CATEGORICAL
from dashboard.ingest.reference.faults import Fault, visible, written
from dashboard.ingest.reference.places import Places
from dashboard.text.words import listed


def group_faults(book: Codebook, places: Places) -> Iterator[Fault]:
    """Groups that do not exist or gather nothing, variables made of others that are not there, and cycles of them."""
    yield from _cycles(book, places)
    made = [v for v in book.variables.values() if v.kind in ("band", "group")]
    for variable in made:
        yield from _source_faults(variable, book, places)
    for variable in book.variables.values():
        homes = [v for v in made if v.kind == "group" and v.of == variable.name != v.name]
        if homes or variable.groups:
            yield from _unknown_groups(variable, homes, places)
            yield from _empty_groups(variable, places)
        elif any(category.group for category in variable.categories):
            what = "ses catégories ont un champ « group », et il n'y a pas de groupe"
            expected = 'une liste « groups », ou une variable de kind = "group" qui en est faite'
            yield Fault(places.variable(variable.name), what, expected)
        yield from _apart_of_nothing(variable, places)


def _source_faults(variable: Variable, book: Codebook, places: Places) -> Iterator[Fault]:
    """What the variable is made of: of the right kind, of the same people, with no absence that it lacks."""
    place = f"{places.variable(variable.name)}, champ « of »"
    source = book.variables.get(variable.of)
    kinds = ("integer",) if variable.kind == "band" else CATEGORICAL
    names = [
        quoted(visible(v.name))
        for v in book.variables.values()
        if v.kind in kinds and v.table == variable.table and v.name != variable.name
    ]
    if source is None or source.kind not in kinds:
        what = f"{written(variable.of)} n'est pas {'un nombre' if variable.kind == 'band' else 'à catégories'}"
        yield Fault(place, what, listed(names, "ou"))
        return
    for field in ("table", "per_wave"):
        given, wanted = getattr(variable, field), getattr(source, field)
        if given != wanted:
            where = f"{places.variable(variable.name)}, champ « {field} »"
            yield Fault(where, written(given), f"{written(wanted)}, comme {quoted(source.name)}")
    known = {(absence.code, absence.absence) for absence in variable.absences}
    for absence in source.absences:
        if (absence.code, absence.absence) not in known:
            what = f"l'absence {quoted(visible(absence.code))} de {quoted(source.name)} manque"
            yield Fault(
                places.variable(variable.name),
                what,
                f"les mêmes absences que {quoted(source.name)}",
            )


def _unknown_groups(variable: Variable, homes: list[Variable], places: Places) -> Iterator[Fault]:
    """Categories of a group that is not there; categories of none, where a variable is made of their groups."""
    groups = [group.code for group in variable.groups]
    for category in variable.categories:
        place = f"{places.variable(variable.name)}, catégorie {quoted(visible(category.code))}"
        place, given = f"{place}, champ « group »", category.group
        if groups and given and given not in groups:
            codes = listed([quoted(visible(code)) for code in groups], "ou")
            yield Fault(place, written(given), codes)
        for home in homes:
            if given not in [wider.code for wider in home.categories]:
                what = written(given) if given else "sans groupe"
                yield Fault(place, what, f"une catégorie de la variable {quoted(home.name)}")


def _empty_groups(variable: Variable, places: Places) -> Iterator[Fault]:
    for group in variable.groups:
        if not variable.codes_of_group(group.code):
            place = places.category(variable.name, "groups", group.code)
            yield Fault(
                place,
                "aucune catégorie n'en est",
                f'group = "{visible(group.code)}" à une catégorie',
            )


def _apart_of_nothing(variable: Variable, places: Places) -> Iterator[Fault]:
    """Categories that a reader may take out of their group, and that are of none."""
    for category in variable.categories:
        if category.apart is not None and not category.group:
            place = places.category(variable.name, "categories", category.code)
            what = "il n'y a pas de groupe dont le lecteur puisse la sortir"
            yield Fault(
                f"{place}, champ « apart »", what, "un champ « group », ou pas de « apart »"
            )


def _cycles(book: Codebook, places: Places) -> Iterator[Fault]:
    """Variables that are made of themselves, through others."""
    for name in book.variables:
        path, current = [name], book.variables[name].of
        while current in book.variables and current not in path:
            path.append(current)
            current = book.variables[current].of
        if current == name:
            what = f"elle est faite d'elle-même : {' → '.join(visible(n) for n in (*path, name))}"
            yield Fault(f"{places.variable(name)}, champ « of »", what, "une variable d'une table")
