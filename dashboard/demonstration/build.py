"""In which order is the synthetic population drawn?"""

from __future__ import annotations

from dashboard.demonstration.diplomas import give_entry_diploma
from dashboard.demonstration.enrolments import enrol
from dashboard.demonstration.jobs import describe_jobs
from dashboard.demonstration.opinions import give_benefits
from dashboard.demonstration.pathways import give_pathways
from dashboard.demonstration.people import Beneficiary
from dashboard.demonstration.profiles import enrolled
from dashboard.demonstration.response import answer_survey
from dashboard.demonstration.salaries import give_salaries
from dashboard.demonstration.units import describe_units

DEFAULT_SEED = 2017


def build(seed: int = DEFAULT_SEED) -> list[Beneficiary]:
    """The whole population; each stage reads what the stages before it gave."""
    people = enrolled(seed)
    enrol(people, seed)
    give_pathways(people, seed)
    describe_units(people, seed)
    answer_survey(people, seed)
    give_entry_diploma(people, seed)
    describe_jobs(people, seed)
    give_salaries(people, seed)
    give_benefits(people, seed)
    return people
