"""Does the server answer with pages and files of this host alone, and refuse what it cannot answer, in French?"""

import re
from io import BytesIO
from pathlib import Path
from urllib.parse import quote
from zipfile import ZipFile

import pytest
from flask.testing import FlaskClient

from dashboard.content.page import PAGES
from dashboard.current import Current
from dashboard.publication import Publication
from dashboard.views.registry import views
from dashboard.web.mount import Mount
from dashboard.web.server import create_app
from tests.outputs.taken import hostile_publication


@pytest.fixture(scope="module")
def client(publication: Publication) -> FlaskClient:
    client: FlaskClient = create_app(Current(publication)).server.test_client()
    return client


def test_health_tells_the_version_of_the_data(
    client: FlaskClient, publication: Publication
) -> None:
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.get_json() == {"status": "ok", "data_version": publication.version}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_is_served_in_french(client: FlaskClient, page: object) -> None:
    response = client.get(getattr(page, "path", "/"))
    assert response.status_code == 200
    assert '<html lang="fr">' in response.text
    assert "<title>Que sont devenus les bénéficiaires ?</title>" in response.text


@pytest.mark.parametrize("path", ["/nope", "/devenir/nope"])
def test_an_unknown_page_is_not_found(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert '<html lang="fr">' in response.text


def test_the_presentation_is_a_page(client: FlaskClient) -> None:
    assert client.get("/presentation").status_code == 200


def test_the_page_says_once_how_wide_it_is(client: FlaskClient) -> None:
    assert client.get("/").text.count('name="viewport"') == 1


def test_nothing_that_the_page_loads_stands_on_another_host(client: FlaskClient) -> None:
    page = client.get("/").text
    loaded = re.findall(r"""(?:src|href|action)=["']([^"']+)""", page)
    assert len(loaded) > 5
    assert [address for address in loaded if not re.match(r"/(?!/)|#", address)] == []
    outside_scripts = re.sub(r"<script\b.*?</script>", "", page, flags=re.DOTALL)
    assert "://" not in outside_scripts


def test_what_the_page_loads_is_there(client: FlaskClient) -> None:
    page = client.get("/").text
    for address in sorted(set(re.findall(r"""(?:src|href)=["']([^"'#]+)""", page))):
        with client.get(address) as response:
            assert response.status_code == 200, address


@pytest.mark.parametrize("path", ["/", "/healthz", "/export/carte.csv", "/export/meteo.csv"])
def test_every_answer_forbids_other_hosts(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    policy = dict(
        part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";")
    )
    assert policy["default-src"] == "'self'"
    assert policy["object-src"] == "'none'"
    assert policy["frame-ancestors"] == "'self'"
    assert "unsafe" not in policy["script-src"]
    assert "http" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_the_page_says_that_the_data_are_synthetic(client: FlaskClient) -> None:
    assert "Données de démonstration, synthétiques" in client.get("/").text


@pytest.mark.parametrize("view", views())
def test_every_view_is_exported_as_a_file(
    client: FlaskClient, view: str, publication: Publication
) -> None:
    response = client.get(f"/export/{view}.csv")
    assert response.status_code == 200
    assert response.content_type == "text/csv; charset=utf-8"
    assert response.headers["Content-Disposition"] == (
        f'attachment; filename="{view}-2017-10-31-demonstration.csv"'
    )


def test_tables_may_be_replaced_while_the_dashboard_runs(
    publication: Publication, tmp_path: Path
) -> None:
    current = Current(publication)
    client = create_app(current).server.test_client()

    def shown() -> list[str]:
        texts = [client.get(path).text for path in ("/", "/_dash-layout", "/export/carte.csv")]
        # Dash marks each page that it sends.
        return [text.partition('<footer class="of-dash">')[0] for text in texts]

    before = shown()
    current.replace(hostile_publication(tmp_path))
    after = shown()
    assert ["emoji" in text for text in (*before, *after)] == [False] * 3 + [True] * 3
    current.replace(publication)
    assert shown() == before


def test_a_file_says_where_it_was_taken_and_of_which_version(publication: Publication) -> None:
    app = create_app(Current(publication), mount=Mount(hosts=("bord.example:8443",)))
    answer = app.server.test_client().get(
        "/export/emploi.xlsx?genre=F", base_url="https://bord.example:8443"
    )
    with ZipFile(BytesIO(answer.data)) as book:
        words = book.read("xl/sharedStrings.xml").decode()
    link = f"https://bord.example:8443/devenir?genre=F&amp;version={publication.version}#emploi"
    assert link in words


def test_an_export_is_of_the_people_of_its_address(client: FlaskClient) -> None:
    whole = client.get("/export/chiffres-cles.csv").text
    women = client.get("/export/chiffres-cles.csv?genre=F").text
    assert "Bénéficiaires;1044;" in whole
    assert "Bénéficiaires;543;" in women
    assert ";Femmes;" in women


@pytest.mark.parametrize(
    ("path", "status", "message"),
    [
        (
            "/export/meteo.csv",
            404,
            "La vue « meteo » n'existe pas. Vues possibles : Chiffres clés (chif",
        ),
        ("/export/carte.pdfx", 404, "Le format « pdfx » n'existe pas. Formats possibles : csv"),
        (
            "/export/carte.csv?genre=X",
            400,
            "du paramètre « genre » n'existe pas. Valeurs possibles pour « Genre » : Femmes, Hommes.",
        ),
        (
            "/export/carte.csv?couleur=bleu",
            400,
            "Le paramètre « couleur » n'existe pas.",
        ),
        (
            "/export/carte.csv?carte.mesure=euros",
            400,
            "La valeur « euros » du paramètre « carte.mesure » n'existe pas",
        ),
        (f"/export/carte.csv?genre={quote('<b>')}", 400, "La valeur « <b> »"),
        ("/export/carte.csv?genre=%FF", 400, "du paramètre « genre » n'existe pas"),
    ],
)
def test_what_cannot_be_exported_is_refused_with_the_reason(
    client: FlaskClient, path: str, status: int, message: str
) -> None:
    response = client.get(path)
    assert response.status_code == status
    assert response.content_type == "text/plain; charset=utf-8"
    assert message in response.text.replace("\u00a0", " ")
    assert "pris" not in response.text
    assert "Content-Disposition" not in response.headers


@pytest.mark.parametrize("path", ["/export/carte.csv", "/export/carte/picture.svg", "/deck.json"])
def test_what_follows_a_reader_changes_no_file(client: FlaskClient, path: str) -> None:
    search = "?expo=carte~genre%3DF" if path == "/deck.json" else "?genre=F"
    followed = client.get(f"{path}{search}&utm_source=lettre&fbclid=IwAR")
    assert followed.status_code == 200
    assert followed.data == client.get(f"{path}{search}").data


def test_an_address_that_is_not_even_text_is_refused(client: FlaskClient) -> None:
    response = client.get("/export/carte.csv", environ_overrides={"QUERY_STRING": "genre=\xff"})
    assert response.status_code == 400
    assert "du paramètre «\u00a0genre\u00a0» n'existe pas" in response.text


def test_every_fault_of_an_address_is_reported(client: FlaskClient) -> None:
    response = client.get("/export/carte.csv?genre=X&couleur=bleu&promotion=2015-2016")
    assert len(response.text.strip().splitlines()) == 2
