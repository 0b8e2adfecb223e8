"""By which addresses does anything of a selection leave the dashboard: pages, answers, files, decks, documents?

A bare server has them all, without the frame and the warming of the whole application: what is asked of it is what
counts, and it starts at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from secrets import token_hex
from urllib.parse import urlencode
from zipfile import ZipFile

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.current import Current
from dashboard.disclosure.asked import Asked as Counted
from dashboard.outputs.deck.template import own_template
from dashboard.outputs.writers import WRITERS
from dashboard.publication import Publication
from dashboard.views.registry import offered, offered_on, offered_pages
from dashboard.web.allowance import register_allowance
from dashboard.web.browser_files import BrowserFiles
from dashboard.web.documents.routes import register_documents
from dashboard.web.holding.heavy import take_turns
from dashboard.web.holding.refusals import tell_refusals
from dashboard.web.questions import register_questions
from dashboard.web.remembered import Answers
from dashboard.web.seen import Access, Same, Seen
from dashboard.web.taking_away.deck import register_deck
from dashboard.web.taking_away.downloads import register_downloads

ASSETS = Path(__file__).parents[2] / "assets"

FILES = ("csv", "xlsx", "svg", "pptx")

FORMATS = (
    *FILES,
    "picture.svg",
    "answer",
    "deck.json",
    "deck.pptx",
    "fiche",
    "fiche.pptx",
    "bilan",
)
"""Everything that tells of a selection."""


DATED = "docProps/core.xml"
"""What tells the moment at which a package was written."""


@dataclass(frozen=True)
class Asked:
    """A question: in which of the FORMATS its answer is, its address, and what it posts, if it posts."""

    kind: str
    address: str
    body: bytes | None = None

    def of(self, client: FlaskClient) -> TestResponse:
        """What the server answers."""
        if self.body is None:
            return client.get(self.address)
        return client.post(self.address, data=self.body)


@lru_cache(maxsize=1)
def _browser_files() -> BrowserFiles:
    return BrowserFiles(ASSETS)


def client_of(publication: Publication, access: Access | None = None) -> FlaskClient:
    """Who asks a server that shows `publication`, and writes files of it, as `access` says; to everybody without it."""
    access = access or Same(publication.policy)
    server, seen = Flask(__name__), Seen(Current(publication), access)
    register_allowance(server, Counted(token_hex(), most=10_000), access)
    take_turns(server)
    tell_refusals(server)
    register_downloads(server, seen, WRITERS, _browser_files())
    register_deck(server, seen, own_template(), _browser_files())
    register_documents(server, seen, own_template(), _browser_files())
    register_questions(server, seen, Answers())
    return server.test_client()


def files_of(view: str, search: str) -> Iterator[Asked]:
    """The files of one view, and what the browser makes its picture of."""
    for suffix in FILES:
        yield Asked(suffix, f"/export/{view}.{suffix}{search}")
    yield Asked("picture.svg", f"/export/{view}/picture.svg{search}")


def pages_of(search: str, publication: Publication) -> Iterator[Asked]:
    """Each page with all of its tables open: charts, hover, key figures, lists of filters, words."""
    for page in offered_pages(publication.vocabulary):
        tables = [view.name for view in offered_on(page, publication.vocabulary)]
        question = {
            "path": page.path,
            "search": search,
            "tables": tables,
            "narrow": False,
            "known": {},
            "whole": True,
        }
        yield Asked("answer", "/answer", json.dumps(question).encode())


def documents_of(search: str, publication: Publication) -> Iterator[Asked]:
    """The documents of a selection, and a deck of some of its views."""
    for kind in ("fiche", "fiche.pptx", "bilan"):
        yield Asked(kind, f"/{kind}{search}")
    bare = search.removeprefix("?")
    names = list(offered(publication.vocabulary))[::5]
    listed = [("filtre", bare), *(("expo", f"{name}~{bare}") for name in names)]
    yield Asked("deck.json", f"/deck.json?{urlencode(listed)}")
    yield Asked("deck.pptx", f"/deck.pptx?{urlencode(listed)}")


def content_of(data: bytes) -> dict[str, bytes]:
    """What an answer holds, file by file where it is a package, without the moment at which it was written."""
    if not data.startswith(b"PK"):
        return {"": data}
    with ZipFile(BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist() if name != DATED}
    return {
        f"{name}/{within}": content
        for name, part in parts.items()
        for within, content in content_of(part).items()
    }
