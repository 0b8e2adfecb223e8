"""Where there is no gap to show: why, and what could be compared instead?"""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.content.comparison.whole import COHORT, left_out
from dashboard.content.content import Content, Offer
from dashboard.domain.counts import Rounded, Suppressed
from dashboard.domain.dimension import Dimension
from dashboard.domain.selection import Selection
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import as_in_the_report
from dashboard.text.words import inside, listed, or_too_few
from dashboard.views.comparison.sides import Pair
from dashboard.views.kit.group_names import group_name

HOW_TO_START = (
    "A et B sont la même sélection : il n'y a rien à comparer. Choisissez A avec les filtres du haut de la page, "
    "et B avec ceux de la sélection B."
)

DO_OTHERWISE = "Choisissez une autre vue ou d'autres filtres ; les deux graphiques, eux, se lisent côte à côte."


def nothing_because(pair: Pair, vocabulary: Vocabulary) -> str:
    """Why no line has a gap, in one sentence."""
    named = sorted((pair.first, pair.second), key=lambda side: side.letter)
    sides = {side.lettered: side.content for side in named}
    empty = [name for name, side in sides.items() if side.empty]
    if empty:
        why = dict.fromkeys(_why(sides[name]) for name in empty if sides[name].nothing)
        return (
            f"Il n'y a rien à comparer : cette vue est vide pour {listed(empty)}. {' '.join((*why, ''))}Élargissez les "
            f"filtres {' et '.join(f'de {name}' for name in empty)}, ou choisissez une autre vue."
        )
    if not any(side.data_table.has_shares for side in sides.values()):
        return "Cette vue ne montre pas de parts : les deux graphiques se lisent ensemble, sans écart à calculer."
    few = [name for name, side in sides.items() if not _has_share(side)]
    if few and all(_has_base(side) for side in sides.values()):
        return f"Trop peu de personnes pour que des parts soient montrées : {listed(few)}. {DO_OTHERWISE}"
    unknown = [name for name, side in sides.items() if not _has_base(side)]
    if unknown:
        return f"Ce que montre cette vue n'est connu de personne dans {listed(unknown)}. {DO_OTHERWISE}"
    low_coverage = [name for name, side in sides.items() if not _has_comparable_base(side)]
    if low_coverage and all(left_out(sides[name].data_table) for name in low_coverage):
        report = as_in_the_report(vocabulary, "")
        return (
            f"Moins de la moitié des cas sont connus dans {listed(low_coverage)} : {f'{report}, ' if report else ''}"
            f"une promotion aussi mal connue n'est pas comparée. {DO_OTHERWISE}"
        )
    return (
        f"Rien à comparer ici entre {' et '.join(sides)} : chaque part n'existe que d'un côté, ou les filtres la "
        f"fixent à 0 % ou à 100 %, ou elle compte les mêmes personnes des deux côtés. {DO_OTHERWISE}"
    )


def _why(content: Content) -> str:
    """Why a side is empty; that it has too few people instead, where rounded numbers cannot tell."""
    rounded = isinstance(content.base, (Rounded, Suppressed))
    return or_too_few(content.nothing) if rounded else content.nothing


def _has_share(content: Content) -> bool:
    shares = [row.share for row in content.data_table.rows if row.share and row.base]
    return not shares or not all(share.hidden for share in shares)


def _has_base(content: Content) -> bool:
    return any(row.base for row in content.data_table.rows)


def _has_comparable_base(content: Content) -> bool:
    return any(row.base and row.comparable for row in content.data_table.rows)


def offers(vocabulary: Vocabulary) -> tuple[Offer, ...]:
    """Pairs of selections to begin with: women and men, the last two cohorts asked, the youngest and the oldest.

    Where gender or age is not known, the groups that the study compares stand for them.
    """
    cohorts = vocabulary.surveyed_cohorts() or vocabulary.cohorts
    last = [(COHORT, cohorts[-2], cohorts[-1])] if len(cohorts) > 1 else []
    groups = tuple(_facing(vocabulary))
    return tuple(_offer(vocabulary, *pair) for pair in (*groups[:1], *last, *groups[1:2]))


def _facing(vocabulary: Vocabulary) -> Iterator[tuple[Dimension, str, str]]:
    """Two groups of each characteristic, the ends of one that has an order; gender and age come first."""
    names = ("gender", "age_band", *vocabulary.codebook.uses.compared)
    for key in dict.fromkeys(map(Dimension, names)):
        if not vocabulary.has(key):
            continue
        codes = vocabulary.real_codes(key)
        if len(codes) > 1:
            ordered = vocabulary.variable(key.variable).kind == "band"
            yield key, codes[0], codes[-1 if ordered else 1]


def _offer(vocabulary: Vocabulary, key: Dimension, first: str, second: str) -> Offer:
    names = [_name(vocabulary, key, code) for code in (first, second)]
    label = f"{names[0]} et {inside(names[1])}"
    return Offer(
        f"Promotions {label}" if key == COHORT else label,
        Selection().keeping(key, (first,)),
        Selection().keeping(key, (second,)),
    )


def _name(vocabulary: Vocabulary, key: Dimension, code: str) -> str:
    category = vocabulary.category(key, code)
    if key == COHORT:
        return category.label
    return group_name(category, vocabulary.variable(key.variable))
