"""Which lists of filters belong to the page that asks for them? Those of its own version, also if another is shown."""

from __future__ import annotations

from dash.development.base_component import Component
from flask import has_request_context, request

from dashboard.latest import Latest
from dashboard.publication import Current, Publication
from dashboard.web.filters import filters

KEPT = 3
"""Of how many versions the lists are kept: a page asks for them a second after it has been sent."""


class Layouts:
    """The lists of the versions shown last."""

    def __init__(self, current: Current) -> None:
        self._current = current
        self._kept: Latest[str, Component] = Latest(KEPT)

    def make(self, publication: Publication) -> Component:
        """The lists of `publication`, made once."""
        known = self._kept.get(publication.version)
        if known is None:
            known = filters(publication)
            self._kept.keep(publication.version, known)
        return known

    def asked(self) -> Component:
        """The lists of the version that the request names; of the current one where it names none that is kept."""
        named = request.args.get("version", "") if has_request_context() else ""
        kept = self._kept.get(named)
        return kept if kept is not None else self.make(self._current.get())
