"""What holds for every test: of which kind it is, how properties are searched, which tables are loaded."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.support.examples import PROFILE, QUICK

if TYPE_CHECKING:
    from dashboard.publication import Publication

BROWSER = Path(__file__).parent / "browser"

# How long an example takes says something about the load of the machine, not about the property.
settings.register_profile("soak", deadline=None, print_blob=True)
# The same code has the same verdict each time: `make soak` is where examples are new.
settings.register_profile("full", settings.get_profile("soak"), derandomize=True)
settings.register_profile("quick", settings.get_profile("full"), max_examples=QUICK)
settings.load_profile(PROFILE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the browser tests by their folder, so that `-m "not browser"` leaves them out."""
    for item in items:
        if item.path.is_relative_to(BROWSER):
            item.add_marker(pytest.mark.browser)


def pytest_collection_finish() -> None:
    """Tests that are collected live to the end: no collection of garbage need look at them again."""
    gc.freeze()


@pytest.fixture(scope="session")
def publication() -> Publication:
    """The demonstration tables under the policy `interne`: exact counts."""
    # The process that hands out the tests reads this file too, and has no use for the dashboard.
    from tests.support.exhibits import opened  # noqa: PLC0415

    return opened()
