"""What is a document, before anybody draws it: chapters of sentences, figures and tables, in their order, numbered?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from dashboard.content.content import Section
from dashboard.content.view import View
from dashboard.domain.address import Address
from dashboard.domain.codebook import slug
from dashboard.exhibits.exhibit import LONGEST_STATE, Exhibit, file_name
from dashboard.exhibits.selected import headline, people_in
from dashboard.publication import Publication
from dashboard.text.editions import other_version
from dashboard.text.numbers import day
from dashboard.text.selections import selection_in_words
from dashboard.text.typography import unbroken

Composer = Callable[[View, Address], Exhibit]
"""How a view of an address becomes an exhibit: what then happens where that fails is for the reader's program."""

Form = Literal["figure", "table"]
"""An exhibit stands in a document as its chart, or as its data table."""

WORDS: dict[Form, str] = {"figure": "Figure", "table": "Tableau"}
"""What each is called before its number."""


@dataclass(frozen=True)
class Plate:
    """An exhibit in a document: its chart, or its data table."""

    exhibit: Exhibit
    form: Form = "figure"


@dataclass(frozen=True)
class Passage:
    """A paragraph; `about` names the views whose plates show what it says."""

    text: str
    about: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chapter:
    """A chapter: its place in addresses, its title, what is said first, then its plates, then prose in sections."""

    name: str
    title: str
    passages: tuple[Passage, ...] = ()
    plates: tuple[Plate, ...] = ()
    sections: tuple[Section, ...] = ()
    annex: bool = False


@dataclass(frozen=True)
class Document:
    """What stands on paper or on slides.

    `selection` in words, `headline` the same with its people; `study` and `partners` head it, `stamp` is empty for real
    tables. `dated` is the day of the data and their version; `file_stem` names its files.
    `other_version`: that another version of them was asked for; else empty. `nothing`: why there is no chapter, where
    there are people. `disclosure` says under which rules numbers are shown, `mark` what each page bears, if anything.
    """

    title: str
    selection: str
    headline: str
    people: int
    study: str
    partners: str
    stamp: str
    dated: str
    file_stem: str
    chapters: tuple[Chapter, ...]
    other_version: str = ""
    disclosure: str = ""
    mark: str = ""
    nothing: str = ""

    @property
    def plates(self) -> tuple[Plate, ...]:
        """Every plate, in order."""
        return tuple(plate for chapter in self.chapters for plate in chapter.plates)

    @property
    def labels(self) -> tuple[str, ...]:
        """The number of each plate, in order: `Figure 3`, `Tableau 2`. Figures and tables are counted apart."""
        return tuple(self._labels())

    def number_of(self, view: str) -> int | None:
        """Which of the plates, from 0, is the first that shows the view of that name; None where there is none."""
        shown = (i for i, plate in enumerate(self.plates) if plate.exhibit.view.name == view)
        return next(shown, None)

    def chapter(self, name: str) -> Chapter | None:
        """The chapter called `name`; None where it has been left out, for want of anything to show."""
        return next((chapter for chapter in self.chapters if chapter.name == name), None)

    def _labels(self) -> Iterator[str]:
        counted: Counter[Form] = Counter()
        for plate in self.plates:
            counted[plate.form] += 1
            yield f"{WORDS[plate.form]} {counted[plate.form]}"


def document_of(address: Address, title: str, file_stem: str, publication: Publication) -> Document:
    """The document of the people of the selection of `address`, before it has any chapter."""
    selection = address.selection
    study = publication.vocabulary.codebook.study
    return Document(
        title=title,
        selection=unbroken(selection_in_words(selection, publication.vocabulary)),
        headline=unbroken(headline(selection, publication)),
        people=people_in(selection, publication),
        study=study.title,
        partners=study.partners,
        stamp=publication.stamp,
        dated=f"Données au {day(publication.dated)}, version {publication.version}",
        file_stem=file_stem,
        chapters=(),
        other_version=other_version(
            address.version, publication.version, publication.dated, publication.editions
        ),
        disclosure=unbroken(publication.policy.description),
        mark=publication.policy.mark,
    )


def file_stem(kind: str, state: str, publication: Publication) -> str:
    """`fiche-bretagne-2017-10-31-demonstration`: the document, of whom, the data's date, their kind."""
    named = "-".join(filter(None, (kind, slug(state)[:LONGEST_STATE].rstrip("-"))))
    return file_name(named, publication.dated, publication.stamp, publication.policy.mark)
