"""Which plain pages are there? One Dash application for each page that filters change, all on one server."""

from __future__ import annotations

from dash import Dash
from flask import Flask, Response, jsonify

from bench.plain.page import add_page
from dashboard.content.page import PAGES, Page
from dashboard.publication import Publication
from dashboard.views.registry import views_of


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
        app = Dash(
            f"plain-{page.name}",
            server=server,  # type: ignore[arg-type]
            url_base_pathname=f"{page.path.rstrip('/')}/",
            title=page.title,
            include_assets_files=False,
        )
        add_page(app, page, publication)
    # Dash knows the files of its components once it has written a page: each worker has to, before it is asked for one.
    for page in changing():
        server.test_client().get(f"{page.path.rstrip('/')}/")
    return server
