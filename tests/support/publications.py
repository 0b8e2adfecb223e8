"""Which tables does a test open that needs no exhibit?"""

from functools import lru_cache
from pathlib import Path

from dashboard.disclosure.policy import INTERNAL
from dashboard.opening import open_publication
from dashboard.publication import Publication

DATA = Path(__file__).parents[2] / "data"


SECRET = "x" * 32
"""By which the demonstration is rounded in tests."""


@lru_cache(maxsize=1)
def keyed() -> Publication:
    """The demonstration tables under `interne`, which can be shown under `diffusion` too."""
    return open_publication(DATA / "demonstration", DATA, INTERNAL, secret=SECRET)


@lru_cache(maxsize=1)
def demonstration() -> Publication:
    """The demonstration tables under the policy `interne`: exact counts."""
    return open_publication(DATA / "demonstration", DATA, INTERNAL)
