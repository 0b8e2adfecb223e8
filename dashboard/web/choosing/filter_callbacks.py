"""What do Dash's lists of filters tell the scripts of the page?

Nothing that Dash calls on the server: the address is the whole state, and `assets/scripts/question.js` asks for what it
shows. The lists write what is chosen in them into it, and are told what it holds.
"""

from __future__ import annotations

from dash import ALL, ClientsideFunction, Dash, Input, State


def register_filters(app: Dash) -> None:
    """Binds the lists to `assets/scripts/filters.js`."""
    app.clientside_callback(
        ClientsideFunction("dashboard", "filtersChanged"),
        Input({"filter": ALL}, "value"),
        State({"filter": ALL}, "id"),
        State({"filter": ALL}, "options"),
        State({"filter": ALL}, "multi"),
    )
