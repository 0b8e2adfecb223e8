"""Which views are there, and which of them does a study offer? Every module of the pages' folders that holds a `VIEW`.

It stands above the pages: none of them imports it but the comparison, which shows the others.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import import_module
from pkgutil import walk_packages
from types import MappingProxyType

import dashboard.views as package
from dashboard.content.page import COMPARISON, PAGES, Page
from dashboard.content.view import NotOffered, View
from dashboard.domain.address.problems import unknown_view
from dashboard.domain.errors import AddressError
from dashboard.domain.needs import unmet
from dashboard.domain.switches import Switch, said
from dashboard.domain.vocabulary import Vocabulary

_LOG = logging.getLogger(__name__)

NOT_PREPARED = "une erreur inattendue empêche de la préparer ; le journal du serveur la décrit"


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
        raise AddressError(unknown_view(name, {each: each for each in views()})) from None


def views_of(page: Page) -> tuple[View, ...]:
    """The views of one page, in order."""
    return tuple(view for view in views().values() if view.page == page)


@lru_cache(maxsize=1)
def all_switches() -> tuple[Switch, ...]:
    """The switches of every view."""
    return tuple(switch for view in views().values() for switch in view.switches)


@lru_cache(maxsize=8)
def offered(vocabulary: Vocabulary) -> Mapping[str, View]:
    """The views whose needs the study of `vocabulary` meets, by name, in the order of pages and places."""
    kept = {name: view for name, view in views().items() if not _reasons(view, vocabulary)}
    return MappingProxyType(kept)


def _reasons(view: View, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Why a view is not offered; nothing where it is.

    One whose title or switches cannot be told is left out: menus and addresses ask for those of all views.
    """
    try:
        missing = view.missing(vocabulary)
        if not missing:
            view.title_in(vocabulary)
            # The comparison offers the views that are: to ask it here would go round in a circle.
            for switch in () if view.borrows else view.switches:
                switch.offered(vocabulary)
    except Exception as error:  # noqa: BLE001 - whatever a view may raise, it is logged.
        _LOG.error("the view %s cannot be offered", view.name, exc_info=error)
        return (NOT_PREPARED,)
    return missing


def offered_view(name: str, vocabulary: Vocabulary) -> View:
    """The view called `name`; raises AddressError, in French, where the study does not offer it."""
    try:
        return offered(vocabulary)[name]
    except KeyError:
        raise AddressError(unknown_view(name, offered_titles(vocabulary))) from None


@lru_cache(maxsize=8)
def offered_titles(vocabulary: Vocabulary) -> Mapping[str, str]:
    """The titles of the views that the study offers, by their names."""
    titles = {name: view.title_in(vocabulary) for name, view in offered(vocabulary).items()}
    return MappingProxyType(titles)


def offered_on(page: Page, vocabulary: Vocabulary) -> tuple[View, ...]:
    """The views that the study offers on one page, in order."""
    return tuple(view for view in offered(vocabulary).values() if view.page == page)


@lru_cache(maxsize=8)
def offered_switches(vocabulary: Vocabulary) -> tuple[Switch, ...]:
    """The switches of every view that the study offers."""
    return tuple(switch for view in offered(vocabulary).values() for switch in view.switches)


def passing_parameters(vocabulary: Vocabulary) -> tuple[str, ...]:
    """The switches that show a passing moment, as the year that a player has come to: no other page keeps them."""
    return tuple(s.parameter for s in offered_switches(vocabulary) if s.form == "player")


@lru_cache(maxsize=8)
def offered_pages(vocabulary: Vocabulary) -> tuple[Page, ...]:
    """The pages that have a view to show, in the order of the menu.

    The comparison needs another view to compare by.
    """
    shown = tuple(page for page in PAGES if offered_on(page, vocabulary))
    compared = any(view.comparable for view in offered(vocabulary).values())
    return tuple(page for page in shown if compared or page is not COMPARISON)


@lru_cache(maxsize=8)
def not_offered(vocabulary: Vocabulary) -> tuple[NotOffered, ...]:
    """The views, and the positions of their switches, that the study does without, and why; in the order of views."""
    return tuple(lack for view in views().values() for lack in _lacks(view, vocabulary))


def _lacks(view: View, vocabulary: Vocabulary) -> Iterator[NotOffered]:
    """The view itself; or else the positions that it does without."""
    missing = _reasons(view, vocabulary)
    if missing:
        title = view.name if missing == (NOT_PREPARED,) else view.title_in(vocabulary)
        yield NotOffered(view.name, title, missing)
        return
    for switch in view.switches:
        for choice in switch.choices(vocabulary):
            reasons = unmet(choice.needs, vocabulary)
            if reasons:
                position = f"réglage « {said(switch.label, vocabulary)} », « {choice.label} »"
                yield NotOffered(view.name, view.title_in(vocabulary), reasons, position)
