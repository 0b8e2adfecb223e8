"""Why is nothing written, where a check failed, too many rows are refused, or nobody is left?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from dashboard.domain.errors import ImportingError
from dashboard.ingest.checks.finding import Finding
from dashboard.ingest.raw.imported import Imported
from dashboard.ingest.raw.result.threshold import Refused, too_many_refused
from dashboard.text.numbers import count, decimal, share
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
    why = [_over(one, most) for one in over] or ["il ne reste aucun bénéficiaire"]
    return [f"Rien n'est importé : {' ; '.join(why)}.", *_most_refused(made)]


def _over(one: Refused, most: float) -> str:
    of = f"{one.file} : " if one.file else ""
    rows = counted(one.refused, "ligne refusée", "lignes refusées", feminine=True)
    return (
        f"{of}{rows} sur {count(one.read)}, soit {share(one.share)}, au-delà du seuil de {decimal(most)} % "
        "(--refus-max)"
    )


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
