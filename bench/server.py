"""How long do loading, counting and answering take on the server?"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from time import perf_counter

from bench.timing import REPEATS, report, timed
from dashboard.content.page import PAGES, Page
from dashboard.content.view import Scene
from dashboard.disclosure.policy import INTERNAL
from dashboard.publication import Current, Publication, open_publication
from dashboard.views.registry import views_of
from dashboard.web.callbacks import SELECTION, TEXTS
from dashboard.web.exhibit_card import ELEMENTS
from dashboard.web.server import ROOT, create_app
from dashboard.web.state import digest, parts_on, read

FILTERS = (
    ("genre", ("F", "H")),
    ("age", ("moins-de-30-ans", "30-39", "40-49", "50-ans-et-plus")),
    ("cadre", ("oui", "non", "inconnu")),
    ("interim", ("oui", "non")),
)

CODEBOOK = ROOT / "data" / "codebook.toml"

LOADING_S = 60
"""A million beneficiaries thirty times over would take a quarter of an hour."""

Known = dict[str, str]
Sizes = list[float]


def searches() -> list[str]:
    """Forty-eight addresses, all different, so that nothing is answered from memory."""
    names = [name for name, _ in FILTERS]
    crossed = itertools.product(*(values for _, values in FILTERS))
    return ["?" + "&".join(map("=".join, zip(names, v, strict=True))) for v in crossed][:48]


def measure(folder: Path, label: str) -> None:
    """Prints the server's times on the tables of `folder`."""
    print(f"\n{label}")
    publication = _load(folder)
    for page in PAGES:
        if not views_of(page):
            continue
        report(f"tabulate {page.title}", timed(_tabulator(page, publication), searches()))
    _answers(open_publication(folder, CODEBOOK, INTERNAL))


def _load(folder: Path) -> Publication:
    """Loads `REPEATS` times, or as often as `LOADING_S` allows, and prints how long that takes."""
    times: list[float] = []
    while len(times) < REPEATS and sum(times) < 1000 * LOADING_S:
        start = perf_counter()
        publication = open_publication(folder, CODEBOOK, INTERNAL)
        times.append(1000 * (perf_counter() - start))
    report("load: read, check and encode the tables", times)
    return publication


def _tabulator(page: Page, publication: Publication) -> Callable[[str], None]:
    def tabulate(search: str) -> None:
        address = read(search, publication)
        scene = Scene(address.selection, address.switches, publication.vocabulary)
        for view in views_of(page):
            publication.tabulate_all(view.ask(scene))

    return tabulate


def _answers(publication: Publication) -> None:
    """A filter change on each page, as the browser asks it: the whole request through Flask."""
    app = create_app(Current(publication))
    client = app.server.test_client()
    output = next(key for key in app.callback_map if '"part":"head"' in key)
    for page in (page for page in PAGES if views_of(page)):
        known = {
            f"{name}/{part}": digest(value)
            for name, parts in parts_on(page, read("", publication), publication).items()
            for part, value in parts.items()
        }
        sizes: Sizes = []

        def ask(search: str, page: Page = page, known: Known = known, sizes: Sizes = sizes) -> None:
            body = _request(output, page, search, known)
            answer = client.post(
                "/_dash-update-component", json=body, headers={"Accept-Encoding": "br, gzip"}
            )
            if answer.status_code != HTTPStatus.OK:
                raise RuntimeError(answer.get_data(as_text=True)[:500])
            sizes.append(len(answer.data) / 1000)

        report(f"answer a filter change on {page.title}", timed(ask, searches()))
        report("  bytes sent, compressed", sizes, "kB")


def _request(output: str, page: Page, search: str, known: dict[str, str]) -> dict[str, object]:
    names = [view.name for view in views_of(page)]
    outputs: list[object] = [
        [
            {"id": {"view": name, "part": ELEMENTS.get(part, part)}, "property": prop}
            for name in names
        ]
        for part, prop in TEXTS.items()
    ]
    outputs.append({"id": "figures", "property": "data"})
    outputs.append({"id": "digests", "property": _duplicate(output, "digests.data")})
    outputs.extend(
        {"id": name, "property": _duplicate(output, f"{name}.{held}")}
        for name, held in SELECTION.items()
    )
    asked = {
        "number": 1,
        "path": page.path,
        "search": search,
        "tables": [],
        "narrow": False,
        "known": known,
    }
    return {
        "output": output,
        "outputs": outputs,
        "inputs": [{"id": "asked-parts", "property": "data", "value": asked}],
        "changedPropIds": ["asked-parts.data"],
        "state": [],
        "parsedChangedPropsIds": ["asked-parts.data"],
    }


def _duplicate(output: str, name: str) -> str:
    """The property as this callback names it, with the mark of an output that several callbacks share."""
    output_name = next(
        part for part in output.strip(".").split("...") if part.startswith(f"{name}@")
    )
    return output_name.split(".", 1)[1]
