"""Do Python, style sheets and scripts share their colours and sizes?"""

import re
from pathlib import Path

import pytest

from dashboard.content import theme
from tools.theme import FILE, style_sheet

ASSETS = Path(__file__).parents[2] / "assets"
SHEETS = sorted((ASSETS / "styles").glob("*.css"))
SCRIPTS = sorted((ASSETS / "scripts").rglob("*.js"))
OURS = [path for path in (*SHEETS, *SCRIPTS) if path != FILE]

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\bhsla?\(")
WIDTH = re.compile(r"\((?:min|max)-width: ([^)]+)\)")
DECLARED = re.compile(r"(?<![\w-])(--[\w-]+):")
USED = re.compile(r"var\((--[\w-]+)")

NOT_OURS = (
    "--tall",
    "--tall-narrow",
    "--ratio",
    "--across",
    "--down",
    "--part",
    "--broad",
    "--least",
)
"""What the server writes into the element itself: the height of a figure, the sides of a map or of a cell."""


def _name(path: Path) -> str:
    return path.relative_to(ASSETS).as_posix()


def test_the_style_sheet_says_what_the_theme_says() -> None:
    assert FILE.read_text(encoding="utf-8") == style_sheet()


@pytest.mark.parametrize("path", OURS, ids=_name)
def test_no_colour_is_named_elsewhere(path: Path) -> None:
    text = COMMENT.sub("", path.read_text(encoding="utf-8"))
    named = [colour for colour in COLOUR.findall(text) if not text.count(f"url({colour}")]
    assert named == []


@pytest.mark.parametrize("path", SHEETS, ids=_name)
def test_the_page_changes_only_at_the_widths_of_the_theme(path: Path) -> None:
    known = {theme.PHONE, theme.TABLET, theme.LAPTOP, theme.FROM_TABLET, theme.PROJECTOR}
    known |= {theme.FROM_ONE_LINE, theme.TWO_LINES, theme.NARROW_LINE}
    assert set(WIDTH.findall(path.read_text(encoding="utf-8"))) <= known


def test_every_property_that_is_used_is_declared() -> None:
    texts = [COMMENT.sub("", path.read_text(encoding="utf-8")) for path in SHEETS]
    declared = {name for text in texts for name in DECLARED.findall(text)}
    used = {name for text in texts for name in USED.findall(text)}
    assert used - declared <= set(NOT_OURS)


def test_the_night_has_a_colour_for_each_of_the_day() -> None:
    night, day = vars(theme.NIGHT), vars(theme.DAY)
    assert night.keys() == day.keys()
    assert all(night[name] != day[name] for name in day)


def test_the_font_of_the_theme_is_the_one_that_is_loaded() -> None:
    fonts = (ASSETS / "styles" / "fonts.css").read_text(encoding="utf-8")
    assert set(re.findall(r'font-family: "([^"]+)"', fonts)) == {theme.FONT_FAMILY}
    files = re.findall(r'url\("\.\./(fonts/\d+\.woff2)"\)', fonts)
    assert files
    assert sorted(files) == sorted(
        f"fonts/{path.name}" for path in (ASSETS / "fonts").glob("*.woff2")
    )
