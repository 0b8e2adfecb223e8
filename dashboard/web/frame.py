"""What stands on every page: title, menu, filters, the selection in words, messages, the page's place."""

from __future__ import annotations

import dash_bootstrap_components as dbc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.domain.address import OTHER, filter_parameters
from dashboard.domain.codebook import Study
from dashboard.domain.dimension import Dimension
from dashboard.domain.vocabulary import Vocabulary
from dashboard.publication import Publication
from dashboard.text.numbers import day
from dashboard.text.typography import unbroken
from dashboard.views.registry import offered_pages
from dashboard.web.attributes import Property, dom_id, marked
from dashboard.web.presentation import PRESENTATION
from dashboard.web.prose import GLOSSARY, glossary_link
from dashboard.web.tray import tray

SEARCHED_FROM = 8
"""A list longer than this can be searched."""

_LABELS: Property = {
    "select_all": "Tout cocher",
    "deselect_all": "Tout décocher",
    "selected_count": "{num_selected} choix",
    "search": "Chercher",
    "clear_search": "Effacer la recherche",
    "clear_selection": "Retirer ce filtre",
    "no_options_found": "Aucune réponse",
}


def frame(publication: Publication) -> Component:
    """The layout into which pages are put."""
    layout = html.Div(
        [
            dcc.Location(id="address", refresh="callback-nav"),
            dcc.Store(id="digests", data={}),
            dcc.Store(id="open-tables", data=[]),
            dcc.Store(id="asked-page"),
            dcc.Store(id="asked-parts"),
            dcc.Store(id="figures"),
            dcc.Store(id="answered"),
            html.A("Aller au contenu", href="#page", className="skip"),
            _header(publication.vocabulary),
            _filters(publication.vocabulary),
            html.Div(
                [
                    marked(html.P(id="headline", className="headline"), aria_live="polite"),
                    html.Div(id="chips", className="chips"),
                ],
                className="selection",
            ),
            html.Div(id="messages", className="messages", role="status"),
            html.Main(html.Div(id="page", className="page"), tabIndex="-1"),
            _footer(publication),
        ],
        className="frame",
    )
    return marked(layout, data_address_order=",".join(filter_parameters(publication.vocabulary)))


def _header(vocabulary: Vocabulary) -> Component:
    links = [
        marked(
            html.A(page.title, href=page.path, className="page-link"),
            data_page=page.path,
            data_title=page.title,
        )
        for page in offered_pages(vocabulary)
    ]
    return html.Header(
        [
            _brand(vocabulary.codebook.study),
            marked(html.Nav(links, className="pages"), aria_label="Pages"),
            glossary_link("Glossaire", GLOSSARY),
            marked(
                html.A("Présenter", href=PRESENTATION.path, className="present"),
                data_page=PRESENTATION.path,
                data_title=PRESENTATION.title,
            ),
            tray(),
            dbc.Button(
                "Nuit",
                id="theme",
                color="link",
                className="theme",
                title="Passer du jour à la nuit",
            ),
        ],
        className="masthead",
    )


def _brand(study: Study) -> Component:
    """The title and the partners; a print bears them at the top of each page."""
    partners = [html.P(study.partners, className="partners")] if study.partners else []
    return html.Div([html.H1(study.title), *partners], className="brand")


def _filters(vocabulary: Vocabulary) -> Component:
    listed = vocabulary.codebook.filters
    first = [_filter(name, vocabulary) for name in listed.order if name not in listed.more]
    more = [_filter(name, vocabulary) for name in listed.order if name in listed.more]
    return html.Details(
        [
            html.Summary("Filtres", className="drawer"),
            html.Div(
                [
                    *first,
                    *([_more(more)] if more else []),
                    dbc.Button("Réinitialiser", id="reset", color="link", className="reset"),
                ],
                className="filter-row",
            ),
        ],
        id="filters",
        className="filters",
        open=True,
    )


def _more(filters: list[Component]) -> Component:
    """The filters behind one button."""
    return html.Details(
        [
            html.Summary(["Plus", html.Span(" de filtres")]),
            html.Div(filters, className="more-filters"),
        ],
        className="more",
    )


def other_filters(vocabulary: Vocabulary, *, narrow: bool) -> Component:
    """The filters of the second selection, on the page that compares two; in a closed drawer on a phone."""
    offered = vocabulary.codebook.filters.order
    title = html.P("Sélection B, comparée à la sélection A des filtres du haut", className="over")
    row = html.Div([_filter(name, vocabulary, OTHER) for name in offered], className="filter-row")
    drawer = html.Summary("Filtres de la sélection B", className="drawer")
    return html.Details([drawer, title, row], className="other-filters", open=not narrow)


def _filter(name: str, vocabulary: Vocabulary, prefix: str = "") -> Component:
    variable = vocabulary.variable(name)
    identifier = {"filter": f"{prefix}{variable.parameter}"}
    options = [
        {"label": category.label, "value": category.parameter_value}
        for category in vocabulary.categories(Dimension(name))
    ]
    side = "B – " if prefix else ""
    return html.Div(
        [
            html.Label(f"{side}{variable.label}", htmlFor=dom_id(identifier)),
            dcc.Dropdown(
                id=identifier,
                options=options,
                multi=True,
                placeholder=variable.all,
                labels=_LABELS,
                searchable=len(options) > SEARCHED_FROM,
                maxHeight=360,
                className="filter-choice",
            ),
        ],
        className="filter",
    )


def _footer(publication: Publication) -> Component:
    study = publication.vocabulary.codebook.study
    lines = [
        html.P(publication.stamp, className="stamp") if publication.stamp else None,
        html.P(unbroken(f"Population : {study.population}.")),
        html.P(
            unbroken(f"{study.source}. ")
            + f"Données au {day(publication.dated)}, version {publication.version}. "
            f"{publication.policy.description}"
        ),
    ]
    return html.Footer([line for line in lines if line is not None], className="foot")
