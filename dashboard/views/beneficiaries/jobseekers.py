"""For how long had they been out of work, and had they worked through an agency?"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.content import Content
from dashboard.content.page import BENEFICIARIES
from dashboard.content.view import Scene, View
from dashboard.domain.codebook import Category, Variable
from dashboard.domain.dimension import Dimension
from dashboard.domain.needs import any_variable, variable
from dashboard.domain.query import Query
from dashboard.domain.switches import Choice, Switch
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import variable_noun
from dashboard.text.phrases import phrase_of
from dashboard.text.variables import known, long_name, short_name, variable_of
from dashboard.text.words import capital, inside
from dashboard.views.beneficiaries.categories_of_people import alone, with_words
from dashboard.views.beneficiaries.numbers_or_shares import NumbersOrShares, unit_at, values_switch
from dashboard.views.kit.cohorts.breakdown import CohortBreakdown
from dashboard.views.kit.cohorts.parts import Part, parts_along
from dashboard.views.kit.notes import COHORT, definition_note

CROSSED, DURATION, INTERIM = "croise", "chomage", "interim"
SITUATION = "situation"
"""What keys of rows are along where they cross duration and agency jobs."""

PALER = 0.5
"""How much white is mixed into the colour of a duration for those without an agency job."""

_DURATION, _INTERIM = Dimension("long_term_jobseeker"), Dimension("interim")
_KNOWS_DURATION, _KNOWS_INTERIM = variable("long_term_jobseeker"), variable("interim")
_DIMENSIONS = {CROSSED: (_DURATION, _INTERIM), DURATION: (_DURATION,), INTERIM: (_INTERIM,)}


def _choices(vocabulary: Vocabulary) -> tuple[Choice, ...]:
    duration, interim = _variables(CROSSED, vocabulary)
    both = f"{capital(short_name(duration))} et {short_name(interim)}"
    return (
        Choice(CROSSED, both, (_KNOWS_DURATION, _KNOWS_INTERIM)),
        Choice(DURATION, capital(long_name(duration)), (_KNOWS_DURATION,)),
        Choice(INTERIM, capital(long_name(interim)), (_KNOWS_INTERIM,)),
    )


DETAIL = Switch("demandeurs-emploi.detail", "Selon", CROSSED, _choices)
VALUES = values_switch("demandeurs-emploi")


def ask(scene: Scene) -> Mapping[str, Query]:
    """Duration and agency jobs by cohort, as far as they are known."""
    dimensions = filter(scene.vocabulary.has, _DIMENSIONS[CROSSED])
    return {"jobseekers": Query((COHORT, *dimensions), scene.selection)}


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """A bar a cohort, in parts that cross both variables, or along one of the two."""
    detail = scene.position(DETAIL)
    shown = _variables(detail, scene.vocabulary)
    breakdown = CohortBreakdown(
        scene,
        tables["jobseekers"],
        _DIMENSIONS[detail],
        _parts(scene.vocabulary, detail),
        unit_at(scene, VALUES),
        keeps_unknown=True,
    )
    return NumbersOrShares(
        breakdown,
        title=f"{_heading(shown)}, selon la promotion",
        known=known(*map(variable_noun, shown)),
        column="situation",
        unknown="Cette situation n'est connue d'aucun bénéficiaire de cette sélection.",
    ).content(*(definition_note(scene, along) for along in _DIMENSIONS[detail]))


def _variables(detail: str, vocabulary: Vocabulary) -> tuple[Variable, ...]:
    return tuple(variable_of(along, vocabulary) for along in _DIMENSIONS[detail])


def _heading(shown: tuple[Variable, ...]) -> str:
    if len(shown) == 1:
        return shown[0].title
    first, second = shown
    return f"{first.label} et {inside(second.label)}"


def _parts(vocabulary: Vocabulary, detail: str) -> tuple[Part, ...]:
    if detail == CROSSED:
        return _crossed(vocabulary)
    (along,) = _DIMENSIONS[detail]
    named = with_words if along == _DURATION else alone
    return parts_along(vocabulary, along, named(variable_of(along, vocabulary)))


def _crossed(vocabulary: Vocabulary) -> tuple[Part, ...]:
    """Each duration with and without an agency job; then those of whom one of the two is not known, or neither."""
    pairs = [
        _pair(of_duration, job, vocabulary)
        for of_duration in vocabulary.categories(_DURATION)
        for job in vocabulary.categories(_INTERIM)
    ]
    return (
        *(pair for pair in pairs if not pair.absent),
        *(pair for pair in pairs if pair.absent),
    )


def _pair(of_duration: Category, job: Category, vocabulary: Vocabulary) -> Part:
    """Those of a duration and an agency job: the first such job has the duration's own colour."""
    duration, interim = _variables(CROSSED, vocabulary)
    beside = job.phrase or f"({inside(alone(interim)(job).label)})"
    known = of_duration.absence is None
    label = f"{of_duration.short_label}{'' if known else ','} {beside}"
    if not known and len(duration.absences) == len(interim.absences) == 1 and job.absence:
        label = "Sans information"
    category = Category(
        code=f"{of_duration.code}+{job.code}",
        label=label,
        phrase=f"{phrase_of([of_duration], duration, None)}{'' if known else ' et'} {beside}",
        colour=_mixed(of_duration.colour, _white(job, vocabulary)),
        absence=of_duration.absence or job.absence,
    )
    return Part(SITUATION, category, ((_DURATION, of_duration.code), (_INTERIM, job.code)))


def _white(job: Category, vocabulary: Vocabulary) -> float:
    """How much white is mixed into the colour of those who had `job`: the more, the later it comes."""
    if job.absence is not None:
        return PALER
    jobs = vocabulary.real_codes(_INTERIM)
    return 2 * PALER * jobs.index(job.code) / len(jobs)


def _mixed(colour: str, white: float) -> str:
    channels = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(value + (255 - value) * white):02x}" for value in channels)


def title(vocabulary: Vocabulary) -> str:
    """Both variables, or the one that there is."""
    known_ones = [along for along in _DIMENSIONS[CROSSED] if vocabulary.has(along)]
    shown = known_ones or _DIMENSIONS[CROSSED]
    return capital(" et ".join(long_name(variable_of(along, vocabulary)) for along in shown))


VIEW = View(
    name="demandeurs-emploi",
    page=BENEFICIARIES,
    place=3,
    title=title,
    ask=ask,
    tell=tell,
    switches=(DETAIL, VALUES),
    height=460,
    needs=(any_variable("long_term_jobseeker", "interim"),),
)
