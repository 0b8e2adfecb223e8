"""Can what docs/publier.md and README.md have an analyst type be typed as it stands, line after line?"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from dashboard.datasets.store import Store
from tests.cli.ran import ran
from tests.support.stores import ALL, published, tables

ROOT = Path(__file__).parents[3]

TYPED = re.compile(
    r"^ {4}((?:export DASHBOARD_DATA=|mkdir -p |python -m dashboard (?:publish|datasets|rollback)\b).*?)(?: {2,}.*)?$",
    re.MULTILINE,
)
STORES = ("/srv/observatoire/depot", "/srv/observatoire/versions")
FOLDERS = ("/chemin/des/tables", "tables-2018")
NAMED = "8d06e7c00944"


@pytest.mark.parametrize(("guide", "commands"), [("docs/publier.md", 5), ("README.md", 3)])
def test_a_guide_can_be_typed_as_it_stands(
    guide: str, commands: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DASHBOARD_DATA", raising=False)
    typed = TYPED.findall((ROOT / guide).read_text(encoding="utf-8"))
    assert sum(line.startswith("python") for line in typed) == commands
    home, folder = tmp_path / "store", tables(tmp_path / "tables", without=ALL)
    version = ""
    for line in typed:
        for place, here in [*((s, home) for s in STORES), *((f, folder) for f in FOLDERS)]:
            line = line.replace(place, str(here))  # noqa: PLW2901 - as each place is here.
        if line.startswith("export"):
            monkeypatch.setenv("DASHBOARD_DATA", line.partition("=")[2])
        elif line.startswith("mkdir"):
            home.mkdir()
            # The study has been published before: there is something to return to.
            for i in range(3):
                version = published(
                    Store(home), tables(tmp_path / str(i), without=i)
                ).manifest.version
        else:
            told = ran(*shlex.split(line.replace(NAMED, version), comments=True)[3:])
            assert told.code == 0, (line, told.faults)
    assert Store(home).current() == version
