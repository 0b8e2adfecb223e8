"""Which lists of filters belong to the page that asks for them? Those of its own version, also if another is shown."""

from __future__ import annotations

from dash.development.base_component import Component
from flask import has_request_context, request

from dashboard.domain.address import VERSION
from dashboard.domain.vocabulary import Vocabulary
from dashboard.latest import Latest
from dashboard.publication import Publication
from dashboard.web.choosing.filters import filters
from dashboard.web.seen import Seen

KEPT = 12
"""Of how many versions and policies the lists are kept: a page asks for them a second after it has been sent."""


class Layouts:
    """The lists of the versions shown last."""

    def __init__(self, seen: Seen) -> None:
        self._seen = seen
        self._kept: Latest[tuple[str, str], tuple[Vocabulary, Component]] = Latest(KEPT)

    def make(self, publication: Publication) -> Component:
        """The lists of `publication` under its policy, made once."""
        vocabulary, key = publication.vocabulary, (publication.version, publication.policy.name)
        known = self._kept.get(key)
        if known is None or known[0] is not vocabulary:
            known = vocabulary, filters(publication)
            self._kept.keep(key, known)
        return known[1]

    def asked(self) -> Component:
        """The lists of the version that the request names; of the current one where it names none that is kept."""
        publication = self._seen.get()
        named = request.args.get(VERSION, "") if has_request_context() else ""
        key = named, publication.policy.name
        kept = self._kept.get(key) if named != publication.version else None
        return self.make(publication) if kept is None else kept[1]
