"""Is what the policy does not answer refused on every route, and does a page say what to take off?"""

import re
from html import unescape
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from dashboard.current import Current
from dashboard.disclosure.asked import Asked
from dashboard.domain.errors import SelectionError
from dashboard.exhibits.composition import compose
from dashboard.exhibits.selected import headline, people_in
from dashboard.views.registry import view_named
from dashboard.web.allowance import count_in
from dashboard.web.pages import parsed
from dashboard.web.server import create_app
from tests.support.diffused import diffused
from tests.support.exhibits import plain

SEVERAL = "region=bretagne,alsace"
ALL_BUT_ONE = "age=moins-de-30-ans,30-39,40-49"
FOUR = "region=bretagne&age=30-39&genre=F&cadre=oui"
B = "genre=F&b.region=bretagne,alsace"
REFUSED = (SEVERAL, ALL_BUT_ONE, FOUR, B)

FILES = (
    "/export/carte.csv?{}",
    "/export/carte.xlsx?{}",
    "/export/carte.pptx?{}",
    "/export/carte.svg?{}",
    "/export/carte/picture.svg?{}",
    "/export/comparer.csv?{}",
    "/bilan?{}",
    "/fiche?{}",
    "/fiche.pptx?{}",
    "/deck.pptx?expo=carte~%s",
    "/deck.json?expo=carte~%s",
    "/deck.pptx?expo=carte~&filtre=%s",
)
"""Every route that answers with something to take away, with the place of a selection."""

PAGES = ("/", "/territoires", "/devenir", "/enquete", "/comparer", "/presentation")


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    app = create_app(Current(diffused()))
    count_in(app.server, Asked("x" * 32, most=10_000))
    client: FlaskClient = app.server.test_client()
    return client


def at(route: str, search: str) -> str:
    return route.format(search) if "{}" in route else route % quote(search)


@pytest.mark.parametrize("search", REFUSED)
@pytest.mark.parametrize("route", FILES)
def test_nothing_is_taken_away_of_a_selection_that_is_not_answered(
    client: FlaskClient, route: str, search: str
) -> None:
    answer = client.get(at(route, search))
    assert answer.status_code == 403
    assert answer.content_type == "text/plain; charset=utf-8"
    assert "Cette sélection n'est pas diffusée" in plain(answer.text)


def test_a_page_says_of_which_choice_nothing_but_the_total_is_told(client: FlaskClient) -> None:
    told = "Seul l'effectif total est diffusé pour « Région d'aujourd'hui : Occitanie »"
    assert told in plain(unescape(client.get("/?region2016=occitanie").text))
    assert "Seul l'effectif total" not in plain(unescape(client.get("/?region=alsace").text))
    # Nor of a set of the reader's own making: it would tell whether anybody is in Limousin, or in Corse.
    for other in ("limousin", "corse"):
        page = client.get(f"/?region=bretagne,{other}").text
        assert "Seul l'effectif total" not in plain(unescape(page))


@pytest.mark.parametrize("path", PAGES)
def test_a_page_says_what_to_take_off_and_counts_nobody(client: FlaskClient, path: str) -> None:
    answer = client.get(f"{path}?{FOUR}")
    assert answer.status_code == 200
    text = plain(unescape(answer.text))
    assert "retirez-en 1 parmi" in text
    for parameter in ("region", "age", "genre", "cadre"):
        assert f'data-set="{{"{parameter}":""}}"' in text
    headline = re.search(r'id="headline"[^>]*>([^<]*)', text)
    assert headline is not None
    assert "ayant cotisé en tant que cadres, Bretagne" in headline[1]
    assert "cadres, Bretagne : " not in headline[1]


def test_a_change_of_a_page_is_answered_with_the_refusal(client: FlaskClient) -> None:
    asked = {"tables": [], "narrow": False, "whole": True, "known": {}}
    answer = client.post("/answer", json={"path": "/", "search": f"?{SEVERAL}", **asked})
    told = answer.get_json()
    assert answer.status_code == 200
    assert "gardez un seul choix" in plain(told["messages"])
    assert "bénéficiaires" not in told["headline"]
    # What the other filters keep is answered: so is the choice that would do instead.
    assert told["counts"].keys() == {"region"}


def test_a_screen_of_a_presentation_refuses_for_itself(client: FlaskClient) -> None:
    screens = f"expo={quote(f'carte~{SEVERAL}')}&expo={quote('statut~genre=F')}"
    text = plain(unescape(client.get(f"/presentation?{screens}").text))
    assert "Le filtre « Région » garde « Alsace » et « Bretagne »" in text
    assert "Femmes : 540 bénéficiaires" in text


@pytest.mark.parametrize("search", REFUSED)
def test_whoever_forgets_to_ask_composes_nothing(search: str) -> None:
    publication = diffused()
    address = parsed(search, publication)
    refused = next(s for s in (address.selection, address.other) if not publication.admission(s))
    with pytest.raises(SelectionError):
        compose(view_named("carte"), address, publication)
    with pytest.raises(SelectionError):
        people_in(refused, publication)
    with pytest.raises(SelectionError):
        headline(refused, publication)


def test_beyond_a_days_selections_only_those_asked_before_are_answered() -> None:
    app = create_app(Current(diffused()))
    count_in(app.server, Asked("x" * 32, most=2))
    client = app.server.test_client()
    assert [client.get("/comparer?genre=F&b.genre=H").status_code for _ in range(2)] == [200, 200]
    for route in ("/?{}", *FILES):
        answer = client.get(at(route, "age=30-39"))
        assert answer.status_code == 429, route
        assert "2 sélections différentes" in plain(answer.text)
    asked = {"tables": [], "narrow": False, "whole": True, "known": {}}
    for search, status in (("?genre=F", 200), ("", 200), ("?age=30-39", 429), (f"?{FOUR}", 200)):
        answer = client.post("/answer", json={"path": "/", "search": search, **asked})
        assert answer.status_code == status, search
    assert client.get("/export/emploi.csv?genre=H").status_code == 200
