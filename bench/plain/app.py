"""The plain pages, put together for gunicorn: `bench.plain.app:server`, on the same tables as the dashboard."""

from __future__ import annotations

from bench.plain.site import create_server
from dashboard.disclosure.policy import POLICIES
from dashboard.opening import open_publication
from dashboard.settings import read_settings
from tools.served import ROOT

_settings = read_settings()
server = create_server(open_publication(_settings.data, ROOT / "data", POLICIES[_settings.most]))
