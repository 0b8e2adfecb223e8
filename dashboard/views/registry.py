"""Which views are there? Every module of the pages' folders that holds a `VIEW`.

It stands above the pages: none of them imports it but the comparison, which shows the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from pkgutil import walk_packages
from types import MappingProxyType

import dashboard.views as package
from dashboard.content.page import PAGES, Page
from dashboard.content.view import View
from dashboard.domain.errors import AddressError
from dashboard.domain.switches import Switch


@lru_cache(maxsize=1)
def views() -> Mapping[str, View]:
    """Every view by name, in the order of pages and places; raises ValueError where two share a name."""
    modules = walk_packages(package.__path__, f"{package.__name__}.")
    attributes = [getattr(import_module(module.name), "VIEW", None) for module in modules]
    unordered = [view for view in attributes if isinstance(view, View)]
    names = [view.name for view in unordered]
    if len(set(names)) != len(names):
        raise ValueError(f"two views share a name: {sorted(names)}")
    ordered = sorted(unordered, key=lambda view: (PAGES.index(view.page), view.place))
    return MappingProxyType({view.name: view for view in ordered})


def view_named(name: str) -> View:
    """The view called `name`; raises AddressError, in French, where there is none."""
    try:
        return views()[name]
    except KeyError:
        valid = ", ".join(views())
        raise AddressError(f"La vue « {name} » n'existe pas. Vues possibles : {valid}.") from None


def views_of(page: Page) -> tuple[View, ...]:
    """The views of one page, in order."""
    return tuple(view for view in views().values() if view.page == page)


@lru_cache(maxsize=1)
def all_switches() -> tuple[Switch, ...]:
    """The switches of every view."""
    return tuple(switch for view in views().values() for switch in view.switches)
