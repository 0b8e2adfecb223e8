"""Which exhibits of a presentation does an address ask for?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from dashboard.domain.address.problems import unknown_view
from dashboard.domain.address.state import (
    COMMENTED,
    LONGEST_COMMENT,
    LONGEST_TITLE,
    MOST_SCREENS,
    ORDER,
    PART,
    Address,
    Screen,
)


@dataclass(frozen=True)
class ReadScreens:
    """The exhibits that exist, in order, and what could not be understood (in French)."""

    screens: tuple[Screen, ...]
    problems: tuple[str, ...]


class ScreenParts(NamedTuple):
    """The view of an exhibit, its address, and the title and the comment that the speaker has given it, if any."""

    view: str
    search: str
    title: str = ""
    comment: str = ""


def screen_parts(text: str) -> ScreenParts:
    """The parts of an exhibit that is written `view~address~title`; its comment stands on the lines after the title."""
    view, _, rest = text.partition(PART)
    search, _, words = rest.partition(PART)
    title, _, comment = words.replace("\r\n", COMMENTED).partition(COMMENTED)
    return ScreenParts(view, search, title[:LONGEST_TITLE], comment.strip()[:LONGEST_COMMENT])


def read_screens(
    text: str, exhibits: Mapping[str, str], parse: Callable[[str], Address]
) -> ReadScreens:
    """The exhibits that one value lists: several names, `carte,statut`, or one exhibit with an address of its own.

    `exhibits` are the titles of those that can be shown, by name; `parse` reads an address without a presentation.
    """
    if PART in text:
        return _read_screen(text, exhibits, parse)
    names = dict.fromkeys(filter(None, text.split(",", MOST_SCREENS + 1)[: MOST_SCREENS + 1]))
    return ReadScreens(
        tuple(Screen(name) for name in names if name in exhibits),
        tuple(unknown_view(name, exhibits, ORDER) for name in names if name not in exhibits),
    )


def _read_screen(
    text: str, exhibits: Mapping[str, str], parse: Callable[[str], Address]
) -> ReadScreens:
    view, search, title, comment = screen_parts(text)
    if view not in exhibits:
        return ReadScreens((), (unknown_view(view, exhibits, ORDER),))
    own = parse(search)
    problems = (f"Présentation, vue « {view} » : {problem}" for problem in own.problems)
    return ReadScreens((Screen(view, own, title, comment),), tuple(problems))
