"""Does a column that a mapping keeps hold personal data all the same?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dashboard.ingest.checks.cells import PERSON
from dashboard.ingest.checks.finding import Finding, Place
from dashboard.ingest.personal.values import WORDS
from dashboard.ingest.raw.cleaning.ages import AGE
from dashboard.ingest.raw.grid import Grid
from dashboard.ingest.raw.mapping.model import ColumnMapping
from dashboard.ingest.raw.personal.found import kinds_in
from dashboard.text.typography import unbroken
from dashboard.text.words import counted

CHECK = "personal-values"


def personal_in_kept(grid: Grid, columns: Iterable[tuple[int, ColumnMapping]]) -> Iterator[Finding]:
    """What to know of the `columns` of `grid`, by their ranks, that feed a variable and hold personal data; no value.

    An identifier is hashed whatever it is; the row of anything else is refused, since it would be written as it stands.
    Birth dates give an age, ticks a category: they are not looked at.
    """
    for rank, column in columns:
        if not column.variable or column.variable == AGE or column.option:
            continue
        kinds = kinds_in([row.cells[rank] for row in grid.rows if row.cells[rank].strip()])
        if not kinds:
            continue
        ((kind, _),) = kinds.most_common(1)
        cells = counted(kinds.total(), "cellule", feminine=True)
        then = (
            "L'identifiant est haché, mais une telle donnée change ou se devine : préférez un numéro."
            if column.variable == PERSON
            else "Ces lignes sont refusées."
        )
        message = f"{cells} de la forme d'une donnée personnelle ({WORDS[kind]}). {then}"
        place = Place(grid.file, grid.sheet, column=column.column)
        yield Finding("cells", CHECK, "warning", unbroken(message), place)
