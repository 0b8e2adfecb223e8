"""The dashboard, put together: settings, tables, pages.

`server` is what gunicorn serves, `dash_app` what `make dev` does.
"""

import logging
import sys

from dashboard.disclosure.policy import POLICIES
from dashboard.domain.errors import DashboardError
from dashboard.outputs.deck.template import template_from
from dashboard.publication import Current, open_publication
from dashboard.settings import read_settings
from dashboard.web.server import ROOT, create_app

try:
    settings = read_settings()
    logging.basicConfig(level=settings.log_level)
    publication = open_publication(
        settings.data, ROOT / "data", POLICIES[settings.policy], settings.source
    )
    template = template_from(settings.deck_template)
except DashboardError as error:
    sys.exit(str(error))

dash_app = create_app(Current(publication), template)
server = dash_app.server
