"""In which colours and sizes is everything drawn, on pages, slides and in files?

The only place where they are named. `python -m tools.theme` writes them for style sheets and scripts, as custom
properties, into `assets/styles/theme.css`; a test holds that file to this one.

Charts are drawn for paper and light pages; the dark page recolours text and lines in its style sheet, so that a change
of theme asks the server for nothing and an export is always made for white paper.
"""

from __future__ import annotations

INK = "#1c2733"
MUTED = "#566270"
RULE = "#c8ced6"
PAPER = "#ffffff"
OUTSIDE = "#eef1f4"
"""Regions outside the selection, and the ground of what is hatched."""

STROKE = "#6b7683"
"""Lines of axes, whiskers and outlines: three to one against white paper and against the dark page."""

SEQUENTIAL = ("#d3e9e6", "#aed6d2", "#86c2be", "#519f9f", "#2d7c80")
"""Five steps from few to many, one hue, told apart by lightness alone; dark ink stays legible on all but the last."""

SYMBOL = "#a23b6b"
"""Funded units, wherever they are drawn beside beneficiaries."""

DOT = "#3b82c4"
"""Shares with their intervals, where no category of the codebook gives a colour."""
