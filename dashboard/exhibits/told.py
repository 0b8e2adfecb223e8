"""What does a view tell of a selection, and why does it tell nothing of some?"""

from __future__ import annotations

from dataclasses import replace

from dashboard.content.content import Content
from dashboard.content.data_table import DataTable
from dashboard.content.untold import with_what_is_hidden
from dashboard.content.view import Scene, View
from dashboard.domain.counts import (
    LEAST_DETAILED,
    Count,
    Rounded,
    Suppressed,
    are_rounded,
    is_nobody,
)
from dashboard.domain.statistics.rates import LEAST_ROUNDED_BASE
from dashboard.exhibits.selected import people_in
from dashboard.exhibits.withheld import withheld_because
from dashboard.publication import Publication
from dashboard.text.words import or_too_few

TOO_FEW = (
    "Cette sélection compte trop peu de bénéficiaires, ou aucun, pour que leurs réponses soient diffusées. Retirez un "
    "filtre."
)

TOO_FEW_HERE = (
    "Trop peu de bénéficiaires de cette sélection, ou aucun, sont concernés par cette vue pour que leurs réponses "
    "soient diffusées. Retirez un filtre."
)

NOBODY = "Aucun bénéficiaire dans cette sélection."


def nobody_of(people: Count) -> str:
    """That a selection has nobody; or too few, where their number is rounded to 0."""
    return NOBODY if is_nobody(people) else or_too_few(NOBODY)


def too_few(scene: Scene, publication: Publication) -> bool:
    """Whether the policy tells no detail of whom the scene is about: of either side, where it has two."""
    if not publication.policy.protects:
        return False
    people = [people_in(selection, publication) for selection in (scene.selection, scene.other)]
    return any(_are_fewer(number, LEAST_DETAILED) for number in people)


def _are_fewer(people: Count, least: int) -> bool:
    """Whether there are, by a number that is rounded or not told, fewer than `least`."""
    if isinstance(people, Suppressed):
        return True
    return isinstance(people, Rounded) and people < least


def is_rounded(content: Content, scene: Scene, publication: Publication) -> bool:
    """Whether a number is rounded or suppressed: under a policy that protects, of people whom it does not tell exactly.

    Who runs a region is told of it exactly, and may see it beside others.
    """
    if not publication.policy.protects:
        return False
    rows = content.data_table.rows
    numbers = (
        people_in(scene.selection, publication),
        *(n for r in rows for n in (r.count, r.base)),
    )
    return are_rounded(numbers)


def without_numbers(
    view: View, publication: Publication, why: str, *, people: Count = 0
) -> Content:
    """What is shown instead of a view, and why; `people` may be a number that is not told."""
    title = view.title_in(publication.vocabulary)
    return Content(
        title=title,
        base=people,
        population="bénéficiaires",
        chart=None,
        data_table=DataTable((title,), "", ()),
        reading="",
        alternative=why,
        source="",
        nothing=why,
        nothing_to_find=True,
    )


def content_of(view: View, scene: Scene, publication: Publication) -> Content:
    """What `view` tells; of nobody, or of too few for their answers to be told, no number, and why in French."""
    if too_few(scene, publication):
        return without_numbers(view, publication, TOO_FEW, people=Suppressed())
    if withheld := withheld_because((*scene.selection, *scene.other), publication):
        people = Suppressed() if view.borrows else people_in(scene.selection, publication)
        return without_numbers(view, publication, " ".join(withheld), people=people)
    content = view.tell(scene, publication.tabulate_all(view.ask(scene)))
    if not content.empty and _are_fewer(content.base, LEAST_ROUNDED_BASE):
        return without_numbers(view, publication, TOO_FEW_HERE, people=Suppressed())
    if not content.empty:
        return with_what_is_hidden(content)
    # Views know why they count nobody of a selection; that there is nobody to count comes first.
    people = 1 if view.borrows else people_in(scene.selection, publication)
    nothing = content.nothing if people else NOBODY
    if view.filtered and isinstance(people, (Rounded, Suppressed)) and is_nobody(content.base):
        # Of people who are told so, no view knows that there is nobody, whatever it has not counted.
        content = replace(content, base=Rounded(0))
    if isinstance(content.base, Rounded):
        nothing = or_too_few(nothing)
    if content.nothing_to_find:
        # What is no finding on the page is none in a file either.
        content = replace(content, data_table=replace(content.data_table, rows=()))
    return replace(content, nothing=nothing, alternative=nothing or content.alternative)
