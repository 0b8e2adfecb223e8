"""How is the dashboard served? Defaults for one machine, and what a hosting service may set."""

import os
import sys

from gunicorn.arbiter import Arbiter

from dashboard.domain.errors import SettingError
from dashboard.settings import read_settings

try:
    _settings = read_settings()
except SettingError as error:
    sys.exit(str(error))

# On a hosting service PORT says where its router looks, from outside this process's own host.
# Without it nobody but this machine's own browser is let in.
bind = f"0.0.0.0:{_settings.port}" if _settings.port else "127.0.0.1:8050"

# The tables are read once, before the fork, and shared by the workers.
preload_app = True
workers = _settings.workers
# Browsers open connections ahead of need. A worker without threads waits on such a silent connection
# until it times out and answers nobody else: two of them stop the whole dashboard.
worker_class = "gthread"
threads = 4
keepalive = 30
# An address holds a presentation with the selection of each of its exhibits (assets/scripts/tray/ keeps it below this).
limit_request_line = 8190

# A filter change takes milliseconds, a deck seconds. What takes longer than this hangs.
timeout = 60
graceful_timeout = 10

# A worker proves that it lives by touching a file; on a slow disk that alone can block it.
# Linux keeps this folder in memory; macOS has none and uses its default.
worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None

# The control socket is one file per user: a second dashboard on the same machine would take it from
# the first, and nothing here uses it.
control_socket_disable = True


def when_ready(server: Arbiter) -> None:
    """Tell where to look, for whoever typed the command."""
    for listener in server.LISTENERS:
        server.log.info("The dashboard is ready: %s (stop it with Ctrl+C)", listener)
