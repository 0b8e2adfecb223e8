"""By which requests does somebody use their session, such that it does not end for want of use?

By the rule of the route: pages ask whether their tables are still shown every half minute, and programs ask for health,
where nobody need sit at all.
"""

from __future__ import annotations

from dashboard.web.login.addresses import BACK, LOGIN, LOGOUT, PROVIDER
from dashboard.web.login.passing import PAGES, READS
from dashboard.web.login.recorded import RECORDED
from dashboard.web.taking_away.exact_exports import CHOICE

ASKED_BY_PEOPLE = frozenset({LOGIN, LOGOUT, PROVIDER, BACK, CHOICE, *PAGES, *READS, *RECORDED})
"""The rules of what a click, a key or an address asks for; whatever else is asked keeps no session."""


def is_asked_by_people(rule: str) -> bool:
    """Whether somebody asks, and not a page or a program by itself."""
    return rule in ASKED_BY_PEOPLE
