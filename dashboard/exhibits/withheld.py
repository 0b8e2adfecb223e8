"""Of which conditions is only the total told, and how is it said?"""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.domain.selection import Condition
from dashboard.publication import Publication
from dashboard.text.selections import chip_label

WITHHELD = (
    "Seul l'effectif total est diffusé pour « {} » : ce choix ne diffère d'un autre que par quelques personnes, que "
    "la comparaison des deux ferait reconnaître."
)


def withheld_because(conditions: Iterable[Condition], publication: Publication) -> tuple[str, ...]:
    """Why nothing but their number is told of whom `conditions` keep: a sentence for each that withholds it."""
    return tuple(
        WITHHELD.format(chip_label(condition, publication.vocabulary))
        for condition in dict.fromkeys(conditions)
        if publication.withholds(condition)
    )
