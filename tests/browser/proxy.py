"""What stands between a browser and the dashboard in an institution: a reverse proxy with other things beside it."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "te", "upgrade"}
"""Headers that are of one connection, and not passed on."""


def free_port() -> int:
    """A port of this machine at which nobody listens: the server behind has to know it before the proxy is there."""
    with closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@contextmanager
def proxied(address: str, port: int) -> Iterator[str]:
    """The address of a proxy at `port` that passes on what is below the path of `address`, and answers 418 to all else.

    As others do, it tells host and scheme in `X-Forwarded-…`, and passes on paths as they are.
    """
    inner = urlsplit(address)

    class Passing(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _pass_on(self) -> None:
            if not f"{urlsplit(self.path).path}/".startswith(f"{inner.path}/"):
                self.send_response(418)
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            headers = {k: v for k, v in self.headers.items() if k.lower() not in HOP_BY_HOP}
            told = {"X-Forwarded-Host": self.headers["Host"], "X-Forwarded-Proto": "http"}
            # Closed also where the browser has left before it was answered.
            with closing(HTTPConnection(inner.netloc)) as onward:
                host = {"Host": inner.netloc}
                onward.request(self.command, self.path, body, headers | told | host)
                answer = onward.getresponse()
                content = answer.read()
            self.send_response(answer.status)
            for name, value in answer.getheaders():
                if name.lower() not in {*HOP_BY_HOP, "content-length", "server", "date"}:
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = _pass_on  # noqa: N815 - as its parent looks for them.

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as its parent names it.
            """Nothing: the server behind has its own log."""

    with ThreadingHTTPServer(("127.0.0.1", port), Passing) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{inner.path}"
        finally:
            server.shutdown()
            thread.join()
