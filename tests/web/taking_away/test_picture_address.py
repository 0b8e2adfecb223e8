"""What does the address of a picture answer: to a user, and to our own scripts?"""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from lxml import etree

from dashboard.current import Current
from dashboard.outputs.svg import picture
from dashboard.outputs.svg.drawing import Drawing
from dashboard.publication import Publication
from dashboard.views.registry import views
from dashboard.web.server import create_app
from tests.outputs.taken import NOBODY

PLACE = "{http://www.w3.org/2000/svg}svg[@data-chart]"
PLOTTED = "niveaux"
"""A view of bars, which plotly draws."""


@pytest.fixture(scope="module")
def client(publication: Publication) -> FlaskClient:
    client: FlaskClient = create_app(Current(publication)).server.test_client()
    return client


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every chart is a drawing of ours."""
    monkeypatch.setattr(picture, "drawing", lambda *_: Drawing("bars", lambda _: "<g/>"))


@pytest.mark.usefixtures("drawn")
def test_a_view_that_we_draw_is_a_file(client: FlaskClient) -> None:
    answer = client.get("/export/carte.svg?genre=F")
    assert answer.status_code == 200
    assert answer.content_type.startswith("image/svg+xml")
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="carte-genre-f-2017-10-31-demonstration.svg"'
    )
    assert "Femmes" in "".join(etree.fromstring(answer.data).itertext())


@pytest.mark.usefixtures("drawn")
def test_scripts_get_the_same_picture(client: FlaskClient) -> None:
    file, asked = (client.get(f"/export/carte{end}?genre=F") for end in (".svg", "/picture.svg"))
    assert file.data == asked.data
    assert "Content-Disposition" not in asked.headers


def test_scripts_get_the_place_of_a_chart_that_the_browser_draws(client: FlaskClient) -> None:
    answer = client.get(f"/export/{PLOTTED}/picture.svg?genre=F")
    assert answer.status_code == 200
    assert etree.fromstring(answer.data).find(PLACE) is not None


def test_nobody_of_any_view_is_a_whole_picture(client: FlaskClient) -> None:
    assert client.get(f"/export/{PLOTTED}.svg?{NOBODY}").status_code == 200


@pytest.mark.parametrize(
    ("path", "status", "message"),
    [
        (
            f"/export/{PLOTTED}.svg",
            404,
            "Cette image est dessinée par le navigateur\u00a0: prenez-la par le menu «\u00a0Exporter\u00a0»",
        ),
        ("/export/meteo.svg", 404, "La vue «\u00a0meteo\u00a0» n'existe pas."),
        ("/export/meteo/picture.svg", 404, "La vue «\u00a0meteo\u00a0» n'existe pas."),
        (
            "/export/carte.svg?genre=X",
            400,
            "Valeurs possibles pour «\u00a0Genre\u00a0»\u00a0: Femmes, Hommes.",
        ),
        ("/export/carte/picture.svg?couleur=bleu", 400, "n'existe pas"),
    ],
)
def test_what_is_not_there_is_refused_in_french(
    client: FlaskClient, path: str, status: int, message: str
) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.content_type) == (status, "text/plain; charset=utf-8")
    assert message in answer.text


@pytest.mark.parametrize("view", [*views()])
def test_a_figure_is_what_a_picture_leaves_to_plotly(client: FlaskClient, view: str) -> None:
    picture = etree.fromstring(client.get(f"/export/{view}/picture.svg?genre=F").data)
    figure = client.get(f"/export/{view}/figure.json?genre=F")
    if picture.find(f".//{PLACE}") is not None:
        assert figure.get_json()["data"]
    elif figure.status_code == 200:
        assert figure.get_json() is None
    else:
        assert figure.status_code == 404
        assert "demandez picture.svg" in figure.text
