"""Do the outlines of maps reach a browser once, whatever divisions of the country a study has?"""

import pytest
from flask.testing import FlaskClient

from dashboard.current import Current
from dashboard.outputs.svg.outlines import coarse_layer
from dashboard.publication import Publication
from dashboard.web.outline_files import addresses, definitions
from dashboard.web.server import create_app
from tests.support.pages import answer_to, tree, values
from tests.support.regional import MAIN, TODAY, divided, unmapped


@pytest.fixture(scope="module")
def client(publication: Publication) -> FlaskClient:
    client: FlaskClient = create_app(Current(publication)).server.test_client()
    return client


def test_the_first_page_holds_the_outlines_that_its_maps_refer_to(client: FlaskClient) -> None:
    layers = answer_to("/").layers
    assert layers == (MAIN.path,)
    assert values(definitions(layers), "data-outlines")
    assert definitions(layers) in client.get("/").text


def test_every_outline_that_a_chart_refers_to_is_there(client: FlaskClient) -> None:
    for path in ("/", "/territoires", "/comparer?comparer.vue=carte"):
        read = tree(client.get(path).text)
        referred = {value[1:] for value in read.xpath("//*[local-name()='use']/@href")}
        assert referred <= set(read.xpath("//@id"))


def test_a_change_says_where_the_outlines_are_that_its_maps_refer_to(client: FlaskClient) -> None:
    question = {"path": "/", "tables": [], "narrow": False, "known": {}}
    answer = client.post("/answer", json=question | {"search": "?carte.decoupage=2016"}).get_json()
    assert answer["outlines"] == addresses((TODAY.path,))
    assert (
        client.post("/answer", json=question | {"search": "", "path": "/apports"}).get_json()[
            "outlines"
        ]
        == []
    )


@pytest.mark.parametrize("layer", [MAIN.path, TODAY.path, coarse_layer(MAIN.path)])
def test_outlines_are_a_file_that_is_kept(client: FlaskClient, layer: str) -> None:
    (address,) = addresses((layer,))
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.content_type.startswith("image/svg+xml")
    assert answer.cache_control.immutable
    assert values(answer.text, "data-outlines") == [address.split("/")[-1].removesuffix(".svg")]


def test_outlines_of_no_layer_are_not_found(client: FlaskClient) -> None:
    assert client.get("/outlines/0123456789ab.svg").status_code == 404


def test_a_division_that_is_never_drawn_hides_no_other() -> None:
    client = create_app(Current(divided(unmapped(MAIN), TODAY))).server.test_client()
    (address,) = addresses((TODAY.path,))
    assert client.get(address).status_code == 200
    assert client.get("/outlines/0123456789ab.svg").status_code == 404
