"""Which exhibits of a presentation does an address ask for?"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from dashboard.domain.address.state import LONGEST_TITLE, ORDER, PART, Address, Screen


@dataclass(frozen=True)
class ReadScreens:
    """The exhibits that exist, in order, and what could not be understood (in French)."""

    screens: tuple[Screen, ...]
    problems: tuple[str, ...]


def screen_parts(text: str) -> tuple[str, str, str]:
    """The view, the address and the title of an exhibit that is written `view~address~title`."""
    view, _, rest = text.partition(PART)
    search, _, title = rest.partition(PART)
    return view, search, title[:LONGEST_TITLE]


def read_screens(
    text: str, exhibits: Collection[str], parse: Callable[[str], Address]
) -> ReadScreens:
    """The exhibits that one value lists: several names, `carte,statut`, or one exhibit with an address of its own.

    `exhibits` are those that can be shown; `parse` reads an address in which there is no presentation.
    """
    if PART in text:
        return _read_screen(text, exhibits, parse)
    names = dict.fromkeys(filter(None, text.split(",")))
    return ReadScreens(
        tuple(Screen(name) for name in names if name in exhibits),
        tuple(_unknown(name, exhibits) for name in names if name not in exhibits),
    )


def _read_screen(
    text: str, exhibits: Collection[str], parse: Callable[[str], Address]
) -> ReadScreens:
    view, search, title = screen_parts(text)
    if view not in exhibits:
        return ReadScreens((), (_unknown(view, exhibits),))
    own = parse(search)
    problems = (f"Présentation, vue « {view} » : {problem}" for problem in own.problems)
    return ReadScreens((Screen(view, own, title),), tuple(problems))


def _unknown(view: str, exhibits: Collection[str]) -> str:
    listed = ", ".join(exhibits)
    return f"La vue « {view} » du paramètre « {ORDER} » n'existe pas. Vues possibles : {listed}."
