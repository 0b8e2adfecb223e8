"""Which tables are about nobody, and by which key known to all are they rounded?"""

from pathlib import Path

SHIPPED = Path(__file__).parents[2] / "data" / "demonstration"
"""The synthetic tables that come with the dashboard."""

ROUNDING = "known to all: the demonstration is about nobody"
"""By which they are rounded, the same on each machine; real tables do not start with it."""
