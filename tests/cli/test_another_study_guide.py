"""Does docs/another-study.md lead to a dashboard, each file, edit, command and output as it is written there?"""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from dashboard.disclosure.policy import INTERNAL
from dashboard.exhibits.composition import FAILED
from dashboard.opening import open_publication
from tests.cli.ran import ran
from tests.studies.answers import FOREIGN, exhibit, file_texts, page_texts, pages, switched
from tools.entered import entered

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "another-study.md").read_text(encoding="utf-8")
HOME = "/home/vous"
"""Where the reader of the guide is at home."""

PROGRAM, START = "python -m dashboard ", "make run"
SKIPPED = "…"

STEP = re.compile(
    r"^```(\w*) ?(\S*)\n(.*?)^```$|^\| cherchez \| écrivez \|\n(.*?)(?=^$)",
    re.MULTILINE | re.DOTALL,
)
EDIT = re.compile(r"^\| `(.*)` \| `(.*)` \|$", re.MULTILINE)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reader's home once the guide has been followed to its end."""
    home = tmp_path_factory.mktemp("vous")
    for language, file, block, table in STEP.findall(GUIDE):
        if table:
            edit(home / "mon-etude" / "codebook.toml", table)
        elif file:
            (home / file).parent.mkdir(exist_ok=True)
            (home / file).write_text(block, encoding="utf-8")
        elif language == "sh":
            type_in(block, home)
    return home


def edit(codebook: Path, table: str) -> None:
    """Puts each text of the table in the place of the one that is looked for, which stands there once."""
    text = codebook.read_text(encoding="utf-8")
    edits = EDIT.findall(table)
    assert edits
    for looked_for, written in edits:
        assert text.count(looked_for) == 1, looked_for
        text = text.replace(looked_for, written)
    codebook.write_text(text, encoding="utf-8")


def type_in(block: str, home: Path) -> None:
    """Types the command of a block, whose output must be what stands below it."""
    command, _, output = block.removeprefix("$ ").partition("\n")
    if command.endswith(START):
        open_in_a_browser(command, home)
        return
    assert command.startswith(PROGRAM)
    told = ran(*shlex.split(command.removeprefix(PROGRAM).replace("~", str(home))))
    assert told.code == 0, told.faults
    said = told.said.replace(str(home), HOME)
    parts = [part.strip("\n") for part in output.split(f"{SKIPPED}\n")]
    assert all(part in said for part in parts), said
    if SKIPPED not in output:
        assert said == output


def open_in_a_browser(command: str, home: Path) -> None:
    """Serves the study that the command names as `make run` does, behind its login, and looks at its pages."""
    folder = command.removesuffix(START).strip().removeprefix("DASHBOARD_DATA=~/")
    with entered(home / "journal.txt", "--workers", "1", data=home / folder) as (address, entry):
        for path in ("/", "/territoires", "/devenir", "/enquete", "/export/carte.csv"):
            with urlopen(Request(f"{address}{path}", headers=entry.headers)) as answer:
                assert answer.status == HTTPStatus.OK


def test_the_study_of_the_guide_answers_everywhere_in_its_own_words(home: Path) -> None:
    publication = open_publication(home / "mon-etude", ROOT / "data", INTERNAL)
    texts = [page_texts(page, "", publication) for page in pages(publication)]
    texts += [
        file_texts(exhibit(view, search, publication), "csv")
        for view, search in switched(publication)
    ]
    for text in texts:
        assert FAILED not in text
        assert not FOREIGN.search(text)
        assert "COMPLÉTER" not in text


def test_what_the_guide_adds_is_offered(home: Path) -> None:
    told = ran("study", home / "mon-etude")
    assert "  Formations : Modules par bénéficiaire ; Modalité de formation ; Coût" in told.lines
    assert "Rapprochement avec le rapport d'activité publié" in told.said


def test_the_figures_that_the_guide_publishes_are_found_again(home: Path) -> None:
    publication = open_publication(home / "mon-etude", ROOT / "data", INTERNAL)
    rows = exhibit("rapprochement", "", publication).content.data_table.rows
    assert len(rows) == len(publication.vocabulary.codebook.figures) == 2


def test_the_fault_that_the_guide_shows_is_the_one_that_is_told(home: Path, tmp_path: Path) -> None:
    (shown,) = [block for language, _, block, table in STEP.findall(GUIDE) if not language + table]
    for path in (home / "mon-etude").iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    book = tmp_path / "codebook.toml"
    kept = [
        line
        for line in book.read_text(encoding="utf-8").splitlines()
        if 'code = "recherche"' not in line and not line.startswith("report")
    ]
    book.write_text("\n".join(kept), encoding="utf-8")
    (tmp_path / "published-figures.toml").unlink()
    told = ran("study", tmp_path)
    assert told.code == 1
    assert shown.strip() in told.fault_lines


def test_the_columns_that_the_guide_names_are_those_that_the_dashboard_knows() -> None:
    ours = tomllib.loads((ROOT / "data" / "codebook.toml").read_text(encoding="utf-8"))
    assert [table for table, _ in lines_of_tables()] == list(ours["tables"])
    for table, line in lines_of_tables():
        assert set(re.findall(r"`(\w+)`", line)) == set(ours["tables"][table]["columns"]), table


def lines_of_tables() -> Iterator[tuple[str, str]]:
    """By table, what the guide says of its columns."""
    yield from re.findall(r"^\| `(\w+)` \|[^|\n]*\|(.*`beneficiary_id`.*)$", GUIDE, re.MULTILINE)
