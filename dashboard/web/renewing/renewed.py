"""What is made ready of a version before it is shown, and which requests wait for one that they know already?"""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask, request

from dashboard.domain.address import VERSION
from dashboard.domain.edition import is_version
from dashboard.publication import Publication
from dashboard.views.registry import offered_pages
from dashboard.web.answer import Question
from dashboard.web.mount import Mount
from dashboard.web.remembered import Answers
from dashboard.web.renewing.layouts import Layouts
from dashboard.web.renewing.renewal import Renewal


def warmer(answers: Answers, layouts: Layouts, mount: Mount) -> Callable[[Publication], None]:
    """Makes what all pages show of everybody, and the lists of filters, as `warm` does before the fork."""

    def warm(publication: Publication) -> None:
        with mount.assumed():
            layouts.make(publication)
            for page in offered_pages(publication.vocabulary):
                answers.warm(Question(page.path, ""), publication)

    return warm


def catch_up_before_answering(server: Flask, renewal: Renewal) -> None:
    """A request that names a version in its address comes from a page of it, or from a link that was copied there.

    Another worker may have come to show it first: this one does, before it answers.
    """

    def follow() -> None:
        named = request.args.get(VERSION, "")
        if is_version(named):
            renewal.catch_up(named)

    server.before_request(follow)
