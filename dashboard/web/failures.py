"""What is shown and logged where one view fails, so that it takes nothing else with it?"""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Lock
from traceback import extract_tb
from typing import TypeVar
from urllib.parse import parse_qsl

from dashboard.content.medium import Medium
from dashboard.content.view import View
from dashboard.domain.address import Address, format_address
from dashboard.domain.errors import AllowanceError, SelectionError
from dashboard.exhibits.composition import compose, failed
from dashboard.exhibits.exhibit import Exhibit
from dashboard.publication import Publication

_LOG = logging.getLogger(__name__)

_LOGGED: set[tuple[str, str, str]] = set()
_LOCK = Lock()
"""The failures that the log has: a view, the kind of error, and the line of code that raised it.

A view that fails once fails at each filter: its traceback is told the first time.
"""

Made = TypeVar("Made")


def composed(
    view: View,
    address: Address,
    publication: Publication,
    *,
    medium: Medium = "page",
    site: str = "",
) -> Exhibit:
    """`view` as `compose` makes it; where that fails, an exhibit that says so. Raises SelectionError as it does."""
    return or_else(
        view,
        lambda: compose(view, address, publication, medium=medium, site=site),
        lambda: failed(view, address, publication, site=site),
        at=lambda: written(address, publication),
    )


def written(address: Address, publication: Publication) -> str:
    """The parameters of the address without their values, which may single out a person; the level DEBUG has these."""
    search = format_address(
        address.selection, address.switches, publication.vocabulary, address.other
    )
    _LOG.debug("an address at which something failed: %s", search)
    return ", ".join(dict.fromkeys(name for name, _ in parse_qsl(search.removeprefix("?"))))


def or_else(
    view: View,
    make: Callable[[], Made],
    instead: Callable[[], Made],
    *,
    at: Callable[[], str] = str,
) -> Made:
    """What `make` gives of `view`; what `instead` does where it fails, which is logged once. `at`: what is asked.

    A selection that is refused is no failure: it is raised, as are other messages for whoever asks.
    """
    try:
        return make()
    except (SelectionError, AllowanceError):
        raise
    except Exception as error:  # noqa: BLE001 - whatever a view may raise, it is logged.
        _log_once(view, error, at())
        return instead()


def _log_once(view: View, error: Exception, at: str) -> None:
    last = extract_tb(error.__traceback__)[-1]
    failure = (view.name, type(error).__name__, f"{last.filename}:{last.lineno}")
    with _LOCK:
        if failure in _LOGGED:
            return
        _LOGGED.add(failure)
    asked = f"with {at}" if at else "at its own address"
    _LOG.error("the view %s failed %s", view.name, asked, exc_info=error)
