"""What does a command say, and how does it end?"""

from __future__ import annotations

from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from dashboard.cli.commands import run
from tests.support.exhibits import plain


@dataclass(frozen=True)
class Ran:
    """The exit code, and what was said to the reader and about faults, with ordinary spaces."""

    code: int
    said: str
    faults: str

    @property
    def lines(self) -> list[str]:
        return self.said.splitlines()

    @property
    def fault_lines(self) -> list[str]:
        return self.faults.splitlines()


def ran(*arguments: str | Path) -> Ran:
    """`python -m dashboard` with these arguments."""
    said, faults = StringIO(), StringIO()
    with redirect_stdout(said), redirect_stderr(faults):
        code = run([str(argument) for argument in arguments])
    return Ran(code, plain(said.getvalue()), plain(faults.getvalue()))
