"""What has changed since the previous cohort, for each key figure and each region?"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.content import Content
from dashboard.content.data_table import DataTable
from dashboard.content.page import OVERVIEW
from dashboard.content.view import Scene, View, tall
from dashboard.domain import needs
from dashboard.domain.counts import are_rounded
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.selection import Selection
from dashboard.domain.statistics.rates import Share
from dashboard.domain.switches import Choice, Switch, fixed
from dashboard.domain.tables import ReleasedTable
from dashboard.views.kit.notes import COHORT
from dashboard.views.kit.regions import region_of
from dashboard.views.kit.survey_bases import RESPONDENTS, RESPONSE, survey_base
from dashboard.views.overview.evolution import words, words_of_regions
from dashboard.views.overview.evolution.changes import UNITS, Changes, shown_measures
from dashboard.views.overview.evolution.charts import of_figures, of_regions
from dashboard.views.overview.evolution.regions import RegionalChanges
from dashboard.views.overview.evolution.tables import table_of_figures, table_of_regions
from dashboard.views.overview.following_cohorts import Following, following, two_cohorts

TITLE = "Depuis la promotion précédente"
FIGURES, REGIONS = "indicateurs", "regions"

SHOWN = Switch(
    "evolution.selon",
    "Montrer",
    FIGURES,
    fixed(Choice(FIGURES, "Chiffres clés"), Choice(REGIONS, "Régions", (needs.regions,))),
)


def ask(scene: Scene) -> Mapping[str, Query]:
    """The people of both cohorts, by what each figure is made of; or by region."""
    pair = following(scene)
    if pair is None:
        return {"people": Query((COHORT,), scene.selection)}
    selection = pair.of(scene.selection)
    people = {"people": Query((COHORT,), selection)}
    if scene.position(SHOWN) == REGIONS:
        where = region_of(scene.vocabulary)
        return {
            **people,
            "regions": Query((where, COHORT), selection),
            "regions of all": Query((where, COHORT), Selection()),
        }
    answered = survey_base(selection, RESPONDENTS)
    return {
        **people,
        "units": Query((COHORT, UNITS), selection),
        "response": Query((COHORT, RESPONSE), selection),
        **{
            wave: Query((COHORT, Dimension("status", wave)), answered)
            for wave in scene.vocabulary.after
        },
        **{
            f"measure {measure.name}": Query((COHORT, measure.along), measure.of(selection))
            for measure in shown_measures(scene)
            if measure.along is not None
        },
    }


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """The later cohort against the earlier one: a row a figure, or a region."""
    pair = following(scene)
    if pair is None:
        return _nobody(scene, words.nobody(scene, pair))
    people = [tables["people"].count({str(COHORT): cohort}) for cohort in pair.both]
    if not all(people):
        return _nobody(scene, words.nobody(scene, pair))
    if are_rounded(people) and any(Share(0, number).hidden for number in people):
        return _nobody(scene, words.too_few(pair))
    if scene.position(SHOWN) == REGIONS:
        return _by_region(scene, tables, pair)
    changes = Changes(scene, pair, tables)
    known = changes.known
    return Content(
        title=_title(pair),
        base=sum(changes.people),
        population=_population(pair),
        chart=of_figures(known, pair, scene.medium),
        data_table=table_of_figures(known, pair),
        reading=words.reading(known, pair, scene),
        alternative=words.alternative(known, pair),
        source=scene.vocabulary.codebook.study.source,
        notes=words.notes(changes),
    )


def _by_region(scene: Scene, tables: Mapping[str, ReleasedTable], pair: Following) -> Content:
    regions = RegionalChanges(scene, tables, pair)
    return Content(
        title=f"{_title(pair)}, par {regions.noun.singular}",
        base=regions.base,
        population=_population(pair),
        chart=of_regions(regions.changes, pair, scene.medium),
        data_table=table_of_regions(regions.changes, pair, regions.noun.singular),
        reading=words_of_regions.reading(regions, pair),
        alternative=words_of_regions.alternative(regions, pair),
        source=scene.vocabulary.codebook.study.source_enrolment,
        notes=words_of_regions.notes(regions, pair),
        nothing=words.nobody(scene, pair),
    )


def _nobody(scene: Scene, why: str) -> Content:
    return Content(
        title=TITLE,
        base=0,
        population="bénéficiaires",
        chart=None,
        data_table=DataTable(("indicateur",), "", ()),
        reading="",
        alternative=TITLE,
        source=scene.vocabulary.codebook.study.source,
        nothing=why,
    )


def _title(pair: Following) -> str:
    return f"{TITLE} : {pair.last} face à {pair.previous}"


def _population(pair: Following) -> str:
    return f"bénéficiaires des promotions {pair.previous} et {pair.last}"


VIEW = View(
    name="evolution",
    page=OVERVIEW,
    place=6,
    title=TITLE,
    ask=ask,
    tell=tell,
    switches=(SHOWN,),
    height=560,
    canvas=tall(560, phone=760),
    wide=True,
    compares=True,
    needs=(two_cohorts,),
)
