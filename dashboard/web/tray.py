"""Where does a user see, order and name what goes into the presentation? `assets/scripts/tray/` fills it."""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.web.attributes import marked


def tray() -> Component:
    """The panel in the masthead: the title, the list of slides, and what can be done with them."""
    field = dcc.Input(id="tray-title", type="text", debounce=True)
    count = html.Span(className="tray-count")
    return html.Details(
        [
            html.Summary(["Préparer la présentation", count], className="action"),
            html.Div(
                [
                    html.Label("Titre de la présentation", htmlFor="tray-title"),
                    field,
                    html.P(
                        "Aucune vue pour l'instant : « + Présentation », au-dessus de chaque "
                        "graphique, l'ajoute ici avec ses filtres.",
                        className="tray-empty",
                    ),
                    marked(html.Ol(className="tray-list"), aria_label="Diapositives"),
                    html.Div(
                        [
                            _button("present", "Présenter ces vues", "btn btn-primary"),
                            _button("download", "Télécharger (PPTX)", "btn btn-primary"),
                            _button("link", "Copier le lien", "action"),
                            _button("empty", "Tout retirer", "action"),
                        ],
                        className="tray-acts",
                    ),
                    html.P(
                        "À l'écran comme dans le fichier, chaque vue garde la sélection avec laquelle elle a "
                        "été ajoutée. Un filtre choisi pendant la présentation s'applique à tous les écrans.",
                        className="tray-rule",
                    ),
                    html.P(className="tray-long"),
                    html.P(className="tray-message", role="status"),
                ],
                className="tray-panel",
            ),
        ],
        id="tray",
        className="tray",
    )


def _button(act: str, text: str, look: str) -> Component:
    return marked(html.Button(text, type="button", className=look, disabled=True), data_tray=act)
