"""How does a view offer shares corrected for non-response, so that nobody can take them for plain ones?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dashboard.domain.options import Choice, Option
from dashboard.domain.query import Query
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.numbers import points
from dashboard.text.words import inside, listed
from dashboard.views.view import Scene

PLAIN, CORRECTED = "non", "oui"


def correction_option(view: str) -> Option:
    """The switch that corrects non-response; it has one position where the tables support no weights."""
    return Option(
        f"{view}.redressement",
        "Redressement",
        PLAIN,
        lambda vocabulary: (
            (Choice(PLAIN, "Non"), Choice(CORRECTED, "Oui"))
            if vocabulary.weighting
            else (Choice(PLAIN, "Non"),)
        ),
    )


def weighted_name(name: str) -> str:
    """What the weighted twin of the query called `name` is called."""
    return f"{name}, redressé"


def with_weighted(queries: Mapping[str, Query], *, wanted: bool) -> Mapping[str, Query]:
    """`queries`, each with its weighted twin where the reader wants them."""
    if not wanted:
        return queries
    twins = {weighted_name(name): replace(q, weighted=True) for name, q in queries.items()}
    return {**queries, **twins}


def corrected_title(title: str, *, corrected: bool) -> str:
    """`title`, stamped where the shares under it are corrected."""
    return f"{title} (redressée de la non-réponse)" if corrected else title


def correction_note(scene: Scene, effects: Iterable[float | None]) -> str:
    """What the correction does, on which variables, and by how much it moves the shares shown."""
    known = [effect for effect in effects if effect is not None]
    moved = f" Effet : de {points(min(known))} à {points(max(known))}." if known else ""
    return (
        "Redressement de la non-réponse : chaque répondant reçoit un poids tel que, ensemble, ils se répartissent "
        f"comme tous les interrogés selon {_variables(scene.vocabulary)} (calage sur marges ; petites catégories "
        f"regroupées).{moved} Il ne corrige ni les vagues sans réponse d'un répondant, ni ce que ces variables "
        "ignorent."
    )


def _variables(vocabulary: Vocabulary) -> str:
    names = vocabulary.weighting.variables if vocabulary.weighting else ()
    return listed([inside(vocabulary.variable(name).label) for name in names])
