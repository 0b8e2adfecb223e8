"""Is each measure of a region one of people, and has it a name of its own?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dashboard.domain.codebook import Codebook, RegionalMeasure, Variable, slug
from dashboard.ingest.checks.report import quoted
from dashboard.ingest.reference.codebook_faults.entries import is_legible
from dashboard.ingest.reference.codebook_faults.kinds import CATEGORICAL
from dashboard.ingest.reference.codebook_faults.study import PEOPLE
from dashboard.ingest.reference.codebook_faults.uses import A_SLUG, SLUG
from dashboard.ingest.reference.codebook_faults.waves import is_wave
from dashboard.ingest.reference.faults import Fault, visible, written
from dashboard.ingest.reference.places import Places
from dashboard.text.words import listed


def measure_faults(book: Codebook, _: Places) -> Iterator[Fault]:
    """Measures of variables that are none, or are not of people; of codes, groups or waves that there are not."""
    for rank, measure in enumerate(book.measures, 1):
        place = f"mesure {quoted(visible(measure.name)) if measure.name else f'n° {rank}'}"
        yield from _variable_faults(place, measure, book)
        yield from _name_faults(place, measure, book)
    for field in ("name", "label"):
        used = Counter(getattr(measure, field) for measure in book.measures)
        for text in (text for text, times in used.items() if times > 1):
            what = f"{written(text)} est celui de deux mesures"
            yield Fault(f"[[measures]], champ « {field} »", what, "un pour chacune")


def _variable_faults(place: str, measure: RegionalMeasure, book: Codebook) -> Iterator[Fault]:
    """What the measure is one of: a variable of people, the part of its categories, the wave."""
    variable = book.variables.get(measure.variable)
    if variable is None or not _is_measured(variable):
        wanted = "une variable des personnes, à catégories ou en nombres entiers"
        yield Fault(f"{place}, champ « variable »", written(measure.variable), wanted)
        return
    waves = listed(list(book.waves), "ou")
    where, given = f"{place}, champ « wave »", measure.wave
    if given is None and variable.per_wave:
        yield Fault(where, "sans vague", waves)
    elif given is not None and not variable.per_wave:
        yield Fault(where, written(given), "pas de vague")
    elif given is not None and not is_wave(given, book):
        yield Fault(where, written(given), waves)
    yield from _part_faults(place, measure, variable)


def _is_measured(variable: Variable) -> bool:
    of_people = variable.table in ("beneficiaries", "survey")
    return of_people and variable.kind in (*CATEGORICAL, "integer")


def _part_faults(place: str, measure: RegionalMeasure, variable: Variable) -> Iterator[Fault]:
    if variable.kind == "integer":
        if measure.codes or measure.group:
            yield Fault(place, "la moyenne d'un nombre", "ni « codes » ni « group »")
        return
    if bool(measure.codes) == bool(measure.group):
        yield Fault(place, "la part d'une variable", "« codes » ou « group », et non les deux")
        return
    known = [quoted(visible(category.code)) for category in variable.categories]
    for code in measure.codes:
        if quoted(visible(code)) not in known:
            yield Fault(f"{place}, champ « codes »", written(code), listed(known, "ou"))
    if measure.group and not variable.codes_of_group(measure.group):
        groups = dict.fromkeys(quoted(visible(c.group)) for c in variable.categories if c.group)
        expected = listed(list(groups), "ou") or "« codes »"
        yield Fault(f"{place}, champ « group »", written(measure.group), expected)


def _name_faults(place: str, measure: RegionalMeasure, book: Codebook) -> Iterator[Fault]:
    funded, where = slug(book.study.funded.plural), f"{place}, champ « name »"
    if not SLUG.fullmatch(measure.name):
        yield Fault(where, written(measure.name), A_SLUG)
    elif measure.name in (PEOPLE, funded, f"{funded}-par-beneficiaire"):
        yield Fault(where, f"{written(measure.name)} est une mesure de toute étude", "un autre nom")
    for field in ("label", "counted", "among"):
        if not is_legible(getattr(measure, field)):
            yield Fault(f"{place}, champ « {field} »", "un texte vide", "un texte")
