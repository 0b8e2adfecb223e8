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
from dashboard.views.kit.settled import is_foregone_at, is_response_settled
from dashboard.views.kit.survey_bases import (
    ANSWERED,
    RESPONDENTS,
    RESPONSE,
    response_rate,
    survey_base,
)
from dashboard.views.overview.evolution.change import Change

UNITS = Dimension("units_all_years")

Tables = Mapping[str, ReleasedTable]


def queries(scene: Scene) -> dict[str, Query]:
    """What the key figures of one edition are made of, by name."""
    selection, answered = scene.selection, survey_base(scene.selection, RESPONDENTS)
    return {
        "people": Query((), selection),
        "units": Query((UNITS,), selection),
        "response": Query((RESPONSE,), selection),
        **{w: Query((Dimension("status", w),), answered) for w in scene.vocabulary.after},
    }


def changes(now: Scene, before: Scene, tables: Tables, earlier: Tables) -> tuple[Change, ...]:
    """The figures that both editions have, but for what a filter has fixed; this edition's first."""
    every = (*_people(now, before, tables, earlier), *_at_work(now, before, tables, earlier))
    return tuple(change for change in every if None not in change.values)


def _people(now: Scene, before: Scene, tables: Tables, earlier: Tables) -> Iterator[Change]:
    both, noun = (tables, earlier), funded(now.vocabulary)
    people = tables["people"].total(), earlier["people"].total()
    units = _funded(now, tables), _funded(before, earlier)
    yield Change("people", "Bénéficiaires", "count", people)
    first, second = (sum(number * n for number, n in told.items()) for told in units)
    yield Change("units", capital(noun.several("financé")), "count", (first, second))
    yield Change(
        "units_per_person",
        capital(f"{noun.plural} par bénéficiaire"),
        "mean",
        groups=(Group(distribution=units[0]), Group(distribution=units[1])),
    )
    now_rate, then_rate = (response_rate(counts["response"]) for counts in both)
    yield Change("respondents", "Répondants", "count", (now_rate.count, then_rate.count))
    if not is_response_settled(now, now_rate):
        groups = Group(now_rate), Group(then_rate)
        yield Change("response_rate", "Taux de réponse", "share", groups=groups)


def _at_work(now: Scene, before: Scene, tables: Tables, earlier: Tables) -> Iterator[Change]:
    for wave in now.vocabulary.after:
        if wave not in before.vocabulary.after or is_foregone_at(now, wave):
            continue
        first, second = (
            employed(scene, counts, wave, wave, base=ANSWERED).group
            for scene, counts in ((now, tables), (before, earlier))
        )
        yield Change(f"{AT_WORK}{wave}", f"En emploi à {wave}", "share", groups=(first, second))


def _funded(scene: Scene, tables: Tables) -> dict[int, int]:
    """How many people have each number of units."""
    by_code = tables["units"].by_code(str(UNITS))
    real = scene.vocabulary.real_codes(UNITS)
    return {int(code): by_code[code] for code in real if by_code[code]}
