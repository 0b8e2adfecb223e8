"""What stands on every page: title, menu, filters, the selection in words, messages, the page's place."""

from __future__ import annotations

from markupsafe import Markup

from dashboard.domain.address import filter_parameters
from dashboard.domain.codebook import Study
from dashboard.domain.vocabulary import Vocabulary
from dashboard.publication import Publication
from dashboard.text.numbers import day
from dashboard.text.typography import unbroken
from dashboard.views.registry import offered_pages
from dashboard.web.filters import filters_to_come
from dashboard.web.markup import Content, tag
from dashboard.web.presentation import PRESENTATION
from dashboard.web.prose import GLOSSARY, glossary_link
from dashboard.web.tray import tray


def framed(main: Content, selection: Content, publication: Publication, filters: Content) -> Markup:
    """The frame around a page: `selection` stands above `main`, `filters` above both."""
    vocabulary = publication.vocabulary
    return tag(
        "div",
        [
            tag("a", "Aller au contenu", href="#page", class_="skip"),
            _header(vocabulary),
            filters_to_come(vocabulary),
            filters,
            selection,
            tag("main", main, tabindex="-1"),
            _footer(publication),
        ],
        class_="frame",
        data_address_order=",".join(filter_parameters(vocabulary)),
    )


def _header(vocabulary: Vocabulary) -> Markup:
    links = [_page_link(page.title, page.path, "page-link") for page in offered_pages(vocabulary)]
    night = tag(
        "button",
        "Nuit",
        type="button",
        id="theme",
        class_="theme btn btn-link",
        title="Passer du jour à la nuit",
    )
    content = [
        _brand(vocabulary.codebook.study),
        tag("nav", links, class_="pages", aria_label="Pages"),
        glossary_link("Glossaire", GLOSSARY),
        _page_link("Présenter", PRESENTATION.path, "present", PRESENTATION.title),
        tray(),
        night,
    ]
    return tag("header", content, class_="masthead")


def _page_link(text: str, path: str, look: str, title: str = "") -> Markup:
    """A link to another page, which keeps the selection; `title` is that of the page where its link says less."""
    return tag("a", text, href=path, class_=look, data_page=path, data_title=title or text)


def _brand(study: Study) -> Markup:
    """The title and the partners; a print bears them at the top of each page."""
    partners = tag("p", study.partners, class_="partners") if study.partners else None
    return tag("div", [tag("h1", study.title), partners], class_="brand")


def _footer(publication: Publication) -> Markup:
    study = publication.vocabulary.codebook.study
    lines = [
        tag("p", publication.stamp, class_="stamp") if publication.stamp else None,
        tag("p", f"Population : {study.population}."),
        tag(
            "p",
            unbroken(f"{study.source}. ")
            + f"Données au {day(publication.dated)}, version {publication.version}. "
            f"{publication.policy.description}",
        ),
    ]
    return tag("footer", lines, class_="foot")
