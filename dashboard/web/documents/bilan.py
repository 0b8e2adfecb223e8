"""How does the document of the whole study look: cover, contents, chapters and annexes, all of them numbered?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from dashboard.content.page import OVERVIEW
from dashboard.documents.document import Chapter, Document, Passage, Plate
from dashboard.domain.vocabulary import Vocabulary
from dashboard.exhibits.told import nobody_of
from dashboard.text.words import inside
from dashboard.web.browser_files import BrowserFiles
from dashboard.web.documents.plates import Look, place_of, plate, title_among
from dashboard.web.documents.shell import back, head, print_button, setting_of, shell
from dashboard.web.documents.sizes import height_on_paper
from dashboard.web.drawn import Layers
from dashboard.web.markup import Content, tag
from dashboard.web.prose import prose_of

KIND = "bilan"

ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))

NUMBERS = "chiffres"
"""The annex of data tables, whose figures have said the rest."""


def bilan_page(document: Document, search: str, vocabulary: Vocabulary, files: BrowserFiles) -> str:
    """The HTML of `document`, whose address ends in `search`."""
    bar = [back(OVERVIEW.path, search), print_button()]
    setting = setting_of(KIND, document)
    if not document.chapters:
        nobody = tag("p", document.nothing or nobody_of(document.people), class_="nothing")
        return shell(setting, bar, tag("div", [head(document), nobody], class_="sheet"), (), files)
    titles = numbered_titles(document.chapters)
    drawn = list(_chapters(document, titles, vocabulary))
    cover = [
        head(document),
        tag("p", f"{document.dated}.", class_="dated"),
        _contents(document, titles),
    ]
    main = [
        tag("div", cover, class_="sheet cover"),
        tag("div", [chapter for chapter, _ in drawn], class_="sheet"),
    ]
    layers = dict.fromkeys(layer for _, own in drawn for layer in own)
    return shell(setting, bar, main, tuple(layers), files)


def numbered_titles(chapters: Sequence[Chapter]) -> list[str]:
    """`2. Territoires`, `Annexe IV – Glossaire`: chapters and annexes are counted apart."""
    plain = annexed = 0
    titles = []
    for chapter in chapters:
        if chapter.annex:
            annexed += 1
            titles.append(f"Annexe {roman(annexed)} – {chapter.title}")
        else:
            plain += 1
            titles.append(f"{plain}. {chapter.title}")
    return titles


def roman(number: int) -> str:
    """`number` in Roman numerals, up to 39."""
    written = ""
    for value, letters in ROMAN:
        times, number = divmod(number, value)
        written += times * letters
    return written


def _contents(document: Document, titles: Sequence[str]) -> Markup:
    """Chapters, then figures and tables, each leading to its place; the annex of numbers is one entry."""
    chapters = [
        tag("li", tag("a", title, href=f"#{chapter.name}"))
        for chapter, title in zip(document.chapters, titles, strict=True)
    ]
    numbers = document.chapter(NUMBERS)
    own = () if numbers is None else numbers.plates
    plates = [
        _entry(label, title_among(shown.exhibit, document.selection))
        for shown, label in zip(document.plates, document.labels, strict=True)
        if not any(shown is one for one in own)
    ]
    content = [
        tag("h2", "Sommaire"),
        tag("ol", chapters, class_="chapters"),
        tag("h2", "Figures et tableaux"),
        tag("ol", plates, class_="plates"),
    ]
    return tag("nav", content, class_="contents", aria_label="Sommaire")


def _entry(label: str, title: str) -> Markup:
    return tag("li", tag("a", f"{label} – {title}", href=f"#{place_of(label)}"))


def _chapters(
    document: Document, titles: Sequence[str], vocabulary: Vocabulary
) -> Iterator[tuple[Markup, Layers]]:
    labels = iter(document.labels)
    for chapter, title in zip(document.chapters, titles, strict=True):
        drawn = [
            plate(shown, _look(shown, next(labels), chapter, document), vocabulary)
            for shown in chapter.plates
        ]
        said = [tag("h2", title), [_passage(passage, document) for passage in chapter.passages]]
        plates = [figure for figure, _ in drawn]
        # A heading and what is said under it stand with the first chart; a table may be longer than a page.
        leading = 0 if chapter.name == NUMBERS else 1
        content = [
            tag("div", [said, plates[:leading]], class_="lead"),
            plates[leading:],
            prose_of(chapter.sections),
        ]
        kind = "chapter annex" if chapter.annex else "chapter"
        section = tag("section", content, class_=kind, id=chapter.name)
        yield section, tuple(layer for _, layers in drawn for layer in layers)


def _look(shown: Plate, label: str, chapter: Chapter, document: Document) -> Look:
    if chapter.annex and chapter.name == NUMBERS:
        first = document.number_of(shown.exhibit.view.name)
        of = "" if first is None else document.labels[first]
        return Look(label, document.selection, of=of, foot="none")
    return Look(label, document.selection, height=height_on_paper(shown.exhibit))


def _passage(passage: Passage, document: Document) -> Markup:
    """A paragraph, which names the plates that show what it says."""
    numbers = [document.number_of(view) for view in passage.about]
    named = [document.labels[number] for number in numbers if number is not None]
    if not named:
        return tag("p", passage.text)
    words = sorted({label.split(" ")[0] for label in named})
    if len(named) > 1 and len(words) == 1:
        links = [tag("a", label.split(" ")[1], href=f"#{place_of(label)}") for label in named]
        return tag(
            "p", [passage.text.removesuffix("."), f" ({inside(words[0])}s ", _listed(links), ")."]
        )
    links = [tag("a", inside(label), href=f"#{place_of(label)}") for label in named]
    return tag("p", [passage.text.removesuffix("."), " (", _listed(links), ")."])


def _listed(links: Sequence[Markup]) -> Content:
    """`9, 10 et 11`."""
    *before, last = links
    commas = [[", " if i else "", link] for i, link in enumerate(before)]
    return [commas, " et " if before else "", last]
