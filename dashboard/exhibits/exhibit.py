"""What is an exhibit, what is a file of it called, and how is it found again?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from urllib.parse import unquote

from dashboard.content.caption import Caption
from dashboard.content.content import Content
from dashboard.content.view import View
from dashboard.domain.address import of_version
from dashboard.domain.codebook import Term, slug
from dashboard.domain.selection import Condition

LONGEST_STATE = 72
"""Letters of a file's name that tell its selection and switches; what is longer ends in a fingerprint."""


def file_name(what: str, dated: date, stamp: str, mark: str = "") -> str:
    """`what-2017-10-31-demonstration`: what a file holds, the data's date and, where these bear a stamp, their kind.

    It ends in `-interne` where each page of the file bears a `mark`.
    """
    kind = "-demonstration" if stamp else ""
    return f"{what}-{dated.isoformat()}{kind}{'-interne' if mark else ''}"


@dataclass(frozen=True)
class Widening:
    """The one filter to take off so that there is something to show, and how many beneficiaries are then selected."""

    condition: Condition
    people: int


@dataclass(frozen=True)
class Exhibit:
    """Everything that a page, a file or a slide tells of one view: they cannot differ, since all come from here.

    `caption` holds every word around the numbers, composed once; `selection` is the plain text of whom they are about,
    as cells of files have it. `address` brings the same exhibit back; `filters` is the part of it that other views
    answer to as well. `switches` are those of the view that are not at their default, each parameter with its position;
    `switch_words` tell all of them: label, position in words. `site` is where the dashboard is served, as far as is
    known; `glossary` holds every word that is explained. `failed`: its view could not be composed, as its caption says.
    `other_version`: that it was asked for of another version than its own, for a file to say; else empty.
    `disclosure` says under which rules its numbers are shown, `mark` what each page of a file of it bears, if anything.
    """

    view: View
    content: Content
    caption: Caption
    selection: str
    address: str
    switches: Mapping[str, str]
    stamp: str
    version: str
    dated: date
    widening: Widening | None = None
    filters: str = ""
    switch_words: tuple[tuple[str, str], ...] = ()
    site: str = ""
    glossary: tuple[Term, ...] = ()
    failed: bool = False
    other_version: str = ""
    disclosure: str = ""
    mark: str = ""

    @property
    def link(self) -> str:
        """Where the exhibit stands: followed from a file, it leads back to it, and says of which version it is."""
        search = of_version(self.address, self.version)
        return f"{self.site}{self.view.page.path}{search}#{self.view.name}"

    @property
    def file_stem(self) -> str:
        """`carte-genre-f-mesure-ue-2017-10-31-demonstration`: the view, what it shows, the data's date, their kind."""
        return file_name(f"{self.view.name}{self._state}", self.dated, self.stamp, self.mark)

    @property
    def _state(self) -> str:
        switched = "&".join(f"{name}={position}" for name, position in self.switches.items())
        address = unquote(self.address if self.view.filtered else switched)
        state = slug(address.replace(f"{self.view.name}.", ""))
        if len(state) > LONGEST_STATE:
            mark = blake2b(state.encode(), digest_size=4).hexdigest()
            state = f"{state[: LONGEST_STATE - len(mark) - 1]}-{mark}"
        return f"-{state}" if state else ""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return self.content.empty
