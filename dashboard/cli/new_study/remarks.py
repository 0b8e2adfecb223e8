"""What of a new codebook could be wrong without anything saying so, and has to be looked at by a person?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.cli.new_study.categories import OTHERS
from dashboard.cli.new_study.found import Found
from dashboard.cli.new_study.kinds import ABSENT
from dashboard.cli.new_study.survey import known_employed, misspelt_absences
from dashboard.domain.codebook import Codebook
from dashboard.ingest.checks.report import quoted
from dashboard.text.words import listed


def remarks(found: Found, book: Codebook) -> Iterator[str]:
    """What is to be looked at in `book`, which was drafted from `found`, a line each."""
    column = f"À vérifier : {found.files['survey']}, colonne"
    if not known_employed(found):
        yield f"{column} status : {_employed(book.variable('status').codes_with('employed'))}"
    contracts = book.variables["contract"].categories if "contract" in book.variables else ()
    of_no_kind = [c.code for c in contracts if not c.group and c.code not in OTHERS]
    if of_no_kind:
        yield f"{column} contract : {_of_no_kind(of_no_kind)}"
    for name, code in misspelt_absences(found, ABSENT):
        yield (
            f"{column} {name} : le code {quoted(code)} est compté comme une réponse. "
            "S'il dit que rien n'est su, écrivez-le « no_information » dans la table."
        )


def _employed(codes: Sequence[str]) -> str:
    names = listed(list(map(quoted, codes)))
    said = f"le code {names} est compté" if len(codes) == 1 else f"les codes {names} sont comptés"
    return (
        f"{said} en emploi, mais rien dans les autres colonnes ne le confirme. "
        "Le champ group = \"employed\" d'un code dit qu'il est en emploi."
    )


def _of_no_kind(codes: Sequence[str]) -> str:
    names = listed(list(map(quoted, codes)))
    said = (
        f"le code {names} n'est ni un contrat stable ni un contrat précaire"
        if len(codes) == 1
        else f"les codes {names} ne sont ni des contrats stables ni des contrats précaires"
    )
    return (
        f"{said}. Les champs group et groups le disent : ils sont expliqués dans le dictionnaire."
    )
