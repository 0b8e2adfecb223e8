"""How much longer does an answer take where counts are rounded, and how long does an exact one take?"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from statistics import median
from time import process_time
from urllib.parse import urlencode

from bench.plain.site import changing
from bench.selections import options
from dashboard.content.page import Page
from dashboard.disclosure.policy import DIFFUSION, INTERNAL, Policy
from dashboard.exhibits.composition import compose
from dashboard.opening import open_publication
from dashboard.publication import Publication
from dashboard.web.answer import Question, answer
from dashboard.web.pages import parsed
from dashboard.web.slots import slots_of
from tools.served import ROOT

ROUNDS = 3
"""Each with tables that nobody has asked before. The quickest answer of them counts: a busy machine moves it least."""


def main() -> None:
    """Prints, page by page, the processor's time of an answer that nobody has had, under both policies in turn."""
    print("\n| answers, not seen before | interne | diffusion | n | ratio |")
    print("| --- | --- | --- | --- | --- |", flush=True)
    for page in changing():
        tried = _opened(INTERNAL), _opened(DIFFUSION)
        asked = [s for s in _searches() if _shown(page, s, tried[0]) == _shown(page, s, tried[1])]
        exact, rounded = ([inf] * len(asked), [inf] * len(asked))
        for _ in range(ROUNDS):
            publications = _opened(INTERNAL), _opened(DIFFUSION)
            for i, search in enumerate(asked):
                for times, publication in zip((exact, rounded), publications, strict=True):
                    times[i] = min(times[i], _timed(page, search, publication))
        n = len(asked)
        told = f"{median(exact):.1f} ms | {median(rounded):.1f} ms | {n}"
        print(f"| {page.title} | {told} | **{sum(rounded) / sum(exact):.2f}** |", flush=True)


def _opened(policy: Policy) -> Publication:
    return open_publication(
        ROOT / "data" / "demonstration", ROOT / "data", policy, secret="measured" * 4
    )


def _searches() -> Iterator[str]:
    """Each value of each filter by itself: of two, few have people enough for more than a refusal."""
    yield ""
    for name, values in options().items():
        yield from (f"?{urlencode({name: value})}" for value in values)


def _shown(page: Page, search: str, publication: Publication) -> list[str]:
    """The views that show something: a refusal takes less time than what is refused, and is no fair measure."""
    slots = slots_of(page, parsed(search, publication), publication)
    return [
        slot.name
        for slot in slots
        if not compose(slot.view, slot.address, publication, medium="page").empty
    ]


def _timed(page: Page, search: str, publication: Publication) -> float:
    """Milliseconds of the processor: other programs do not count."""
    start = process_time()
    answer(Question(page.path, search), publication)
    return 1000 * (process_time() - start)
