"""Are some identifiers those of another file but for the zeros that a spreadsheet took from them?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.domain.errors import ImportingError
from dashboard.ingest.checks.report import quoted
from dashboard.text.numbers import count
from dashboard.text.typography import unbroken
from dashboard.text.words import some_of


@dataclass(frozen=True, slots=True, order=True)
class Column:
    """A column of identifiers, with the width that the mapping gives it, if it does."""

    file: str
    name: str
    width: int | None = None

    def __str__(self) -> str:
        """`centre.xlsx, colonne « N° »`."""
        return f"{self.file}, colonne {quoted(self.name)}"


def refuse_lost_zeros(identifiers: Mapping[str, Column]) -> None:
    """Raises ImportingError where one person would become two; `identifiers` have the column that each is first in."""
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for identifier in identifiers:
        if identifier.isdecimal():
            alike[identifier.lstrip("0")].append(identifier)
    lost = [several for several in alike.values() if len(several) > 1]
    if not lost:
        return
    columns = {identifiers[identifier] for several in lost for identifier in several}
    files = sorted({column.file for column in columns})
    lacking = sorted({str(c) for c in columns if c.width is None} or set(map(str, columns)))
    width = max(len(identifier) for several in lost for identifier in several)
    said = (
        f"{some_of(files)} : des identifiants y sont les mêmes, aux zéros de devant près ({count(len(lost))}). Une "
        f"personne en ferait deux : rien n'est importé. Dans la correspondance, donnez leur largeur aux colonnes qui "
        f"ne l'ont pas, « width = {width} » : {some_of(lacking)}."
    )
    raise ImportingError(unbroken(said))
