"""How do style sheets and scripts come to know the colours and sizes that `dashboard/content/theme.py` names?

Run as a program (`python -m tools.theme`), it writes them into `assets/styles/theme.css`.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from dashboard.content import theme
from dashboard.content.theme import Palette, Scale

FILE = Path(__file__).resolve().parents[1] / "assets" / "styles" / "theme.css"

HEAD = """\
/* Which colours and sizes does everything share? Written by `python -m tools.theme` from dashboard/content/theme.py. */
"""


_FONT = theme.FONT.replace("'", '"')


def _palette(palette: Palette) -> dict[str, str]:
    return {name.replace("_", "-"): colour for name, colour in asdict(palette).items()}


def _scale(scale: Scale) -> dict[str, str]:
    return {f"size-{i}": size for i, size in enumerate(scale.sizes)} | {
        "scale": f"{scale.charts:g}"
    }


def _charts() -> dict[str, str]:
    return {
        "chart-ink": theme.INK,
        "paper": theme.PAPER,
    }


def _night_charts() -> dict[str, str]:
    """The colours of charts that the dark page takes instead of those that they are drawn in."""
    classes = {f"class-{i}": colour for i, colour in enumerate(theme.SEQUENTIAL_NIGHT)}
    fewest, most = theme.SHADES_NIGHT
    return classes | {"fewest": fewest, "most": most, "symbol": theme.SYMBOL_NIGHT}


def _measures() -> dict[str, str]:
    return {
        "font": _FONT,
        "radius": theme.RADIUS,
        "gap": theme.GAP,
        "phone": theme.PHONE,
    }


def _rule(selector: str, properties: dict[str, str], indent: str = "") -> str:
    lines = "".join(f"{indent}  --{name}: {value};\n" for name, value in properties.items())
    return f"{indent}{selector} {{\n{lines}{indent}}}\n"


def _margins() -> str:
    """The margins of a printed page: no custom property reaches them."""
    look = f"    color: {theme.DAY.muted};\n    font-family: {_FONT};\n    font-size: {theme.PRINT.sizes[0]};\n"
    places = ("top-left", "top-center", "top-right", "bottom-left", "bottom-right")
    boxes = "".join(f"  @{place} {{\n{look}  }}\n" for place in places)
    return f"@page {{\n{boxes}}}\n"


def style_sheet() -> str:
    """The whole text of `theme.css`."""
    day = {**_palette(theme.DAY), **_charts(), **_scale(theme.SCREEN), **_measures()}
    wide = _rule(":root", _scale(theme.WIDE_SCREEN), "  ")
    # Charts on paper are drawn anew at their size on it, and so keep the enlargement that they had.
    paper = {name: size for name, size in _scale(theme.PRINT).items() if name != "scale"}
    return "\n".join(
        [
            HEAD,
            _rule(":root", day),
            _rule('[data-bs-theme="dark"]', {**_palette(theme.NIGHT), **_night_charts()}),
            f"@media (min-width: {theme.PROJECTOR}) {{\n{wide}}}\n",
            f"@media print {{\n{_rule(':root', paper, '  ')}}}\n",
            _margins(),
        ]
    )


if __name__ == "__main__":
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(style_sheet(), encoding="utf-8")
