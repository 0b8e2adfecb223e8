"""How do tests and benches look at pages of any tables? As app.py puts them together, without a login.

For this machine alone: whoever connects from another one is refused, whatever address the server listens at. It is no
part of what is installed, and `app.py` has no such way.
"""

import sys
from functools import partial
from http import HTTPStatus

from flask import Flask, abort, request

from dashboard.access.hosts import is_loopback
from dashboard.current import Current
from dashboard.datasets.mark import mark_of
from dashboard.disclosure.policy import POLICIES
from dashboard.domain.errors import DashboardError
from dashboard.opening import open_publication
from dashboard.settings import read_settings
from dashboard.web.browser_files import BrowserFiles
from dashboard.web.mount import Mount
from dashboard.web.operating.log import start_logging
from dashboard.web.operating.metrics import PREPARING
from dashboard.web.renewing.renewal import Watched
from dashboard.web.seen import Same
from dashboard.web.server import ROOT, create_app


class Beside(Same):
    """The same for whoever is connected from this machine, also by a proxy of a test."""

    def attach(self, server: Flask, _current: Current, _files: BrowserFiles) -> None:
        """Looks at the connection itself, not at what a proxy says of it."""

        @server.before_request
        def only_from_here() -> None:
            connected = request.environ.get("werkzeug.proxy_fix.orig", request.environ)
            if PREPARING not in request.environ and not is_loopback(connected["REMOTE_ADDR"]):
                abort(HTTPStatus.FORBIDDEN)


try:
    settings = read_settings()
    start_logging(settings.log_level, settings.log_format)
    mark = mark_of(settings.data)
    most = POLICIES[settings.most]
    load = partial(
        open_publication, settings.data, ROOT / "data", most, settings.source, settings.secret
    )
    publication = load()
except DashboardError as error:
    sys.exit(str(error))

server = create_app(
    Current(publication),
    mount=Mount(settings.path, settings.proxies),
    watched=Watched(mark, load),
    access=Beside(most),
).server
