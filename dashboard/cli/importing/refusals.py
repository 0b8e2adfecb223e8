"""Why is nothing written, where a check failed, too many rows are refused, or nobody is left?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from dashboard.domain.errors import ImportingError
from dashboard.ingest.checks.finding import Finding
from dashboard.ingest.raw.imported import Imported
from dashboard.ingest.raw.result.threshold import Refused, too_many_refused
from dashboard.text.numbers import count, decimal, percent
from dashboard.text.typography import unbroken
from dashboard.text.words import counted

NAMED = 5
"""How many causes of refusals are named before the report."""

SHOWN = 20
"""How many findings are listed before the others are counted."""


def listed_findings(findings: Iterable[Finding]) -> list[str]:
    """The findings, one a line, each with its place; those beyond what can be read are counted."""
    lines = [str(one) for one in findings]
    left = len(lines) - SHOWN
    return [*lines[:SHOWN], *([f"… et {counted(left, 'autre')}."] if left > 0 else [])]


def stopping(found: Iterable[Finding]) -> list[Finding]:
    """What was found; raises ImportingError where a check failed."""
    findings = [one for one in found if one.level != "pass"]
    failed = [one for one in findings if one.level == "failure"]
    if failed:
        raise ImportingError(
            unbroken("\n".join(["Rien n'est importé :", *listed_findings(failed)]))
        )
    return findings


def refusal_of(made: Imported, most: float) -> list[str]:
    """The lines that say why the tables of `made` are not written; none where they may be."""
    over = too_many_refused(made.ledger.accounts, most)
    if not over and made.tables["beneficiaries"]:
        return []
    return [f"Rien n'est importé : {_why(over, most)}.", *_files(over), *_most_refused(made)]


def _why(over: Sequence[Refused], most: float) -> str:
    beyond = f"au-delà du seuil de {decimal(most)} % (--refus-max)"
    of_all = [one for one in over if not one.file]
    if of_all:
        return f"{_rows(of_all[0])}, {beyond}"
    if over:
        return f"la part de lignes refusées d'un fichier est {beyond}"
    return "il ne reste aucun bénéficiaire"


def _files(over: Iterable[Refused]) -> list[str]:
    """A line for each file of which too much is refused."""
    lines = [f"  {one.file} : {_rows(one)}" for one in over if one.file]
    left = len(lines) - NAMED
    return [
        *lines[:NAMED],
        *([f"  … et {counted(left, 'autre fichier', 'autres fichiers')}"] if left > 0 else []),
    ]


def _rows(one: Refused) -> str:
    rows = counted(one.refused, "ligne refusée", "lignes refusées", feminine=True)
    return f"{rows} sur {count(one.read)}, soit {percent(one.percent)}"


def _most_refused(made: Imported) -> Iterator[str]:
    """The rules, files and columns that refuse most rows, the first first."""
    refused = Counter(
        (one.rule.name, one.origin.file, one.column)
        for one in made.ledger.left_out
        if one.rule.effect == "refused"
    )
    for (rule, file, column), n in refused.most_common(NAMED):
        place = f"{file}, colonne {column}" if column else file
        yield f"  {counted(n, 'ligne', feminine=True)} : {rule} ({place})"
