"""The study's own figures, like those of tables written by hand, come out of every source."""

from __future__ import annotations

import pytest

from dashboard.disclosure.policy import INTERNAL
from dashboard.publication import Publication
from tests.support.engines import demonstration, every_source


@pytest.fixture(scope="session")
def publication() -> Publication:
    """The demonstration tables in every source at once, which have to agree."""
    return Publication(every_source(demonstration()), INTERNAL)
