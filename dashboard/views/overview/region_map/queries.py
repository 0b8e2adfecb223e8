"""What may a reader choose of the map, and which counts are asked for it?"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.view import Scene
from dashboard.domain.codebook import Layer
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Counted, Query
from dashboard.domain.selection import Selection
from dashboard.domain.switches import Choice, Switch
from dashboard.domain.vocabulary import Vocabulary
from dashboard.views.kit.notes import COHORT
from dashboard.views.kit.region_measures import PEOPLE_COUNTED, measure_named, measures
from dashboard.views.kit.regions import mapped, of_people, of_regions
from dashboard.views.overview.following_cohorts import following

ALL_YEARS = "toutes"


def _measures_shown(vocabulary: Vocabulary) -> tuple[Choice, ...]:
    """A map shows no mean: its classes would start anywhere."""
    return tuple(
        Choice(measure.name, measure.label)
        for measure in measures(vocabulary)
        if measure.kind != "mean"
    )


def _divisions(vocabulary: Vocabulary) -> tuple[Choice, ...]:
    return tuple(Choice(layer.address, layer.label) for layer in mapped(vocabulary))


MEASURE = Switch("carte.mesure", "Indicateur", PEOPLE_COUNTED, _measures_shown, form="list")
DIVISION = Switch("carte.decoupage", "Découpage", "", _divisions)
YEAR = Switch(
    "carte.annee",
    "Année universitaire",
    ALL_YEARS,
    lambda vocabulary: (
        Choice(ALL_YEARS, "Toutes"),
        *(Choice(year, year) for year in vocabulary.academic_years),
    ),
    form="player",
)
_YEAR = Dimension("academic_year")


def ask(scene: Scene) -> Mapping[str, Query]:
    """People, units and the measure by region; and the same for all regions and years, for the classes."""
    vocabulary = scene.vocabulary
    where = layer_of(scene).dimension
    measure = measure_named(scene.position(MEASURE), vocabulary)
    one_year = scene.position(YEAR) != ALL_YEARS
    counted_people: Counted = "enrolment" if one_year else "beneficiary"
    here = _in_year(scene.selection, scene)
    around = of_people(scene.selection, vocabulary)
    crossed = (where, measure.along) if measure.along else (where,)
    pair = None if one_year else following(scene)
    last = (
        {} if pair is None else {"last cohorts": Query((where, COHORT), pair.of(scene.selection))}
    )
    return {
        **last,
        "enrolled": Query((where,), _in_year(Selection(), scene), counted_people),
        "since": Query((where, COHORT)),
        "inside": Query((where,), of_regions(scene.selection, vocabulary)),
        "people": Query((where,), here, counted_people),
        "units": Query((where,), here, "unit"),
        "measure": Query(crossed, measure.of(here), counted_people),
        "all_people": Query((where,), around),
        "all_units": Query((where,), around, "unit"),
        "all_measure": Query(crossed, measure.of(around)),
    }


def layer_of(scene: Scene) -> Layer:
    """The division into regions that the map shows."""
    address = scene.position(DIVISION)
    return next(layer for layer in mapped(scene.vocabulary) if layer.address == address)


def _in_year(selection: Selection, scene: Scene) -> Selection:
    year = scene.position(YEAR)
    return selection if year == ALL_YEARS else selection.keeping(_YEAR, (year,))
