"""Is whoever takes away or presents exact counts of few people told so first, by whichever address?"""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from dashboard.disclosure.policy import DIFFUSION, INTERNAL
from dashboard.domain.selection import Selection
from dashboard.web.pages import read
from dashboard.web.seen import Access, Same
from dashboard.web.taking_away.told_first import warning_of
from tests.support.leaving import client_of
from tests.support.pages import answer_to
from tests.support.publications import keyed
from tests.support.sessions import OneSession

FEW = "?region=limousin&genre=H&age=moins-de-30-ans"
"""One man."""

RISK = "reconnaissable"

TAKEN = (
    f"/export/statut.csv{FEW}",
    f"/export/statut/picture.svg{FEW}",
    f"/export/comparer.csv{FEW}",
    f"/export/comparer.csv?b.{FEW[1:].replace('&', '&b.')}",
    f"/fiche{FEW}",
    f"/fiche.pptx{FEW}",
    f"/bilan{FEW}",
    f"/deck.pptx?expo=statut~{FEW[1:].replace('&', '%26').replace('=', '%3D')}",
)


def client(access: Access) -> FlaskClient:
    return client_of(keyed(), access)


def selection(search: str) -> Selection:
    return read(search, keyed()).selection


@pytest.mark.parametrize("address", TAKEN)
def test_who_writes_an_address_by_hand_is_told_first(address: str) -> None:
    asking = client(OneSession(exact=True))
    first = asking.get(address)
    assert first.status_code == 428
    assert RISK in first.text
    page = asking.get(address, headers={"Accept": "text/html"})
    assert page.status_code == 428
    assert "confirme=oui" in page.text
    assert asking.get(f"{address}&confirme=oui").status_code == 200


@pytest.mark.parametrize("address", TAKEN[:2] + TAKEN[-1:])
def test_the_demonstration_is_answered_at_once_unless_its_page_asks(address: str) -> None:
    asking = client(Same(INTERNAL))
    assert asking.get(address).status_code == 200
    assert asking.get(f"{address}&confirme=demande").status_code == 428


@pytest.mark.parametrize(
    "access", [OneSession(), Same(DIFFUSION)], ids=["diffusion asked for", "diffusion alone"]
)
def test_of_rounded_counts_there_is_nothing_to_tell(access: Access) -> None:
    assert client(access).get(f"/export/statut.csv{FEW}&confirme=demande").status_code == 200


def test_ten_people_and_nobody_are_not_told_of() -> None:
    exact = keyed()
    assert warning_of([selection(FEW)], exact)
    assert not warning_of([selection(""), selection("?genre=F")], exact)
    assert not warning_of([selection("?region=corse&genre=H&cadre=oui")], exact)
    assert not warning_of([], exact)


def test_a_presentation_of_few_people_begins_with_what_is_at_risk() -> None:
    presented = answer_to("/presentation", FEW)
    assert RISK in presented.gate
    assert presented.html.index("told-first") < presented.html.index("<article")
    assert not answer_to("/presentation", "?genre=F").gate
    assert not answer_to("/devenir", FEW).gate


def test_the_links_to_documents_of_few_people_ask_first() -> None:
    assert "confirme=demande" in answer_to("/devenir", FEW).bar.chips
    assert "confirme" not in answer_to("/devenir", "?region=bretagne").bar.chips
