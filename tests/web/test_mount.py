"""Does the dashboard work below a path, and believe of its host what its own proxies say and nothing else?"""

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import pytest
from flask.testing import FlaskClient
from pptx import Presentation

from dashboard.content.page import PAGES
from dashboard.current import Current
from dashboard.publication import Publication
from dashboard.web.mount import Mount
from dashboard.web.server import create_app

ROOT = "/observatoire"
LINK = re.compile(r"""\b(?:href|src|action|formaction|srcset|poster)=["']([^"'#][^"']*)""")
PATHS = [page.path for page in PAGES] + [
    "/presentation",
    "/comparer?genre=F&b.genre=H",
    "/?genre=F&nowhere=1",
    "/?b.genre=F",
    "/fiche",
    "/fiche?region=bretagne",
    "/bilan?region=bretagne",
    "/nowhere",
]


@pytest.fixture(scope="module")
def client(publication: Publication) -> FlaskClient:
    app = create_app(
        Current(publication), mount=Mount(f"{ROOT}/", 1, ("localhost", "stats.example.org"))
    )
    client: FlaskClient = app.server.test_client()
    return client


@pytest.fixture(scope="module")
def behind_two(publication: Publication) -> FlaskClient:
    client: FlaskClient = create_app(
        Current(publication), mount=Mount("/", 2, ("first.example", "localhost"))
    ).server.test_client()
    return client


def links(html: str) -> Iterator[str]:
    for address in LINK.findall(html):
        if not address.startswith("data:"):
            yield address


@pytest.mark.parametrize("path", PATHS)
def test_every_link_of_every_page_stays_below_the_path(client: FlaskClient, path: str) -> None:
    found = list(links(client.get(ROOT + path).text))
    assert found
    assert [link for link in found if not link.startswith(f"{ROOT}/")] == []


def test_what_a_page_loads_is_there(client: FlaskClient) -> None:
    for page in (f"{ROOT}/", f"{ROOT}/fiche?region=bretagne"):
        for address in sorted(set(links(client.get(page).text))):
            with client.get(address) as response:
                assert response.status_code == 200, address


def test_addresses_that_scripts_read_stay_below_the_path(client: FlaskClient) -> None:
    page = client.get(f"{ROOT}/").text
    assert re.findall(r'data-plotly="([^"]*)"', page)[0].startswith(f"{ROOT}/files/")
    exports = re.findall(r"&quot;export&quot;:&quot;([^&]*)&quot;|\"export\":\s*\"([^\"]*)\"", page)
    assert exports
    assert all("".join(pair).startswith(f"{ROOT}/export/") for pair in exports)
    body = {"path": "/territoires", "search": "", "tables": [], "narrow": False, "known": {}}
    told = client.post(f"{ROOT}/answer", json={**body, "whole": True}).get_json()
    assert told["page"] == "territoires"
    assert all(address.startswith(f"{ROOT}/outlines/") for address in told["outlines"])
    assert [link for link in links(told["html"]) if not link.startswith(f"{ROOT}/")] == []


@pytest.mark.parametrize("path", ["/", "/territoires", "/healthz", "/observatoires/", "/files/x"])
def test_there_is_nothing_above_the_path_but_where_it_is(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.text == "Le tableau de bord est à l'adresse /observatoire/\n"


def test_the_path_without_its_slash_leads_to_the_overview(client: FlaskClient) -> None:
    moved = client.get(f"{ROOT}?genre=F")
    assert (moved.status_code, moved.headers["Location"]) == (308, f"{ROOT}/?genre=F")


HEADERS = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "stats.example.org"}


def test_links_in_files_and_slides_lead_to_the_address_of_the_proxy(client: FlaskClient) -> None:
    version = client.get(f"{ROOT}/healthz").get_json()["data_version"]
    there = f"https://stats.example.org/observatoire/devenir?genre=F&version={version}#emploi"
    assert there.replace("&", "&amp;") in words(
        client.get(f"{ROOT}/export/emploi.xlsx?genre=F", headers=HEADERS).data
    )
    deck = client.get(f"{ROOT}/deck.pptx?expo=emploi~genre=F", headers=HEADERS)
    assert there in {
        run.hyperlink.address
        for slide in Presentation(BytesIO(deck.data)).slides
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
        if run.hyperlink.address
    }


def words(book: bytes) -> str:
    with ZipFile(BytesIO(book)) as package:
        return package.read("xl/sharedStrings.xml").decode()


def address_told(client: FlaskClient, headers: dict[str, str]) -> str:
    told = words(client.get("/export/emploi.xlsx", headers=headers).data)
    (address,) = re.findall(r"(https?://[^/\s]+)/devenir", told)
    return str(address)


@pytest.mark.parametrize(
    ("hosts", "protos", "address"),
    [
        # What a browser writes itself stands before what two proxies write.
        (
            "evil.example, first.example, second.example",
            "http, https, http",
            "https://first.example",
        ),
        ("first.example, second.example", "https, http", "https://first.example"),
        # One proxy has been passed by: nothing is believed.
        ("second.example", "https", "http://localhost"),
    ],
)
def test_so_many_proxies_are_believed_as_there_are(
    behind_two: FlaskClient, hosts: str, protos: str, address: str
) -> None:
    headers = {"X-Forwarded-Host": hosts, "X-Forwarded-Proto": protos}
    assert address_told(behind_two, headers) == address


def test_nobody_is_believed_where_no_proxy_is_configured(publication: Publication) -> None:
    client = create_app(Current(publication)).server.test_client()
    assert address_told(client, HEADERS) == "http://localhost"
    prefixed = client.get("/", headers={"X-Forwarded-Prefix": "/evil", "X-Script-Name": "/evil"})
    assert "/evil" not in prefixed.text
