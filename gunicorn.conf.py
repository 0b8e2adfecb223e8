"""How is the dashboard served? Defaults for one machine, and what a hosting service may set."""

import atexit
import errno
import gc
import os
import shutil
import socket
import sys
import tempfile

from gunicorn.arbiter import Arbiter
from gunicorn.config import Config
from gunicorn.glogging import Logger
from gunicorn.workers.base import Worker

from dashboard.access.hosts import is_loopback
from dashboard.access.start import needs_login
from dashboard.domain.errors import SettingError
from dashboard.settings import MOST_WORKERS, read_settings
from dashboard.web.operating.log import handled
from dashboard.web.serving.division import Division

try:
    _settings = read_settings()
except SettingError as error:
    sys.exit(str(error))

# Where each worker counts what it has answered (dashboard/web/operating/metrics.py). It is told before anything imports
# prometheus-client, which looks for it then.
_COUNTED = tempfile.mkdtemp(prefix="dashboard-metrics-")
_MASTER = os.getpid()
os.environ["PROMETHEUS_MULTIPROC_DIR"] = _COUNTED


def _forget_counts() -> None:
    # Workers end by the same functions.
    if os.getpid() == _MASTER:
        shutil.rmtree(_COUNTED, ignore_errors=True)


atexit.register(_forget_counts)

# On a hosting service PORT says where its router looks, from outside this process's own host.
# Without it nobody but this machine's own browser is let in.
bind = f"0.0.0.0:{_settings.port}" if _settings.port else "127.0.0.1:8050"

# The tables are read once, before the fork, and shared by the workers.
preload_app = True
workers = _settings.workers
# Threads compute, and wait for nobody who sends or reads slowly: the worker's loop does (dashboard/web/serving/).
worker_class = "dashboard.web.serving.patient_worker.PatientWorker"
# A part of them may wait for decks, which are made one after the other (dashboard/web/holding/heavy.py).
threads = 16
keepalive = 30
# An address holds a presentation with the selection of each of its exhibits (assets/scripts/tray/ keeps it below this).
limit_request_line = 8190

# Nobody: the dashboard itself counts the proxies in front of it, and believes that many (dashboard/web/mount.py). By
# default whoever is on this machine could say that a request came over TLS.
forwarded_allow_ips = ""

# The loop sends answers, not the system by itself.
sendfile = False

# A filter change takes milliseconds, a deck seconds. What takes longer than this hangs.
timeout = 60
# The decks that are being made and wait, when it is stopped, are still sent (deploy/observatoire.service waits longer).
graceful_timeout = 40

# A worker proves that it lives by touching a file; on a slow disk that alone can block it.
# Linux keeps this folder in memory; macOS has none and uses its default.
worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None

# The control socket is one file per user: a second dashboard on the same machine would take it from
# the first, and nothing here uses it.
control_socket_disable = True


class _Log(Logger):
    """What gunicorn itself says, in the form of all else, without anybody's address; the dashboard tells requests."""

    def setup(self, cfg: Config) -> None:
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handled(handler, _settings.log_format)


logger_class = _Log


# While workers are started anew, the old ones still have theirs.
_division = Division(2 * MOST_WORKERS)


def pre_fork(_server: Arbiter, worker: Worker) -> None:
    """Give each worker a place, where it tells the others how many connections it has."""
    worker.division, worker.place = _division, _division.join()


def child_exit(_server: Arbiter, worker: Worker) -> None:
    """Forget what a worker that is no more had under way; what it has counted stays."""
    worker.division.leave(worker.place)
    from prometheus_client.multiprocess import mark_process_dead  # noqa: PLC0415 - it looks for the folder.

    mark_process_dead(worker.pid, _COUNTED)


def on_starting(server: Arbiter) -> None:
    """Refuse, in one line, an address at which nobody has to log in and others arrive, and a port that is taken."""
    if server.master_pid:
        return
    for address in server.address:
        if not isinstance(address, tuple):
            continue
        if not _is_let_in(address[0]):
            from dashboard.web.holding.hosts import FROM_HERE_ALONE  # noqa: PLC0415 - it imports prometheus-client.

            sys.exit(FROM_HERE_ALONE)
        family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        with socket.socket(family) as alone:
            alone.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                alone.bind(address)
            except OSError as error:
                if error.errno == errno.EADDRINUSE:
                    sys.exit(f"Another program listens on {address[0]}:{address[1]}.")
                sys.exit(f"{address[0]}:{address[1]}: {error.strerror}.")


def _is_let_in(host: str) -> bool:
    # A socket that is handed over is not known here: each request is looked at as well (dashboard/web/login/local.py).
    return host == "localhost" or is_loopback(host) or needs_login(_settings)


def when_ready(server: Arbiter) -> None:
    """Tell where to look, for whoever typed the command, and set aside what the workers share.

    A worker that looks for garbage writes to each object that it looks at, and so gets a copy of its page of memory.
    """
    gc.collect()
    gc.freeze()
    for address in server.address:
        where = "http://{}:{}".format(*address) if isinstance(address, tuple) else address
        server.log.info("The dashboard is ready: %s (stop it with Ctrl+C)", where)


def post_worker_init(worker: Worker) -> None:
    """Have each worker look whether another version of the tables is published: threads do not survive a fork."""
    renewal = getattr(worker.wsgi, "extensions", {}).get("renewal")
    if renewal:
        renewal.start()


def post_fork(_server: Arbiter, _worker: Worker) -> None:
    """Let threads take turns five times as often as Python has them do: a small request then waits less for a deck."""
    sys.setswitchinterval(0.001)
