"""Is the reader of a link told which version it was copied from, where another one is shown?"""

import pytest

from dashboard.domain.address import Address
from dashboard.publication import Publication
from dashboard.web.older_links import copied_from
from tests.spec.written import written
from tests.support.exhibits import followed, plain

OTHER = "0123456789ab"


@pytest.fixture(scope="module")
def two() -> Publication:
    return followed(written("person\nA\nB"), written("person\nA"))


def told(version: str, publication: Publication) -> str:
    message = copied_from(Address(version=version), publication)
    return "" if message is None else plain(message.striptags())


def test_a_version_that_is_known_is_told_with_its_day(two: Publication) -> None:
    (before,) = set(two.editions) - {two.version}
    assert told(before, two).startswith(f"Ce lien vient de la version {before} des données, du ")
    assert f"version actuelle, {two.version}, du " in told(before, two)


def test_one_that_is_not_known_is_told_too(two: Publication) -> None:
    assert f"version {OTHER} des données, que ce tableau de bord ne connaît pas." in told(
        OTHER, two
    )


def test_a_link_of_the_version_that_is_shown_or_of_none_is_told_nothing(two: Publication) -> None:
    assert told("", two) == ""
    assert told(two.version, two) == ""
