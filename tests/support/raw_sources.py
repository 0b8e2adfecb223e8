"""What do three centres and the survey send, what is true of the people behind it, and which mapping reads it?

Invented people, drawn from a seed. Each centre has its own layout: a Windows-1252 export with a title above its header, a
workbook whose identifiers have lost their zeros, a tab-separated file that repeats last year's units. The survey is a
LimeSurvey export with full answers. `truth` says what must come out.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, field, replace
from io import StringIO
from pathlib import Path
from random import Random

import openpyxl

from dashboard.ingest.raw.mapping.model import ColumnMapping, GridMapping, SourceMapping
from dashboard.ingest.raw.mapping.write import write_mapping
from tests.spec.written import CODEBOOK

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


# --- files ----------------------------------------------------------------------------------------------------------


def write_sources(
    folder: Path, known: list[Person], surveys: tuple[int, ...] = SURVEYS
) -> list[Path]:
    """The files of the three centres, and of each September's survey."""
    folder.mkdir(parents=True, exist_ok=True)
    of = {centre: [p for p in known if p.centre == centre] for centre in "abc"}
    return [
        _centre_a(folder / "inscriptions-a.csv", of["a"]),
        _centre_b(folder / "inscriptions-b.xlsx", of["b"]),
        _centre_c(folder / "inscriptions-c.txt", of["c"]),
        *(_survey(folder / f"enquete-{year}.csv", known, year) for year in surveys),
    ]


def as_known_in(known: list[Person], year: str) -> list[Person]:
    """Those who had enrolled by an academic year, with what they had enrolled in."""
    return [
        replace(p, units={y: units for y, units in p.units.items() if y <= year})
        for p in known
        if p.cohort <= year
    ]


def _rows(known: list[Person]) -> list[tuple[Person, str, tuple[str, str, str, str]]]:
    return [(p, year, unit) for p in known for year, units in p.units.items() for unit in units]


def _centre_a(path: Path, known: list[Person]) -> Path:
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(["Centre A : inscriptions financées"])
    writer.writerow([])
    writer.writerow(
        ["N° auditeur", "Nom", "Prénom", "Courriel", "Né(e) le", "Civilité", "Année", "UE", "Équipe", "Modalité", "Parcours", "Cadre", "Diplôme"]
    )  # fmt: skip
    for i, (p, year, (unit, team, mode, pathway)) in enumerate(_rows(known)):
        short = f"{year[:4]}/{year[-2:]}"
        name = f" {p.name}\u00a0" if i % 3 == 0 else p.name
        writer.writerow(
            [p.identifier, name, p.first_name, p.email, p.born_french, GENDERS[p.gender][0], short, f" {unit}" if i % 4 == 0 else unit, TEAMS[team], MODES[mode].upper(), PATHS[pathway], YES_NO[p.executive], LEVELS[p.diploma]]
        )  # fmt: skip
    path.write_bytes(out.getvalue().encode("cp1252"))
    return path


def _centre_b(path: Path, known: list[Person]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Inscrits"
    sheet.append(["Centre B"])
    sheet.append(
        ["Matricule", "Nom complet", "Téléphone", "N° sécu", "Date naissance", "Sexe", "Année universitaire", "Code UE", "EPN", "Mode", "Parcours", "Cadre", "Niveau"]
    )  # fmt: skip
    for p, year, (unit, team, mode, pathway) in _rows(known):
        sheet.append(
            [p.number, f"{p.first_name} {p.name}", p.telephone, p.nir, p.born_french, GENDERS[p.gender][1], year, unit.lower(), TEAMS[team], MODES[mode], PATHS[pathway], YES_NO[p.executive], LEVELS[p.diploma]]
        )  # fmt: skip
    book.create_sheet("Notes").append(["Rien à lire ici"])
    book.save(path)
    return path


def _centre_c(path: Path, known: list[Person]) -> Path:
    """Its last year's file has the units of the years before once more."""
    lines = ["ID\tNOM\tTEL\tNAISSANCE\tSEXE\tANNEE\tUE\tEQUIPE\tMODALITE\tPARCOURS\tCADRE\tDIPLOME"]
    rows = _rows(known)
    for p, year, (unit, team, mode, pathway) in [*rows, *rows[:5]]:
        cells = [p.identifier, p.name, p.telephone, p.born_french, GENDERS[p.gender][2], f"{year[:4]}-{year[-2:]}", unit, TEAMS[team], MODES[mode], PATHS[pathway], YES_NO[p.executive], LEVELS[p.diploma]]  # fmt: skip
        lines.append("\t".join(cells))
    path.write_bytes(("\r\n".join(lines) + "\r\n").encode("utf-8-sig"))
    return path


def _survey(path: Path, known: list[Person], year: int) -> Path:
    out = StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(
        ["Numéro d'étudiant", "Date de soumission", "Adresse e-mail", "Situation", "Contrat", "Salaire", *(f"Apports [{code}]" for code in BENEFITS.values()), "Commentaire"]
    )  # fmt: skip
    for p in known:
        said = p.answers.get(year)
        if said is None:
            continue
        ticks = [
            "Oui" if code in p.benefits and year == max(p.answers) else "" for code in BENEFITS
        ]
        salary = f"{int(said['salary']):,}".replace(",", "\u202f") + " €" if said["salary"] else ""
        writer.writerow(
            [p.identifier, f"{17 + p.number % 9:02d}/09/{year} 10:12", p.email, STATUSES[said["status"]], CONTRACTS.get(said["contract"], ""), salary, *ticks, f"Bonjour,\nmerci ! {p.first_name} {p.name}"]
        )  # fmt: skip
    path.write_bytes(out.getvalue().encode())
    return path


# --- mapping --------------------------------------------------------------------------------------------------------


def mappings() -> tuple[SourceMapping, SourceMapping]:
    """The mapping of the centres, and that of the survey."""
    return (
        SourceMapping(name="Centres", version=1, tables=[_map_a(), _map_b(), _map_c()]),
        SourceMapping(name="Enquête", version=2, tables=[_map_survey()]),
    )


def write_mappings(folder: Path) -> list[Path]:
    """The same, in files."""
    paths = []
    for mapping in mappings():
        path = folder / f"{mapping.name.lower()}.toml"
        path.write_text(write_mapping(mapping, CODEBOOK), encoding="utf-8")
        paths.append(path)
    return paths


def _answers(codes: dict[str, str]) -> dict[str, str]:
    return {text: code for code, text in codes.items() if text}


def _genders(which: int) -> dict[str, str]:
    return {texts[which]: code for code, texts in GENDERS.items()}


def _map_enrolments(
    files: str, sheet: str, region: str, columns: list[ColumnMapping]
) -> GridMapping:
    return GridMapping(
        files=files, sheet=sheet, makes="enrolments", constants={"region": region}, columns=columns
    )


def _common(names: tuple[str, str, str, str, str, str]) -> list[ColumnMapping]:
    unit, team, mode, pathway, executive, diploma = names
    return [
        ColumnMapping(column=unit, variable="unit"),
        ColumnMapping(column=team, variable="teaching_team", answers=_answers(TEAMS)),
        ColumnMapping(column=mode, variable="modality", answers=_answers(MODES)),
        ColumnMapping(column=pathway, variable="pathway", answers=_answers(PATHS)),
        ColumnMapping(column=executive, variable="executive", answers=_answers(YES_NO)),
        ColumnMapping(column=diploma, variable="entry_diploma", answers=_answers(LEVELS)),
    ]


def _map_a() -> GridMapping:
    return _map_enrolments(
        "inscriptions-a.csv",
        "",
        REGIONS["a"],
        [
            ColumnMapping(column="N° auditeur", variable="beneficiary_id", width=8),
            ColumnMapping(column="Nom", personal="name"),
            ColumnMapping(column="Prénom", personal="name"),
            ColumnMapping(column="Courriel", personal="email"),
            ColumnMapping(column="Né(e) le", variable="age_at_enrolment", date_format="%d/%m/%Y"),
            ColumnMapping(column="Civilité", variable="gender", answers=_genders(0)),
            ColumnMapping(column="Année", variable="academic_year"),
            *_common(("UE", "Équipe", "Modalité", "Parcours", "Cadre", "Diplôme")),
        ],
    )


def _map_b() -> GridMapping:
    return _map_enrolments(
        "inscriptions-b.xlsx",
        "Inscrits",
        REGIONS["b"],
        [
            ColumnMapping(column="Matricule", variable="beneficiary_id", width=8),
            ColumnMapping(column="Nom complet", personal="name"),
            ColumnMapping(column="Téléphone", personal="telephone"),
            ColumnMapping(column="N° sécu", personal="nir"),
            ColumnMapping(
                column="Date naissance", variable="age_at_enrolment", date_format="%d/%m/%Y"
            ),
            ColumnMapping(column="Sexe", variable="gender", answers=_genders(1)),
            ColumnMapping(column="Année universitaire", variable="academic_year"),
            *_common(("Code UE", "EPN", "Mode", "Parcours", "Cadre", "Niveau")),
        ],
    )


def _map_c() -> GridMapping:
    return _map_enrolments(
        "inscriptions-c.txt",
        "",
        REGIONS["c"],
        [
            ColumnMapping(column="ID", variable="beneficiary_id", width=8),
            ColumnMapping(column="NOM", personal="name"),
            ColumnMapping(column="TEL", personal="telephone"),
            ColumnMapping(column="NAISSANCE", variable="age_at_enrolment", date_format="%d/%m/%Y"),
            ColumnMapping(column="SEXE", variable="gender", answers=_genders(2)),
            ColumnMapping(column="ANNEE", variable="academic_year"),
            *_common(("UE", "EQUIPE", "MODALITE", "PARCOURS", "CADRE", "DIPLOME")),
        ],
    )


def _map_survey() -> GridMapping:
    return GridMapping(
        files="enquete-*.csv",
        makes="survey",
        columns=[
            ColumnMapping(column="Numéro d'étudiant", variable="beneficiary_id", width=8),
            ColumnMapping(
                column="Date de soumission", variable="surveyed_on", date_format="%d/%m/%Y"
            ),
            ColumnMapping(column="Adresse e-mail", personal="email"),
            ColumnMapping(column="Situation", variable="status", answers=_answers(STATUSES)),
            ColumnMapping(
                column="Contrat",
                variable="contract",
                answers={"CDI": "open_ended", "CDD": "fixed_term", "N/A": "no_information"},
            ),
            ColumnMapping(column="Salaire", variable="gross_monthly_salary"),
            *(
                ColumnMapping(
                    column=f"Apports [{code}]", variable="benefit", option=benefit, ticks=["Oui"]
                )
                for benefit, code in BENEFITS.items()
            ),
            ColumnMapping(column="Commentaire", ignored="texte libre", kept=True),
        ],
    )
