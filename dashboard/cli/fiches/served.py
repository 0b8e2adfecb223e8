"""How does a browser of this machine reach the pages of the dashboard while a command runs?"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from flask import Flask
from werkzeug.serving import make_server


@contextmanager
def served(server: Flask) -> Iterator[str]:
    """The address at which `server` answers on this machine alone, on a port that is free."""
    # It tells each request, on the stream that shows how far the command is.
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    serving = make_server("127.0.0.1", 0, server, threaded=True)
    thread = Thread(target=serving.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{serving.port}"
    finally:
        serving.shutdown()
        thread.join()
