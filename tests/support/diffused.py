"""What is everybody shown of the demonstration tables?"""

from dashboard.disclosure.policy import DIFFUSION
from dashboard.publication import Publication
from tests.support.publications import keyed


def diffused() -> Publication:
    """The demonstration tables under the policy `diffusion`."""
    return keyed().under(DIFFUSION)
