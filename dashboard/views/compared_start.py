"""Where there is no gap to show: why, and what could be compared instead?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.domain.address import OTHER, parameter_of, value_of
from dashboard.domain.dimension import Dimension
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.words import inside, listed
from dashboard.views.compared_lines import Line
from dashboard.views.view import Content, Offer

HOW_TO_START = (
    "A et B sont la même sélection : il n'y a rien à comparer. Choisissez A avec les filtres du haut de la page, "
    "et B avec ceux de la sélection B."
)


def nothing_because(a: Content, b: Content, lines: Sequence[Line]) -> str:
    """Why no line has a gap, in one sentence."""
    empty = [name for name, side in (("A", a), ("B", b)) if not side.base]
    if empty:
        return f"Il n'y a personne dans {listed(empty)} pour cette vue : il n'y a rien à comparer."
    if not a.twin.has_shares and not b.twin.has_shares:
        return "Cette vue ne montre pas de parts : les deux graphiques se lisent ensemble, sans écart à calculer."
    if not lines:
        return (
            "Les lignes de cette vue sont par promotion, et A et B n'en ont aucune en commun : choisissez une seule "
            "promotion de chaque côté, ou, si la vue le propose, les parts plutôt que les effectifs."
        )
    return (
        "Aucune ligne de cette vue n'a de part connue des deux côtés, hors celles que les filtres fixent déjà : les "
        "deux graphiques se lisent ensemble, sans écart à calculer."
    )


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
    parameter = parameter_of(key, vocabulary)
    return Offer(
        f"Promotions {label}" if key.variable == "cohort" else label,
        {
            parameter: value_of(key, first, vocabulary),
            f"{OTHER}{parameter}": value_of(key, second, vocabulary),
        },
    )
