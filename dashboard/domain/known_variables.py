"""Which variables do views look for by name, and what are they called where a study has not got them?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.domain.codebook import Word


@dataclass(frozen=True)
class KnownVariable:
    """What a variable is about, in words that no study need share: with its article, and as a noun."""

    definite: str
    noun: Word


def _masculine(singular: str, plural: str = "") -> KnownVariable:
    article = "l'" if singular[0] in "aâeéiou" else "le "
    return KnownVariable(f"{article}{singular}", Word(singular=singular, plural=plural))


def _feminine(singular: str, plural: str) -> KnownVariable:
    article = "l'" if singular[0] in "aâeéiou" else "la "
    return KnownVariable(
        f"{article}{singular}", Word(singular=singular, plural=plural, feminine=True)
    )


KNOWN: Mapping[str, KnownVariable] = {
    "gender": _masculine("genre"),
    "age_at_enrolment": _masculine("âge à l'inscription", "âges à l'inscription"),
    "age_band": _feminine("tranche d'âge", "tranches d'âge"),
    "executive": _masculine("statut d'encadrant", "statuts d'encadrant"),
    "long_term_jobseeker": _feminine("durée de chômage", "durées de chômage"),
    "interim": _masculine("travail temporaire", "travaux temporaires"),
    "entry_diploma": _masculine("diplôme à l'entrée", "diplômes à l'entrée"),
    "teaching_team": _feminine("équipe enseignante", "équipes enseignantes"),
    "pathway": _masculine("parcours", "parcours"),
    "main_pathway": _masculine("parcours de la personne", "parcours des personnes"),
    "target_level": _masculine("niveau visé", "niveaux visés"),
    "main_target_level": _masculine("niveau visé par la personne", "niveaux visés"),
    "level_step": _masculine("niveau visé par rapport au diplôme", "niveaux visés"),
    "modality": _feminine("modalité de formation", "modalités de formation"),
    "contract": _masculine("contrat de travail", "contrats de travail"),
    "csp": _feminine("catégorie socioprofessionnelle", "catégories socioprofessionnelles"),
    "sector": _masculine("secteur d'activité", "secteurs d'activité"),
    "working_time": _masculine("temps de travail", "temps de travail"),
    "gross_monthly_salary": _masculine("salaire", "salaires"),
    "salary_band": _masculine("salaire, en tranches", "salaires, en tranches"),
    "benefit": _masculine("apport de la formation", "apports de la formation"),
}
