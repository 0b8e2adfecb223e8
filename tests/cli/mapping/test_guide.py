"""Does the part of docs/importer.md about mappings tell what the command says and writes?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard.ingest.raw.mapping.read import read_mapping
from dashboard.ingest.raw.mapping.unconfirmed import unconfirmed
from tests.cli.ran import ran
from tests.ingest.raw.mapping.mappings import codebook
from tests.support.exhibits import plain

GUIDE = (Path(__file__).parents[3] / "docs" / "importer.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COLUMN = "[[tables.columns]]\n"
PROMPT = "$ python -m dashboard "


def test_each_command_says_and_writes_what_the_guide_tells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DASHBOARD_DATA", raising=False)
    written = ""
    excerpts = 0
    for kind, name, text in BLOCK.findall(GUIDE):
        if kind == "csv":
            Path(name).write_text(text, encoding="cp1252")
        elif kind == "console":
            command, *lines = text.rstrip("\n").split("\n")
            told = ran(*command.removeprefix(PROMPT).split())
            assert told.lines[: len(lines)] == lines
            written = Path(command.split("--to ")[1]).read_text(encoding="utf-8")
        elif kind == "toml" and name:
            path = Path(name)
            path.write_text(filled(path.read_text(encoding="utf-8"), text), encoding="utf-8")
        elif kind == "toml":
            excerpts += 1
            assert text in plain(written)
    assert excerpts
    assert read_mapping(Path("bretagne.toml"), codebook()).tables[0].makes == "enrolments"
    survey = read_mapping(Path("enquete-2018.toml"), codebook())
    assert [plain(str(line)) for line in unconfirmed(survey)] == [
        "table « results-survey2018.csv » : à confirmer"
    ]


def filled(mapping: str, columns: str) -> str:
    """`mapping` with `columns` in place of those that it has of the same names."""
    head, *proposed = mapping.split(COLUMN)
    described = {block.split("\n")[0]: block for block in columns.split(COLUMN)[1:]}
    return COLUMN.join([head, *(described.get(b.split("\n")[0], b) for b in proposed)])
