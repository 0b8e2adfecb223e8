"""Are those who are added compared with those who were there, by the verdict of the project?"""

from __future__ import annotations

from dashboard.domain.statistics.comparisons import Group, difference_between
from dashboard.domain.statistics.rates import Share
from dashboard.ingest.raw.result.distributions import Distribution, Line, distributions
from tests.ingest.raw.small import Came, came, enrolments, survey
from tests.spec.written import CODEBOOK


def year(cohort: str, first: int, women: int, men: int) -> tuple[str, list[str]]:
    people = ["Mme"] * women + ["M."] * men
    rows = [f"{first + i}|{cohort}|A1|{gender}|Oui" for i, gender in enumerate(people)]
    return "\n".join(["id|year|unit|gender|cadre", *rows]), [
        str(first + i) for i in range(len(people))
    ]


def two_years(before: tuple[int, int], added: tuple[int, int]) -> tuple[Came, Came]:
    first, known = year("2013-2014", 1000, *before)
    asked = survey("\n".join(["id|on|status", *(f"{i}|05/09/2014|CDI" for i in known)]))
    second, new = year("2014-2015", 5000, *added)
    later = [
        *(f"{i}|05/09/2015|{'CDI' if n % 2 else 'Chômage'}" for n, i in enumerate(known)),
        *(f"{i}|05/09/2015|CDI" for i in new),
    ]
    last_year = came(enrolments(first), asked)
    answers = survey("\n".join(["id|on|status", *later]))
    return last_year, came(enrolments(second), answers, earlier=last_year.earlier())


def of(name: str, wave: str, made: tuple[Distribution, ...]) -> Distribution:
    (one,) = [d for d in made if (d.variable.name, d.wave) == (name, wave)]
    return one


def line(code: str, one: Distribution) -> Line:
    return next(line for line in one.lines if line.category.code == code)


def test_nobody_is_on_both_sides_and_the_verdict_is_that_of_every_page() -> None:
    last_year, now = two_years((20, 80), (45, 15))
    gender = of("gender", "", distributions(now.loaded(), last_year.loaded(), CODEBOOK))
    women = line("F", gender)
    assert (women.before, women.added, women.now) == (20, 45, 65)
    assert (gender.bases.before, gender.bases.added, gender.bases.now) == (100, 60, 160)
    assert women.moved == difference_between(Group(Share(45, 60)), Group(Share(20, 100)))
    assert women.moved is not None
    assert women.moved.conclusive


def test_a_base_below_thirty_is_not_judged() -> None:
    last_year, now = two_years((20, 80), (25, 4))
    women = line("F", of("gender", "", distributions(now.loaded(), last_year.loaded(), CODEBOOK)))
    assert women.moved is not None
    assert (women.moved.tested, women.moved.untested) == (False, "small_base")


def test_people_asked_for_the_first_time_at_a_wave_are_those_added_there() -> None:
    last_year, now = two_years((20, 80), (45, 15))
    made = distributions(now.loaded(), last_year.loaded(), CODEBOOK)
    first, second = of("status", "T1", made), of("status", "T2", made)
    assert (line("salaried", first).before, line("salaried", first).added) == (100, 60)
    assert (second.bases.before, second.bases.added) == (0, 100)
    assert (line("searching", second).added, line("salaried", second).added) == (50, 50)


def test_what_is_funded_is_shown_and_not_judged() -> None:
    last_year, now = two_years((20, 80), (45, 15))
    modality = of("modality", "", distributions(now.loaded(), last_year.loaded(), CODEBOOK))
    assert modality.of == "unit"
    assert (modality.bases.before, modality.bases.added) == (100, 60)
    assert {line.moved for line in modality.lines} == {None}


def test_without_tables_to_read_beside_everybody_is_there_now() -> None:
    now = came(enrolments(year("2013-2014", 1, 20, 12)[0]))
    gender = of("gender", "", distributions(now.loaded(), None, CODEBOOK))
    assert [(line.before, line.now, line.moved) for line in gender.lines] == [
        (0, 20, None),
        (0, 12, None),
    ]
