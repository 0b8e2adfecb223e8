"""What stands on every page: title, menu, filters, the selection in words, messages, the page's place."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from dashboard.content.page import Page
from dashboard.disclosure.admission import one_choice
from dashboard.domain.address import FOREIGN, filter_parameters
from dashboard.domain.codebook import Study
from dashboard.domain.vocabulary import Vocabulary
from dashboard.publication import Publication
from dashboard.text.numbers import day
from dashboard.text.typography import unbroken
from dashboard.views.registry import offered_pages, passing_parameters
from dashboard.web.choosing.filters import filters_to_come
from dashboard.web.choosing.selection_bar import SelectionBar
from dashboard.web.markup import Content, tag
from dashboard.web.mount import below
from dashboard.web.presentation import PRESENTATION
from dashboard.web.prose import GLOSSARY, glossary_link
from dashboard.web.taking_away.downloads import DICTIONARY
from dashboard.web.taking_away.tray import tray


@dataclass(frozen=True)
class Around:
    """What else stands around a page: its `filters`, the menu of the `account` of whoever looks at it.

    `search`: the query string that its links to other pages keep.
    """

    filters: Content
    search: str = ""
    account: Content = None


def framed(
    main: Content, page: Page | None, bar: SelectionBar, publication: Publication, around: Around
) -> Markup:
    """The frame around `main`: `bar` stands above it, the filters above both. `page`: the one at the address."""
    vocabulary = publication.vocabulary
    return tag(
        "div",
        [
            tag("a", "Aller au contenu", href="#page", class_="skip"),
            _header(page, vocabulary, around),
            filters_to_come(vocabulary, bar.drawer, bar.held),
            around.filters,
            bar.html,
            tag("main", main, tabindex="-1"),
            _footer(publication),
        ],
        class_="frame",
        data_address_order=",".join(filter_parameters(vocabulary)),
        data_address_one=one_choice(publication.policy),
        data_address_foreign=FOREIGN,
        data_address_passing=",".join(passing_parameters(vocabulary)),
    )


def _header(current: Page | None, vocabulary: Vocabulary, around: Around) -> Markup:
    links = [
        _page_link(page.title, page, current, "page-link", around.search)
        for page in offered_pages(vocabulary)
    ]
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
        _page_link("Présenter", PRESENTATION, current, "present", around.search),
        tray(),
        around.account,
        night,
    ]
    return tag("header", content, class_="masthead")


def _page_link(text: str, page: Page, current: Page | None, look: str, search: str) -> Markup:
    """A link to `page`, which keeps the selection, and tells where it leads to the `current` one.

    `assets/scripts/places.js` keeps it up to date.
    """
    return tag(
        "a",
        text,
        href=below(page.path + search),
        class_=look,
        data_page=page.path,
        data_title=page.title,
        aria_current="page" if page == current else None,
    )


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
        tag("p", tag("a", "Dictionnaire des données (CSV)", href=below(DICTIONARY), download=True)),
    ]
    return tag("footer", lines, class_="foot")
