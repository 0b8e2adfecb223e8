"""Who are the people behind invented raw files: what is true of them, and what of it may never be written?

Drawn from a seed: the same each time. `GENDERS` and the others give the words of raw files for each code.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random

YEARS = ("2013-2014", "2014-2015", "2015-2016")
SURVEYS = (2014, 2015, 2016)
UNITS = ("CCG102", "CCG106", "NFP107", "DRA001", "TCG104", "ESD104")
FIRST_NAMES = ("Aurelien", "Brigitte", "Celestine", "Dieudonne", "Emmanuelle", "Fernandel")
LAST_NAMES = ("Zwitterlin", "Quatrefages", "Yvelinois", "Xaintrailles", "Wambrechies")

GENDERS = {"F": ("Mme", "Féminin", "2"), "M": ("M.", "Masculin", "1")}
YES_NO = {"yes": "Oui", "no": "Non", "unknown": ""}
TEAMS = {"accounting": "Comptabilité", "computing": "Informatique", "other": "Autre"}
MODES = {"classroom": "Présentiel", "distance": "FOD", "hybrid": "Hybride"}
PATHS = {"degree": "Diplômant", "single_units": "À la carte", "unknown": ""}
LEVELS = {"IV": "Bac", "III": "Bac+2", "II": "Bac+3", "I": "Bac+5", "unknown": ""}
STATUSES = {
    "salaried": "En emploi salarié",
    "self_employed": "À votre compte",
    "searching": "En recherche d'emploi",
    "studying": "En études",
    "inactive": "Sans activité",
    "no_information": "",
}
CONTRACTS = {"open_ended": "CDI", "fixed_term": "CDD", "no_information": "N/A"}
BENEFITS = {"find_a_job": "SQ001", "regain_confidence": "SQ002"}
FIRST = 4_100_000
"""Identifiers have eight digits, the first of which is a zero."""

REGIONS = {"a": "52", "b": "82", "c": "42"}
"""The region of each centre."""


@dataclass
class Person:
    """Somebody as they are: `units` by academic year, `answers` by the year of the survey."""

    number: int
    centre: str
    name: str
    first_name: str
    email: str
    telephone: str
    nir: str
    born: str
    age: int
    gender: str
    executive: str
    diploma: str
    units: dict[str, list[tuple[str, str, str, str]]]
    answers: dict[int, dict[str, str]] = field(default_factory=dict)
    benefits: set[str] = field(default_factory=set)

    @property
    def cohort(self) -> str:
        return min(self.units)

    @property
    def personal(self) -> tuple[str, ...]:
        return (self.name, self.first_name, self.email, self.telephone, self.nir, self.born_french)

    @property
    def born_french(self) -> str:
        year, month, day = self.born.split("-")
        return f"{day}/{month}/{year}"

    @property
    def identifier(self) -> str:
        return f"{self.number:08d}"


def people(many: int, seed: int = 1) -> list[Person]:
    """So many invented people, always the same."""
    draw = Random(seed)
    return [_person(number, draw) for number in range(1, many + 1)]


def _person(number: int, draw: Random) -> Person:
    first = draw.randrange(len(YEARS))
    years = [YEARS[first], *(year for year in YEARS[first + 1 :] if draw.random() < 0.3)]
    born_year, month, day = draw.randint(1960, 1992), draw.randint(1, 12), draw.randint(1, 28)
    started = int(YEARS[first][:4])
    name, first_name = f"{draw.choice(LAST_NAMES)}{number:04d}", draw.choice(FIRST_NAMES)
    person = Person(
        number=FIRST + number * 7,
        centre=draw.choice("abc"),
        name=name,
        first_name=first_name,
        email=f"{first_name}.{name}@courriel.example".lower(),
        telephone=f"06 {number % 90 + 10} {draw.randint(10, 99)} {draw.randint(10, 99)} {draw.randint(10, 99)}",
        nir=_nir(
            f"{draw.choice('12')}{born_year % 100:02d}{month:02d}75{draw.randint(100000, 999999)}"
        ),
        born=f"{born_year}-{month:02d}-{day:02d}",
        age=started - born_year - ((month, day) > (9, 1)),
        gender=draw.choice("FM"),
        executive=draw.choice(tuple(YES_NO)),
        diploma=draw.choice(tuple(LEVELS)),
        units={year: _units(draw) for year in years},
    )
    for year in SURVEYS:
        if year >= started + 1 and draw.random() < 0.6:
            person.answers[year] = _answer(draw)
            told = person.answers[year]["status"] != "no_information"
            if told and draw.random() < 0.5:
                person.benefits.add(draw.choice(tuple(BENEFITS)))
    return person


def _nir(number: str) -> str:
    """A social security number with its key."""
    return f"{number}{97 - int(number) % 97:02d}"


def _units(draw: Random) -> list[tuple[str, str, str, str]]:
    return [
        (unit, draw.choice(tuple(TEAMS)), draw.choice(tuple(MODES)), draw.choice(tuple(PATHS)))
        for unit in draw.sample(UNITS, draw.randint(1, 3))
    ]


def _answer(draw: Random) -> dict[str, str]:
    status = draw.choice(tuple(STATUSES))
    employed = status in ("salaried", "self_employed")
    contract = draw.choice(tuple(CONTRACTS)) if employed else ""
    salary = str(draw.randint(1200, 3400)) if employed and draw.random() < 0.7 else ""
    return {"status": status, "contract": contract, "salary": salary}


def as_known_in(known: list[Person], year: str) -> list[Person]:
    """Those who had enrolled by an academic year, with what they had enrolled in."""
    return [
        replace(p, units={y: units for y, units in p.units.items() if y <= year})
        for p in known
        if p.cohort <= year
    ]
