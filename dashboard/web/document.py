"""What does a browser get first? A whole page: title, filters, key figures and the charts that we draw ourselves.

All of it is seen before any script has run. Scripts then bring the lists of filters, and charts that plotly draws.
"""

from __future__ import annotations

import re

from flask import Request
from markupsafe import Markup

from dashboard.publication import Publication
from dashboard.web.answer import Answer, Question
from dashboard.web.browser_files import PLOTLY, BrowserFiles
from dashboard.web.escaping import in_markup, in_style
from dashboard.web.first_visit import region
from dashboard.web.frame import Around, framed
from dashboard.web.holding.theme_script import THEME_SCRIPT
from dashboard.web.markup import as_data, joined, tag
from dashboard.web.mount import root
from dashboard.web.outline_files import definitions
from dashboard.web.pages import carried, is_page
from dashboard.web.taking_away.exact_exports import Exports

_SOURCE = re.compile(r'src="([^"]+)"')

DOCUMENT = """\
<!DOCTYPE html>
<html lang="fr">
<head>
{metas}
<meta name="color-scheme" content="light dark">
<meta name="description" content="{description}">
<title>{title}</title>
<script>{theme}</script>
{css}
{links}
<style>@page {{ @bottom-left {{ content: {margin} }} {marked}}}</style>
</head>
<body data-root="{root}" data-shown-page="{page}" data-plotly="{plotly}" data-exports="{exports}" data-files="{told}"
  data-change="{change}">
{body}
<noscript>Ce tableau de bord a besoin de JavaScript.</noscript>
<footer class="of-dash">{config}</footer>
</body>
</html>
"""


def question_of(request: Request) -> Question:
    """What the address of a page asks. A phone is guessed: where that is wrong, a script asks again."""
    mobile = request.headers.get("Sec-CH-UA-Mobile") == "?1" or "Mobi" in request.user_agent.string
    search = request.query_string.decode(errors="replace")
    return Question(request.path, f"?{search}" if search else "", narrow=mobile)


def document(
    question: Question,
    answer: Answer,
    publication: Publication,
    files: BrowserFiles,
    pieces: dict[str, str],
    exports: Exports,
) -> str:
    """The HTML of the page at `question`.

    `pieces`: what Dash needs in it, as it names these (`interpolate_index`), and the menu of the account, if any.
    `exports`: what it tells of the files that are made of it.
    """
    study = publication.vocabulary.codebook.study
    words = " ".join(filter(None, (study.title, study.partners)))
    main = tag(
        "div",
        answer.html,
        id="page",
        class_=f"page page-{answer.page.name}",
        data_path=question.path,
        data_search=question.search,
        data_narrow=question.narrow,
        data_best=answer.best,
        data_counts=as_data(answer.counts),
        data_version=publication.version,
        data_region=region(publication.vocabulary),
    )
    filters = tag("div", Markup(pieces["app_entry"]), id="filters-place")  # noqa: S704 (Dash's own)
    current = answer.page if is_page(question.path, publication) else None
    ours = tag("script", src=files.address("scripts/boot.js"), type="module")
    body = [
        definitions(answer.layers),
        framed(
            [main, exports.choice],
            current,
            answer.bar,
            publication,
            Around(filters, carried(question.search, publication), _account(pieces)),
        ),
        ours,
        _later(files.later_links, pieces["scripts"]),
        _dash(pieces["scripts"], pieces["renderer"]),
    ]
    return DOCUMENT.format(
        metas=pieces["metas"],
        description=in_markup(study.description or study.title),
        title=in_markup(study.title),
        theme=THEME_SCRIPT,
        css=pieces["css"],
        links=files.links,
        margin=in_style(words),
        marked=_marked(publication.policy.mark),
        exports=exports.policy,
        told=in_markup(exports.told),
        change=in_markup(exports.change),
        root=root(),
        page=answer.page.name,
        plotly=files.address(PLOTLY),
        body=joined(body),
        config=pieces["config"],
    )


def _marked(mark: str) -> str:
    """What stands at the head of each printed page of what stays within the house."""
    return f"@top-center {{ content: {in_style(mark)} }} " if mark else ""


def _account(pieces: dict[str, str]) -> Markup:
    return Markup(pieces.get("account", ""))  # noqa: S704 (ours: `Access.menu`)


def _later(links: str, scripts: str) -> Markup:
    """What is to be fetched once the page has been painted, in a template (`assets/scripts/boot.js`)."""
    of_dash = [
        tag("link", rel="preload", as_="script", href=source, fetchpriority="low")
        for source in _SOURCE.findall(scripts)
    ]
    return tag("template", [Markup(links), of_dash], id="scripts-to-come")  # noqa: S704 (ours)


def _dash(scripts: str, renderer: str) -> Markup:
    """Dash's own scripts, in a template: ours run them once the page has been painted (`assets/scripts/dash.js`)."""
    return tag("template", Markup(scripts + renderer), id="dash-scripts")  # noqa: S704 (Dash's own)
