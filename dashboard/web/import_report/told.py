"""What does the report of an import tell of?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.codebook import Codebook
from dashboard.ingest.checks.finding import Finding
from dashboard.ingest.raw.imported import Imported
from dashboard.ingest.raw.matching import Matches
from dashboard.ingest.raw.result.account import Provenance
from dashboard.ingest.raw.result.distributions import Distribution


@dataclass(frozen=True)
class Told:
    """An import: what was made of what, the findings of its checks that stop nothing, and the distributions.

    `written` says whether its tables were, `most` from which share of refused rows on they are not, in percent.
    `compared` says of which tables those are that they are read beside (« de la version… »); empty where there are
    none. `alarms` are told first.
    """

    made: Imported
    provenance: Provenance
    matches: Matches
    findings: Sequence[Finding]
    distributions: Sequence[Distribution]
    book: Codebook
    most: float
    written: bool
    compared: str
    alarms: Sequence[Finding] = ()
