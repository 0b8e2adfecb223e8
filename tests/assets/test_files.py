"""Are the files for the browser small, and does each say what it is for? Does each import only what it names?"""

import re
from pathlib import Path

import pytest

from dashboard.web.browser_files import DOCUMENT_SCRIPT, DOCUMENT_STYLES, STYLES

ASSETS = Path(__file__).parents[2] / "assets"
SHEETS = sorted((ASSETS / "styles").glob("*.css"))
SCRIPTS = sorted((ASSETS / "scripts").rglob("*.js"))
LONGEST_FILE, LONGEST_LINE = 250, 120

IMPORT = re.compile(r'^import(?: (?:[^;]*? from )?|\()"([^"]+)"', re.MULTILINE | re.DOTALL)
PRIVATE_OF_DASH = re.compile(r"_dash|dash_clientside|dash-dropdown|__")
PRIVATE_OF_PLOTLY = re.compile(r"_fullLayout|_fullData|js-plotly|node-rect|heatmaplayer|\.Plotly\b")


def _name(path: Path) -> str:
    return path.relative_to(ASSETS).as_posix()


@pytest.mark.parametrize("path", [*SHEETS, *SCRIPTS], ids=_name)
def test_a_file_is_short_and_begins_with_the_question_it_answers(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= LONGEST_FILE
    assert max(map(len, lines)) <= LONGEST_LINE
    assert lines[0].startswith("/* " if path.suffix == ".css" else "// ")
    assert "?" in "".join(lines[:2])


def test_every_style_sheet_has_a_place_in_the_cascade() -> None:
    assert sorted([*STYLES, *DOCUMENT_STYLES]) == [path.stem for path in SHEETS]


def test_every_script_is_imported_from_the_first_one_of_pages_or_documents() -> None:
    reached, waiting = set[Path](), [ASSETS / "scripts" / "boot.js", ASSETS / DOCUMENT_SCRIPT]
    while waiting:
        script = waiting.pop()
        if script not in reached:
            reached.add(script)
            named = IMPORT.findall(script.read_text(encoding="utf-8"))
            waiting.extend((script.parent / name).resolve() for name in named)
    assert reached == set(SCRIPTS)


@pytest.mark.parametrize("path", SCRIPTS, ids=_name)
def test_what_dash_and_plotly_do_not_promise_is_used_in_one_module_each(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.name != "dash.js":
        assert PRIVATE_OF_DASH.findall(text) == []
    if path.name != "plotly.js":
        assert PRIVATE_OF_PLOTLY.findall(text) == []
