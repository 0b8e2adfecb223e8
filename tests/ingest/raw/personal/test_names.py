"""Is a column of personal data told by its name, and one that only sounds like it left alone?"""

import pytest

from dashboard.ingest.raw.personal.names import kind_of_name

NAMES = {
    "name": [
        "Nom",
        "NOM",
        "Prénom",
        "prenoms",
        "Nom de famille",
        "Nom d'usage",
        "NomUsage",
        "Nom et prénom",
        "Nom/Prénom",
        "Nom patronymique",
        "Nom de jeune fille",
        "Nom de naissance",
        "Nom de l'auditeur",
        "Prénom stagiaire",
        "firstname",
        "Last name",
        "Conseiller",
        "Nom du tuteur",
    ],
    "email": [
        "E-mail",
        "Email",
        "Adresse mail",
        "Courriel",
        "Mél",
        "Adresse électronique",
        "adresse e-mail personnelle",
    ],
    "telephone": [
        "Tél.",
        "Téléphone",
        "N° de téléphone",
        "Tel portable",
        "Portable",
        "Mobile",
        "Téléphone fixe",
    ],
    "nir": ["NIR", "N° Sécurité sociale", "Numéro de sécurité sociale", "N° SS", "NSS", "N° sécu"],
    "birth_date": [
        "Date de naissance",
        "Date de naiss.",
        "date_naissance",
        "DateNaissance",
        "Né le",
        "Née le",
        "DDN",
    ],
    "address": [
        "Adresse",
        "Adresse 1",
        "Adresse postale",
        "Code postal",
        "CP",
        "Ville",
        "Commune",
        "Rue",
        "Ville de résidence",
        "Code INSEE commune",
    ],
    "other": [
        "Adresse IP",
        "ipaddr",
        "IBAN",
        "RIB",
        "Nationalité",
        "Lieu de naissance",
        "Identifiant Pôle emploi",
        "URL référente",
    ],
}
OTHERS = [
    "Nom du centre",
    "Nom de l'UE",
    "Nom de l'entreprise",
    "Sexe",
    "Civilité",
    "N° auditeur",
    "Région de résidence",
    "Code UE",
    "Intitulé",
    "Niveau visé",
    "Promo",
    "Date d'inscription",
    "Cadre O/N",
    "Modalité",
    "Identifiant",
    "Année univ.",
    "Téléconseil souhaité",
    "Salaire",
]


@pytest.mark.parametrize(
    ("kind", "name"), [(k, name) for k, names in NAMES.items() for name in names]
)
def test_its_name_says_which_personal_data_a_column_holds(kind: str, name: str) -> None:
    assert kind_of_name(name) == kind


@pytest.mark.parametrize("name", OTHERS)
def test_other_names_announce_none(name: str) -> None:
    assert kind_of_name(name) is None
