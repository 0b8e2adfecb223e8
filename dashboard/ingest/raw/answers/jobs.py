"""Does the job that a questionnaire describes go with the situation that it tells?"""

from __future__ import annotations

from collections.abc import Callable

from dashboard.domain.codebook import Absence, Codebook, Variable
from dashboard.domain.codebook.book import BEFORE
from dashboard.ingest.raw.cleaning.absent_cells import is_known
from dashboard.ingest.raw.matching import STATUS
from dashboard.ingest.raw.rule import Rule

NO_JOB = Rule(
    "emploi décrit sans emploi",
    "blanked",
    "Qui n'est pas en emploi, ou ne dit pas sa situation, n'a pas d'emploi à décrire : ce qu'il en dit "
    "est laissé de côté.",
)
JOB_DENIED = Rule(
    "emploi nié",
    "blanked",
    "Qui est en emploi et répond « sans emploi » à une question sur cet emploi n'en dit rien : « sans information ».",
)
RULES = (NO_JOB, JOB_DENIED)


def reconcile(row: dict[str, str], book: Codebook, tell: Callable[[Rule, Variable], None]) -> None:
    """Makes the answers on a job agree with the situation; before enrolment the job is the last one held."""
    if row["wave"] == BEFORE:
        return
    status = book.variables[STATUS]
    known = is_known(status, row[STATUS])
    employed = row[STATUS] in status.codes_with("employed")
    for name, said in list(row.items()):
        variable = book.variables[name]
        none = _absence(variable, "not_employed")
        if not variable.per_wave or not none:
            continue
        if employed:
            if said == none:
                row[name] = _empty(variable, "no_information")
                tell(JOB_DENIED, variable)
            continue
        if is_known(variable, said):
            tell(NO_JOB, variable)
        row[name] = _empty(variable, "not_employed" if known else "no_information")


def _empty(variable: Variable, absence: Absence) -> str:
    """How a table writes that there is no such answer: an empty cell where it holds numbers."""
    return "" if variable.kind == "integer" else _absence(variable, absence)


def _absence(variable: Variable, absence: Absence) -> str:
    codes = (c.code for c in variable.absences if c.absence == absence and not c.derived)
    return next(codes, "")
