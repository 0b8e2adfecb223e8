"""How is our codebook written otherwise, and how is its refusal read by a test?"""

from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

import pytest

from dashboard.domain.codebook import Codebook
from dashboard.domain.errors import CodebookError
from dashboard.ingest.reference.codebook import read_codebook
from tests.support.exhibits import plain

OURS = (Path(__file__).parents[2] / "data" / "codebook.toml").read_text(encoding="utf-8")

Changes = dict[str, str]
"""What stands in our codebook, and what is written instead, once."""


def changed(changes: Changes, text: str = OURS) -> str:
    """Our codebook, or another text, with some of it written otherwise."""
    for written, instead in changes.items():
        assert written in text, written
        text = text.replace(written, instead, 1)
    return text


def read(folder: Path, text: str | bytes) -> Codebook:
    """What the dashboard makes of `text` as a codebook."""
    path = folder / "codebook.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_codebook(path)


def faults_of(folder: Path, text: str | bytes) -> list[str]:
    """The lines of the refusal, with ordinary spaces; each begins with the file, which is left out before a place."""
    with pytest.raises(CodebookError) as caught:
        read(folder, text)
    lines = plain(str(caught.value)).split("\n")
    assert all(line.startswith(("codebook.toml", "…")) for line in lines)
    return [line.removeprefix("codebook.toml, ") for line in lines]


@dataclass(frozen=True)
class Refused:
    """What is written otherwise in a text, and the lines that say so; … stands for whatever follows."""

    changes: Changes
    lines: list[str]

    def tells(self, said: list[str]) -> bool:
        """Whether it is refused in these words."""
        return len(said) == len(self.lines) and all(
            line == wanted or (wanted.endswith("…") and line.startswith(wanted[:-1]))
            for line, wanted in zip(said, self.lines, strict=True)
        )


def refused(path: Path) -> dict[str, Refused]:
    """The cases of a file, by their titles: lines `- ` of the text, `+ ` instead of them, then the refusal."""
    cases = {}
    for case in path.read_text(encoding="utf-8").split("\n# ")[1:]:
        title, *lines = case.strip().split("\n")
        changes: Changes = {}
        rest = list(lines)
        while rest and rest[0].startswith("- "):
            old, rest = _taken(rest, "- ")
            new, rest = _taken(rest, "+ ")
            changes[old] = new
        cases[title] = Refused(changes, rest)
    return cases


def _taken(lines: list[str], sign: str) -> tuple[str, list[str]]:
    """The first lines that have the sign, as one text, and the others."""
    first = list(takewhile(lambda line: line.startswith(sign), lines))
    return "\n".join(line.removeprefix(sign) for line in first), lines[len(first) :]
