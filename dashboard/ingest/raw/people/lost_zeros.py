"""Are some identifiers those of another file but for the zeros that a spreadsheet took from them?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from dashboard.domain.errors import ImportingError
from dashboard.text.numbers import count
from dashboard.text.typography import unbroken
from dashboard.text.words import some_of


def refuse_lost_zeros(identifiers: Mapping[str, str]) -> None:
    """Raises ImportingError where one person would become two; `identifiers` have the file that each is first in."""
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for identifier in identifiers:
        if identifier.isdecimal():
            alike[identifier.lstrip("0")].append(identifier)
    lost = [several for several in alike.values() if len(several) > 1]
    if not lost:
        return
    files = sorted({identifiers[identifier] for several in lost for identifier in several})
    width = max(len(identifier) for several in lost for identifier in several)
    said = (
        f"{some_of(files)} : des identifiants y sont les mêmes, aux zéros de devant près ({count(len(lost))}). Une "
        "personne en ferait deux : rien n'est importé. Dans la correspondance, donnez leur largeur à ces colonnes, "
        f"« width = {width} »."
    )
    raise ImportingError(unbroken(said))
