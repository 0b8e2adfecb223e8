"""Does a column that a mapping keeps hold personal data all the same?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dashboard.domain.codebook import Codebook
from dashboard.ingest.checks.finding import Finding, Level, Place
from dashboard.ingest.raw.grid import Grid
from dashboard.ingest.raw.mapping.faults.columns import AGE
from dashboard.ingest.raw.mapping.model import ColumnMapping
from dashboard.ingest.raw.personal.found import kinds_in
from dashboard.ingest.raw.personal.values import WORDS
from dashboard.text.typography import unbroken
from dashboard.text.words import counted

CHECK = "personal-values"


def personal_in_kept(
    grid: Grid, columns: Iterable[tuple[int, ColumnMapping]], codebook: Codebook
) -> Iterator[Finding]:
    """What to know of the `columns` of `grid`, by their ranks, that feed a variable and hold personal data; no value.

    An identifier is hashed whatever it is: that is a warning. Anything else would be written as it stands: a failure.
    Birth dates give an age, and are not looked at.
    """
    for rank, column in columns:
        if not column.variable or column.variable == AGE or column.option:
            continue
        kinds = kinds_in([row.cells[rank] for row in grid.rows if row.cells[rank].strip()])
        if not kinds:
            continue
        ((kind, _),) = kinds.most_common(1)
        hashed = column.variable == "beneficiary_id"
        coded = codebook.variable(column.variable).kind == "category"
        cells = counted(kinds.total(), "cellule", feminine=True)
        what = f"{cells} de la forme d'une donnée personnelle ({WORDS[kind]})"
        level: Level = "warning" if hashed or coded else "failure"
        if hashed:
            message = (
                f"{what}. Elles sont hachées, mais changent ou se devinent : préférez un numéro."
            )
        elif coded:
            message = f"{what}. Les lignes sont refusées : ce n'est le code d'aucune réponse."
        else:
            message = f"{what}. Rien n'est écrit : donnez à cette colonne le champ « personal »."
        place = Place(grid.file, grid.sheet, column=column.column)
        yield Finding("cells", CHECK, level, unbroken(message), place)
