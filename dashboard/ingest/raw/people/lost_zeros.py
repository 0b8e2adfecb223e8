"""Are some identifiers those of another file, or of last year, but for the zeros that a spreadsheet took from them?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from dashboard.domain.errors import ImportingError
from dashboard.ingest.checks.report import quoted
from dashboard.ingest.raw.pseudonyms import Pseudonyms
from dashboard.text.numbers import count
from dashboard.text.typography import unbroken
from dashboard.text.words import some_of

LONGEST = 12
"""The figures of the longest identifier that is looked for among earlier people, if none of the files is longer."""


@dataclass(frozen=True, slots=True, order=True)
class Column:
    """A column of identifiers, with the width that the mapping gives it, if it does."""

    file: str
    name: str
    width: int | None = None

    def __str__(self) -> str:
        """`centre.xlsx, colonne « N° »`."""
        return f"{self.file}, colonne {quoted(self.name)}"


def refuse_lost_zeros(
    identifiers: Mapping[str, Column], pseudonyms: Pseudonyms, known: Collection[str]
) -> None:
    """Raises ImportingError where one person would become two.

    `identifiers` have the column that each is first in; `known` are the pseudonyms of earlier people, whose identifiers
    nobody has any more: each form that one of `identifiers` had with more or fewer zeros is looked for among them.
    """
    numbers = [identifier for identifier in identifiers if identifier.isdecimal()]
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for number in numbers:
        alike[number.lstrip("0")].append(number)
    lost = [several for several in alike.values() if len(several) > 1]
    if lost:
        columns = {identifiers[number] for several in lost for number in several}
        width = max(len(number) for several in lost for number in several)
        raise ImportingError(unbroken(_said(columns, "y", len(lost), width)))
    if known:
        _refuse_those_of_earlier_people(numbers, identifiers, pseudonyms, known)


def _refuse_those_of_earlier_people(
    numbers: Collection[str],
    identifiers: Mapping[str, Column],
    pseudonyms: Pseudonyms,
    known: Collection[str],
) -> None:
    longest = max([LONGEST, *map(len, numbers)])
    found = {
        number: form
        for number in numbers
        if pseudonyms.name_of(number) not in known
        for form in _forms(number, longest)
        if pseudonyms.name_of(form) in known
    }
    if not found:
        return
    width = max(len(text) for pair in found.items() for text in pair)
    columns = {identifiers[number] for number in found}
    said = _said(columns, "et ceux du jeu précédent", len(found), width)
    if any(len(form) < len(number) for number, form in found.items()):
        said += " C'est le jeu précédent qui n'a pas ses zéros : importez-le de nouveau avec cette largeur."
    raise ImportingError(unbroken(said))


def _forms(number: str, longest: int) -> Iterator[str]:
    """The other forms of a number: without zeros before, and with as many as it may have had."""
    bare = number.lstrip("0")
    for length in range(len(bare), longest + 1):
        if length != len(number):
            yield bare.zfill(length)


def _said(columns: Collection[Column], where: str, people: int, width: int) -> str:
    files = sorted({column.file for column in columns})
    lacking = sorted({str(c) for c in columns if c.width is None} or set(map(str, columns)))
    return (
        f"{some_of(files)} : des identifiants {where} sont les mêmes, aux zéros de devant près ({count(people)}). Une "
        "personne en ferait deux : rien n'est importé. Dans la correspondance, donnez leur largeur aux colonnes qui "
        f"ne l'ont pas, « width = {width} » : {some_of(lacking)}."
    )
