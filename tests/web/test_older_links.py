"""Is the reader of a link told which version it was copied from, where another one is shown?"""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from flask.testing import FlaskClient

from dashboard.current import Current
from dashboard.domain.address import Address
from dashboard.publication import Publication
from dashboard.web.older_links import copied_from
from dashboard.web.server import create_app
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


@pytest.fixture(scope="module")
def client(publication: Publication) -> FlaskClient:
    client: FlaskClient = create_app(Current(publication)).server.test_client()
    return client


def in_words(content: bytes) -> str:
    """All that a file says: of a zipped one, what its parts say."""
    if not content.startswith(b"PK"):
        return plain(content.decode("utf-8"))
    with ZipFile(BytesIO(content)) as parts:
        named = [name for name in parts.namelist() if name.endswith(".xml")]
        return plain(" ".join(parts.read(name).decode("utf-8") for name in named))


TAKEN = [
    "/export/statut.csv",
    "/export/statut.xlsx",
    "/export/statut.svg",
    "/export/statut.pptx",
    "/deck.pptx?expo=statut~%3Fversion%3D{}",
    "/fiche.pptx?region=bretagne",
    "/fiche?region=bretagne",
    "/bilan",
]


@pytest.mark.parametrize("address", TAKEN)
def test_what_is_taken_away_tells_as_well_that_another_version_was_asked_for(
    address: str, client: FlaskClient, publication: Publication
) -> None:
    version = "{}" if "{}" in address else f"{'&' if '?' in address else '?'}version={{}}"
    asked = address if "{}" in address else address + version
    other, own = (client.get(asked.format(each)) for each in (OTHER, publication.version))
    assert (other.status_code, own.status_code) == (200, 200)
    # A picture breaks its lines where they are full.
    assert f"version {OTHER}" in " ".join(re.sub("<[^>]*>", " ", in_words(other.data)).split())
    assert OTHER not in in_words(own.data)
    if other.mimetype != "text/html":
        assert other.headers["X-Data-Version"] == publication.version


@pytest.mark.parametrize("suffix", ["csv", "svg"])
def test_a_file_of_the_version_that_is_shown_is_the_same_whether_it_was_named_or_not(
    suffix: str, client: FlaskClient, publication: Publication
) -> None:
    named = client.get(f"/export/statut.{suffix}?version={publication.version}")
    assert named.data == client.get(f"/export/statut.{suffix}").data
