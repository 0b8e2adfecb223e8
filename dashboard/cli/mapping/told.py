"""What is said of a proposal beside it: what was recognised, what is to be confirmed, what is left out?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.ingest.checks.finding import Finding
from dashboard.ingest.raw.grid import RawFile
from dashboard.ingest.raw.mapping.unconfirmed import unconfirmed
from dashboard.ingest.raw.proposals.propose import Proposal
from dashboard.text.numbers import count
from dashboard.text.typography import unbroken
from dashboard.text.words import counted

SHOWN = 20
"""How many lines to be confirmed are named one by one: all of them are marked in the file."""


def told(files: Sequence[RawFile], proposal: Proposal) -> Iterator[str]:
    """The lines, in French: what reading found, what was recognised, then what is to be confirmed."""
    for file in files:
        yield from (_line(finding) for finding in file.findings if finding.level != "pass")
    yield from map(_line, proposal.findings)
    lines = unconfirmed(proposal.mapping)
    if not lines:
        yield "Rien n'est à confirmer ; relisez la correspondance tout de même avant d'importer."
        return
    to_fill = sum(line.to_fill for line in lines)
    also = f", dont {count(to_fill)} à remplir" if to_fill else ""
    yield unbroken(f"{counted(len(lines), 'ligne', feminine=True)} à confirmer{also} :")
    yield from (f"  {line}" for line in lines[:SHOWN])
    if len(lines) > SHOWN:
        yield unbroken(
            f"  … et {len(lines) - SHOWN} de plus : cherchez « à confirmer » et « à remplir » dans la correspondance."
        )


def _line(finding: Finding) -> str:
    return unbroken(f"{finding.place} : {finding.message}")
