"""What of an import has to be told before anything else: files that contradict each other, or what was known?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dashboard.ingest.checks.finding import Finding, Place
from dashboard.ingest.raw.answers.questionnaires import TWO_FILES
from dashboard.ingest.raw.imported import Imported
from dashboard.ingest.raw.people.shared_identifiers import SHARED
from dashboard.text.typography import unbroken
from dashboard.text.words import counted


def alarms(made: Imported) -> Iterator[Finding]:
    """A warning for each file whose questionnaires another one contradicts, or with identifiers that people share.

    One of who contradicts what was known.
    """
    two = Counter(
        (one.origin.file, one.origin.sheet) for one in made.ledger.merged if one.rule == TWO_FILES
    )
    for (file, sheet), n in two.items():
        said = counted(n, "questionnaire est écarté", "questionnaires sont écartés")
        message = (
            f"{said} : un autre fichier en a un différent, de la même personne à la même vague. Vérifiez le jour "
            "d'enquête (surveyed_on) de ces fichiers dans la correspondance : l'un est peut-être d'une autre année."
        )
        yield Finding("relations", "two-files", "warning", unbroken(message), Place(file, sheet))
    shared = Counter(
        (one.origin.file, one.origin.sheet) for one in made.ledger.decided if one.rule == SHARED
    )
    for (file, sheet), n in shared.items():
        message = (
            f"{counted(n, 'ligne a un identifiant', 'lignes ont un identifiant', feminine=True)} qui semble commun à "
            "plusieurs personnes : les dates de naissance ou les genres s'y contredisent trop souvent. Elles ne "
            f"comptent que pour une personne par identifiant ; le rapport dit où (« {SHARED.name} »)."
        )
        yield Finding(
            "relations", "shared-identifier", "warning", unbroken(message), Place(file, sheet)
        )
    if made.contradicting:
        said = counted(
            made.contradicting,
            "personne contredit les tables de départ",
            "personnes contredisent les tables de départ",
        )
        message = f"{said} : ce qui y est reste. Pour le corriger, importez de nouveau tous les fichiers, sans --onto."
        yield Finding("relations", "contradicts-known", "warning", unbroken(message))
