"""How does a page outside the dashboard look: the login, the way out, the log, a refusal?"""

from __future__ import annotations

from http import HTTPStatus

from flask import Response

from dashboard.current import Current
from dashboard.web.bootstrap import BOOTSTRAP
from dashboard.web.browser_files import BrowserFiles
from dashboard.web.escaping import in_markup
from dashboard.web.holding.theme_script import THEME_SCRIPT
from dashboard.web.markup import Content, tag
from dashboard.web.mount import below

PAGE = """\
<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>{title}</title>
<script>{theme}</script>
<link rel="stylesheet" href="{bootstrap}">
{links}
</head>
<body class="outside {look}">
{body}
</body>
</html>
"""


class Pages:
    """The pages of one dashboard, below the title of its study."""

    def __init__(self, current: Current, files: BrowserFiles) -> None:
        self._current = current
        self._files = files

    def page(
        self,
        title: str,
        content: Content,
        status: HTTPStatus = HTTPStatus.OK,
        *,
        look: str = "narrow",
    ) -> Response:
        """A page of `title` with `content` below it."""
        study = self._current.get().vocabulary.codebook.study
        partners = tag("p", study.partners, class_="partners") if study.partners else None
        brand = tag(
            "div", [tag("p", study.title, class_="outside-study"), partners], class_="brand"
        )
        main = tag("main", [tag("h1", title), content], class_="outside-main")
        text = PAGE.format(
            title=in_markup(f"{title} – {study.title}"),
            theme=THEME_SCRIPT,
            bootstrap=below(BOOTSTRAP),
            links=self._files.plain_links,
            look=look,
            body=tag("div", [tag("header", brand), main], class_="outside-frame"),
        )
        return Response(text, status=status, mimetype="text/html")

    def told(self, title: str, text: str, status: HTTPStatus, further: Content = None) -> Response:
        """A page that says one thing."""
        return self.page(title, [tag("p", text, role="alert"), further], status)
