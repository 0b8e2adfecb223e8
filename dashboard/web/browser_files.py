"""At which addresses does a browser find our style sheets, scripts and fonts, and how does a page ask for them?

Dash would load every script of its assets as a classic one, and every style sheet, in the order of their names. Our
scripts are modules, which name what they import, and our style sheets are sent as one, in the order that is written
here: so Dash is set to load none of them. Their addresses hold a digest of all: a browser may keep them for good.
"""

from __future__ import annotations

import hashlib
from html import escape
from http import HTTPStatus
from pathlib import Path

from flask import Flask, Response, abort

STYLES = (
    "theme",
    "fonts",
    "base",
    "masthead",
    "filters",
    "cards",
    "actions",
    "key_figures",
    "tables",
    "charts",
    "drawings",
    "drawings_maps",
    "prose",
    "tray",
    "presentation",
    "presentation_bar",
    "print",
)
"""The style sheets in the order of the cascade: what comes later wins."""

STYLE_SHEET = "styles/all.css"
"""All of them as one file: a page is not shown before the last of its style sheets has come."""

KINDS = {".css": "text/css", ".js": "text/javascript", ".woff2": "font/woff2"}
"""What is served, and as what: a browser runs no module that is served as something else."""

YEAR_S = 365 * 24 * 3600
"""How long a browser keeps files whose addresses change with their content."""

STARTER = """\
import("%s")
  .then((main) => main.ready)
  .then(() => new DashRenderer())
  .catch((error) => {
    console.error(error);
    const waiting = document.querySelector(".waiting");
    if (waiting) waiting.textContent = "Le tableau de bord n'a pas pu être chargé : rechargez la page.";
  });"""
"""What starts Dash in the browser, once our modules are there: Dash calls their functions as soon as it starts."""


class BrowserFiles:
    """The files under `folder` that a browser may ask for, as they are now."""

    def __init__(self, folder: Path) -> None:
        paths = (path for path in folder.rglob("*") if path.suffix in KINDS)
        self._content = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
        self._content[STYLE_SHEET] = b"\n".join(
            self._content[f"styles/{name}.css"] for name in STYLES
        )
        digest = hashlib.sha256()
        for name, content in sorted(self._content.items()):
            digest.update(name.encode() + b"\0" + content + b"\0")
        self._digest = digest.hexdigest()[:12]

    def address(self, name: str) -> str:
        """Where `name`, for example `scripts/main.js`, is served."""
        return f"/files/{self._digest}/{name}"

    @property
    def starter(self) -> str:
        """The script that starts Dash in the browser."""
        return STARTER % self.address("scripts/main.js")

    @property
    def links(self) -> str:
        """What the head of a page says: the style sheet, and what is needed soon after it."""
        lines = [_link("stylesheet", self.address(STYLE_SHEET))]
        for name in sorted(self._content):
            if name.endswith(".woff2"):
                kind = 'as="font" type="font/woff2" crossorigin'
                lines.append(_link("preload", self.address(name), kind))
            elif name.endswith(".js"):
                lines.append(_link("modulepreload", self.address(name)))
        return "\n".join(lines)

    def serve(self, server: Flask) -> None:
        """Answers for the files at their addresses; 404 at those of another digest, which are no longer these."""

        @server.get("/files/<digest>/<path:name>")
        def browser_file(digest: str, name: str) -> Response:
            if digest != self._digest or name not in self._content:
                abort(HTTPStatus.NOT_FOUND)
            answer = Response(self._content[name], mimetype=KINDS[Path(name).suffix])
            answer.cache_control.public = True
            answer.cache_control.max_age = YEAR_S
            answer.cache_control.immutable = True
            return answer


def _link(rel: str, address: str, attributes: str = "") -> str:
    return f'<link rel="{rel}" href="{escape(address)}" {attributes}'.rstrip() + ">"
