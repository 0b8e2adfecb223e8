"""Do the bands of a whole number hold each value that it may have, once?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dashboard.domain.codebook import Codebook, Variable
from dashboard.ingest.checks.report import quoted
from dashboard.ingest.reference.faults import Fault, visible
from dashboard.ingest.reference.places import Places
from dashboard.text.numbers import count


def band_faults(book: Codebook, places: Places) -> Iterator[Fault]:
    """Bands that overlap, leave a hole, or do not reach the bounds of the number that they are of."""
    for variable in book.variables.values():
        source = book.variables.get(variable.of)
        if variable.kind != "band" or source is None or not variable.categories:
            continue
        for code, field, given, expected in (*_ends(variable, source), *_steps(variable)):
            place = places.category(variable.name, "categories", code)
            written = "pas de limite" if given is None else quoted(count(given))
            yield Fault(f"{place}, champ « {field} »", written, expected)


def _ends(variable: Variable, source: Variable) -> Iterator[tuple[str, str, int, str]]:
    first, last = variable.categories[0], variable.categories[-1]
    low, high = source.minimum, source.maximum
    of = f"de {quoted(source.name)}, ou rien"
    if first.lower is not None and low is not None and first.lower > low:
        yield first.code, "lower", first.lower, f"{count(low)}, le minimum {of}"
    if last.upper is not None and high is not None and last.upper < high:
        yield last.code, "upper", last.upper, f"{count(high)}, le maximum {of}"


def _steps(variable: Variable) -> Iterator[tuple[str, str, int | None, str]]:
    for band, following in pairwise(variable.categories):
        if band.upper is None:
            yield band.code, "upper", None, "un nombre, la tranche n'étant pas la dernière"
        elif following.lower != band.upper + 1:
            expected = f"{count(band.upper + 1)}, la suite de {quoted(visible(band.code))}"
            yield following.code, "lower", following.lower, expected
    for band in variable.categories:
        if band.lower is not None and band.upper is not None and band.lower > band.upper:
            yield band.code, "upper", band.upper, f"{count(band.lower)} ou plus"
