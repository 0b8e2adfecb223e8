"""How is the dashboard served: pages, exports, health, headers?"""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from pathlib import Path
from secrets import token_hex
from typing import Any

from dash import Dash
from flask import Flask, Response, request
from flask_bootstrap import Bootstrap5

from dashboard.content.page import OVERVIEW
from dashboard.current import Current
from dashboard.disclosure.asked import Asked
from dashboard.outputs.deck.template import Template, own_template
from dashboard.outputs.writers import writers
from dashboard.publication import Publication
from dashboard.views.registry import offered_pages
from dashboard.web.allowance import register_allowance
from dashboard.web.bootstrap import BOOTSTRAP
from dashboard.web.browser_files import BrowserFiles
from dashboard.web.choosing.filter_callbacks import register_filters
from dashboard.web.compressed import YEAR_S, remember_compressed
from dashboard.web.document import document, question_of
from dashboard.web.documents.routes import register_documents
from dashboard.web.escaping import in_markup
from dashboard.web.holding.dash_questions import refuse_unknown_outputs
from dashboard.web.holding.headers import add_headers
from dashboard.web.holding.heavy import take_turns
from dashboard.web.holding.limits import limit_requests
from dashboard.web.holding.refusals import lead_on_silently, tell_refusals
from dashboard.web.mount import Mount, below
from dashboard.web.operating.health import Health, register_health
from dashboard.web.operating.metrics import PREPARING, Metrics, register_metrics
from dashboard.web.operating.watched import watch
from dashboard.web.outline_files import register_outlines
from dashboard.web.outside import Pages
from dashboard.web.pages import is_page
from dashboard.web.questions import register_questions
from dashboard.web.refused_pages import tell_on_pages
from dashboard.web.remembered import Answers
from dashboard.web.renewing.layouts import Layouts
from dashboard.web.renewing.renewal import Renewal, Watched
from dashboard.web.renewing.renewed import catch_up_before_answering, warmer
from dashboard.web.seen import Access, Same, Seen
from dashboard.web.taking_away.deck import register_deck
from dashboard.web.taking_away.downloads import register_downloads
from dashboard.web.taking_away.exact_exports import exactly, exports_of

ROOT = Path(__file__).resolve().parents[2]

VERSIONS = frozenset(
    {"dash_version", "dash_version_url", "ddk_version", "plotly_version", "python_version"}
)
"""What Dash would write into each page for its own tools of development."""

OF_DASH = frozenset({"/", "/<path:path>"})
"""The rules at which Dash answers with a page, whatever the address."""

AT_ITS_ROOT = Mount()

COMPRESSION = {"COMPRESS_ZSTD_LEVEL": 6, "COMPRESS_BR_LEVEL": 5}
"""How hard answers are compressed; files are compressed beforehand (`compressed.py`)."""


def create_app(
    current: Current,
    template: Template | None = None,
    mount: Mount = AT_ITS_ROOT,
    health: Health | None = None,
    watched: Watched | None = None,
    access: Access | None = None,
) -> Dash:
    """The application that shows the `current` publication, and puts slides into `template`, or into our own.

    It is served where `mount` says. What else there is to tell of it, `health` holds. Where a folder is `watched`, what
    starts the application has the thread started that looks at it (`server.extensions["renewal"]`). `access` says what
    each request may see; without it, all see what the publication that is given shows.
    """
    access = access or Same(current.get().policy)
    seen = Seen(current, access)
    files, answers, layouts = BrowserFiles(ROOT / "assets"), Answers(), Layouts(seen)
    health, metrics = health or Health(), Metrics()
    app = _Pages(
        seen,
        files,
        answers,
        access,
        name=__name__,
        title=in_markup(current.get().vocabulary.codebook.study.title),
        update_title="",
        assets_folder=str(ROOT / "assets"),
        include_assets_files=False,
        external_stylesheets=[mount.root + BOOTSTRAP],
        requests_pathname_prefix=mount.path,
        routes_pathname_prefix="/",
        compress=True,
        serve_locally=True,
        # Else the page would hold the lists of filters twice, for Dash to look for mistakes in its callbacks.
        suppress_callback_exceptions=True,
    )
    # Before whatever reads a body.
    limit_requests(app.server)
    access.attach(app.server, current, files)
    _serve_files(app.server, files)
    renewal = Renewal(current, watched, warmer(answers, layouts, mount)) if watched else None
    if renewal:
        app.server.extensions["renewal"] = renewal
        health.tells("renewal", renewal.fact)
        health.hindered_by("tables", renewal.hindrance)
        catch_up_before_answering(app.server, renewal)
    app.layout = layouts.asked
    register_allowance(app.server, Asked(token_hex()), access)
    register_filters(app)
    register_questions(app.server, seen, answers, renewal)
    register_outlines(app.server, current)
    _register_files(app.server, seen, files, template or own_template())
    register_health(app.server, current, health, access)
    register_metrics(app.server, current, metrics)
    _guard(app, seen, current, files, access)
    mount.put_before(app.server)
    watch(app.server, current, metrics, proxied=mount.proxies > 0)
    warm(app, current.get(), mount)
    health.warmed()
    return app


def _serve_files(server: Flask, files: BrowserFiles) -> None:
    """Adds what pages are made of."""
    server.config.update(SEND_FILE_MAX_AGE_DEFAULT=YEAR_S, **COMPRESSION)
    files.serve(server)
    remember_compressed(server)
    Bootstrap5(server)


def _register_files(server: Flask, seen: Seen, files: BrowserFiles, deck: Template) -> None:
    """Adds what is taken away of a page."""
    take_turns(server)
    register_downloads(server, seen, writers(deck), files)
    register_deck(server, seen, deck, files)
    register_documents(server, seen, deck, files)


def _guard(app: Dash, seen: Seen, current: Current, files: BrowserFiles, access: Access) -> None:
    """Adds what every answer tells beside its content, and how whatever is no question of ours is refused."""
    add_headers(app.server, lambda: bool(current.get().stamp))
    _tell_missing_pages(app.server, current)
    tell_refusals(app.server, partial(exactly, seen=seen))
    lead_on_silently(app.server)
    tell_on_pages(app.server, Pages(current, files), access)
    refuse_unknown_outputs(app)


class _Pages(Dash):
    """Dash, whose first HTML is ours: a whole page. It draws the lists of filters in it."""

    def __init__(
        self, seen: Seen, files: BrowserFiles, answers: Answers, access: Access, **dash: Any
    ) -> None:
        self._document = seen, files, answers
        self._access = access
        super().__init__(**dash)

    def _config(self) -> dict[str, Any]:
        """What Dash tells its renderer, but which Python and which packages serve: nothing there asks for it."""
        told: dict[str, Any] = super()._config()  # type: ignore[no-untyped-call]
        return {name: value for name, value in told.items() if name not in VERSIONS}

    def interpolate_index(self, **pieces: str) -> str:  # type: ignore[override] # Dash gives each by its name.
        """The page at the address that is asked for."""
        seen, files, answers = self._document
        question, publication = question_of(request), seen.get()
        shown = answers.to(question, publication)
        exports = exports_of(seen, below(question.path + question.search))
        pieces["account"] = self._access.menu() or ""
        return document(question, shown, publication, files, pieces, exports)


def _tell_missing_pages(server: Flask, current: Current) -> None:
    """Answers 404 where there is no page: Dash sends the same text for any address, and the page then says so."""

    def tell(response: Response) -> Response:
        rule = request.url_rule.rule if request.url_rule else ""
        page = response.status_code == HTTPStatus.OK and rule in OF_DASH
        if page and not is_page(request.path, current.get()):
            response.status_code = HTTPStatus.NOT_FOUND
        return response

    server.after_request(tell)


def warm(app: Dash, publication: Publication, mount: Mount = AT_ITS_ROOT) -> None:
    """Answers for each page before any browser asks.

    Dash sets itself up at its first request, in each worker: of several that come at once, all but one would find it
    without its scripts, and the page would stay blank. Set up here, before the workers are forked, it is ready in all;
    and so is what all pages show of everybody, which takes seconds to count in large tables.
    """
    client = app.server.test_client()
    client.environ_base[PREPARING] = "1"
    answer = client.get(mount.root + OVERVIEW.path)
    # Whoever may not see these tables yet is told so; Dash has set itself up for those who may.
    closed = publication.held and answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    if answer.status_code != HTTPStatus.OK and not closed:
        raise RuntimeError(f"the page cannot be served: {answer.status}")
    for page in offered_pages(publication.vocabulary):
        client.get(mount.root + page.path)
