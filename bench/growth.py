"""How does counting grow with the people, on tables of several sizes, each drawn from the model?"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bench import people
from bench.plain.site import changing
from bench.report import heading_alone, tell
from bench.selections import searches
from bench.timing import timed
from dashboard.content.page import Page
from dashboard.content.view import Scene
from dashboard.disclosure.policy import INTERNAL
from dashboard.opening import open_publication
from dashboard.publication import Publication
from dashboard.views.registry import views_of
from dashboard.web.pages import read
from tools.served import ROOT

SIZES = (1_044, 100_000, 1_000_000)
"""Ten million take minutes and 11 GB to load: they are measured where they are asked for."""

ASKED = 48

MEGABYTE = 10**6


def main(*sizes: str) -> None:
    """Prints a table for each number of people."""
    for number in map(int, sizes or SIZES):
        heading_alone(f"counting alone, {number:,} people")
        with TemporaryDirectory() as folder:
            people.write(Path(folder), number)
            start = perf_counter()
            publication = open_publication(Path(folder), ROOT / "data", INTERNAL)
            tell("load", [perf_counter() - start], "s")
        _tell_counting(publication)


def _tell_counting(publication: Publication) -> None:
    """Counts every page of everybody, as the server does before it answers anybody, then each page of filters."""
    start = perf_counter()
    for page in changing():
        _count(publication, page, "")
    tell("every page of everybody", [1000 * (perf_counter() - start)])
    tell("cubes", [publication.counting.cubes], "")
    tell("memory of cubes", [publication.counting.kept_bytes / MEGABYTE], "MB")
    for page in changing():
        before = publication.counting
        tell(
            f"{page.title}, of filters", timed(partial(_count, publication, page), searches(ASKED))
        )
        now = publication.counting
        if now.misses > before.misses:
            waited = 1000 * (now.seconds - before.seconds)
            tell("of them counted by the engine", [now.misses - before.misses], "questions")
            tell("for which was waited", [waited])


def _count(publication: Publication, page: Page, search: str) -> None:
    address = read(search, publication)
    scene = Scene(address.selection, address.switches, publication.vocabulary)
    for view in views_of(page):
        publication.tabulate_all(view.ask(scene))
