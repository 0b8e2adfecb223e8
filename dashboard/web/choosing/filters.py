"""In which lists are people chosen? The part of the page that Dash draws, and what stands in its place before."""

from __future__ import annotations

import json
from typing import cast

import dash_bootstrap_components as dbc
from dash import dcc, html
from dash.development.base_component import Component
from markupsafe import Markup

from dashboard.disclosure.admission import one_choice
from dashboard.domain.address import OTHER, parameter_of
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.vocabulary import Vocabulary
from dashboard.publication import Publication
from dashboard.web.choosing.filter_counts import never_enrolled
from dashboard.web.markup import Content, tag

SEARCHED_FROM = 10
"""A list longer than this can be searched."""

LABELS = {
    "select_all": "Tout cocher",
    "deselect_all": "Tout décocher",
    "selected_count": "{num_selected} choix",
    "search": "Chercher",
    "clear_search": "Effacer la recherche",
    "clear_selection": "Retirer ce filtre",
    "no_options_found": "Aucune réponse",
}

GROUPINGS = "Regroupements"
"""Over what gathers several choices."""

NEVER_ENROLLED = "Sans inscription"
OR_TOO_FEW = "Sans inscription, ou trop peu"
"""Over the regions where nobody has ever enrolled; and where that is not told from too few."""

MORE = ("Plus", " de filtres")
OF_B = " de la sélection B"
RESET = "Réinitialiser"
DRAWER, TOLD, HELD = "Filtres", "drawer-told", "filters-held"
OTHER_TITLE = "Sélection B, comparée à la sélection A des filtres du haut"


def filters(publication: Publication) -> Component:
    """The lists of the selection, and those of the second one, which the comparison alone shows."""
    reset = dbc.Button(
        [RESET, html.Span(className=HELD)], id="reset", color="link", className="reset"
    )
    row = html.Div([*_lists(publication), reset], className="filter-row")
    drawer = html.Summary([DRAWER, html.Span(className=TOLD)], className="drawer")
    return html.Div(
        [
            html.Details([drawer, row], id="filters", className="filters", open=True),
            _other_filters(publication),
        ],
        className="all-filters",
    )


def _lists(publication: Publication, prefix: str = "") -> list[Component]:
    """The lists in sight, then those behind one button."""
    vocabulary = publication.vocabulary
    behind = vocabulary.more_filters
    first = [_filter(key, publication, prefix) for key in vocabulary.filters if key not in behind]
    more = [_filter(key, publication, prefix) for key in behind]
    return [*first, *([_more(more, prefix)] if more else [])]


def _more(listed: list[Component], prefix: str) -> Component:
    side = html.Span(OF_B, className="visually-hidden") if prefix else None
    summary = html.Summary([MORE[0], html.Span(MORE[1]), side])
    return html.Details([summary, html.Div(listed, className="more-filters")], className="more")


def _other_filters(publication: Publication) -> Component:
    """The filters of the second selection, in a drawer on a phone."""
    content = [
        html.Summary("Filtres de la sélection B", className="drawer"),
        html.P(OTHER_TITLE, className="over"),
        html.Div(_lists(publication, OTHER), className="filter-row"),
    ]
    return html.Details(content, id="other-filters", className="other-filters", open=True)


def _filter(key: Dimension, publication: Publication, prefix: str = "") -> Component:
    vocabulary = publication.vocabulary
    identifier = {"filter": f"{prefix}{parameter_of(key, vocabulary)}"}
    options = _options(key, publication)
    side = "B – " if prefix else ""
    return html.Div(
        [
            html.Label(f"{side}{vocabulary.name_of(key)}", htmlFor=_dom_id(identifier)),
            dcc.Dropdown(
                id=identifier,
                options=options,
                multi=not one_choice(publication.policy),
                placeholder=vocabulary.variable(key.variable).all,
                labels=cast(dcc.Dropdown.Labels, LABELS),
                searchable=len(options) > SEARCHED_FROM,
                maxHeight=400,
                className="filter-choice",
            ),
        ],
        className="filter",
    )


def _options(key: Dimension, publication: Publication) -> list[dict[str, str]]:
    """The choices along `key`, its groupings, then regions where nobody ever enrolled.

    Those that are not alike stand under a title (`assets/styles/filter_lists.css`).
    """
    vocabulary = publication.vocabulary
    is_region = any(layer.dimension == key for layer in vocabulary.layers)
    apart = never_enrolled(key, publication) if is_region else frozenset()
    withheld = publication.withheld(key)
    categories = [c for c in vocabulary.categories(key) if c.code not in withheld]
    above = OR_TOO_FEW if publication.dataset_info.rounded else NEVER_ENROLLED
    return [
        *(_option(category) for category in categories if category.code not in apart),
        *(_option(grouping, GROUPINGS) for grouping in publication.groupings(key)),
        *(_option(category, above) for category in categories if category.code in apart),
    ]


def _option(category: Category, title: str = "") -> dict[str, str]:
    option = {"label": category.label, "value": category.parameter_value}
    return {**option, "title": title} if title else option


def _dom_id(identifier: dict[str, str]) -> str:
    """The `id` that Dash writes into the page for a component whose identifier is a dictionary."""
    return json.dumps(dict(sorted(identifier.items())), separators=(",", ":"))


def filters_to_come(vocabulary: Vocabulary, told: Content = None, held: Content = None) -> Markup:
    """The same row as it stands before any script has run: it keeps its place, and takes no click yet.

    `told`: what the drawer says on a phone, where it stays in sight and holds the row; `held`: how many filters hold.
    """
    behind = vocabulary.more_filters
    row = [_to_come(key, vocabulary) for key in vocabulary.filters if key not in behind]
    if behind:
        summary = tag("summary", [MORE[0], tag("span", MORE[1])])
        row.append(tag("details", summary, class_="more"))
    row.append(tag("span", [RESET, tag("span", held, class_=HELD)], class_="reset btn btn-link"))
    drawer = tag("span", [DRAWER, tag("span", told, class_=TOLD)], class_="drawer")
    content = [drawer, tag("div", row, class_="filter-row")]
    return tag("div", content, id="filters-to-come", class_="filters", inert=True)


def _to_come(key: Dimension, vocabulary: Vocabulary) -> Markup:
    chosen = vocabulary.variable(key.variable).all
    value = tag("span", chosen, class_="dash-dropdown to-come")
    return tag(
        "div", [tag("span", vocabulary.name_of(key), class_="label"), value], class_="filter"
    )
