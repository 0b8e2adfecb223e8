"""Which mappings read the raw files of invented people?"""

from __future__ import annotations

from pathlib import Path

from dashboard.ingest.raw.mapping.model import ColumnMapping, GridMapping, SourceMapping
from dashboard.ingest.raw.mapping.write import write_mapping
from tests.spec.written import CODEBOOK
from tests.support.raw_people import (
    BENEFITS,
    GENDERS,
    LEVELS,
    MODES,
    PATHS,
    REGIONS,
    STATUSES,
    TEAMS,
    YES_NO,
)


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
