"""Does an address say which exhibits a presentation shows, each with its own selection, and what was not understood?"""

from urllib.parse import quote

from dashboard.domain.address import Address, Screen, format_address, parse_address
from dashboard.domain.query import narrowed
from dashboard.domain.selection import Selection
from tests.support.vocabularies import VOCABULARY

EXHIBITS = {"carte": "Carte des régions", "statut": "Situation professionnelle"}


def test_the_order_of_a_presentation_is_read_and_written_and_what_is_unknown_is_reported() -> None:
    read = parse_address("?expo=statut,meteo,carte,statut&genre=F", VOCABULARY, [], EXHIBITS)
    assert [(screen.view, screen.address) for screen in read.order] == [
        ("statut", None),
        ("carte", None),
    ]
    (problem,) = read.problems
    assert problem == (
        "La vue « meteo » du paramètre « expo » n'existe pas. "
        "Vues possibles : Carte des régions (carte), Situation professionnelle (statut)."
    )
    assert (
        format_address(read.selection, {}, VOCABULARY, order=read.order)
        == "?genre=F&expo=statut,carte"
    )


def test_an_exhibit_of_a_presentation_may_have_its_own_selection_and_title() -> None:
    search = "?region=corse&titre=Bilan%20~%202017&expo=carte~genre%3DF~O%C3%B9%20%3F%20~&expo=carte~&expo=statut"
    read = parse_address(search, VOCABULARY, [], EXHIBITS)
    assert read.problems == ()
    assert read.heading == "Bilan ~ 2017"
    assert read.order == (
        Screen("carte", Address(narrowed(Selection(), gender=["F"])), "Où ? ~"),
        Screen("carte", Address()),
        Screen("statut"),
    )
    written = format_address(read.selection, {}, VOCABULARY, order=read.order, heading=read.heading)
    assert written == search


def test_a_fault_of_an_exhibit_of_a_presentation_is_reported_with_its_view() -> None:
    (problem,) = parse_address("?expo=carte~genre%3DX~", VOCABULARY, [], EXHIBITS).problems
    assert problem.startswith("Présentation, vue « carte » : La valeur « X »")


def test_a_presentation_within_a_presentation_is_refused() -> None:
    inner = quote("expo=carte~genre%3DF", safe="")
    read = parse_address(f"?expo=carte~{inner}", VOCABULARY, [], EXHIBITS)
    assert "La vue « carte » du paramètre « expo » n'existe pas" in read.problems[0]


def test_what_is_too_long_to_be_presented_is_reported() -> None:
    read = parse_address("?" + "&".join(["expo=carte~"] * 61), VOCABULARY, [], EXHIBITS)
    assert len(read.order) == 60
    assert "de 1 à 60 vues" in read.problems[0]
