"""Are some identifiers those of another file, or of last year, but for the zeros that a spreadsheet took from them?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from dashboard.domain.errors import ImportingError
from dashboard.ingest.raw.pseudonyms import Pseudonyms
from dashboard.text.numbers import count
from dashboard.text.typography import unbroken
from dashboard.text.words import some_of

LONGEST = 12
"""The figures of the longest identifier that is looked for among earlier people, if none of the files is longer."""


def refuse_lost_zeros(
    identifiers: Mapping[str, str], pseudonyms: Pseudonyms, known: Collection[str]
) -> None:
    """Raises ImportingError where one person would become two.

    `identifiers` have the file that each is first in; `known` are the pseudonyms of earlier people, whose identifiers
    nobody has any more: each form that one of `identifiers` had with more or fewer zeros is looked for among them.
    """
    numbers = [identifier for identifier in identifiers if identifier.isdecimal()]
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for number in numbers:
        alike[number.lstrip("0")].append(number)
    lost = [several for several in alike.values() if len(several) > 1]
    if lost:
        width = max(len(number) for several in lost for number in several)
        raise _refusal({identifiers[n] for several in lost for n in several}, len(lost), "y", width)
    longest = max([LONGEST, *map(len, numbers)])
    found = {
        number: other
        for number in (numbers if known else ())
        if pseudonyms.name_of(number) not in known
        for other in _padded(number, longest)
        if pseudonyms.name_of(other) in known
    }
    if found:
        width = max(len(text) for pair in found.items() for text in pair)
        where = "de ces fichiers et du jeu précédent"
        again = any(len(other) < len(number) for number, other in found.items())
        raise _refusal({identifiers[n] for n in found}, len(found), where, width, again=again)


def _padded(number: str, longest: int) -> Iterator[str]:
    """The other forms of a number: without zeros before, and with as many as it may have had."""
    bare = number.lstrip("0")
    return (
        form for length in range(len(bare), longest + 1) if (form := bare.zfill(length)) != number
    )


def _refusal(
    files: Collection[str], people: int, where: str, width: int, *, again: bool = False
) -> ImportingError:
    """`again`: the earlier tables are those that lack the zeros, so that a width cannot mend it for this year alone."""
    then = " Le jeu précédent est à refaire avec cette largeur." if again else ""
    said = (
        f"{some_of(sorted(files))} : des identifiants {where} sont les mêmes, aux zéros de devant près "
        f"({count(people)}). Une personne en ferait deux : rien n'est importé. Dans la correspondance, donnez leur "
        f"largeur à ces colonnes, « width = {width} ».{then}"
    )
    return ImportingError(unbroken(said))
