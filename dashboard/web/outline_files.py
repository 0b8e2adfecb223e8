"""How do outlines of maps, and patterns of hatched fills, reach a page: once, for all charts that refer to them?"""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus

from flask import Flask, Response
from markupsafe import Markup

from dashboard.current import Current
from dashboard.outputs.svg.outlines import coarse_layer, outlines
from dashboard.outputs.svg.patterns import patterns
from dashboard.web.compressed import for_good
from dashboard.web.markup import joined, tag
from dashboard.web.mount import below


def definitions(layers: Iterable[str]) -> Markup:
    """What stands in a page that shows maps of `layers`; scripts add others (`assets/scripts/outlines.js`)."""
    groups = [_group(layer) for layer in layers]
    kept = Markup(patterns())  # noqa: S704 (of colours and lengths of ours)
    content = tag("defs", joined([kept, groups]), id="outlines")
    return tag("svg", content, class_="definitions", width="0", height="0", aria_hidden="true")


def _group(layer: str) -> Markup:
    drawn = outlines(layer)
    return tag("g", Markup(drawn.markup), data_outlines=drawn.digest)  # noqa: S704 (as above)


def addresses(layers: Iterable[str]) -> list[str]:
    """Where the outlines of each of `layers` are a file."""
    return [below(f"/outlines/{outlines(layer).digest}.svg") for layer in layers]


def register_outlines(server: Flask, current: Current) -> None:
    """Adds the files to `server`; 404 at the address of outlines that no layer of the study has now."""

    @server.get("/outlines/<digest>.svg")
    def file(digest: str) -> Response:
        paths = [layer.map for layer in current.get().vocabulary.layers if layer.path]
        for layer in (*paths, *map(coarse_layer, paths)):
            if outlines(layer).digest == digest:
                return for_good(Response(str(_group(layer)), mimetype="image/svg+xml"))
        return Response(status=HTTPStatus.NOT_FOUND)
