"""What are the figures that everybody asks for first?"""

from __future__ import annotations

from collections.abc import Mapping
from math import isnan

from dashboard.content.charts.tiles import Tile, Tiles
from dashboard.content.content import Content
from dashboard.content.data_table import DataTable
from dashboard.content.page import OVERVIEW
from dashboard.content.view import Scene, View
from dashboard.domain.counts import SUPPRESSED_TEXT, is_told
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.statistics.rates import ratio
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import PEOPLE, funded
from dashboard.text.numbers import PLURAL, count, decimal, rounded, share, signed_count
from dashboard.text.words import UNTOLD_NUMBER, capital, counted, of
from dashboard.views.kit.notes import COHORT
from dashboard.views.kit.settled import is_response_settled
from dashboard.views.kit.survey_bases import RESPONDENTS, RESPONSE, response_rate, survey_base
from dashboard.views.overview.following_cohorts import Following, following
from dashboard.views.overview.key_figures.at_work import (
    at_work,
    employed_among_those_who_told,
    everybody,
    notes,
)
from dashboard.views.overview.key_figures.figure import (
    COLUMNS,
    Figure,
    of_base,
    settled_figure,
    share_figure,
)

UNTOLD_VALUE = "non diffusé"
"""What is said of the value of a tile that may not be told."""

UNITS = Dimension("units_all_years")


def ask(scene: Scene) -> Mapping[str, Query]:
    """People, what is funded, response, and status at each wave after enrolment, of respondents by cohort."""
    selection = scene.selection
    answered = survey_base(selection, RESPONDENTS)
    waves = {wave: Dimension("status", wave) for wave in scene.vocabulary.after}
    pair = following(scene)
    last = {} if pair is None else {"last cohorts": Query((COHORT,), pair.of(selection))}
    return {
        **last,
        "people": Query((), selection),
        "units": Query((), selection, "unit"),
        "units by person": Query((UNITS,), selection),
        "response": Query((RESPONSE,), selection),
        **{wave: Query((COHORT, status), answered) for wave, status in waves.items()},
        **{everybody(wave): Query((status,), selection) for wave, status in waves.items()},
    }


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """Tiles, each with its base in words."""
    people, units = tables["people"].total(), tables["units"].total()
    waves, pair = at_work(scene, tables), following(scene)
    since = "" if pair is None else _since(pair, tables, people)
    figures = (
        *_people_and_units(people, units, tables["units by person"], since, scene.vocabulary),
        _response(scene, tables["response"]),
        *(wave.figure for wave in waves),
    )
    tiles = tuple(figure.tile for figure in figures)
    return Content(
        title="Chiffres clés",
        base=people,
        population="bénéficiaires",
        chart=Tiles(tiles),
        data_table=DataTable(
            ("indicateur",),
            "effectif",
            tuple(figure.row for figure in figures),
            COLUMNS,
            with_intervals=True,
            remark_names=("sans chiffre, parce que",),
            counts_compared=True,
        ),
        reading=employed_among_those_who_told(scene, waves)
        or _reading(people, units, scene.vocabulary),
        alternative=" ; ".join(map(_in_words, tiles)) + ".",
        source=scene.vocabulary.codebook.study.source,
        notes=(*notes(waves), *((_against(pair),) if pair and "(" in since else ())),
        tiles=tiles,
        nothing="Aucun bénéficiaire dans cette sélection.",
    )


def _since(pair: Following, tables: Mapping[str, ReleasedTable], people: int) -> str:
    """`2016-2017 : 330 (+72)`; where the last cohort is all the `people`, `+72 depuis 2015-2016`."""
    last, previous = (tables["last cohorts"].count({str(COHORT): cohort}) for cohort in pair.both)
    if not is_told(last) or not is_told(previous):
        return ""
    if last == people:
        return f"{signed_count(last - previous)} depuis {pair.previous}"
    return f"{pair.last} : {count(last)} ({signed_count(last - previous)})"


def _against(pair: Following) -> str:
    """What stands in brackets: a filter may keep cohorts between which there are others."""
    return f"Entre parenthèses : écart avec la promotion {pair.previous}."


def _in_words(tile: Tile) -> str:
    value = UNTOLD_VALUE if tile.value == SUPPRESSED_TEXT else tile.value
    return f"{tile.label} : {value} ({', '.join(tile.small_print)})"


def _people_and_units(
    people: int,
    units: int,
    by_person: ReleasedTable,
    since: str,
    vocabulary: Vocabulary,
) -> tuple[Figure, ...]:
    """How many people, and how many more since the last cohort; how much is funded, and how much of it a person."""
    mean, noun = ratio(units, people), funded(vocabulary)
    how_many = f"{count(units)} {noun.plural if units >= PLURAL else noun.singular}"
    of_whom = f"{how_many}, {PEOPLE.counted(people)}" if is_told(units) else UNTOLD_NUMBER
    return (
        Figure(
            "people",
            Tile("Bénéficiaires", count(people), since or "personnes, selon les filtres"),
            people,
        ),
        Figure(
            "units",
            Tile(capital(noun.several("financé")), count(units), "toutes années universitaires"),
            units,
        ),
        Figure(
            "units_per_person",
            Tile(
                capital(f"{noun.plural} par bénéficiaire"),
                decimal(mean),
                of_whom,
            ),
            None,
            people,
            None if mean is None else rounded(mean, 2),
            distribution=tuple(
                (int(units), number)
                for units, number in by_person.by_code(str(UNITS)).items()
                if number
            ),
        ),
    )


def _response(scene: Scene, table: ReleasedTable) -> Figure:
    """Of those asked, how many answered at least once; whoever is kept by an answer did."""
    answered = response_rate(table)
    if is_response_settled(scene, answered):
        return settled_figure("response_rate", "Taux de réponse")
    base = of_base(answered, "interrogé")
    tile = Tile("Taux de réponse", share(answered, 0), base, answered if answered.base else None)
    return share_figure("response_rate", tile, answered)


def _reading(people: int, units: int, vocabulary: Vocabulary) -> str:
    if not units:
        return ""
    mean = ratio(units, people)
    each = "" if mean is None or isnan(mean) else f", soit {decimal(mean)} par personne"
    has = "a bénéficié" if people == 1 else "ont bénéficié"
    return (
        f"{capital(counted(people, 'personne'))} {has} "
        f"{of(funded(vocabulary).counted(units, 'financé'))}{each}."
    )


VIEW = View(
    name="chiffres-cles",
    page=OVERVIEW,
    place=1,
    title="Chiffres clés",
    ask=ask,
    tell=tell,
    height=320,
    wide=True,
    tiled=True,
)
