"""How does a reader find one of the views of a long page?"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from dashboard.web.markup import tag
from dashboard.web.slots import Slot

LEAST = 3
"""Views from which on a page is long."""


def views_list(slots: Iterable[Slot]) -> Markup | None:
    """A line that names the views of a page and leads to the heading of each; nothing on a short page."""
    listed = [slot for slot in slots if slot.listed]
    if len(listed) < LEAST:
        return None
    links = [
        tag("li", tag("a", slot.listed, href=f"#{slot.heading}", data_place=slot.heading))
        for slot in listed
    ]
    content = [tag("span", "Sur cette page\u00a0: ", id="views-title"), tag("ol", links)]
    return tag("nav", content, class_="views", aria_labelledby="views-title")
