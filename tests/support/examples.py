"""With how many random examples is a property searched?"""

from __future__ import annotations

import os

from hypothesis import settings

QUICK = 15
"""Examples of each property in the quick profile."""


def examples(full: int) -> settings:
    """`full` random examples in `make test`; a few in `make unit`."""
    quick = os.environ.get("HYPOTHESIS_PROFILE", "quick") == "quick"
    return settings(max_examples=min(full, QUICK) if quick else full)
