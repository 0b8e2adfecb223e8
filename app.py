"""The dashboard, put together: settings, tables, pages.

`server` is what gunicorn serves, `dash_app` what `make dev` does.
"""

import sys
from functools import partial

from dashboard.access.hosts import names
from dashboard.access.start import needs_login, only_demonstration
from dashboard.current import Current
from dashboard.datasets.mark import mark_of
from dashboard.disclosure.asked import Asked
from dashboard.disclosure.policy import POLICIES
from dashboard.domain.errors import DashboardError
from dashboard.opening import open_publication
from dashboard.outputs.deck.template import template_from
from dashboard.publication import Publication
from dashboard.settings import read_settings
from dashboard.web.allowance import FILE, count_in, file_of_this_run
from dashboard.web.login.local import Local
from dashboard.web.login.opening import open_door
from dashboard.web.mount import Mount
from dashboard.web.operating.health import Health
from dashboard.web.operating.log import start_logging
from dashboard.web.renewing.renewal import Watched
from dashboard.web.server import ROOT, create_app


def load() -> Publication:
    """What is to be shown now: without a login the demonstration alone, whatever is published meanwhile."""
    publication = opened()
    if not login:
        only_demonstration(settings.data, publication.version)
    return publication


try:
    settings = read_settings()
    start_logging(settings.log_level, settings.log_format)
    login = needs_login(settings)
    # Before the tables are read: what is written meanwhile is noticed.
    mark = mark_of(settings.data)
    most = POLICIES[settings.most]
    opened = partial(
        open_publication, settings.data, ROOT / "data", most, settings.source, settings.secret
    )
    publication = load()
    health = Health()
    door = open_door(settings, most) if login else None
    if door:
        health.hindered_by("access", door.hindrance)
    template = template_from(settings.deck_template)
except DashboardError as error:
    sys.exit(str(error))

dash_app = create_app(
    Current(publication),
    template,
    Mount(settings.path, settings.proxies, names(settings.hosts)),
    health,
    Watched(mark, load),
    door or Local(most),
)
server = dash_app.server
kept = settings.access_folder
try:
    count_in(server, Asked(settings.secret, kept / FILE if kept else file_of_this_run()))
except DashboardError as error:
    sys.exit(str(error))
