"""Do the loaded tables contradict the study where nobody knows why? The overview then says so."""

from __future__ import annotations

from functools import lru_cache

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard.content.page import OVERVIEW, SURVEY, Page
from dashboard.domain.reconciliation import Reconciled, queries_of, reconcile
from dashboard.publication import Publication
from dashboard.text.words import capital, counted
from dashboard.views.survey.reconciliation.view import STATUS, value_of


def warnings_on(page: Page, publication: Publication) -> list[Component]:
    """On the page that everybody opens: how many published figures the tables contradict without a known reason."""
    found = len(unexplained(publication)) if page == OVERVIEW else 0
    if not found:
        return []
    is_not_found = "ne se retrouve pas" if found == 1 else "ne se retrouvent pas"
    told = (
        f"{capital(counted(found, 'chiffre'))} du bilan {is_not_found} dans les tables chargées, "
        "sans raison connue. "
    )
    address = f"{SURVEY.path}?{STATUS.parameter}={value_of('unexplained')}"
    listed = html.A("Voir le rapprochement", href=address)
    return [dbc.Alert([told, listed], color="warning")]


@lru_cache(maxsize=4)
def unexplained(publication: Publication) -> tuple[Reconciled, ...]:
    """The published figures that the loaded tables contradict without a known reason."""
    vocabulary = publication.vocabulary
    found = []
    for figure in publication.dataset_info.figures:
        queries = queries_of(figure, vocabulary)
        tables = {name: publication.tabulate(query) for name, query in queries.items()}
        found.append(reconcile(figure, tables, vocabulary))
    return tuple(one for one in found if one.status == "unexplained")
