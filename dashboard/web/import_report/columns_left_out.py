"""Which columns are not in the tables: personal ones, free text, and what the mapping ignores?"""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.ingest.checks.cells import PERSON
from dashboard.ingest.personal.values import Personal
from dashboard.ingest.raw.mapping.model import ColumnMapping
from dashboard.web.import_report.grid import Row, grid
from dashboard.web.import_report.told import Told
from dashboard.web.markup import Content, tag

KINDS: dict[Personal, str] = {
    "name": "nom ou prénom",
    "email": "adresse électronique",
    "telephone": "téléphone",
    "nir": "numéro de sécurité sociale",
    "address": "adresse postale",
    "birth_date": "date de naissance",
    "other": "autre donnée personnelle",
}


def columns_left_out(told: Told) -> Iterator[Content]:
    """Each column that is not written as it is, and why."""
    rows = [
        Row(table.grid.file, [table.grid.sheet, column.column, why])
        for table in told.matches.matched
        for _, column in table.columns
        if (why := _why(column))
    ]
    rows += [
        Row(table.grid.file, [table.grid.sheet, name, "inconnue de la correspondance"])
        for table in told.matches.matched
        for name in table.unknown
    ]
    yield tag(
        "p",
        "Aucune valeur de ces colonnes n'est écrite, ni dans les tables, ni ici, ni dans le journal. L'identifiant "
        "d'une personne est remplacé par un pseudonyme, que seule la clé permet de retrouver.",
    )
    if rows:
        columns = ("Fichier", "Feuille", "Colonne", "Pourquoi")
        yield grid("Colonnes laissées de côté", columns, rows)
    key = tag("code", told.provenance.key)
    yield tag("p", ["Empreinte de la clé des identifiants : ", key])


def _why(column: ColumnMapping) -> str:
    if column.personal:
        return f"donnée personnelle : {KINDS[column.personal]}"
    if column.kept:
        return "texte libre gardé à part, dans textes.csv"
    if column.ignored:
        return column.ignored
    if column.variable == PERSON:
        return "identifiant : remplacé par un pseudonyme"
    if column.date_format and column.variable.startswith("age"):
        return "date de naissance : seul l'âge est gardé"
    return ""
