"""Where does a user see, order and name what goes into the presentation? `assets/scripts/tray/` fills it."""

from __future__ import annotations

from markupsafe import Markup

from dashboard.web.markup import tag

NO_VIEW = (
    "Aucune vue pour l'instant : « + Présentation », au-dessus de chaque graphique, l'ajoute ici avec ses "
    "filtres."
)

RULE = (
    "À l'écran comme dans le fichier, chaque vue garde la sélection avec laquelle elle a été ajoutée. "
    "Un filtre choisi pendant la présentation s'applique à tous les écrans."
)


def tray() -> Markup:
    """The panel in the masthead: the title, the list of slides, and what can be done with them."""
    buttons = [
        _button("present", "Présenter ces vues", "btn btn-primary"),
        _button("download", "Télécharger (PPTX)", "btn btn-primary"),
        _button("link", "Copier le lien", "action"),
        _button("empty", "Tout retirer", "action"),
    ]
    end = [
        tag("div", buttons, class_="tray-acts"),
        tag("p", class_="tray-long"),
        tag("p", class_="tray-message", role="status"),
    ]
    decks = [
        tag("label", "Présentations de ce navigateur", for_="tray-deck"),
        tag("select", id="tray-deck", class_="form-select"),
    ]
    panel = [
        tag("div", decks, class_="tray-decks", hidden=True),
        tag("label", "Titre de la présentation", for_="tray-title"),
        tag("input", id="tray-title", type="text", autocomplete="off"),
        tag("p", NO_VIEW, class_="tray-empty"),
        tag("ol", class_="tray-list", aria_label="Diapositives"),
        tag("p", RULE, class_="tray-rule"),
        tag("div", end, class_="tray-end"),
    ]
    summary = ["Préparer la présentation", tag("span", class_="tray-count")]
    return tag(
        "details",
        [tag("summary", summary, class_="action"), tag("div", panel, class_="tray-panel")],
        id="tray",
        class_="tray",
    )


def _button(act: str, text: str, look: str) -> Markup:
    return tag("button", text, type="button", class_=look, disabled=True, data_tray=act)
