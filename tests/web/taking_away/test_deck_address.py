"""Does `/deck.pptx` hold the exhibits that the address lists, and refuse in French what it cannot understand?"""

from io import BytesIO
from urllib.parse import urlencode

import pptx
import pytest
from flask.testing import FlaskClient

from dashboard.current import Current
from dashboard.publication import Publication
from dashboard.web.server import create_app


@pytest.fixture(scope="module")
def client(publication: Publication) -> FlaskClient:
    client: FlaskClient = create_app(Current(publication)).server.test_client()
    return client


ASKED = [
    ("titre", "Commission 2017"),
    ("filtre", "genre=F"),
    ("expo", "carte~genre=F&carte.mesure=ue~Où ? ~ partout\r\nÀ dire\nen deux lignes"),
    ("expo", "statut"),
]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_exhibits_come_in_their_order_each_with_its_address(
    client: FlaskClient, method: str
) -> None:
    answer = (
        client.get(f"/deck.pptx?{urlencode(ASKED)}")
        if method == "GET"
        else client.post(
            "/deck.pptx", data=urlencode(ASKED), content_type="application/x-www-form-urlencoded"
        )
    )
    assert answer.status_code == 200
    assert "commission-2017-2017-10-31-demonstration.pptx" in answer.headers["Content-Disposition"]
    slides = list(pptx.Presentation(BytesIO(answer.data)).slides)
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert titles[0] == "Commission 2017"
    assert titles[1].startswith("Femmes")
    assert titles[2] == "Où ? ~ partout"
    notes = slides[2].notes_slide.notes_text_frame.text
    assert "Sélection : Femmes" in notes
    assert notes.startswith("Commentaire : À dire en deux lignes")
    about = next(shape for shape in slides[2].shapes if shape.name == "Sous-titre").text_frame
    assert [p.text for p in about.paragraphs][2:] == ["À dire", "en deux lignes"]
    assert "carte.mesure=ue" in notes


def test_what_is_listed_is_sent_to_the_browser(client: FlaskClient) -> None:
    answer = client.get(f"/deck.json?{urlencode(ASKED)}")
    first, second = answer.get_json()
    assert first == {
        "view": "carte",
        "address": "?genre=F&carte.mesure=ue",
        "filters": "?genre=F",
        "title": "UE financées par région",
        "selection": "Femmes",
        "name": "Où ? ~ partout",
        "comment": "À dire\nen deux lignes",
    }
    assert (second["view"], second["address"], second["name"]) == ("statut", "", "")


@pytest.mark.parametrize("path", ["/deck.pptx", "/deck.json"])
@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("", "de 1 à 60 vues"),
        ("&".join(["expo=carte"] * 61), "de 1 à 60 vues"),
        ("expo=meteo", "La vue « meteo » n'existe pas"),
        ("expo=carte~genre%3DX", "La valeur « X » du paramètre « genre »"),
    ],
)
def test_what_is_not_understood_is_refused_not_left_out(
    client: FlaskClient, path: str, query: str, message: str
) -> None:
    answer = client.get(f"{path}?{query}")
    assert answer.status_code == 400
    assert message in answer.text.replace("\u00a0", " ")


def test_a_cover_of_an_unknown_selection_is_refused(client: FlaskClient) -> None:
    answer = client.get("/deck.pptx?expo=carte&filtre=genre%3DX")
    assert answer.status_code == 400
    assert "La valeur «\u00a0X\u00a0» du paramètre «\u00a0genre\u00a0»" in answer.text


def test_a_title_cannot_break_the_file(client: FlaskClient) -> None:
    answer = client.post("/deck.pptx", data={"expo": "carte~~</a:t>\x07=1+1", "titre": "\x00"})
    titles = [
        s.shapes.title.text_frame.text for s in pptx.Presentation(BytesIO(answer.data)).slides
    ]
    assert titles[2] == "</a:t>=1+1"
