"""Which source holds its tables in memory?"""

from __future__ import annotations

from dashboard.ingest.derive.analysis import AnalysisTables
from dashboard.sources.cubes.source import CubedSource
from dashboard.sources.memory.engine import MemoryEngine

LARGE = 20_000
"""From how many rows on a cube pays: fewer are counted in less time than it takes to sum over a part of one."""


class MemorySource(CubedSource):
    """Analysis tables in memory, counted by rows, or in cubes from `large` rows on."""

    def __init__(self, tables: AnalysisTables, large: int = LARGE) -> None:
        super().__init__(MemoryEngine(tables.frames, tables.vocabulary), tables, large)
