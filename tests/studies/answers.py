"""What does a study answer: every page, screen, file and deck, in each position of each switch?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from dashboard.content.page import Page
from dashboard.domain.dimension import Dimension
from dashboard.exhibits.composition import compose
from dashboard.exhibits.exhibit import Exhibit
from dashboard.outputs.writers import WRITERS
from dashboard.publication import Publication
from dashboard.views.registry import offered, offered_pages
from dashboard.web.answer import Question, answer
from dashboard.web.card.card_parts import parts_of
from dashboard.web.frame import Around, framed
from dashboard.web.pages import read
from dashboard.web.presentation import PRESENTATION
from dashboard.web.slots import Slot

FOREIGN = re.compile(
    r"\bCnam\b|AG2R|(?<![/-])\bbilans?\b|\bUE\b|\bcadres?\b|\bDELD\b|\bEPN\b|\bFOD\b|\bintérim\b|DNF-OEC"
    r"|[ée]quipes? p[ée]dagogiques?|parcours diplômants?|\bUndefined\b|\bNone\b|\bnan\b"
)
"""Words of the study that the dashboard was made for, and what stands for a missing word; `/bilan` is an address."""


def switched(publication: Publication) -> Iterator[tuple[str, str]]:
    """Each view as it stands by itself, then with each of its switches at each of its other positions."""
    vocabulary = publication.vocabulary
    for name, view in offered(vocabulary).items():
        yield name, ""
        for switch in view.switches:
            first = switch.first(vocabulary)
            for choice in switch.offered(vocabulary):
                if choice.value != first:
                    yield name, f"{switch.parameter}={choice.value}"


def filtered(publication: Publication) -> Iterator[str]:
    """The first and the last value of each filter, then of a path through the survey."""
    vocabulary = publication.vocabulary
    last = vocabulary.after[-1]
    keys = [
        *vocabulary.filters,
        Dimension("status", last),
    ]
    for key in keys:
        parameter = vocabulary.variable(key.variable).parameter
        name = parameter if key.wave is None else f"{parameter}.{key.wave}"
        values = [category.parameter_value for category in vocabulary.categories(key)]
        yield from (f"{name}={value}" for value in dict.fromkeys((values[0], values[-1])))


def pages(publication: Publication) -> tuple[Page, ...]:
    """Every page that the study offers, and the presentation."""
    return (*offered_pages(publication.vocabulary), PRESENTATION)


def page_texts(page: Page, search: str, publication: Publication, *, narrow: bool = False) -> str:
    """All that the server writes of the page: its frame, what stands above it, and every part of its cards."""
    names = frozenset((*offered(publication.vocabulary), "a", "b"))
    shown = answer(Question(page.path, search, names, narrow), publication)
    assert shown.best is not None, shown.bar.messages
    return framed(shown.html, shown.page, shown.bar, publication, Around(None))


def card_texts(name: str, search: str, publication: Publication) -> str:
    """All that the card of one view sends to the browser, its table open."""
    taken = exhibit(name, search, publication)
    slot = Slot(name, taken.view, read(search, publication))
    parts, _ = parts_of(taken, publication.vocabulary, slot, "page", table_open=True)
    return "".join(parts.values())


def exhibit(name: str, search: str, publication: Publication) -> Exhibit:
    """The exhibit at an address, which must be understood."""
    address = read(search, publication)
    assert not address.problems, address.problems
    return compose(offered(publication.vocabulary)[name], address, publication)


def file_texts(taken: Exhibit, suffix: str) -> str:
    """The text of the file that `suffix` names; of a package, that of all its parts."""
    data = WRITERS[suffix].write(taken)
    return data.decode("utf-8-sig") if suffix == "csv" else package_texts(data)


def package_texts(data: bytes) -> str:
    """All texts of a package of XML parts, without their markup."""
    with ZipFile(BytesIO(data)) as package:
        parts = [
            package.read(name).decode("utf-8")
            for name in package.namelist()
            if name.endswith((".xml", ".rels"))
        ]
    return "\n".join(re.sub(r"<[^>]*>", " ", part) for part in parts)
