"""How is the dashboard served: pages, exports, health, headers?"""

from __future__ import annotations

from http import HTTPStatus
from importlib.metadata import version
from pathlib import Path

from dash import Dash
from flask import Flask, Response, jsonify, request
from flask_bootstrap import Bootstrap5

from dashboard.domain.codebook import Study
from dashboard.outputs.deck.template import Template, own_template
from dashboard.outputs.writers import writers
from dashboard.publication import Current
from dashboard.web.browser_files import BrowserFiles
from dashboard.web.callbacks import register_callbacks, tell_unexpected
from dashboard.web.compressed import YEAR_S, remember_compressed
from dashboard.web.deck import register_deck
from dashboard.web.downloads import register_downloads
from dashboard.web.escaping import in_markup, in_style
from dashboard.web.frame import frame
from dashboard.web.state import is_page

ROOT = Path(__file__).resolve().parents[2]

BOOTSTRAP = f"/bootstrap/static/css/bootstrap.min.css?v={version('Bootstrap-Flask')}"
"""Bootstrap's style sheet as a package on this host serves it: nothing comes from a content network."""

COMPRESSION = {"COMPRESS_ZSTD_LEVEL": 6, "COMPRESS_BR_LEVEL": 5}
"""How hard answers are compressed. The first load, nearly all of it plotly, is 130 kB lighter than at the levels that
the package takes by itself, for 65 ms more of the server's time; an answer to a filter takes 0.1 ms more."""

INDEX = """<!DOCTYPE html>
<html lang="fr">
<head>
{%metas%}
<meta name="color-scheme" content="light dark">
<meta name="description" content="{description}">
<title>{%title%}</title>
<link rel="icon" href="/assets/favicon.svg" type="image/svg+xml">
{%css%}
{links}
{margin}
</head>
<body>
{%app_entry%}
<p class="waiting">Chargement du tableau de bord…</p>
<noscript>Ce tableau de bord a besoin de JavaScript.</noscript>
<footer>{%config%}{%scripts%}{%renderer%}</footer>
</body>
</html>
"""


def create_app(current: Current, template: Template | None = None) -> Dash:
    """The application that shows the `current` publication, and puts slides into `template`, or into our own."""
    files, study = BrowserFiles(ROOT / "assets"), current.get().vocabulary.codebook.study
    app = Dash(
        __name__,
        title=in_markup(study.title),
        update_title="",
        assets_folder=str(ROOT / "assets"),
        include_assets_files=False,
        external_stylesheets=[BOOTSTRAP],
        index_string=_index(files, study),
        compress=True,
        on_error=tell_unexpected,
        serve_locally=True,
    )
    app.server.config.update(SEND_FILE_MAX_AGE_DEFAULT=YEAR_S, **COMPRESSION)
    app.renderer = files.starter
    files.serve(app.server)
    remember_compressed(app.server)
    Bootstrap5(app.server)
    app.layout = lambda: frame(current.get())
    register_callbacks(app, current)
    deck = template or own_template()
    register_downloads(app.server, current, writers(deck))
    register_deck(app.server, current, deck)
    _add_health(app.server, current)
    _add_headers(app)
    _tell_missing_pages(app.server, current)
    _set_up(app)
    return app


def _index(files: BrowserFiles, study: Study) -> str:
    """The page around the application, in the study's words."""
    words = " ".join(filter(None, (study.title, study.partners)))
    return (
        INDEX.replace("{links}", files.links)
        .replace("{description}", in_markup(study.description or study.title))
        .replace(
            "{margin}", f"<style>@page {{ @bottom-left {{ content: {in_style(words)} }} }}</style>"
        )
    )


def _add_health(server: Flask, current: Current) -> None:
    @server.get("/healthz")
    def health() -> Response:
        return jsonify(status="ok", data_version=current.get().version)


def _tell_missing_pages(server: Flask, current: Current) -> None:
    """Answers 404 where there is no page: Dash sends the same text for any address, and the page then says so."""

    def tell(response: Response) -> Response:
        page = response.status_code == HTTPStatus.OK and response.mimetype == "text/html"
        if page and not is_page(request.path, current.get()):
            response.status_code = HTTPStatus.NOT_FOUND
        return response

    server.after_request(tell)


def _set_up(app: Dash) -> None:
    """Answers one request before any browser does.

    Dash sets itself up at its first request, in each worker: of several that come at once, all but one would find it
    without its scripts, and the page would stay blank. Set up here, before the workers are forked, it is ready in all.
    """
    answer = app.server.test_client().get("/")
    if answer.status_code != HTTPStatus.OK:
        raise RuntimeError(f"the page cannot be served: {answer.status}")


def _add_headers(app: Dash) -> None:
    """A policy that lets a page load and ask nothing from another host. Plotly needs inline styles."""
    scripts = " ".join(f"'{hash_}'" if "'" not in hash_ else hash_ for hash_ in app.csp_hashes())
    policy = (
        f"default-src 'self'; script-src 'self' {scripts}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; object-src 'none'; base-uri 'self'; frame-ancestors 'self'"
    )

    def add(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = policy
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "same-origin"
        return response

    app.server.after_request(add)
