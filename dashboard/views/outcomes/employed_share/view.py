"""How many are employed at each wave, cohort by cohort?"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.content import Content
from dashboard.content.page import OUTCOMES
from dashboard.content.view import Canvas, Scene, View
from dashboard.domain.counts import Rounded, is_told
from dashboard.domain.dimension import Dimension
from dashboard.domain.needs import with_role
from dashboard.domain.query import Query
from dashboard.domain.selection import Selection
from dashboard.domain.tables import ReleasedTable
from dashboard.views.kit.benchmarks import beside_benchmarks
from dashboard.views.kit.employment import (
    answered_codes,
    reached_codes,
)
from dashboard.views.kit.nonresponse_weighting import (
    corrected_title,
    with_weighted,
)
from dashboard.views.kit.notes import COHORT
from dashboard.views.kit.survey_bases import (
    ANSWERED,
    survey_base,
)
from dashboard.views.outcomes.employed_share import words
from dashboard.views.outcomes.employed_share.chart import chart, read_against
from dashboard.views.outcomes.employed_share.points import (
    BASE,
    CORRECTION,
    FORM,
    data_table,
    is_corrected,
    points_at,
    told_waves,
)

SILENT = "silent"
"""The query of those who are in no base of a view of people who answered."""


def ask(scene: Scene) -> Mapping[str, Query]:
    """Status at each wave after enrolment, by cohort."""
    kept = survey_base(scene.selection, scene.position(BASE))
    queries = {
        wave: Query((COHORT, Dimension("status", wave)), kept) for wave in scene.vocabulary.after
    }
    weighted = with_weighted(queries, wanted=is_corrected(scene))
    if scene.position(BASE) != ANSWERED:
        return weighted
    return {**weighted, SILENT: Query((), _silent(kept, scene))}


def _silent(kept: Selection, scene: Scene) -> Selection:
    """Those of `kept` who said nothing about any wave that no filter settles."""
    for wave in told_waves(scene):
        status, answers = Dimension("status", wave), answered_codes(scene.vocabulary, wave)
        kept = kept.keeping(status, set(scene.vocabulary.codes(status)) - set(answers))
    return kept


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """A line a cohort over the waves that it has reached; a dot a cohort, where there is one wave."""
    waves = told_waves(scene)
    asked = [point for wave in waves for point in points_at(scene, tables, wave)]
    points = [point for point in asked if point.is_drawn]
    settled = [wave for wave in scene.vocabulary.after if wave not in waves]
    everybody = tables[scene.vocabulary.after[0]].total()
    people = everybody if settled or isinstance(everybody, Rounded) else 0
    content = Content(
        title=corrected_title(words.title(scene), corrected=is_corrected(scene)),
        base=_base(scene, tables) if points else people,
        population=words.population(scene),
        chart=chart(scene, points),
        data_table=data_table(scene, asked if points else ()),
        reading=words.reading(scene, points),
        alternative=words.alternative(scene, points),
        source=scene.vocabulary.codebook.study.source_survey,
        notes=(*words.settled_note(settled), *words.notes(scene, asked)),
        nothing=words.nothing(scene, everybody, settled),
        nothing_to_find=not points,
    )
    return beside_benchmarks(content, read_against(scene), scene.vocabulary)


def _base(scene: Scene, tables: Mapping[str, ReleasedTable]) -> int:
    """Everybody of the base whom the first wave told has reached; of those who answered, all who told of one."""
    first = told_waves(scene)[0]
    if scene.position(BASE) == ANSWERED:
        everybody, silent = tables[first].total(), tables[SILENT].total()
        return everybody - silent if is_told(silent) else everybody
    if first == scene.vocabulary.after[0]:
        return tables[first].total()
    return tables[first].count(
        {str(Dimension("status", first)): reached_codes(scene.vocabulary, first)}
    )


VIEW = View(
    name="emploi",
    page=OUTCOMES,
    place=1,
    title="Part en emploi",
    ask=ask,
    tell=tell,
    switches=(BASE, FORM, CORRECTION),
    canvas=Canvas(veiled=True),
    needs=(with_role("status", "employed"),),
)
