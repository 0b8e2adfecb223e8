"""Do the loaded tables contradict the report where nobody knows why? The overview then says so."""

from __future__ import annotations

from markupsafe import Markup

from dashboard.content.page import OVERVIEW, SURVEY, Page
from dashboard.domain.address import Address, format_address
from dashboard.domain.published.reconciliation import Reconciled, queries_of, reconcile
from dashboard.publication import Publication
from dashboard.text.nouns import report
from dashboard.text.words import capital, counted
from dashboard.views.survey.reconciliation.view import STATUS, VIEW, value_of
from dashboard.web.failures import or_else
from dashboard.web.markup import tag
from dashboard.web.messages import message
from dashboard.web.mount import below


def warnings_on(page: Page, publication: Publication, address: Address) -> list[Markup]:
    """On the page that everybody opens: how many published figures the tables contradict without a known reason.

    The link to them keeps the filters of `address`.
    """
    published = report(publication.vocabulary)
    if page != OVERVIEW or published is None or VIEW.missing(publication.vocabulary):
        return []
    gaps = len(or_else(VIEW, lambda: unexplained(publication), tuple))
    if not gaps:
        return []
    is_not_found = "ne se retrouve pas" if gaps == 1 else "ne se retrouvent pas"
    warning = (
        f"{capital(counted(gaps, 'chiffre'))} {published.of_definite} {is_not_found} dans les tables chargées, "
        "sans raison connue. "
    )
    switches = {**address.switches, STATUS.parameter: value_of("unexplained")}
    there = format_address(address.selection, switches, publication.vocabulary, address.other)
    link = tag("a", "Voir le rapprochement", href=below(f"{SURVEY.path}{there}"))
    return [message([warning, link])]


def unexplained(publication: Publication) -> tuple[Reconciled, ...]:
    """The published figures that the loaded tables contradict without a known reason."""
    return publication.remembered("unexplained figures", lambda: _reconciled(publication))


def _reconciled(publication: Publication) -> tuple[Reconciled, ...]:
    vocabulary = publication.vocabulary
    reconciled = []
    for figure in vocabulary.codebook.figures:
        tables = publication.tabulate_all(queries_of(figure, vocabulary))
        reconciled.append(reconcile(figure, tables, vocabulary))
    return tuple(figure for figure in reconciled if figure.status == "unexplained")
