"""How does a page not wait for an engine that has gone, once for each of thirty questions?"""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

import pyarrow as pa

from dashboard.domain.errors import SourceError
from dashboard.sources.sql.answers import Run

REST_S = 5.0
"""How long an engine that could not be reached is left alone: questions are refused at once, as the last one was."""


class UnreachableError(SourceError):
    """Nobody answers at the engine's address."""


class Rest:
    """What is remembered of an engine that could not be reached."""

    def __init__(self) -> None:
        self._refusal = ""
        self._until = 0.0

    def asked(self, run: Run, text: str, parameters: Sequence[int]) -> pa.Table:
        """What `run` gives; raises UnreachableError where nobody answers, and unasked where a moment ago nobody did."""
        if monotonic() < self._until:
            raise UnreachableError(self._refusal)
        try:
            return run(text, parameters)
        except UnreachableError as error:
            self._refusal, self._until = str(error), monotonic() + REST_S
            raise
