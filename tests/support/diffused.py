"""What is everybody shown of the demonstration tables?"""

from functools import lru_cache

from dashboard.disclosure.policy import DIFFUSION
from dashboard.opening import open_publication
from dashboard.publication import Publication
from tests.support.exhibits import ROOT


@lru_cache(maxsize=1)
def diffused() -> Publication:
    """The demonstration tables under the policy `diffusion`."""
    data = ROOT / "data"
    return open_publication(data / "demonstration", data, DIFFUSION, secret="x" * 32)
