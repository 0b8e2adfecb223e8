"""At which addresses does a browser find our style sheets, scripts and fonts, and how does a page ask for them?

Dash would load every script of its assets as a classic one, and every style sheet, in the order of their names. Our
scripts are modules, which name what they import, and our style sheets are sent as one, in the order that is written
here: so Dash is set to load none of them. Their addresses hold a digest of all, or their own where no other file
refers to them, such as plotly: a browser may keep them for good.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from html import escape
from http import HTTPStatus
from pathlib import Path

from flask import Flask, Response, abort, request

from dashboard.web.compressed import ENCODINGS, TEXTS, compress, encoding_for, for_good
from dashboard.web.mount import below

STYLES = (
    "theme",
    "fonts",
    "base",
    "masthead",
    "access",
    "filter_lists",
    "filters",
    "cards",
    "actions",
    "key_figures",
    "first_screen",
    "tables",
    "charts",
    "drawings",
    "drawings_maps",
    "tips",
    "prose",
    "tray",
    "presentation",
    "presentation_bar",
    "presentation_details",
    "told_first",
    "print",
)
"""The style sheets in the order of the cascade: what comes later wins."""

STYLE_SHEET = "styles/all.css"
"""All of them as one file: a page is not shown before the last of its style sheets has come."""

KINDS = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".png": "image/png",
    ".woff2": "font/woff2",
}
"""What is served, and as what: a browser runs no module that is served as something else."""

ALONE = "vendor/"
"""The folder of what others wrote, whose addresses do not change with our files."""

PLOTLY = ALONE + "plotly.min.js"
"""What draws the charts that we do not: too big to be loaded before a page needs it (tools/plotly_bundle)."""

DOCUMENT_STYLES = ("documents", "documents_region", "documents_study")
"""The style sheets of documents, which come after those of all pages in the cascade; pages do not need them."""

DOCUMENT_SHEET, DOCUMENT_SCRIPT = "styles/all_documents.css", "scripts/documents.js"
"""All of them as one file, and the script by which a document gets its charts."""

SUFFIXES = {"br": ".br", "gzip": ".gz"}
"""How the name of a file ends that holds another one in an encoding: made once where that takes seconds."""

ICON = "favicon.png"
"""The icon of the pages. Chromium reads it again at each change of the address: as SVG that took 7 ms (measured)."""

FIRST_SCRIPTS = ("scripts/boot.js", "scripts/message.js")
"""What asks for the other scripts once the page has been painted, and what tells that they did not come."""


class BrowserFiles:
    """The files under `folder` that a browser may ask for, as they are now, in all their encodings."""

    def __init__(self, folder: Path) -> None:
        paths = [path for path in folder.rglob("*") if path.suffix in KINDS]
        content = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
        for sheet, names in ((STYLE_SHEET, STYLES), (DOCUMENT_SHEET, DOCUMENT_STYLES)):
            content[sheet] = b"\n".join(content[f"styles/{name}.css"] for name in names)
        ours = {name: text for name, text in content.items() if not name.startswith(ALONE)}
        digest = _digest(
            part for pair in sorted(ours.items()) for part in (pair[0].encode(), pair[1])
        )
        self._digests = {
            name: digest if name in ours else _digest([text]) for name, text in content.items()
        }
        self._encoded = {name: _encoded(folder / name, text) for name, text in content.items()}

    def address(self, name: str) -> str:
        """Where `name`, for example `scripts/main.js`, is served."""
        return below(f"/files/{self._digests[name]}/{name}")

    @property
    def links(self) -> str:
        """What the head of a page says: the style sheet, and what is needed for the page to be painted and go on."""
        return "\n".join(
            [
                _link("icon", self.address(ICON), 'type="image/png"'),
                _link("stylesheet", self.address(STYLE_SHEET)),
                *self._fonts(),
                *(self._script(name) for name in FIRST_SCRIPTS),
            ]
        )

    @property
    def document_links(self) -> str:
        """What the head of a document says: its own style sheet stands over that of all pages."""
        return "\n".join(
            [
                _link("icon", self.address(ICON), 'type="image/png"'),
                _link("stylesheet", self.address(STYLE_SHEET)),
                _link("stylesheet", self.address(DOCUMENT_SHEET)),
                *self._fonts(),
            ]
        )

    @property
    def plain_links(self) -> str:
        """What the head of a page without a script says: the login is whole without one."""
        icon, sheet = (self.address(name) for name in (ICON, STYLE_SHEET))
        links = [_link("icon", icon, 'type="image/png"'), _link("stylesheet", sheet)]
        return "\n".join([*links, *self._fonts()])

    @property
    def later_links(self) -> str:
        """What the page needs once it has been painted: our other scripts, of which each would delay that."""
        scripts = sorted(name for name in self._encoded if name.startswith("scripts/"))
        others = (*FIRST_SCRIPTS, DOCUMENT_SCRIPT)
        return "\n".join(self._script(name) for name in scripts if name not in others)

    def _fonts(self) -> list[str]:
        kind = 'as="font" type="font/woff2" crossorigin'
        fonts = sorted(name for name in self._encoded if name.endswith(".woff2"))
        return [_link("preload", self.address(name), kind) for name in fonts]

    def _script(self, name: str) -> str:
        # Not as modules, which a browser reads as soon as they have come.
        return _link("preload", self.address(name), 'as="script" crossorigin fetchpriority="low"')

    def serve(self, server: Flask) -> None:
        """Answers for the files at their addresses; 404 at those of another digest, which are no longer these."""

        @server.get("/files/<digest>/<path:name>")
        def browser_file(digest: str, name: str) -> Response:
            if digest != self._digests.get(name):
                abort(HTTPStatus.NOT_FOUND)
            encoded = self._encoded[name]
            encoding = encoding_for(request.accept_encodings) if len(encoded) > 1 else None
            kind = KINDS[Path(name).suffix]
            return for_good(Response(encoded[encoding], mimetype=kind), encoding)


def _digest(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part + b"\0")
    return digest.hexdigest()[:12]


def _encoded(path: Path, content: bytes) -> dict[str | None, bytes]:
    """The `content` of the file at `path` as it is, under None, and in each encoding that it is sent in."""
    encoded: dict[str | None, bytes] = {None: content}
    if KINDS[path.suffix] in TEXTS:
        for encoding in ENCODINGS:
            made = path.with_name(path.name + SUFFIXES[encoding])
            encoded[encoding] = made.read_bytes() if made.exists() else compress(content, encoding)
    return encoded


def _link(rel: str, address: str, attributes: str = "") -> str:
    return f'<link rel="{rel}" href="{escape(address)}" {attributes}'.rstrip() + ">"
