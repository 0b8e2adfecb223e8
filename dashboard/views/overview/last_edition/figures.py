"""What is each key figure in this edition and in the one before?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dashboard.content.view import Scene
from dashboard.domain.dimension import Dimension
from dashboard.domain.query import Query
from dashboard.domain.statistics.comparisons import Group
from dashboard.domain.tables import ReleasedTable
from dashboard.text.nouns import funded
from dashboard.text.words import capital
from dashboard.views.kit.employment import AT_WORK, employed
from dashboard.views.kit.measure import Measure
from dashboard.views.kit.settled import is_decided, is_foregone_at, is_response_settled
from dashboard.views.kit.survey_bases import (
    ANSWERED,
    RESPONDENTS,
    RESPONSE,
    response_rate,
    survey_base,
)
from dashboard.views.overview.evolution.changes import shown_measures
from dashboard.views.overview.last_edition.compared import Compared

UNITS = Dimension("units_all_years")

MOST_MEASURES = 4
"""Measures of the codebook that stand beside the other figures: more would hide what has changed."""

Tables = Mapping[str, ReleasedTable]


def queries(scene: Scene) -> dict[str, Query]:
    """What the key figures of one edition are made of, by name."""
    selection, answered = scene.selection, survey_base(scene.selection, RESPONDENTS)
    return {
        "people": Query((), selection),
        "units": Query((UNITS,), selection),
        "response": Query((RESPONSE,), selection),
        **{w: Query((Dimension("status", w),), answered) for w in scene.vocabulary.after},
        **{
            f"measure {measure.name}": Query((measure.along,), measure.of(selection))
            for measure in shown_measures(scene)[:MOST_MEASURES]
            if measure.along is not None
        },
    }


def changes(now: Scene, before: Scene, tables: Tables, earlier: Tables) -> tuple[Compared, ...]:
    """The figures that an edition has at least, but for what a filter has fixed; this edition's first."""
    every = (
        *_people(now, before, tables, earlier),
        *_at_work(now, before, tables, earlier),
        *_measures(now, before, tables, earlier),
    )
    return tuple(c for c in every if c.values != (None, None) or any(c.hidden))


def _people(now: Scene, before: Scene, tables: Tables, earlier: Tables) -> Iterator[Compared]:
    both, noun = (tables, earlier), funded(now.vocabulary)
    people = tables["people"].total(), earlier["people"].total()
    units = _funded(now, tables), _funded(before, earlier)
    yield Compared("people", "Bénéficiaires", "count", people)
    first, second = (sum(number * n for number, n in told.items()) for told in units)
    yield Compared("units", capital(noun.several("financé")), "count", (first, second))
    yield Compared(
        "units_per_person",
        capital(f"{noun.plural} par bénéficiaire"),
        "mean",
        groups=(
            Group(distribution=units[0], counted=people[0]),
            Group(distribution=units[1], counted=people[1]),
        ),
    )
    now_rate, then_rate = (response_rate(counts["response"]) for counts in both)
    yield Compared("respondents", "Répondants", "count", (now_rate.count, then_rate.count))
    if not is_response_settled(now, now_rate):
        groups = Group(now_rate), Group(then_rate)
        yield Compared("response_rate", "Taux de réponse", "share", groups=groups)


def _at_work(now: Scene, before: Scene, tables: Tables, earlier: Tables) -> Iterator[Compared]:
    """The share employed at each wave that an edition has."""
    either = {*now.vocabulary.after, *before.vocabulary.after}
    books = now.vocabulary.codebook, before.vocabulary.codebook
    for wave in dict.fromkeys(wave for book in books for wave in book.waves):
        if wave not in either or is_foregone_at(now, wave):
            continue
        (first, why_first), (second, why_second) = (
            _employed_at(wave, scene, counts)
            for scene, counts in ((now, tables), (before, earlier))
        )
        yield Compared(
            f"{AT_WORK}{wave}",
            f"En emploi à {wave}",
            "share",
            groups=(first, second),
            lacking=(why_first, why_second),
        )


def _employed_at(wave: str, scene: Scene, tables: Tables) -> tuple[Group, str]:
    """Those employed of those who told, and what to say where there are none."""
    if wave not in scene.vocabulary.after:
        return Group(), f"pas de {wave}"
    return employed(scene, tables, wave, wave, base=ANSWERED).group, "aucune réponse"


def _measures(now: Scene, before: Scene, tables: Tables, earlier: Tables) -> Iterator[Compared]:
    """The shares and means by which the codebook describes people, such as that of women."""
    known = {measure.name for measure in shown_measures(before)[:MOST_MEASURES]}
    for measure in shown_measures(now)[:MOST_MEASURES]:
        if measure.is_share and measure.along and is_decided(now, measure.along, measure.codes):
            continue
        first = _group(measure, now, tables)
        second = _group(measure, before, earlier) if measure.name in known else Group()
        why = "non renseigné" if measure.name in known else "non décrit"
        yield Compared(
            measure.name,
            measure.title,
            "share" if measure.is_share else "mean",
            groups=(first, second),
            unit=measure.unit,
            lacking=("non renseigné", why),
        )


def _group(measure: Measure, scene: Scene, tables: Tables) -> Group:
    return measure.group_of(tables[f"measure {measure.name}"], {}, scene.vocabulary)


def _funded(scene: Scene, tables: Tables) -> dict[int, int]:
    """How many people have each number of units."""
    by_code = tables["units"].by_code(str(UNITS))
    real = scene.vocabulary.real_codes(UNITS)
    return {int(code): by_code[code] for code in real if by_code[code]}
