"""How much did each job pay, as far as the respondent said it?"""

from __future__ import annotations

from random import Random

from dashboard.demonstration.people import Answer, Beneficiary, kind, stage

SAID_BEFORE, SAID_AFTER = 0.62, 0.70

# gross euros a month, full time, for somebody of 34
FULL_TIME = {
    "executives": 3250,
    "intermediate": 2250,
    "clerical": 1740,
    "manual": 1690,
    "craftspeople": 1950,
    "farmers": 1500,
}
UNKNOWN_OCCUPATION = 1800
# close to the legal minimum of 2014; one for every year, since it moved by less than the rounding of the answers
MINIMUM_WAGE = 1450
AFTER_UNEMPLOYMENT = {"T0": 1.0, "T1": 0.95, "T2": 0.98, "T3": 1.0}
PART_TIME_SHARES = (0.4, 0.5, 0.5, 0.6, 0.7, 0.8, 0.8)


def give_salaries(people: list[Beneficiary], seed: int) -> None:
    """Gives a salary to part of the jobs described."""
    for person in people:
        rng = Random(stage(seed, f"salary {person.identifier}"))
        merit = rng.gauss(0, 0.12)  # somebody well paid before is rather well paid after
        for wave, answer in person.answers.items():
            said = rng.random() < (SAID_BEFORE if wave == "T0" else SAID_AFTER)
            pay = _pay(rng, person, answer, merit) * AFTER_UNEMPLOYMENT[wave]
            described = answer.csp if wave == "T0" else answer.status
            if said and described in (FULL_TIME if wave == "T0" else ("salaried", "self_employed")):
                answer.salary = _declared(rng, answer, pay)


def _pay(rng: Random, person: Beneficiary, answer: Answer, merit: float) -> float:
    pay = FULL_TIME.get(answer.csp, UNKNOWN_OCCUPATION) * (1 + merit + rng.gauss(0, 0.07))
    pay *= 1 + 0.008 * (min(person.age, 52) - 34)
    pay *= 0.95 if person.woman else 1.03
    return pay * {"stable": 1.05, "precarious": 0.96}.get(kind(answer.contract), 1.0)


def _declared(rng: Random, answer: Answer, pay: float) -> int:
    """People declare round numbers, and nobody salaried full time less than the legal minimum."""
    if answer.contract != "self_employed":
        pay = max(pay, MINIMUM_WAGE)
    else:
        pay *= rng.uniform(0.4, 1.5)
    if answer.working_time == "part_time":
        pay *= rng.choice(PART_TIME_SHARES)
    step = rng.choice((10, 10, 50, 50, 100))
    rounded = round(pay / step) * step
    full_salary = answer.working_time != "part_time" and answer.contract != "self_employed"
    return max(rounded, MINIMUM_WAGE) if full_salary else rounded
