"""Who is employed at a wave: women or men, which ages, which of the groups that the study compares?"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.content import Content
from dashboard.content.page import OUTCOMES
from dashboard.content.view import Scene, View, tall
from dashboard.domain.dimension import Dimension
from dashboard.domain.needs import compared_groups, with_role
from dashboard.domain.query import Query
from dashboard.domain.tables import ReleasedTable
from dashboard.views.kit.benchmarks import beside_benchmarks, employed_benchmarks
from dashboard.views.kit.employment import employed
from dashboard.views.kit.nonresponse_weighting import with_weighted
from dashboard.views.kit.notes import COHORT
from dashboard.views.kit.settled import is_foregone_at
from dashboard.views.kit.survey_bases import survey_base
from dashboard.views.outcomes.employed_groups import words
from dashboard.views.outcomes.employed_groups.equal_cohorts import (
    COMPOSITION,
    CORRECTION,
    at_equal_cohort,
)
from dashboard.views.outcomes.employed_groups.groups import (
    BASE,
    WAVE,
    all_groups,
    comparable,
    compared,
)
from dashboard.views.outcomes.employed_groups.rows import data_table, dots, shows_shares


def ask(scene: Scene) -> Mapping[str, Query]:
    """Status at the chosen wave: of all, and by each characteristic."""
    status = Dimension("status", scene.position(WAVE))
    kept, keys = survey_base(scene.selection, scene.position(BASE)), compared(scene.vocabulary)
    queries = {
        "all": Query((status,), kept),
        **{str(key): Query((*_strata(scene, key), key, status), kept) for key in keys},
    }
    return with_weighted(queries, wanted=words.is_corrected(scene))


def _strata(scene: Scene, key: Dimension) -> tuple[Dimension, ...]:
    """What else the groups along `key` are crossed with: the cohort, where it is held equal."""
    return (COHORT,) if at_equal_cohort(scene) and key != COHORT else ()


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """A dot a group: how far its share is from that of the others."""
    whole = employed(scene, tables, "all", scene.position(WAVE), base=scene.position(BASE))
    everyone = all_groups(scene, tables)
    groups = comparable(everyone)
    corrected = words.is_corrected(scene)
    read_against = shows_shares(groups, corrected=corrected)
    benchmarks = employed_benchmarks(scene, scene.position(WAVE)) if read_against else ()
    content = Content(
        title=words.title(scene),
        base=whole.counted.base,
        population=words.population(scene),
        chart=dots(scene, groups, whole, corrected=corrected),
        data_table=data_table(scene, groups, whole, corrected=corrected),
        reading=words.reading(scene, groups),
        alternative=words.alternative(scene, groups, whole),
        source=scene.vocabulary.codebook.study.source_survey,
        notes=(
            *words.notes(scene, groups, whole, tables),
            *words.left_out(scene, [group for group in everyone if group not in groups]),
        ),
        nothing=words.nothing(scene, whole, tables["all"].total()),
        nothing_to_find=is_foregone_at(scene, scene.position(WAVE)),
    )
    return beside_benchmarks(content, benchmarks, scene.vocabulary)


VIEW = View(
    name="emploi-groupes",
    page=OUTCOMES,
    place=2,
    title="Qui est en emploi ?",
    ask=ask,
    tell=tell,
    switches=(WAVE, COMPOSITION, BASE, CORRECTION),
    height=560,
    canvas=tall(500, phone=600),
    needs=(with_role("status", "employed"), compared_groups),
)
