"""With how many examples is a property searched, and in how many selections is each view taken away?

Three profiles, chosen by `HYPOTHESIS_PROFILE`: `quick` for `make unit`, `full` for `make test`, `soak` for `make soak`.
"""

from __future__ import annotations

import os

from hypothesis import settings

PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "quick")

QUICK = 5
"""Examples of each property in the quick profile."""


def examples(soak: int) -> settings:
    """So many examples in `make soak`, new ones each time; a quarter of that, or a few, always the same, elsewhere."""
    return settings(
        max_examples={"quick": min(soak, QUICK), "full": max(1, soak // 4), "soak": soak}[PROFILE]
    )


def selections_of_each_view(soak: int) -> int:
    """So many selections in `make soak`; a tenth of them in `make test`, and one in `make unit`."""
    return {"quick": 1, "full": soak // 10, "soak": soak}[PROFILE]
