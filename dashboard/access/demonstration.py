"""Which tables are about nobody, and by which key known to all are they rounded?"""

from pathlib import Path

SHIPPED = Path(__file__).parents[2] / "data" / "demonstration"
"""The synthetic tables that come with the dashboard."""

DIGEST = "fccd4af07b6fa2793640c7d16976ac565e44190783fd43428572b1db7cad3aae"
"""The SHA-256 of those of its tables, one after the other by name: real ones may have been put in their place.

Whoever builds others (`make demo`) writes theirs here.
"""

ROUNDING = "known to all: the demonstration is about nobody"
"""By which they are rounded, the same on each machine; real tables do not start with it."""
