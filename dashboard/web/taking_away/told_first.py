"""What is somebody told before they take away, or present, exact counts of so few people that each may be recognised?

Our scripts ask with `confirme=demande`, are told in plain text, ask the reader, and ask again with `confirme=oui`. Who
writes the address by hand is told on a page. Where everybody is shown the demonstration, an address without either is
answered at once: its tables are about nobody.
"""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus

from flask import Response, request
from markupsafe import Markup

from dashboard.content.view import View
from dashboard.disclosure.thresholds import LEAST_UNTOLD
from dashboard.domain.address import Address
from dashboard.domain.counts import Rounded, Suppressed
from dashboard.domain.selection import Selection
from dashboard.exhibits.selected import people_in
from dashboard.publication import Publication
from dashboard.text.typography import unbroken
from dashboard.web.browser_files import BrowserFiles
from dashboard.web.documents.links import ASKING, CONFIRMED, YES
from dashboard.web.documents.shell import Setting, back, shell
from dashboard.web.markup import tag
from dashboard.web.presentation import FEW
from dashboard.web.seen import Seen

GO_ON = "Continuer"


def search_asked() -> str:
    """The query string of the request, without what is said of confirmation."""
    query = request.query_string.decode(errors="replace")
    return "&".join(part for part in query.split("&") if not part.startswith(f"{CONFIRMED}="))


def selections_of(view: View, address: Address) -> tuple[Selection, ...]:
    """Whom `view` tells of at `address`: nobody in particular where no filter applies, two sides of a comparison."""
    if not view.filtered:
        return ()
    return (address.selection, address.other) if view.borrows else (address.selection,)


def warning_of(selections: Iterable[Selection], publication: Publication) -> str:
    """What is at risk where one of `selections` has few people, exactly counted, in French; nothing where none has.

    What the policy does not answer counts nobody: its refusal is told elsewhere.
    """
    answered = filter(publication.admission, selections)
    numbers = [people_in(selection, publication) for selection in answered]
    exact = [n for n in numbers if n and not isinstance(n, (Rounded, Suppressed))]
    least = min(exact, default=LEAST_UNTOLD)
    if least >= LEAST_UNTOLD:
        return ""
    who = (
        "1 personne : elle est reconnaissable"
        if least == 1
        else f"{least} personnes : chacune est reconnaissable"
    )
    return unbroken(
        f"{who} par qui connaît sa région, son âge ou son emploi, et ce qui suit dit sa situation exacte. Ne le "
        "montrez qu'à des personnes habilitées, ou retirez un filtre."
    )


def told_first(
    selections: Iterable[Selection], publication: Publication, seen: Seen, files: BrowserFiles
) -> Response | None:
    """What the request is answered first, with status 428; None where its answer may follow at once."""
    said = request.values.get(CONFIRMED, "")
    if said == YES or (seen.all_alike and said != ASKING):
        return None
    warning = warning_of(selections, publication)
    if not warning:
        return None
    if "text/html" not in request.headers.get("Accept", ""):
        text = f"{warning}\n"
        return Response(text, HTTPStatus.PRECONDITION_REQUIRED, mimetype="text/plain")
    return Response(
        _page(warning, files), HTTPStatus.PRECONDITION_REQUIRED, content_type="text/html"
    )


def _page(warning: str, files: BrowserFiles) -> str:
    search = "&".join(filter(None, (search_asked(), f"{CONFIRMED}={YES}")))
    # Relative to the address that was asked for, so that it holds below any path.
    go_on = tag("a", GO_ON, href=f"?{search}", rel="nofollow")
    main = [tag("h1", FEW), tag("p", warning, class_="nothing"), tag("p", go_on)]
    sheet: Markup = tag("div", main, class_="sheet")
    return shell(Setting("choice", FEW), [back("/")], sheet, (), files)
