"""How long is an engine waited for?"""

from __future__ import annotations

PATIENCE_S = 600.0
"""For one statement: a cube over a hundred million rows takes minutes on one machine, a click never does."""

CONNECTING_S = 10
"""For a connection to be opened."""
