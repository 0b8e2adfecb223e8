"""Which HTML is around a document: what stands in the margins of its pages, and what a screen shows above it?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.documents.document import Document
from dashboard.text.typography import unbroken
from dashboard.web.browser_files import DOCUMENT_SCRIPT, PLOTLY, BrowserFiles
from dashboard.web.drawn import Layers
from dashboard.web.escaping import in_markup, in_style
from dashboard.web.markup import Content, joined, tag
from dashboard.web.mount import below
from dashboard.web.outline_files import definitions

LONGEST_HEAD = 150
"""Letters of a margin that a page has room for, on two lines."""

PAGE_NUMBER = '@bottom-right { content: "Page " counter(page) " / " counter(pages) }'

PAGE = """\
<!DOCTYPE html>
<html lang="fr" data-bs-theme="light">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=860">
<title>{title}</title>
{links}
<style>@page {{ size: A4 portrait; margin: 15mm 15mm 14mm; {margins} }}</style>
</head>
<body class="document document-{kind}" data-plotly="{plotly}">
{body}
</body>
</html>
"""


@dataclass(frozen=True)
class Setting:
    """What a document is, and what stands in the margins of each of its pages.

    Above at the left whom it is about, at the right what it is; below where its numbers come from; above in the middle
    the `mark` of what stays within the house.
    """

    kind: str
    title: str
    about: str = ""
    named: str = ""
    foot: str = ""
    mark: str = ""

    @property
    def margins(self) -> str:
        """As rules of `@page`."""
        places = {"top-left": self.about, "top-right": self.named, "bottom-left": self.foot}
        if self.mark:
            places["top-center"] = self.mark
        written = [
            f"@{place} {{ content: {in_style(_short(text))} }}" for place, text in places.items()
        ]
        return " ".join([*written, PAGE_NUMBER])


def setting_of(kind: str, document: Document) -> Setting:
    """That of a document: the selection stands at the head of each page, where the data come from at its foot."""
    foot = " · ".join(filter(None, (document.stamp, document.dated)))
    named = document.partners or document.study
    return Setting(kind, document.title, document.headline, named, foot, document.mark)


def head(document: Document) -> Markup:
    """The title of a document, over what it begins with."""
    content = [
        tag("p", " – ".join(filter(None, (document.study, document.partners))), class_="over"),
        tag("h1", document.title),
        tag("p", document.headline, class_="headline"),
        tag("p", document.mark, class_="mark") if document.mark else None,
        tag("p", document.stamp, class_="stamp") if document.stamp else None,
        tag("p", document.disclosure, class_="dated") if document.disclosure else None,
        tag("p", document.other_version, class_="warning") if document.other_version else None,
    ]
    return tag("header", content, class_="document-head")


def shell(
    setting: Setting, bar: Iterable[Markup], main: Content, layers: Layers, files: BrowserFiles
) -> str:
    """The whole page of a document; `bar` is for screens alone."""
    body = [
        definitions(layers),
        tag("nav", list(bar), class_="document-bar", aria_label="Document"),
        tag("main", main, class_="paper"),
        tag("script", src=files.address(DOCUMENT_SCRIPT), type="module"),
    ]
    return PAGE.format(
        title=in_markup(unbroken(setting.title)),
        links=files.document_links,
        margins=setting.margins,
        kind=setting.kind,
        plotly=files.address(PLOTLY),
        body=joined(body),
    )


def back(path: str, search: str = "") -> Markup:
    """The link to the page of the dashboard that shows the same selection."""
    return tag("a", "← Tableau de bord", href=below(f"{path}{search}"))


def print_button() -> Markup:
    """What opens the browser's own window of printing, which also writes PDF."""
    return tag("button", "Imprimer ou enregistrer en PDF", type="button", data_print=True)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_HEAD else f"{text[: LONGEST_HEAD - 1].rstrip()}…"
