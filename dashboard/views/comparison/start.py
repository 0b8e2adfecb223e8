"""Where there is no gap to show: why, and what could be compared instead?"""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.content.comparison.whole import left_out
from dashboard.content.content import Content, Offer
from dashboard.domain.dimension import Dimension
from dashboard.domain.selection import Selection
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.words import inside, listed

HOW_TO_START = (
    "A et B sont la même sélection : il n'y a rien à comparer. Choisissez A avec les filtres du haut de la page, "
    "et B avec ceux de la sélection B."
)

DO_OTHERWISE = "Choisissez une autre vue ou d'autres filtres ; les deux graphiques, eux, se lisent côte à côte."


def nothing_because(a: Content, b: Content) -> str:
    """Why no line has a gap, in one sentence."""
    sides = {"A": a, "B": b}
    empty = [name for name, side in sides.items() if not side.base]
    if empty:
        return (
            f"Il n'y a personne dans {listed(empty)} pour cette vue : il n'y a rien à comparer. Élargissez les filtres "
            f"{' et '.join(f'de {name}' for name in empty)}, ou choisissez une autre vue."
        )
    if not a.data_table.has_shares and not b.data_table.has_shares:
        return "Cette vue ne montre pas de parts : les deux graphiques se lisent ensemble, sans écart à calculer."
    unknown = [name for name, side in sides.items() if not _has_base(side)]
    if unknown:
        return f"Ce que montre cette vue n'est connu de personne dans {listed(unknown)}. {DO_OTHERWISE}"
    low_coverage = [name for name, side in sides.items() if not _has_comparable_base(side)]
    if low_coverage and all(left_out(sides[name].data_table) for name in low_coverage):
        return (
            f"Moins de la moitié des cas sont connus dans {listed(low_coverage)} : comme dans le bilan, une promotion "
            f"aussi mal connue n'est pas comparée. {DO_OTHERWISE}"
        )
    return (
        "A et B n'ont ici aucune part qui puisse différer : chacune n'existe que d'un côté, ou vaut 0 % ou 100 % par "
        f"les filtres choisis ou par définition. {DO_OTHERWISE}"
    )


def _has_base(content: Content) -> bool:
    return any(row.base for row in content.data_table.rows)


def _has_comparable_base(content: Content) -> bool:
    return any(row.base and row.comparable for row in content.data_table.rows)


def offers(vocabulary: Vocabulary) -> tuple[Offer, ...]:
    """Pairs of selections to begin with: women and men, the last two cohorts asked, the youngest and the oldest."""
    return tuple(_offers(vocabulary))


def _offers(vocabulary: Vocabulary) -> Iterator[Offer]:
    cohorts = vocabulary.surveyed_cohorts() or vocabulary.cohorts
    for key, codes in (
        (Dimension("gender"), vocabulary.real_codes(Dimension("gender"))),
        (Dimension("cohort"), cohorts[-2:]),
        (Dimension("age_band"), vocabulary.real_codes(Dimension("age_band"))),
    ):
        if len(codes) > 1:
            yield _offer(vocabulary, key, codes[0], codes[-1])


def _offer(vocabulary: Vocabulary, key: Dimension, first: str, second: str) -> Offer:
    names = [vocabulary.category(key, code).label for code in (first, second)]
    label = f"{names[0]} et {inside(names[1])}"
    return Offer(
        f"Promotions {label}" if key.variable == "cohort" else label,
        Selection().keeping(key, (first,)),
        Selection().keeping(key, (second,)),
    )
