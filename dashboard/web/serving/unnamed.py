"""How is an answer begun that does not say by which program it is given?"""

from __future__ import annotations

from gunicorn.http import wsgi


class Unnamed(wsgi.Response):  # type: ignore[misc] # gunicorn has no types.
    """An answer that does not say by which program it is given."""

    def default_headers(self) -> list[str]:
        """The same lines, but the name."""
        lines: list[str] = super().default_headers()
        return [line for line in lines if not line.startswith("Server:")]
