"""How does an address tell the whole state of a page, and the other way round?

Filters: `promotion=2015-2016,2016-2017`. Paths: `situation.T1=en-emploi-salarie`. Switches: `carte.mesure=ue`.
A second selection, to compare with, has the same parameters behind `b.`: `b.genre=H`.
What a presentation shows, in order: `expo=carte,statut`, which follow the page, or for each exhibit that has its own
selection `expo=carte~genre%3DF%26carte.mesure%3Due~Un%20titre`; the presentation's title: `titre=Commission`.
Which version of the tables a link was copied from: `version=2c4a9d0b1e3f`, in links that leave the site.
What mailings and networks add to follow a reader is passed over: `utm_source`, `fbclid` (`foreign.py`).
What an address says and the tables do not know is reported, never dropped in silence: that would widen the population.
"""

from __future__ import annotations

from dashboard.domain.address.foreign import FOREIGN
from dashboard.domain.address.format import format_address, of_version
from dashboard.domain.address.names import filter_parameters, parameter_of, value_of, values_of
from dashboard.domain.address.parse import parse_address
from dashboard.domain.address.screens import ScreenParts, screen_parts
from dashboard.domain.address.state import (
    HEADING,
    LONGEST_SEARCH,
    LONGEST_TITLE,
    MOST_SCREENS,
    ORDER,
    OTHER,
    PART,
    VERSION,
    Address,
    Screen,
    selections_of,
)

__all__ = [
    "FOREIGN",
    "HEADING",
    "LONGEST_SEARCH",
    "LONGEST_TITLE",
    "MOST_SCREENS",
    "ORDER",
    "OTHER",
    "PART",
    "VERSION",
    "Address",
    "Screen",
    "ScreenParts",
    "filter_parameters",
    "format_address",
    "of_version",
    "parameter_of",
    "parse_address",
    "screen_parts",
    "selections_of",
    "value_of",
    "values_of",
]
