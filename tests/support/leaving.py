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
from urllib.parse import urlencode
from zipfile import ZipFile

from flask import Flask
from flask.testing import FlaskClient
from plotly.utils import PlotlyJSONEncoder
from werkzeug.test import TestResponse

from dashboard.current import Current
from dashboard.disclosure import asked
from dashboard.outputs.deck.template import own_template
from dashboard.outputs.writers import WRITERS
from dashboard.publication import Publication
from dashboard.views.registry import offered, offered_on, offered_pages
from dashboard.web.allowance import register_allowance
from dashboard.web.browser_files import BrowserFiles
from dashboard.web.choosing.filters import filters
from dashboard.web.documents.routes import register_documents
from dashboard.web.holding.heavy import take_turns
from dashboard.web.holding.refusals import tell_refusals
from dashboard.web.questions import register_questions
from dashboard.web.remembered import Answers
from dashboard.web.seen import Access, Same, Seen
from dashboard.web.taking_away.deck import register_deck
from dashboard.web.taking_away.downloads import DICTIONARY, register_downloads

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
    "dictionary",
    "lists",
)
"""Everything that tells of a selection."""


LISTS = "/_dash-layout"
"""Where Dash asks for the lists of filters: the only one of its questions that the server answers with our words."""

ANY_NUMBER = 1_000_000
"""Selections that one address may ask for, so that both worlds are asked all that there is."""

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
    # What is asked of two worlds is more than anybody may ask in a day.
    register_allowance(server, asked.Asked("who asks for what", most=ANY_NUMBER), access)
    take_turns(server)
    tell_refusals(server)
    register_downloads(server, seen, WRITERS, _browser_files())
    register_deck(server, seen, own_template(), _browser_files())
    register_documents(server, seen, own_template(), _browser_files())
    register_questions(server, seen, Answers())
    server.add_url_rule(
        LISTS, view_func=lambda: json.dumps(filters(seen.get()), cls=PlotlyJSONEncoder)
    )
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


def lists_of_codes() -> Iterator[Asked]:
    """What is the same for all selections: what every column and code means, and the lists of filters."""
    yield Asked("dictionary", DICTIONARY)
    yield Asked("lists", LISTS)


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
