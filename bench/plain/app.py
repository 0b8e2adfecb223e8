"""How is the plain page served? One Dash application for each page that filters change, as `gunicorn` takes it."""

from __future__ import annotations

from dash import Dash
from flask import Flask, Response, jsonify

from bench.plain.page import add_page
from dashboard.content.page import PAGES, Page
from dashboard.disclosure.policy import POLICIES
from dashboard.publication import Publication, open_publication
from dashboard.settings import read_settings
from dashboard.views.registry import views_of
from tools.served import ROOT


def changing() -> tuple[Page, ...]:
    """The pages that filters change."""
    return tuple(page for page in PAGES if any(view.filtered for view in views_of(page)))


def create_server(publication: Publication) -> Flask:
    """The plain pages of `publication`, each at the path that it has in the dashboard."""
    server = Flask(__name__)

    @server.get("/healthz")
    def health() -> Response:
        return jsonify(status="ok")

    for page in changing():
        base = f"{page.path.rstrip('/')}/"
        app = Dash(
            f"plain-{page.name}",
            server=server,  # type: ignore[arg-type]
            url_base_pathname=base,
            title=page.title,
            include_assets_files=False,
        )
        add_page(app, page, publication)
    return server


_settings = read_settings()
server = create_server(open_publication(_settings.data, ROOT / "data", POLICIES[_settings.policy]))
