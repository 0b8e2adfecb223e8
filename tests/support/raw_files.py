"""What do three centres and the survey send of invented people?

Each centre has its own layout: a Windows-1252 export with a title above its header, a workbook whose identifiers have
lost their zeros, a tab-separated file that repeats some units. The survey is a LimeSurvey export with full answers, a
file a September.
"""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import openpyxl

from tests.support.raw_people import (
    BENEFITS,
    CONTRACTS,
    GENDERS,
    LEVELS,
    MODES,
    PATHS,
    STATUSES,
    SURVEYS,
    TEAMS,
    YES_NO,
    Person,
)


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


def _rows(known: list[Person]) -> list[tuple[Person, str, tuple[str, str, str, str]]]:
    return [(p, year, unit) for p in known for year, units in p.units.items() for unit in units]


def _centre_a(path: Path, known: list[Person]) -> Path:
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(["Centre A : inscriptions financées"])
    writer.writerow([])
    writer.writerow(
        [
            "N° auditeur",
            "Nom",
            "Prénom",
            "Courriel",
            "Né(e) le",
            "Civilité",
            "Année",
            "UE",
            "Équipe",
            "Modalité",
            "Parcours",
            "Cadre",
            "Diplôme",
        ]
    )
    for i, (p, year, (unit, team, mode, pathway)) in enumerate(_rows(known)):
        short = f"{year[:4]}/{year[-2:]}"
        name = f" {p.name}\u00a0" if i % 3 == 0 else p.name
        writer.writerow(
            [
                p.identifier,
                name,
                p.first_name,
                p.email,
                p.born_french,
                GENDERS[p.gender][0],
                short,
                f" {unit}" if i % 4 == 0 else unit,
                TEAMS[team],
                MODES[mode].upper(),
                PATHS[pathway],
                YES_NO[p.executive],
                LEVELS[p.diploma],
            ]
        )
    path.write_bytes(out.getvalue().encode("cp1252"))
    return path


def _centre_b(path: Path, known: list[Person]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Inscrits"
    sheet.append(["Centre B"])
    sheet.append(
        [
            "Matricule",
            "Nom complet",
            "Téléphone",
            "N° sécu",
            "Date naissance",
            "Sexe",
            "Année universitaire",
            "Code UE",
            "EPN",
            "Mode",
            "Parcours",
            "Cadre",
            "Niveau",
        ]
    )
    for p, year, (unit, team, mode, pathway) in _rows(known):
        sheet.append(
            [
                p.number,
                f"{p.first_name} {p.name}",
                p.telephone,
                p.nir,
                p.born_french,
                GENDERS[p.gender][1],
                year,
                unit.lower(),
                TEAMS[team],
                MODES[mode],
                PATHS[pathway],
                YES_NO[p.executive],
                LEVELS[p.diploma],
            ]
        )
    book.create_sheet("Notes").append(["Rien à lire ici"])
    book.save(path)
    return path


def _centre_c(path: Path, known: list[Person]) -> Path:
    """Some units come twice."""
    lines = ["ID\tNOM\tTEL\tNAISSANCE\tSEXE\tANNEE\tUE\tEQUIPE\tMODALITE\tPARCOURS\tCADRE\tDIPLOME"]
    rows = _rows(known)
    for p, year, (unit, team, mode, pathway) in [*rows, *rows[:5]]:
        cells = [
            p.identifier,
            p.name,
            p.telephone,
            p.born_french,
            GENDERS[p.gender][2],
            f"{year[:4]}-{year[-2:]}",
            unit,
            TEAMS[team],
            MODES[mode],
            PATHS[pathway],
            YES_NO[p.executive],
            LEVELS[p.diploma],
        ]
        lines.append("\t".join(cells))
    path.write_bytes(("\r\n".join(lines) + "\r\n").encode("utf-8-sig"))
    return path


def _survey(path: Path, known: list[Person], year: int) -> Path:
    out = StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(
        [
            "Numéro d'étudiant",
            "Date de soumission",
            "Adresse e-mail",
            "Situation",
            "Contrat",
            "Salaire",
            *(f"Apports [{code}]" for code in BENEFITS.values()),
            "Commentaire",
        ]
    )
    for p in known:
        said = p.answers.get(year)
        if said is None:
            continue
        ticks = [
            "Oui" if code in p.benefits and year == max(p.answers) else "" for code in BENEFITS
        ]
        salary = f"{int(said['salary']):,}".replace(",", "\u202f") + " €" if said["salary"] else ""
        writer.writerow(
            [
                p.identifier,
                f"{17 + p.number % 9:02d}/09/{year} 10:12",
                p.email,
                STATUSES[said["status"]],
                CONTRACTS.get(said["contract"], ""),
                salary,
                *ticks,
                f"Bonjour,\nmerci ! {p.first_name} {p.name}",
            ]
        )
    path.write_bytes(out.getvalue().encode())
    return path
