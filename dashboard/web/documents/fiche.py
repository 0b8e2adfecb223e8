"""How does the document of a region look, on two sheets of A4; and what is told where no one region is chosen?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from dashboard.content.page import TERRITORIES
from dashboard.documents.document import Chapter, Document
from dashboard.documents.fiche.region import Choice
from dashboard.domain.vocabulary import Vocabulary
from dashboard.exhibits.told import nobody_of
from dashboard.text.nouns import PEOPLE
from dashboard.views.kit.regions import main_noun
from dashboard.web.browser_files import BrowserFiles
from dashboard.web.documents.links import FICHE
from dashboard.web.documents.plates import Look, plate
from dashboard.web.documents.shell import Setting, back, head, print_button, setting_of, shell
from dashboard.web.drawn import Layers
from dashboard.web.markup import tag
from dashboard.web.mount import below
from dashboard.web.prose import prose_of

KIND = "fiche"

SCALE = 0.9
"""By how much charts are reduced, words and all, to share a sheet."""

FIRST_SHEET = ("chiffres", "evolution", "profil")
"""The chapters of the first sheet; the second one has the others."""


def fiche_page(document: Document, search: str, vocabulary: Vocabulary, files: BrowserFiles) -> str:
    """The HTML of `document`, whose address ends in `search`."""
    bar = [back(TERRITORIES.path, search), print_button()]
    if not document.chapters:
        nobody = tag("p", document.nothing or nobody_of(document.people), class_="nothing")
        sheet = tag("div", [head(document), nobody], class_="sheet")
        return shell(setting_of(KIND, document), bar, sheet, (), files)
    bar.append(tag("a", "PowerPoint (PPTX)", href=below(f"{FICHE}.pptx{search}")))
    first, second = [head(document)], list[Markup]()
    layers: dict[str, None] = {}
    for chapter, (drawn, own) in zip(
        document.chapters, _chapters(document, vocabulary), strict=True
    ):
        (first if chapter.name in FIRST_SHEET else second).append(drawn)
        layers |= dict.fromkeys(own)
    sheets = [tag("div", content, class_="sheet") for content in (first, second)]
    return shell(setting_of(KIND, document), bar, sheets, tuple(layers), files)


def _chapters(document: Document, vocabulary: Vocabulary) -> Iterator[tuple[Markup, Layers]]:
    labels = iter(document.labels)
    for chapter in document.chapters:
        numbers = [next(labels) for _ in chapter.plates]
        yield _chapter(chapter, numbers, document.selection, vocabulary)


def _chapter(
    chapter: Chapter, labels: Iterable[str], selection: str, vocabulary: Vocabulary
) -> tuple[Markup, Layers]:
    drawn = [
        plate(shown, Look(label, selection, foot="brief", scale=SCALE), vocabulary)
        for shown, label in zip(chapter.plates, labels, strict=True)
    ]
    # Sheets have no room for a second title over each figure's own; a screen reader goes from one to the next.
    title = tag("h2", chapter.title, class_="visually-hidden")
    content = [title, [figure for figure, _ in drawn], prose_of(chapter.sections)]
    section = tag("section", content, class_=f"chapter {chapter.name}")
    return section, tuple(layer for _, layers in drawn for layer in layers)


def choice_page(
    reasons: Iterable[str], choices: Iterable[Choice], vocabulary: Vocabulary, files: BrowserFiles
) -> str:
    """Why there is no document at an address, and which regions have one: each with its people and its address."""
    title = f"Fiche {main_noun(vocabulary).singular}"
    listed = [
        tag(
            "li",
            [
                tag("a", choice.region.label, href=below(f"{FICHE}{choice.search}"))
                if choice.people
                else choice.region.label,
                f" : {PEOPLE.counted(choice.people)}",
            ],
        )
        for choice in choices
    ]
    main = [
        tag("h1", title),
        [tag("p", reason, class_="nothing") for reason in reasons],
        tag("ul", listed, class_="choices") if listed else None,
    ]
    bar = [back(TERRITORIES.path if listed else "/")]
    return shell(Setting(KIND, title), bar, tag("div", main, class_="sheet"), (), files)
