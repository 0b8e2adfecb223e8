"""In which colours and sizes is everything drawn, on pages, slides and in files?

The only place where they are named. `python -m tools.theme` writes them for style sheets and scripts, as custom
properties, into `assets/styles/theme.css`; a test holds that file to this one.

Charts are drawn for paper and light pages; the dark page recolours texts, lines and classes in its style sheet, so that
a change of theme asks the server for nothing and an export is always made for white paper.
"""

from __future__ import annotations

from dataclasses import dataclass

FONT_FAMILY = "Dashboard Sans"
"""Our font, which `assets/fonts/` holds and `tools/font.py` makes."""

FONT = (
    f"'{FONT_FAMILY}', 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'DejaVu Sans', sans-serif"
)
"""Our font, then those that stand in for it where a picture is shown without it."""

# --- charts, by day and by night ------------------------------------------------------------------------------------

INK = "#1c2733"
MUTED = "#566270"
RULE = "#c8ced6"
PAPER = "#ffffff"
OUTSIDE = "#eef1f4"
"""Regions outside the selection, and the ground of what is hatched."""

STROKE = "#6b7683"
"""Lines of axes, whiskers and outlines: three to one against white paper and against the dark page."""

SEQUENTIAL = ("#d3e9e6", "#aed6d2", "#86c2be", "#519f9f", "#2d7c80")
"""Five steps from few to many, one hue, distinguished by lightness alone; dark ink is legible on all but the last."""

SEQUENTIAL_NIGHT = ("#23434b", "#2c6067", "#3f8386", "#70b0ac", "#aedbd4")
"""The same by night, when few recede into the dark card, and many stand out."""

SHADES_NIGHT = ("#23434b", "#2f7276")
"""The fewest and the most of a matrix by night: light ink is legible on both."""

SYMBOL, SYMBOL_NIGHT = "#a23b6b", "#f09cc0"
"""Funded units, wherever they are drawn beside beneficiaries."""

GLASS = "#fce7f0"
"""What is under a circle shows through it."""

BEHIND = "#aab2bb"
"""Lines that are not told apart."""

FUNDED = "#4f9aa0"
"""What is funded, where it is counted whole beside shares of its parts."""

AMOUNT = "#46936c"
"""Amounts of money."""

DOT = "#3b82c4"
"""Shares with their intervals, where no category of the codebook gives a colour."""

KEPT, FOUND, TO_AND_FRO, LOST, NEVER = "#1f5f9e", "#7fb0d3", "#8f74b3", "#f0b36e", "#c2590c"
"""Paths of employment: blue where they end with a job, orange where they end without, purple where they change back."""

UNTOLD = "#b4bbc4"
"""Those of whom too little is known, whatever is told of."""

# --- pages ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Palette:
    """The colours of a page; `halo` surrounds a label that stands on a drawing, and so has the colour of its card."""

    ink: str
    muted: str
    rule: str
    page: str
    card: str
    accent: str
    accent_soft: str
    warn: str
    halo: str


DAY = Palette(
    ink=INK,
    muted="#55616e",
    rule="#dde2e8",
    page="#f5f7f9",
    card=PAPER,
    accent="#1f5f9e",
    accent_soft="#e8f0f8",
    warn="#8a4b00",
    halo=PAPER,
)
NIGHT = Palette(
    ink="#e8edf2",
    muted="#aab5c1",
    rule="#333e4a",
    page="#11171d",
    card="#1a222b",
    accent="#8dbdec",
    accent_soft="#22344a",
    warn="#f0b264",
    halo="#1a222b",
)


@dataclass(frozen=True)
class Scale:
    """The five sizes of letters, from the smallest, and by how much a chart is enlarged as a whole."""

    sizes: tuple[str, str, str, str, str]
    charts: float = 1


SCREEN = Scale(("0.75rem", "0.8125rem", "0.9375rem", "1.125rem", "1.625rem"))
WIDE_SCREEN = Scale(("0.8125rem", "0.9375rem", "1.0625rem", "1.3125rem", "2.125rem"), charts=1.2)
PRINT = Scale(("8pt", "9pt", "10pt", "13pt", "18pt"))

RADIUS = "10px"
GAP = "16px"

PHONE = "47.9rem"
"""The widest phone: its server draws fewer labels, and its filters are closed in a drawer."""

FROM_TABLET = "48rem"
"""The narrowest screen that is no phone's."""

TABLET = "63.9rem"
LAPTOP = "74.9rem"
"""Below this, half a page is narrower than a diagram with its labels."""

FROM_ONE_LINE = "80rem"
"""From this width on the menu has one line, and filters stand beside their names."""

TWO_LINES = "79.9rem"
"""The widest screen on which it has two."""

NARROW_LINE = "84.9rem"
"""Up to this width the one line has little room."""

PROJECTOR = "112rem"
"""From this width on everything is larger."""
