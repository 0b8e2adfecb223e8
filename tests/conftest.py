"""What holds for every test: of which kind it is, how properties are searched, which tables are loaded."""

from pathlib import Path

import pytest
from hypothesis import settings

from dashboard.disclosure.policy import INTERNAL
from dashboard.publication import Publication, open_publication
from tests.support.examples import PROFILE, QUICK

DATA = Path(__file__).parents[1] / "data"
BROWSER = Path(__file__).parent / "browser"

# How long an example takes says something about the load of the machine, not about the property.
settings.register_profile("full", deadline=None, print_blob=True)
settings.register_profile("quick", settings.get_profile("full"), max_examples=QUICK)
settings.register_profile("soak", settings.get_profile("full"))
settings.load_profile(PROFILE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the browser tests by their folder, so that `-m "not browser"` leaves them out."""
    for item in items:
        if item.path.is_relative_to(BROWSER):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def publication() -> Publication:
    """The demonstration tables under the policy `interne`: exact counts."""
    return open_publication(DATA / "demonstration", DATA / "codebook.toml", INTERNAL)
