"""In which words does a command say that something is well, doubtful or to be mended?"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.ingest.checks.finding import Level

WORDS: Mapping[Level, str] = {"pass": "bien", "warning": "attention", "failure": "à corriger"}
"""What stands before each line of a result."""

WIDTH = max(map(len, WORDS.values()))


def told(level: Level, what: str) -> str:
    """`  attention   port : …`; the further lines of `what` stand below its first."""
    indented = what.replace("\n", "\n" + " " * (WIDTH + 4))
    return f"  {WORDS[level]:<{WIDTH}}  {indented}"
