"""How do working time and pay compare before and after, for the same people?"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.content import Content
from dashboard.content.page import OUTCOMES
from dashboard.content.view import Scene, View
from dashboard.domain.dimension import Dimension
from dashboard.domain.needs import any_at_each_wave, before, with_role
from dashboard.domain.query import Query
from dashboard.domain.selection import Selection
from dashboard.domain.tables import ReleasedTable
from dashboard.views.kit.nonresponse_weighting import corrected_title, wanted, with_weighted
from dashboard.views.kit.survey_bases import RESPONDENTS, survey_base, told_or_silent
from dashboard.views.outcomes.time_and_pay import words
from dashboard.views.outcomes.time_and_pay.bars import data_table, stacked_bars
from dashboard.views.outcomes.time_and_pay.same_people import (
    CORRECTION,
    COUNTED_ALONG,
    UNTOLD,
    VARIABLE,
    WAVE,
    Change,
    amount_of,
    steps_of,
)


def ask(scene: Scene) -> Mapping[str, Query]:
    """Categories before against after, known at both; amounts for the medians; the silent; the status of all."""
    steps, respondents = steps_of(scene), survey_base(scene.selection, RESPONDENTS)
    both = _known_at_both(scene, respondents)
    status = Dimension("status", scene.position(WAVE))
    pairs = {"pairs": Query(steps, both)}
    queries = {
        **with_weighted(pairs, wanted=wanted(scene, CORRECTION)),
        "status": Query((status,), respondents),
        UNTOLD: Query((), told_or_silent(respondents, steps, scene.vocabulary)),
    }
    amount = amount_of(scene)
    if amount is not None:
        for step in steps:
            queries[f"amounts {step.wave}"] = Query((Dimension(amount.name, step.wave),), both)
    return queries


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """A bar before and a bar after, of the same people."""
    change = Change(scene, tables)
    return Content(
        title=corrected_title(words.title(scene), corrected=wanted(scene, CORRECTION)),
        base=change.base,
        population=f"répondants dont {words.both_known(scene)}",
        chart=stacked_bars(change),
        data_table=data_table(change),
        reading=words.reading(change),
        alternative=words.alternative(change),
        source=scene.vocabulary.codebook.study.source_survey,
        notes=words.notes(change),
        nothing=words.nothing(scene, tables),
    )


def _known_at_both(scene: Scene, respondents: Selection) -> Selection:
    """Those whose category is known before and after: otherwise two groups of people would be compared."""
    for step in steps_of(scene):
        respondents = respondents.keeping(step, scene.vocabulary.real_codes(step))
    return respondents


VIEW = View(
    name="travail-salaire",
    page=OUTCOMES,
    place=5,
    title=words.view_title,
    ask=ask,
    tell=tell,
    switches=(VARIABLE, WAVE, CORRECTION),
    needs=(any_at_each_wave(*COUNTED_ALONG.values()), before, with_role("status", "employed")),
)
